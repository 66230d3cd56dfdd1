// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstring>
#include <fstream>

#include "core/base/json.h"
#include "core/targets/export_preview.h"
#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

const Target& safetensors() {
    return *find_target("safetensors");
}

std::vector<float> decoded(const Checkpoint& checkpoint, std::size_t tensor) {
    const TensorView view = checkpoint.view(tensor);
    std::vector<float> values(view.rows() * view.cols());
    view.decode_rows(0, view.rows(), values.data());
    return values;
}

/// What a tensor must hold: its values rounded to `format`, then to its own dtype.
std::vector<std::byte> rounded(const Checkpoint& checkpoint, std::size_t tensor, FormatId format) {
    const TensorView view = checkpoint.view(tensor);
    const auto values = decoded(checkpoint, tensor);
    std::vector<std::byte> codes(*row_bytes(format, view.cols()));
    std::vector<float> row(view.cols());
    std::vector<std::byte> stored(view.bytes().size());
    for (std::uint64_t r = 0; r < view.rows(); ++r) {
        format_info(format).encode(values.data() + r * view.cols(), nullptr, codes.data(),
                                   view.cols());
        format_info(format).decode(codes.data(), row.data(), view.cols());
        format_info(view.format())
            .encode(row.data(), nullptr, stored.data() + r * view.row_bytes(), view.cols());
    }
    return stored;
}

void expect_rounded(const Model& source, const Model& output, const Plan& plan) {
    ASSERT_EQ(output.checkpoint->tensors().size(), source.checkpoint->tensors().size());
    for (std::size_t i = 0; i < source.checkpoint->tensors().size(); ++i) {
        const TensorInfo& before = source.tensor(i);
        const std::size_t j = *output.checkpoint->find(before.name);
        EXPECT_EQ(output.tensor(j).shape, before.shape);
        EXPECT_EQ(output.tensor(j).format, before.format);
        const FormatId format = plan.tensors.at(before.name).format;
        const auto view = output.checkpoint->view(j);
        if (format == before.format) {
            EXPECT_EQ(tensor_bytes_of(*output.checkpoint, before.name),
                      tensor_bytes_of(*source.checkpoint, before.name));
        } else {
            const auto expected = rounded(*source.checkpoint, i, format);
            ASSERT_EQ(view.bytes().size(), expected.size());
            EXPECT_EQ(std::memcmp(view.bytes().data(), expected.data(), expected.size()), 0)
                << before.name;
        }
    }
}

TEST(SafetensorsExport, FolderHoldsRoundedWeightsAndEverythingElse) {
    for (const char* format : {"Q4_0", "INT4_G128_SYM", "FP8_E4M3", "MXFP4"}) {
        SCOPED_TRACE(format);
        const TempFolder folder;
        const auto model = must_open(sample_folder());
        const Plan plan = uniform_plan(safetensors(), *model, format);
        const ExportRequest request{.destination = folder / "out"};
        const auto report = must_export(*model, plan, request);
        EXPECT_TRUE(report.verified);
        EXPECT_EQ(folder.names(), std::vector<std::string>{"out"});
        const auto output = must_open(folder / "out");
        expect_rounded(*model, *output, plan);
        EXPECT_TRUE(output->checkpoint->warnings().empty());
        for (const char* name : {"config.json", "tokenizer.json", "tokenizer_config.json"}) {
            EXPECT_EQ(must_read(folder.path() / "out" / name), must_read(sample_folder() / name));
        }
        EXPECT_EQ(*load_plan(folder.path() / "out/bitlathe-plan.json"), plan);
        std::uint64_t sum = 0;
        for (const auto& entry : fs::directory_iterator(folder / "out")) {
            sum += entry.file_size();
        }
        EXPECT_EQ(*safetensors().file_bytes(*model, plan, request), sum);
        ASSERT_EQ(report.output.size(), 5U);
    }
}

