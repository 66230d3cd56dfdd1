// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers worked out by hand, and what files and protocols promise.
#include "core/evaluation/summary.h"

#include <cmath>
#include <cstring>
#include <fstream>

#include "../targets/export_fixture.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/evaluation/protocol.h"
#include "core/evaluation/reference_file.h"

namespace bitlathe {
namespace {

std::vector<TokenScore> scores_of(const std::vector<double>& nll) {
    std::vector<TokenScore> scores;
    for (const double value : nll) {
        TokenScore score;
        score.position = static_cast<std::uint32_t>(scores.size());
        score.nll = value;
        scores.push_back(score);
    }
    return scores;
}

std::vector<std::uint32_t> counted(std::size_t count) {
    std::vector<std::uint32_t> ids(count);
    for (std::size_t i = 0; i < count; ++i) {
        ids[i] = static_cast<std::uint32_t>(i + 10);
    }
    return ids;
}

TEST(Summary, PerplexityIsOfTheMean) {
    const Perplexity ppl = perplexity(scores_of({2.1, .3, 1.7, .9}));
    EXPECT_NEAR(ppl.value, 3.490343, 1e-6);
    EXPECT_NEAR(ppl.mean_nll, 1.25, 1e-12);
    EXPECT_NEAR(ppl.mean_nll_error, std::sqrt((.7225 + .9025 + .2025 + .1225) / 3 / 4), 1e-12);
    EXPECT_EQ(ppl.tokens, 4U);
    EXPECT_FALSE(kl_summary(scores_of({1, 2})));
}

TEST(Summary, DivergenceAndAgreement) {
    auto scores = scores_of({std::log(2.0), std::log(4.0), 0, 0, 0});
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i].kl = static_cast<double>(i);
        scores[i].reference_nll = scores[i].nll;
        scores[i].same_top = i != 1;
    }
    scores[0].reference_nll = std::log(4.0);  // 1/2 instead of 1/4
    const KlSummary kl = kl_summary(scores).value();
    EXPECT_DOUBLE_EQ(kl.mean, 2);
    EXPECT_DOUBLE_EQ(kl.median, 2);
    EXPECT_NEAR(kl.p90, 3.6, 1e-12);
    EXPECT_DOUBLE_EQ(kl.max, 4);
    EXPECT_DOUBLE_EQ(kl.min, 0);
    EXPECT_NEAR(kl.error, std::sqrt(10.0 / 4 / 5), 1e-12);
    EXPECT_NEAR(kl.rms_dp, std::sqrt(0.0625 / 5), 1e-12);
    EXPECT_DOUBLE_EQ(kl.same_top, 0.8);
}

TEST(Summary, NumbersAreInOrderWhereSomeAreNone) {
    auto scores = scores_of(std::vector<double>(100, 1.0));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i].kl = i % 3 == 1 ? std::nan("") : static_cast<double>(100 - i);
        scores[i].reference_nll = 1;
        scores[i].same_top = true;
    }
    const KlSummary kl = kl_summary(scores).value();
    EXPECT_TRUE(std::isnan(kl.mean));
    EXPECT_TRUE(std::isnan(kl.max));
    EXPECT_DOUBLE_EQ(kl.min, 1);
}

TEST(Summary, PairsAreOfTheSameTokens) {
    const auto a = scores_of({1, 2, 3});
    auto b = scores_of({1.5, 2.25, 3.75});
    const PairedDifference difference = paired_difference(a, b).value();
    EXPECT_NEAR(difference.nll, 0.5, 1e-12);
    EXPECT_NEAR(difference.nll_error, 0.25 / std::sqrt(3.0), 1e-12);
    EXPECT_FALSE(difference.kl);
    b[1].id = 7;
    EXPECT_FALSE(paired_difference(a, b));
}

TEST(Protocol, LlamaCppScoresTheSecondHalf) {
    ProtocolOptions options;
    options.context = 8;
    options.bos = 1;
    const auto windows = cut_for(options, counted(20)).value();
    ASSERT_EQ(windows.size(), 2U);
    EXPECT_THAT(windows[1].ids, ::testing::ElementsAre(1, 19, 20, 21, 22, 23, 24, 25));
    EXPECT_EQ(windows[1].first_target, 5U);
    EXPECT_FALSE(cut_for(options, counted(15))) << "two windows are needed";
    options.windows = 1;
    EXPECT_EQ(cut_for(options, counted(20)).value().size(), 1U);
}

TEST(Protocol, WindowsAndStridesScoreEveryTokenOnce) {
    for (const Protocol protocol : {Protocol::kWindow, Protocol::kStride}) {
        for (const std::size_t count : {16U, 24U, 40U}) {
            ProtocolOptions options;
            options.protocol = protocol;
            options.context = 8;
            options.stride = 3;
            const auto windows = cut_for(options, counted(count)).value();
            std::vector<std::uint32_t> scored;
            for (const ScoredWindow& window : windows) {
                EXPECT_LE(window.ids.size(), 8U);
                EXPECT_GE(window.first_target, 1U);
                scored.insert(scored.end(),
                              window.ids.begin() + static_cast<int>(window.first_target),
                              window.ids.end());
            }
            const std::size_t unscored = protocol == Protocol::kStride ? 1 : windows.size();
            EXPECT_EQ(scored.size(), count - unscored);
            EXPECT_TRUE(std::is_sorted(scored.begin(), scored.end()));
            EXPECT_EQ(std::adjacent_find(scored.begin(), scored.end()), scored.end());
        }
    }
    ProtocolOptions options;
    options.protocol = Protocol::kStride;
    options.context = 8;
    options.stride = 8;
    EXPECT_FALSE(cut_for(options, counted(40)));
}

