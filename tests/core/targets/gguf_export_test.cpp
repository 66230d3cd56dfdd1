// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include "core/base/hash.h"
#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

const Target& gguf() {
    return *find_target("gguf");
}

std::string sha256_of(const std::filesystem::path& path) {
    const std::string bytes = must_read(path);
    Sha256 sha;
    sha.update(std::as_bytes(std::span(bytes)));
    return sha.finish();
}

TEST(GgufExport, CopyPlanKeepsEveryByteOfEveryTensor) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const auto report = must_export(*model, uniform_plan(gguf(), *model, ""),
                                    {.destination = folder / "copy.gguf"});
    EXPECT_TRUE(report.verified);
    EXPECT_EQ(report.tensors, 74U);
    const auto copy = must_open(folder / "copy.gguf");
    ASSERT_EQ(copy->checkpoint->tensors().size(), model->checkpoint->tensors().size());
    for (std::size_t i = 0; i < model->checkpoint->tensors().size(); ++i) {
        const TensorInfo& before = model->tensor(i);
        const TensorInfo& after = copy->tensor(i);
        EXPECT_EQ(after.name, before.name);
        EXPECT_EQ(after.shape, before.shape);
        EXPECT_EQ(after.format, before.format);
        EXPECT_EQ(tensor_bytes_of(*copy->checkpoint, before.name),
                  tensor_bytes_of(*model->checkpoint, before.name));
    }
    EXPECT_TRUE(copy->checkpoint->warnings().empty());
}

TEST(GgufExport, ReportsSizeAndSha256OfWhatIsOnDisk) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const Plan plan = uniform_plan(gguf(), *model, "Q8_0");
    const ExportRequest request{.destination = folder / "q8.gguf"};
    const auto report = must_export(*model, plan, request);
    ASSERT_EQ(report.output.size(), 1U);
    EXPECT_EQ(report.output[0].path, request.destination);
    EXPECT_EQ(report.output[0].bytes, std::filesystem::file_size(request.destination));
    EXPECT_EQ(report.output[0].sha256, sha256_of(request.destination));
    EXPECT_EQ(*gguf().file_bytes(*model, plan, request), report.output[0].bytes);
    EXPECT_GT(report.peak_anonymous_bytes, 0U);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"q8.gguf"});
}

/// The same types as llama-quantize's file, and in those formats whose encoder is plain rounding
/// the same bytes.
void expect_same_as_llama_quantize(const std::string& format) {
    const TempFolder folder;
    const auto model = must_open(shared_data("models/shakespeare-1m-f32.gguf"));
    const auto theirs =
        must_open(shared_data("llama-quantize-output/shakespeare-1m-" + format + ".gguf"));
    Plan plan = uniform_plan(gguf(), *model, format);
    for (const TensorInfo& info : theirs->checkpoint->tensors()) {
        plan.tensors.at(info.name).format = info.format;  // its head is better than the rest
    }
    (void)must_export(*model, plan, {.destination = folder / "out.gguf"});
    const auto ours = must_open(folder / "out.gguf");
    EXPECT_EQ(ours->checkpoint->file_bytes(), theirs->checkpoint->file_bytes());
    EXPECT_EQ(metadata_of(*ours->checkpoint), metadata_of(*theirs->checkpoint));
    ASSERT_EQ(ours->checkpoint->tensors().size(), theirs->checkpoint->tensors().size());
    for (const TensorInfo& info : theirs->checkpoint->tensors()) {
        const auto found = ours->checkpoint->find(info.name);
        ASSERT_TRUE(found) << info.name;
        EXPECT_EQ(ours->tensor(*found).format, info.format) << info.name;
        const auto name = format_info(info.format).name;
        if (name == format || name == "F32") {
            EXPECT_EQ(tensor_bytes_of(*ours->checkpoint, info.name),
                      tensor_bytes_of(*theirs->checkpoint, info.name))
                << info.name;
        }
    }
}

TEST(GgufExport, Q8_0IsByteForByteLlamaQuantizes) {
    BITLATHE_NEED(shared_data("llama-quantize-output/shakespeare-1m-Q8_0.gguf"));
    expect_same_as_llama_quantize("Q8_0");
}

TEST(GgufExport, Q4_0IsByteForByteLlamaQuantizes) {
    BITLATHE_NEED(shared_data("llama-quantize-output/shakespeare-1m-Q4_0.gguf"));
    expect_same_as_llama_quantize("Q4_0");
}