TEST(SafetensorsExport, SomeWeightsChangeAndNormsDoNot) {
    const TempFolder folder;
    const auto model = must_open(sample_folder());
    const Plan plan = uniform_plan(safetensors(), *model, "Q4_0");
    (void)must_export(*model, plan, {.destination = folder / "out"});
    const auto output = must_open(folder / "out");
    std::size_t changed = 0;
    for (std::size_t i = 0; i < model->checkpoint->tensors().size(); ++i) {
        const std::string& name = model->tensor(i).name;
        const bool differs =
            tensor_bytes_of(*output->checkpoint, name) != tensor_bytes_of(*model->checkpoint, name);
        changed += differs;
        EXPECT_FALSE(differs && name.find("norm") != std::string::npos) << name;
        EXPECT_EQ(differs, plan.tensors.at(name).reason.empty()) << name;
    }
    EXPECT_EQ(changed, 1U + 8 * 7);
}

TEST(SafetensorsExport, CopyPlanGivesTheSameFile) {
    const TempFolder folder;
    const auto model = must_open(sample_folder());
    (void)must_export(*model, uniform_plan(safetensors(), *model, ""),
                      {.destination = folder / "out"});
    EXPECT_EQ(must_read(folder.path() / "out/model.safetensors"),
              must_read(sample_folder() / "model.safetensors"));
}

TEST(SafetensorsExport, ShardsStayShards) {
    const auto source = shared_data("models/shakespeare-1m-hf-sharded");
    BITLATHE_NEED(source);
    const TempFolder folder;
    const auto model = must_open(source);
    const Plan plan = uniform_plan(safetensors(), *model, "Q6_K");
    (void)must_export(*model, plan, {.destination = folder / "out"});
    const auto output = must_open(folder / "out");
    expect_rounded(*model, *output, plan);
    EXPECT_EQ(output->checkpoint->files().size(), 3U);
    EXPECT_TRUE(output->checkpoint->warnings().empty());
    const auto ours = parse_json(must_read(folder.path() / "out/model.safetensors.index.json"), "");
    const auto theirs = parse_json(must_read(source / "model.safetensors.index.json"), "");
    using WeightMap = std::map<std::string, std::string>;  // the order of keys does not matter
    EXPECT_EQ((*ours)["weight_map"].get<WeightMap>(), (*theirs)["weight_map"].get<WeightMap>());
    EXPECT_EQ((*ours)["metadata"]["total_size"], (*theirs)["metadata"]["total_size"]);
    EXPECT_TRUE(fs::exists(folder.path() / "out/tokenizer.model"));
}

TEST(SafetensorsExport, ShardsJoinToOneFile) {
    const auto source = shared_data("models/shakespeare-1m-hf-sharded");
    BITLATHE_NEED(source);
    const TempFolder folder;
    const auto model = must_open(source);
    const Plan plan = uniform_plan(safetensors(), *model, "Q4_0");
    const ExportRequest request{.destination = folder / "out.safetensors"};
    const auto report = must_export(*model, plan, request);
    EXPECT_EQ(folder.names(),
              (std::vector<std::string>{"out.bitlathe-plan.json", "out.safetensors"}));
    expect_rounded(*model, *must_open(folder / "out.safetensors"), plan);
    EXPECT_EQ(*safetensors().file_bytes(*model, plan, request),
              report.output[0].bytes + report.output[1].bytes);
}

TEST(SafetensorsExport, SameBytesForAnyNumberOfThreads) {
    const TempFolder folder;
    const auto model = must_open(sample_folder());
    const Plan plan = uniform_plan(safetensors(), *model, "Q4_1");
    std::vector<std::string> sums;
    for (const unsigned threads : {1U, 2U, 7U}) {
        WorkContext context;
        context.threads = threads;
        const auto report =
            must_export(*model, plan, {.destination = folder / std::to_string(threads)}, context);
        sums.push_back(report.output[0].sha256);
    }
    EXPECT_EQ(sums[0], sums[1]);
    EXPECT_EQ(sums[0], sums[2]);
}

Error error_of(const Model& model, const ExportRequest& request) {
    const auto result =
        safetensors().write(model, uniform_plan(safetensors(), model, "Q4_0"), request, {});
    EXPECT_FALSE(result);
    return result ? Error() : result.error();
}

