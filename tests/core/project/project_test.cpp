// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "core/project/project_kinds.h"
#include "core/project/sealed_file.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

using ProjectFile = ProjectFolder;

void expect_same(const TapStatistics& a, const TapStatistics& b) {
    EXPECT_EQ(a.tokens, b.tokens);
    EXPECT_EQ(a.nonfinite, b.nonfinite);
    EXPECT_EQ(a.sum, b.sum);
    EXPECT_EQ(a.sum2, b.sum2);
    EXPECT_EQ(a.sum3, b.sum3);
    EXPECT_EQ(a.sum4, b.sum4);
    EXPECT_EQ(a.sum_abs, b.sum_abs);
    EXPECT_EQ(a.absmax, b.absmax);
    EXPECT_EQ(a.above, b.above);
    EXPECT_EQ(a.magnitudes, b.magnitudes);
    EXPECT_EQ(a.top, b.top);
}

void expect_same(const StreamChange& a, const StreamChange& b) {
    EXPECT_EQ(a.tokens, b.tokens);
    EXPECT_EQ(a.undefined, b.undefined);
    for (const auto sum : {&StreamChange::cosine, &StreamChange::angle, &StreamChange::relative,
                           &StreamChange::share, &StreamChange::added_cosine,
                           &StreamChange::norm_in, &StreamChange::norm_out}) {
        EXPECT_EQ(a.*sum, b.*sum);
    }
}

TEST_F(ProjectFile, ComesBackAsItWas) {
    const Project before = sample_project();
    ASSERT_TRUE(save_project(before, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    EXPECT_EQ(after->model.path, before.model.path);
    EXPECT_EQ(after->model.fingerprint, before.model.fingerprint);
    EXPECT_EQ(after->model.architecture, before.model.architecture);
    ASSERT_TRUE(after->profile);
    const ActivationProfile& a = *before.profile;
    const ActivationProfile& b = *after->profile;
    EXPECT_EQ(a.text.path, b.text.path);
    EXPECT_EQ(a.text.sha256, b.text.sha256);
    EXPECT_EQ(a.text.ids, b.text.ids);
    EXPECT_EQ(a.text.tokens, b.text.tokens);
    EXPECT_EQ(a.text.context, b.text.context);
    EXPECT_EQ(a.thresholds, b.thresholds);
    ASSERT_EQ(a.taps.size(), b.taps.size());
    for (std::size_t i = 0; i < a.taps.size(); ++i) {
        EXPECT_EQ(a.taps[i].id, b.taps[i].id);
        expect_same(a.taps[i].statistics.first, b.taps[i].statistics.first);
        expect_same(a.taps[i].statistics.rest, b.taps[i].statistics.rest);
    }
    ASSERT_EQ(a.blocks.size(), b.blocks.size());
    for (std::size_t i = 0; i < a.blocks.size(); ++i) {
        for (const auto part : {&BlockActivity::whole, &BlockActivity::attention,
                                &BlockActivity::mlp, &BlockActivity::post_norm}) {
            expect_same((a.blocks[i].*part).first, (b.blocks[i].*part).first);
            expect_same((a.blocks[i].*part).rest, (b.blocks[i].*part).rest);
        }
    }
    ASSERT_TRUE(after->imatrix);
    EXPECT_EQ(after->imatrix->dataset, "calib.txt");
    EXPECT_EQ(after->imatrix->chunks, 7U);
    EXPECT_EQ(after->imatrix->chunk_size, 512U);
    ASSERT_EQ(after->imatrix->entries.size(), 2U);
    EXPECT_EQ(after->imatrix->entries[1].name, "blk.0.ffn_down_exps.weight");
    EXPECT_EQ(after->imatrix->entries[1].sums, (std::vector<float>{1, 2, 3, 4}));
    EXPECT_EQ(after->imatrix->entries[1].counts, (std::vector<float>{5, 6}));
}

TEST_F(ProjectFile, WhatIsNotThereStaysUnknown) {
    Project project;
    project.model = {"/m", "ff", "gpt2"};
    ASSERT_TRUE(save_project(project, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    EXPECT_FALSE(after->profile);
    EXPECT_FALSE(after->imatrix);
}

TEST_F(ProjectFile, TheSameProjectIsTheSameBytes) {
    ASSERT_TRUE(save_project(sample_project(), path("a.bitlathe")));
    ASSERT_TRUE(save_project(sample_project(), path("b.bitlathe")));
    EXPECT_EQ(read_all(path("a.bitlathe")), read_all(path("b.bitlathe")));
}

TEST_F(ProjectFile, SealIsAsTheDocumentationSays) {
    ASSERT_TRUE(save_project(sample_project(), path()));
    const std::string bytes = read_all(path());
    EXPECT_EQ(bytes, sealed_again(bytes));
    EXPECT_EQ(bytes.substr(512, 4), "\x89HDF");
    EXPECT_TRUE(is_sealed_project(path()));
    EXPECT_FALSE(is_sealed_project(BITLATHE_SOURCE_DIR "/README.md"));
    EXPECT_FALSE(is_sealed_project(path("nothing")));
}

TEST_F(ProjectFile, AFailedSaveLeavesTheEarlierFile) {
    ASSERT_TRUE(save_project(sample_project(), path()));
    const std::string before = read_all(path());
    const Status status = write_sealed(path(), 1000, [](GroupWriter&) -> Status {
        return fail(ErrorCode::kCancelled, "cancelled");
    });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(read_all(path()), before);
    EXPECT_FALSE(std::filesystem::exists(path("a.bitlathe.part")));
}

TEST_F(ProjectFile, AFolderThatIsNotThereIsSaid) {
    const Status status = save_project(sample_project(), folder_ / "no/such/folder.bitlathe");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
}

TEST_F(ProjectFile, AFullDiskIsSaidAndLeavesNothing) {
    // A claim no disk can hold stands for a disk that is full.
    const Status status =
        write_sealed(path(), std::uint64_t{1} << 60, [](GroupWriter&) { return Status(); });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
    EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(ProjectFile, AModelThatChangedIsNoticed) {
    const auto model = folder_ / "model.gguf";
    std::filesystem::copy_file(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf",
                               model);
    Project project;
    project.model = stamp_of(**open_model(model));
    EXPECT_TRUE(open_source(project));
    std::string bytes = read_all(model);
    // The last bytes of most tensors are not in the fingerprint; those in the middle are.
    const auto checkpoint = Checkpoint::open(model).value();
    const TensorInfo& tensor =
        checkpoint->tensors()[checkpoint->find("blk.3.ffn_up.weight").value()];
    bytes[tensor.offset + tensor.bytes / 2] ^= 0x40;
    write_all(folder_ / "changed.gguf", bytes);
    const auto changed = open_source(project, folder_ / "changed.gguf");
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, ErrorCode::kRefused);
    EXPECT_THAT(changed.error().message, testing::HasSubstr("not those that were profiled"));
}

TEST(ProjectKinds, HaveNamesOfTheirOwn) {
    for (const ProjectKind& a : project_kinds()) {
        for (const ProjectKind& b : project_kinds()) {
            EXPECT_TRUE(&a == &b || std::string(a.name) != b.name);
        }
    }
}

}  // namespace
}  // namespace bitlathe
