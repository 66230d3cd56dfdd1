// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

const Target& gguf() {
    return *find_target("gguf");
}

TEST(GgufSplit, PartsHoldTheSameTensorsAsOneFile) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const Plan plan = uniform_plan(gguf(), *model, "Q8_0");
    (void)must_export(*model, plan, {.destination = folder / "one.gguf"});
    const ExportRequest request{.destination = folder / "set.gguf", .split_bytes = 2'000'000};
    const auto report = must_export(*model, plan, request);
    ASSERT_GT(report.output.size(), 3U);
    EXPECT_TRUE(report.verified);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < report.output.size(); ++i) {
        EXPECT_EQ(report.output[i].path.filename().string(),
                  fmt::format("set-{:05}-of-{:05}.gguf", i + 1, report.output.size()));
        EXPECT_EQ(report.output[i].bytes, fs::file_size(report.output[i].path));
        sum += report.output[i].bytes;
    }
    EXPECT_EQ(*gguf().file_bytes(*model, plan, request), sum);
    const auto one = must_open(folder / "one.gguf");
    for (const OutputFile& part : report.output) {
        const auto set = must_open(part.path);  // any part opens the whole set
        EXPECT_TRUE(set->checkpoint->warnings().empty());
        ASSERT_EQ(set->checkpoint->tensors().size(), one->checkpoint->tensors().size());
    }
    const auto set = must_open(report.output.back().path);
    for (std::size_t i = 0; i < one->checkpoint->tensors().size(); ++i) {
        const std::string& name = one->tensor(i).name;
        EXPECT_EQ(set->tensor(i).name, name);
        EXPECT_EQ(tensor_bytes_of(*set->checkpoint, name), tensor_bytes_of(*one->checkpoint, name));
    }
}

TEST(GgufSplit, PartsStayBelowTheSizeUnlessOneTensorIsLarger) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const Plan plan = uniform_plan(gguf(), *model, "Q8_0");
    for (const std::uint64_t size : {400'000U, 1'300'000U, 5'000'000U}) {
        const auto report = must_export(
            *model, plan,
            {.destination = folder / (std::to_string(size) + ".gguf"), .split_bytes = size});
        for (const OutputFile& part : report.output) {
            Result<std::shared_ptr<const Checkpoint>> alone = Checkpoint::open(part.path);
            std::uint64_t tensors = 0;
            for (const TensorInfo& info : (*alone)->tensors()) {
                tensors += (*alone)->files()[info.file]->path().filename() == part.path.filename();
            }
            EXPECT_TRUE(part.bytes <= size || tensors == 1) << part.path << " " << part.bytes;
        }
    }
}

TEST(GgufSplit, OnlyTheFirstPartCarriesTheMetadata) {
    const TempFolder folder;
    write_odd_gguf(folder / "odd.gguf");
    const auto model = must_open(folder / "odd.gguf");
    const Plan plan = uniform_plan(gguf(), *model, "Q8_0");
    const auto report =
        must_export(*model, plan, {.destination = folder / "set.gguf", .split_bytes = 150'000});
    ASSERT_EQ(report.output.size(), 2U);
    const auto keys = [&](std::size_t part) {
        // Renamed, it is read as a file of its own.
        const fs::path alone = folder / ("alone" + std::to_string(part) + ".gguf");
        fs::copy_file(report.output[part].path, alone);
        const auto checkpoint = Checkpoint::open(alone);
        EXPECT_TRUE(checkpoint) << checkpoint.error().to_string();
        std::vector<std::string> names;
        for (const MetaEntry& entry : (*checkpoint)->metadata().entries()) {
            names.push_back(entry.key);
        }
        EXPECT_EQ((*checkpoint)->metadata().unsigned_integer("split.no"), part);
        EXPECT_EQ((*checkpoint)->metadata().unsigned_integer("split.count"), 2U);
        EXPECT_EQ((*checkpoint)->metadata().unsigned_integer("split.tensors.count"), 3U);
        EXPECT_EQ((*checkpoint)->metadata().find("split.no")->type, MetaType::kUint16);
        EXPECT_EQ((*checkpoint)->metadata().find("split.count")->type, MetaType::kUint16);
        EXPECT_EQ((*checkpoint)->metadata().find("split.tensors.count")->type, MetaType::kInt32);
        return names;
    };
    EXPECT_EQ(keys(1), (std::vector<std::string>{"general.alignment", "split.no", "split.count",
                                                 "split.tensors.count"}));
    EXPECT_GT(keys(0).size(), 6U);
}

TEST(GgufSplit, ASetJoinsToTheFileItWasMadeFrom) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    (void)must_export(*model, uniform_plan(gguf(), *model, ""),
                      {.destination = folder / "set.gguf", .split_bytes = 4'000'000});
    const auto set = must_open(folder / "set-00001-of-00004.gguf");
    (void)must_export(*set, uniform_plan(gguf(), *set, ""),
                      {.destination = folder / "joined.gguf"});
    (void)must_export(*model, uniform_plan(gguf(), *model, ""),
                      {.destination = folder / "copy.gguf"});
    EXPECT_EQ(must_read(folder / "joined.gguf"), must_read(folder / "copy.gguf"));
}

TEST(GgufSplit, ASetWithAMissingPartIsRefused) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    (void)must_export(*model, uniform_plan(gguf(), *model, ""),
                      {.destination = folder / "set.gguf", .split_bytes = 4'000'000});
    fs::remove(folder / "set-00003-of-00004.gguf");
    const auto set = must_open(folder / "set-00001-of-00004.gguf");
    const auto result = gguf().write(*set, uniform_plan(gguf(), *set, ""),
                                     {.destination = folder / "joined.gguf"}, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kRefused);
}

TEST(GgufSplit, NothingIsLeftWhenOnePartCannotGetItsName) {
    const TempFolder folder;
    const auto model = must_open(sample_gguf());
    const Plan plan = uniform_plan(gguf(), *model, "Q8_0");
    const ExportRequest request{
        .destination = folder / "set.gguf", .replace = true, .split_bytes = 2'500'000};
    // The folder that is in the way of the last rename comes when all checks are over.
    bool made = false;
    WorkContext context;
    context.progress = [&](const Progress& progress) {
        if (progress.phase == "verify" && !made) {
            fs::create_directories(folder.path() / "set-00001-of-00004.gguf/full");
            made = true;
        }
    };
    const auto result = gguf().write(*model, plan, request, context);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kNotWritten);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"set-00001-of-00004.gguf"});
}

TEST(GgufSplit, AFolderOfSomebodyElseIsNotTakenForTheStage) {
    const TempFolder folder;
    fs::create_directory(folder / "set.gguf.part");
    std::ofstream(folder.path() / "set.gguf.part/thesis.txt") << "two years of work";
    const auto model = must_open(sample_gguf());
    const auto result =
        gguf().write(*model, uniform_plan(gguf(), *model, "Q8_0"),
                     {.destination = folder / "set.gguf", .split_bytes = 1 << 20}, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kNotWritten);
    EXPECT_EQ(must_read(folder.path() / "set.gguf.part/thesis.txt"), "two years of work");
}

}  // namespace
}  // namespace bitlathe