TEST(Protocol, PassesKeepPredictorsAndTargetsTogether) {
    ProtocolOptions options;
    options.protocol = Protocol::kWindow;
    options.context = 4;
    const auto windows = cut_for(options, counted(20)).value();
    const auto passes = make_passes(windows, 9);
    ASSERT_EQ(passes.size(), 3U);
    for (const Pass& pass : passes) {
        for (std::size_t i = 0; i < pass.targets.size(); ++i) {
            EXPECT_EQ(pass.batch.ids[pass.predictors[i]] + 1, pass.targets[i]);
        }
    }
    EXPECT_EQ(passes[1].windows.front(), 2U);
}

TEST(Ids, AreAnArrayOfNumbers) {
    const TempFolder folder;
    const auto read = [&](const char* text) {
        std::ofstream(folder / "ids.json") << text;
        return read_ids(folder / "ids.json");
    };
    EXPECT_THAT(read("[1, 2, 4294967295]").value(), ::testing::ElementsAre(1, 2, 4294967295U));
    for (const char* bad :
         {"[1, -2]", "[1.5]", "{\"ids\": [1]}", "[4294967296]", "[1,", "[\"1\"]"}) {
        EXPECT_FALSE(read(bad)) << bad;
    }
}

TEST(ReferenceFile, TailMakesALowerBound) {
    // p = softmax(2, 1, 0), q = softmax(1, 2, 0): the divergence is .42051248, and with the two
    // most probable tokens and a tail of one it is the same.
    HeadScore p;
    p.log_sum = std::log(std::exp(2) + std::exp(1) + 1);
    p.target_logit = 1;
    p.top = 0;
    p.tops = {{0, 1}, {2, 1}};
    const ReferenceRecord two = record_of(1, p);
    EXPECT_THAT(two.ids, ::testing::ElementsAre(0, 1));
    const std::vector<float> q = {1, 2};
    EXPECT_NEAR(reference_kl(two, q, p.log_sum), 0.42051248, 1e-6);
    p.tops = {{0}, {2}};
    const ReferenceRecord one = record_of(1, p);
    const double bound = reference_kl(one, std::span(q).first(1), p.log_sum);
    EXPECT_LT(bound, 0.42051248);
    EXPECT_GT(bound, 0);
}

TEST(ReferenceFile, ComesBackAndRefusesDamage) {
    const TempFolder folder;
    const auto path = folder / "reference";
    const std::vector<ScoredWindow> windows = {{{1, 2, 3}, 1}};
    ReferenceHeader header{2, 100, 2, hash_windows(windows)};
    const std::vector<ReferenceRecord> records = {{7, 5, -1.F, -2.F, {5, 9}, {-0.5F, -1.F}},
                                                  {8, 9, -1.F, -2.F, {0, 99}, {-0.5F, -1.F}}};
    {
        auto writer = ReferenceWriter::create(path, header).value();
        ASSERT_TRUE(writer.add(std::span(records).first(1)));
        ASSERT_TRUE(writer.add(std::span(records).last(1)));
        EXPECT_FALSE(std::filesystem::exists(path)) << "not before it is finished";
        ASSERT_TRUE(writer.finish());
    }
    const auto file = ReferenceFile::open(path).value();
    EXPECT_TRUE(file.fits(windows, 100));
    EXPECT_FALSE(file.fits(windows, 99));
    EXPECT_FALSE(file.fits(std::vector<ScoredWindow>{{{1, 2, 3}, 2}}, 100));
    EXPECT_EQ(file.record(1).value().ids, records[1].ids);
    EXPECT_EQ(file.record(0).value().target_log_p, -1.F);

    std::string bytes = must_read(path);
    const auto rewritten = [&](std::size_t at, std::uint32_t value) {
        std::string damaged = bytes;
        std::memcpy(damaged.data() + at, &value, sizeof(value));
        std::ofstream(folder / "damaged", std::ios::binary) << damaged;
        return ReferenceFile::open(folder / "damaged");
    };
    EXPECT_FALSE(rewritten(0, 0)) << "magic";
    EXPECT_FALSE(rewritten(8, 3)) << "more tokens than there are";
    EXPECT_FALSE(rewritten(12, 0x8000'0000U)) << "a size that overflows";
    EXPECT_FALSE(rewritten(24, 0)) << "no entries";
    const auto id = rewritten(40 + 16 + 4, 100);
    ASSERT_TRUE(id);
    EXPECT_FALSE(id->record(0)) << "an id outside the vocabulary";
}

}  // namespace
}  // namespace bitlathe