TEST(GgufExport, RecordsImportanceAsLlamaQuantizeDoes) {
    const auto theirs_path = shared_data("llama-quantize-output/shakespeare-1m-imatrix-Q2_K.gguf");
    BITLATHE_NEED(theirs_path);
    const TempFolder folder;
    const auto model = must_open(shared_data("models/shakespeare-1m-f32.gguf"));
    const auto importance = *Importance::load(shared_data("models/shakespeare-1m.imatrix.gguf"));
    const auto theirs = must_open(theirs_path);
    Plan plan = uniform_plan(gguf(), *model, "Q2_K", importance.get());
    for (const TensorInfo& info : theirs->checkpoint->tensors()) {
        plan.tensors.at(info.name).format = info.format;
    }
    const ExportRequest request{.destination = folder / "out.gguf", .importance = importance};
    const auto report = must_export(*model, plan, request);
    EXPECT_EQ(*gguf().file_bytes(*model, plan, request), report.output[0].bytes);
    auto expected = metadata_of(*theirs->checkpoint);
    auto found = metadata_of(*must_open(folder / "out.gguf")->checkpoint);
    EXPECT_TRUE(found.contains("quantize.imatrix.file"));
    expected.erase("quantize.imatrix.file");  // where it was on their disk
    found.erase("quantize.imatrix.file");
    EXPECT_EQ(found, expected);
}

TEST(GgufExport, ImportanceThatNoFormatUsesIsNotRecorded) {
    BITLATHE_NEED(shared_data("models/shakespeare-1m.imatrix.gguf"));
    const TempFolder folder;
    const auto model = must_open(shared_data("models/shakespeare-1m-f32.gguf"));
    const auto importance = *Importance::load(shared_data("models/shakespeare-1m.imatrix.gguf"));
    (void)must_export(*model, uniform_plan(gguf(), *model, "Q8_0"),
                      {.destination = folder / "out.gguf", .importance = importance});
    const auto metadata = metadata_of(*must_open(folder / "out.gguf")->checkpoint);
    EXPECT_FALSE(metadata.contains("quantize.imatrix.file"));
}

TEST(GgufExport, SameBytesForAnyNumberOfThreads) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const Plan plan = uniform_plan(gguf(), *model, "Q4_0");
    std::vector<std::string> sums;
    for (const unsigned threads : {1U, 2U, 7U}) {
        WorkContext context;
        context.threads = threads;
        sums.push_back(
            must_export(*model, plan, {.destination = folder / std::to_string(threads)}, context)
                .output[0]
                .sha256);
    }
    EXPECT_EQ(sums[0], sums[1]);
    EXPECT_EQ(sums[0], sums[2]);
}

/// All metadata of the source, byte for byte and in order, apart from the two keys that describe
/// the formats.
void expect_metadata_kept(const Model& model, const Plan& plan) {
    const TempFolder folder;
    (void)must_export(model, plan, {.destination = folder / "out.gguf"});
    const auto out = must_open(folder / "out.gguf");
    const auto is_ours = [](const std::string& key) {
        return key == "general.file_type" || key == "general.quantization_version";
    };
    const auto keys = [&](const Model& m) {
        std::vector<std::string> result;
        for (const MetaEntry& entry : m.checkpoint->metadata().entries()) {
            if (!is_ours(entry.key)) {
                result.push_back(entry.key);
            }
        }
        return result;
    };
    EXPECT_EQ(keys(*out), keys(model));
    auto before = metadata_of(*model.checkpoint);
    auto after = metadata_of(*out->checkpoint);
    std::erase_if(before, [&](const auto& item) { return is_ours(item.first); });
    std::erase_if(after, [&](const auto& item) { return is_ours(item.first); });
    EXPECT_EQ(after, before);
}

TEST(GgufExport, KeepsMetadataOfOddFiles) {
    for (const char* name : {"models/stories260K.gguf", "models/llama-2-tiny-random.gguf",
                             "vocab/ggml-vocab-falcon.gguf", "vocab/ggml-vocab-llama-spm.gguf"}) {
        SCOPED_TRACE(name);
        BITLATHE_NEED(shared_data(name));
        const auto model = must_open(shared_data(name));
        expect_metadata_kept(*model, uniform_plan(gguf(), *model, "Q8_0"));
    }
}

TEST(GgufExport, KeepsMetadataAndAlignmentOfAHandMadeFile) {
    const TempFolder folder;
    write_odd_gguf(folder / "odd.gguf");
    const auto model = must_open(folder / "odd.gguf");
    expect_metadata_kept(*model, uniform_plan(gguf(), *model, "Q4_0"));
    (void)must_export(*model, uniform_plan(gguf(), *model, "Q4_0"),
                      {.destination = folder / "out.gguf"});
    const auto out = must_open(folder / "out.gguf");
    for (const TensorInfo& info : out->checkpoint->tensors()) {
        EXPECT_EQ(info.offset % 64, 0U) << info.name;
    }
    EXPECT_EQ(out->checkpoint->file_bytes() % 64, 0U) << "the last tensor is padded";
    EXPECT_TRUE(out->checkpoint->warnings().empty());
    EXPECT_EQ(tensor_bytes_of(*out->checkpoint, "output_norm.weight"),
              tensor_bytes_of(*model->checkpoint, "output_norm.weight"));
}

