// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gmock/gmock.h>
#include <hdf5.h>

#include "core/project/project_kinds.h"
#include "core/project/sealed_file.h"
#include "tests/core/profile/activation/same_statistics.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

using ProjectFile = ProjectFolder;

void expect_same(const StreamChange& a, const StreamChange& b) {
    EXPECT_EQ(a.tokens, b.tokens);
    EXPECT_EQ(a.undefined, b.undefined);
    for (const auto sum : {&StreamChange::cosine, &StreamChange::angle, &StreamChange::relative,
                           &StreamChange::share, &StreamChange::added_cosine,
                           &StreamChange::norm_in, &StreamChange::norm_out}) {
        EXPECT_EQ(a.*sum, b.*sum);
    }
}

void expect_same(const Measurement& a, const Measurement& b) {
    EXPECT_EQ(a.settings, b.settings);
    EXPECT_EQ(a.content, b.content);
    EXPECT_EQ(a.perplexity.value, b.perplexity.value);
    EXPECT_EQ(a.perplexity.error, b.perplexity.error);
    EXPECT_EQ(a.perplexity.tokens, b.perplexity.tokens);
    ASSERT_EQ(a.kl.has_value(), b.kl.has_value());
    if (a.kl) {
        EXPECT_EQ(a.kl->p99, b.kl->p99);
        EXPECT_EQ(a.kl->same_top, b.kl->same_top);
    }
    ASSERT_EQ(a.windows.size(), b.windows.size());
    for (std::size_t w = 0; w < a.windows.size(); ++w) {
        EXPECT_EQ(a.windows[w].ids, b.windows[w].ids);
        EXPECT_EQ(a.windows[w].first_target, b.windows[w].first_target);
    }
    ASSERT_EQ(a.scores.size(), b.scores.size());
    for (std::size_t i = 0; i < a.scores.size(); ++i) {
        EXPECT_EQ(a.scores[i].window, b.scores[i].window);
        EXPECT_EQ(a.scores[i].position, b.scores[i].position);
        EXPECT_EQ(a.scores[i].id, b.scores[i].id);
        EXPECT_EQ(a.scores[i].nll, b.scores[i].nll);
        EXPECT_EQ(a.scores[i].kl, b.scores[i].kl);
        EXPECT_EQ(a.scores[i].reference_nll, b.scores[i].reference_nll);
        EXPECT_EQ(a.scores[i].same_top, b.scores[i].same_top);
    }
    EXPECT_EQ(a.tops, b.tops);
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

TEST_F(ProjectFile, AttentionRoutersAndSpansComeBack) {
    const Project before = sample_project();
    ASSERT_TRUE(save_project(before, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    for (std::size_t b = 0; b < 2; ++b) {
        const BlockActivity& a = before.profile->blocks[b];
        const BlockActivity& c = after->profile->blocks[b];
        EXPECT_EQ(a.heads.windows, c.heads.windows);
        EXPECT_EQ(a.heads.queries, c.heads.queries);
        EXPECT_EQ(a.heads.to_first, c.heads.to_first);
        EXPECT_EQ(a.heads.seen, c.heads.seen);
        EXPECT_EQ(a.heads.received, c.heads.received);
        EXPECT_EQ(a.heads.token_weight, c.heads.token_weight);
        EXPECT_EQ(a.router.tokens, c.router.tokens);
        EXPECT_EQ(a.router.chosen, c.router.chosen);
        EXPECT_EQ(a.router.weight, c.router.weight);
    }
    ASSERT_EQ(after->profile->spans.size(), 3U);
    EXPECT_EQ(after->profile->spans[2].first, before.profile->spans[2].first);
    EXPECT_EQ(after->profile->spans[2].rest, before.profile->spans[2].rest);
    ASSERT_EQ(after->profile->grams.size(), 1U);
    EXPECT_EQ(after->profile->grams[0].id, before.profile->grams[0].id);
    EXPECT_EQ(after->profile->grams[0].matrix->tokens, 20U);
    EXPECT_EQ(after->profile->grams[0].matrix->upper, before.profile->grams[0].matrix->upper);
}

TEST_F(ProjectFile, MeasurementsPlansAndViewComeBack) {
    const Project before = sample_project();
    ASSERT_TRUE(save_project(before, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    ASSERT_TRUE(after->skips);
    EXPECT_EQ(after->skips->text_path, "skip.txt");
    EXPECT_EQ(after->skips->text_sha256, "cd34");
    EXPECT_EQ(after->skips->context, 64U);
    EXPECT_EQ(after->skips->measured.tokens, 120U);
    EXPECT_EQ(after->skips->measured.mean_nll, 3.25);
    EXPECT_EQ(after->skips->measured.blocks, before.skips->measured.blocks);
    ASSERT_EQ(after->evaluations.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(after->evaluations[i].plan, before.evaluations[i].plan);
        expect_same(*after->evaluations[i].measured, *before.evaluations[i].measured);
    }
    EXPECT_EQ(after->plans, before.plans);
    EXPECT_EQ(after->view, before.view);
    EXPECT_TRUE(after->unknown.empty());
}

TEST_F(ProjectFile, OfTheFirstVersionIsRead) {
    const auto project =
        load_project(BITLATHE_SOURCE_DIR "/tests/fuzz/corpus/project/profile.bitlathe");
    ASSERT_TRUE(project) << project.error().to_string();
    ASSERT_TRUE(project->profile);
    EXPECT_FALSE(project->profile->taps.empty());
    EXPECT_TRUE(project->profile->spans.empty());
    for (const BlockActivity& block : project->profile->blocks) {
        EXPECT_FALSE(block.heads.sink_share());
    }
    EXPECT_TRUE(save_project(*project, path()));
    EXPECT_TRUE(load_project(path()));
}

TEST_F(ProjectFile, EvaluationsOfTheFirstVersionHaveFiguresAlone) {
    auto project = load_with("evaluations", [](GroupWriter& group) {
        const auto texts = [&group](const char* name, std::vector<std::string> values) {
            group.texts(name, values);
        };
        texts("plan", {"Q4_K_M", ""});
        texts("content", {"77aa", "00ee"});
        texts("text_path", {"/texts/eval.txt", "/texts/eval.txt"});
        texts("text_sha256", {"ef56", "ef56"});
        texts("protocol", {"llama.cpp", "window"});
        group.numbers("context", std::vector<std::uint64_t>{512, 256});
        group.numbers("tokens", std::vector<std::uint64_t>{5000, 4000});
        for (const char* name : {"perplexity", "perplexity_error", "mean_nll", "mean_nll_error"})
            group.numbers(name, std::vector<double>{11.5, 9.25});
        group.numbers("kl", std::vector<double>(20, 0.5), {2, 10});
        group.numbers("compared", std::vector<std::uint8_t>{1, 0});
    });
    ASSERT_TRUE(project) << project.error().to_string();
    ASSERT_EQ(project->evaluations.size(), 2U);
    const Measurement first = *project->evaluations[0].measured;
    EXPECT_EQ(project->evaluations[0].plan, "Q4_K_M");
    EXPECT_EQ(first.settings.text.name, "eval.txt");
    EXPECT_EQ(first.settings.context, 512U);
    EXPECT_EQ(first.perplexity.value, 11.5);
    EXPECT_EQ(first.perplexity.tokens, 5000U);
    EXPECT_EQ(first.kl->median, .5);
    EXPECT_TRUE(first.scores.empty());
    EXPECT_EQ(project->evaluations[1].measured->settings.protocol, Protocol::kWindow);
    EXPECT_FALSE(project->evaluations[1].measured->kl);
    // And is of the second version from the next time on.
    ASSERT_TRUE(save_project(*project, path()));
    project = load_project(path());
    ASSERT_TRUE(project) << project.error().to_string();
    expect_same(*project->evaluations[0].measured, first);
}

TEST_F(ProjectFile, TokensThatAreNoNumbersAreNotKept) {
    Project project = sample_project();
    Measurement broken = sample_measurement(true);
    broken.scores[1].kl = std::nan("");
    project.evaluations = {{"broken", std::make_shared<const Measurement>(broken)}};
    ASSERT_TRUE(save_project(project, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    EXPECT_TRUE(after->evaluations[0].measured->scores.empty());
    EXPECT_EQ(after->evaluations[0].measured->perplexity.value, broken.perplexity.value);
}

TEST_F(ProjectFile, WhatALaterVersionAddedIsNotLost) {
    ASSERT_TRUE(save_project(sample_project(), path()));
    const hid_t file = H5Fopen(path().c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    H5Gclose(H5Gcreate2(file, "sensitivities", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Fclose(file);
    write_all(path(), sealed_again(read_all(path())));
    const std::string before = read_all(path());
    const auto project = load_project(path());
    ASSERT_TRUE(project) << project.error().to_string();
    EXPECT_THAT(project->unknown, testing::ElementsAre("sensitivities"));
    const Status status = save_project(*project, path());
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kImpossible);
    EXPECT_THAT(status.error().message, testing::HasSubstr("sensitivities"));
    EXPECT_EQ(read_all(path()), before);
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