TEST(SafetensorsExport, OnlyAnEarlierExportIsReplaced) {
    const TempFolder folder;
    const auto model = must_open(sample_folder());
    fs::create_directory(folder / "documents");
    std::ofstream(folder.path() / "documents/thesis.txt") << "two years of work";
    EXPECT_EQ(error_of(*model, {.destination = folder / "documents"}).code, ErrorCode::kImpossible);
    EXPECT_EQ(error_of(*model, {.destination = folder / "documents", .replace = true}).code,
              ErrorCode::kImpossible);
    EXPECT_EQ(must_read(folder.path() / "documents/thesis.txt"), "two years of work");
    fs::create_directory(folder / "out");  // an empty folder is as good as none
    const Plan plan = uniform_plan(safetensors(), *model, "Q8_0");
    (void)must_export(*model, plan, {.destination = (folder / "out").string() + "/"});
    EXPECT_EQ(error_of(*model, {.destination = folder / "out"}).code, ErrorCode::kImpossible);
    const Plan other = uniform_plan(safetensors(), *model, "Q4_0");
    (void)must_export(*model, other, {.destination = folder / "out", .replace = true});
    EXPECT_EQ(*load_plan(folder.path() / "out/bitlathe-plan.json"), other);
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"documents", "out"}));
}

TEST(SafetensorsExport, TheSourceIsNeverReplaced) {
    const TempFolder folder;
    fs::copy(sample_folder(), folder / "model");
    std::ofstream(folder.path() / "model/bitlathe-plan.json") << "{}";
    const std::string before = must_read(folder.path() / "model/model.safetensors");
    const auto model = must_open(folder / "model");
    for (const fs::path& destination :
         {folder / "model", folder.path(), folder.path() / "model/model.safetensors"}) {
        EXPECT_EQ(error_of(*model, {.destination = destination, .replace = true}).code,
                  ErrorCode::kImpossible)
            << destination;
    }
    EXPECT_EQ(must_read(folder.path() / "model/model.safetensors"), before);
}

TEST(SafetensorsExport, ASetWithAMissingShardIsRefused) {
    const auto source = shared_data("models/shakespeare-1m-hf-sharded");
    BITLATHE_NEED(source);
    const TempFolder folder;
    fs::copy(source, folder / "model");
    fs::permissions(folder / "model", fs::perms::owner_all);
    fs::remove(folder.path() / "model/model-00002-of-00003.safetensors");
    const auto model = must_open(folder / "model");
    EXPECT_EQ(error_of(*model, {.destination = folder / "out"}).code, ErrorCode::kRefused);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"model"});
}

TEST(SafetensorsExport, LinksOutOfTheModelFolderAreNotCopied) {
    const TempFolder folder;
    fs::copy(sample_folder(), folder / "model");
    std::ofstream(folder / "secret.txt") << "secret";
    fs::create_symlink("../secret.txt", folder.path() / "model/vocab.txt");
    const auto model = must_open(folder / "model");
    (void)must_export(*model, uniform_plan(safetensors(), *model, "Q4_0"),
                      {.destination = folder / "out"});
    EXPECT_FALSE(fs::exists(folder.path() / "out/vocab.txt"));
}

TEST(SafetensorsTarget, LegalityGivesReasons) {
    const auto model = must_open(sample_folder());
    for (std::size_t i = 0; i < model->checkpoint->tensors().size(); ++i) {
        for (const FormatInfo& info : all_formats()) {
            const Legality legality = safetensors().legality(*model, i, info.id, nullptr);
            EXPECT_EQ(legality.legal, legality.reason.empty());
            const Placement placed = safetensors().place(*model, i, info.id, nullptr);
            EXPECT_TRUE(safetensors().legality(*model, i, placed.format, nullptr).legal);
        }
    }
}

TEST(SafetensorsFromGguf, HoldsTheRoundedWeightsUnderTheNamesOfTheSource) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const Plan plan = uniform_plan(safetensors(), *model, "Q4_K");
    const ExportRequest request{.destination = folder / "out"};
    EXPECT_TRUE(must_export(*model, plan, request).verified);
    const auto output = must_open(folder / "out");
    expect_rounded(*model, *output, plan);
    EXPECT_EQ(*load_plan(folder.path() / "out/bitlathe-plan.json"), plan);
    EXPECT_FALSE(fs::exists(folder.path() / "out/config.json"));
    std::uint64_t sum = 0;
    for (const auto& entry : fs::directory_iterator(folder / "out")) {
        sum += entry.file_size();
    }
    EXPECT_EQ(*safetensors().file_bytes(*model, plan, request), sum);
    const auto preview = preview_export(safetensors(), *model, plan, request);
    ASSERT_TRUE(preview);
    EXPECT_TRUE(preview->folder);
    EXPECT_TRUE(preview->exists);
    EXPECT_FALSE(preview->obstacle);
    ASSERT_EQ(preview->files.size(), 2U);
    EXPECT_EQ(preview->files.front().name, "model.safetensors");
}