TEST(GgufExport, ProgressNeverGoesBack) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    std::vector<Progress> reports;
    WorkContext context;
    context.threads = 3;
    context.progress = [&](const Progress& progress) { reports.push_back(progress); };
    (void)must_export(*model, uniform_plan(gguf(), *model, "Q4_0"),
                      {.destination = folder / "out.gguf"}, context);
    ASSERT_GT(reports.size(), 74U);
    for (std::size_t i = 1; i < reports.size(); ++i) {
        if (reports[i].phase == reports[i - 1].phase) {
            EXPECT_GE(reports[i].done, reports[i - 1].done);
            EXPECT_EQ(reports[i].total, reports[i - 1].total);
        } else {
            EXPECT_EQ(reports[i - 1].done, reports[i - 1].total);
        }
    }
    EXPECT_EQ(reports.back().done, reports.back().total);
}

TEST(GgufExport, RefusesSafetensors) {
    const TempFolder folder;
    const auto model = must_open(sample_folder());
    const auto result = gguf().write(*model, {}, {.destination = folder / "out.gguf"}, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kImpossible);
    EXPECT_NE(result.error().hint.find("safetensors"), std::string::npos);
}

ErrorCode code_of(const Model& model, const Plan& plan) {
    const TempFolder folder;
    const auto result = gguf().write(model, plan, {.destination = folder / "out.gguf"}, {});
    EXPECT_TRUE(folder.names().empty());
    return result ? ErrorCode{} : result.error().code;
}

TEST(GgufExport, RefusesPlansThatDoNotFit) {
    const auto model = must_open(sample_gguf());
    const Plan good = uniform_plan(gguf(), *model, "Q8_0");
    Plan lacking = good;
    lacking.tensors.erase("blk.0.attn_q.weight");
    EXPECT_EQ(code_of(*model, lacking), ErrorCode::kImpossible);
    Plan foreign = good;
    foreign.tensors["blk.99.attn_q.weight"] = {.format = formats::f16()};
    EXPECT_EQ(code_of(*model, foreign), ErrorCode::kImpossible);
    Plan norm = good;
    norm.tensors.at("output_norm.weight").format = *find_format("Q8_0");
    EXPECT_EQ(code_of(*model, norm), ErrorCode::kImpossible);
    Plan no_type = good;
    no_type.tensors.at("blk.0.attn_q.weight").format = *find_format("INT4_G128_SYM");
    EXPECT_EQ(code_of(*model, no_type), ErrorCode::kImpossible);
    Plan other = good;
    other.target = "safetensors";
    EXPECT_EQ(code_of(*model, other), ErrorCode::kImpossible);
}

TEST(GgufExport, RefusesSourcesWithMissingTensors) {
    const TempFolder folder;
    const std::string whole = must_read(sample_gguf());
    std::ofstream(folder / "cut.gguf", std::ios::binary) << whole.substr(0, whole.size() / 2);
    const auto model = must_open(folder / "cut.gguf");
    const auto result = gguf().write(*model, uniform_plan(gguf(), *model, ""),
                                     {.destination = folder / "out.gguf"}, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kRefused);
    EXPECT_FALSE(std::filesystem::exists(folder / "out.gguf"));
}

TEST(GgufTarget, EveryOfferedFormatIsLegalForARowOf256AndEveryPlacementIsLegal) {
    const auto model = must_open(sample_gguf());
    const std::size_t matrix = *model->checkpoint->find("blk.0.attn_q.weight");
    double bits = 0;
    for (const FormatId format : gguf().formats()) {
        EXPECT_TRUE(gguf().legality(*model, matrix, format, nullptr).legal)
            << format_info(format).name;
        EXPECT_GE(format_info(format).bits_per_weight, bits);
        bits = format_info(format).bits_per_weight;
    }
    for (const FormatInfo& info : all_formats()) {
        for (std::size_t i = 0; i < model->checkpoint->tensors().size(); ++i) {
            const Placement placed = gguf().place(*model, i, info.id, nullptr);
            EXPECT_TRUE(gguf().legality(*model, i, placed.format, nullptr).legal);
            EXPECT_EQ(placed.reason.empty(), placed.format == info.id)
                << model->tensor(i).name << " " << info.name;
        }
    }
}

TEST(GgufTarget, NewTypesAreWrittenWithAWarning) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    Plan plan = uniform_plan(gguf(), *model, "");
    plan.tensors.at("blk.0.attn_q.weight").format = *find_format("NVFP4");
    const auto report = must_export(*model, plan, {.destination = folder / "out.gguf"});
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_NE(report.warnings[0].find("NVFP4"), std::string::npos);
}

TEST(Targets, TableFindsEachByItsName) {
    for (const Target* target : all_targets()) {
        EXPECT_EQ(find_target(target->name()), target);
        EXPECT_FALSE(target->formats().empty());
        EXPECT_FALSE(target->description().empty());
    }
    EXPECT_EQ(find_target("floppy"), nullptr);
}

}  // namespace
}  // namespace bitlathe