TEST(SafetensorsFromGguf, QuantizedTensorsBecomeTheValuesTheyStandFor) {
    const TempFolder folder;
    const auto sample = must_open(sample_gguf());
    (void)must_export(*sample, uniform_plan(*find_target("gguf"), *sample, "Q4_K"),
                      {.destination = folder / "q4.gguf"});
    const auto model = must_open(folder / "q4.gguf");
    const Plan plan = uniform_plan(safetensors(), *model, "");
    (void)must_export(*model, plan, {.destination = folder / "one.safetensors"});
    const auto output = Checkpoint::open(folder / "one.safetensors");
    ASSERT_TRUE(output);
    for (std::size_t i = 0; i < model->checkpoint->tensors().size(); ++i) {
        const TensorInfo& before = model->tensor(i);
        const std::size_t j = *(*output)->find(before.name);
        const bool is_plain = format_info(before.format).kind == FormatKind::kFloat;
        EXPECT_EQ((*output)->tensors()[j].format, is_plain ? before.format : formats::f32());
        EXPECT_EQ(decoded(**output, j), decoded(*model->checkpoint, i)) << before.name;
    }
}

TEST(SafetensorsFromGguf, ACutSourceIsRefused) {
    const TempFolder folder;
    fs::copy_file(sample_gguf(), folder / "cut.gguf");
    fs::resize_file(folder / "cut.gguf", fs::file_size(sample_gguf()) / 2);
    const auto model = must_open(folder / "cut.gguf");
    const Plan plan = uniform_plan(safetensors(), *model, "");
    EXPECT_EQ(error_of(*model, {.destination = folder / "out"}).code, ErrorCode::kRefused);
    EXPECT_FALSE(fs::exists(folder / "out"));
}

TEST(ExportPreviewOfGguf, RefusesTheSourceAndAsksBeforeReplacing) {
    const TempFolder folder;
    fs::copy_file(sample_gguf(), folder / "source.gguf");
    fs::create_hard_link(folder / "source.gguf", folder / "link.gguf");
    std::ofstream(folder / "earlier.gguf") << "x";
    const auto model = must_open(folder / "source.gguf");
    const Target& gguf = *find_target("gguf");
    const Plan plan = uniform_plan(gguf, *model, "Q4_K");
    const auto look = [&](const std::string& name, std::uint64_t split = 0) {
        return preview_export(gguf, *model, plan,
                              {.destination = folder / name, .split_bytes = split})
            .value();
    };
    EXPECT_TRUE(look("source.gguf").obstacle);
    EXPECT_TRUE(look("link.gguf").obstacle);
    EXPECT_TRUE(look("nowhere/out.gguf").obstacle);
    EXPECT_FALSE(look("earlier.gguf").obstacle);
    EXPECT_TRUE(look("earlier.gguf").exists);
    EXPECT_FALSE(look("new.gguf").exists);
    EXPECT_FALSE(look("new.gguf").folder);
    const ExportPreview parts = look("new.gguf", 2 << 20);
    EXPECT_GT(parts.files.size(), 1U);
    const auto report =
        must_export(*model, plan, {.destination = folder / "new.gguf", .split_bytes = 2 << 20});
    ASSERT_EQ(report.output.size(), parts.files.size());
    for (std::size_t i = 0; i < parts.files.size(); ++i) {
        EXPECT_EQ(report.output[i].path.filename(), parts.files[i].name);
        EXPECT_EQ(report.output[i].bytes, parts.files[i].bytes);
    }
}

TEST(SafetensorsTarget, RefusesParts) {
    const TempFolder folder;
    const auto model = must_open(sample_folder());
    EXPECT_EQ(error_of(*model, {.destination = folder / "out", .split_bytes = 1000}).code,
              ErrorCode::kImpossible);
}

}  // namespace
}  // namespace bitlathe
