// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generation/generate.h"

#include <cmath>

#include "../targets/export_fixture.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/evaluation/planned_weights.h"
#include "core/generation/sampler.h"

namespace bitlathe {
namespace {

const std::vector<std::uint32_t> kPrompt = {1, 403, 407, 261, 378};

class GenerateTest : public ::testing::Test {
protected:
    std::shared_ptr<const Model> opened = must_open(sample_gguf());
    Transformer model = Transformer::create(opened).value();
    GenerateRequest request;
    GenerateTest() {
        request.prompt = kPrompt;
        request.count = 24;
    }
    [[nodiscard]] Generation run(const WorkContext& context = {}) const {
        return generate(model, request, context).value();
    }
    static std::vector<std::uint32_t> ids_of(const Generation& generation) {
        std::vector<std::uint32_t> ids;
        for (const GeneratedToken& token : generation.tokens) {
            ids.push_back(token.id);
        }
        return ids;
    }
};

TEST_F(GenerateTest, GreedyTakesTheFirstOfTheTop) {
    const Generation generation = run();
    ASSERT_EQ(generation.tokens.size(), 24U);
    EXPECT_EQ(generation.end, GenerationEnd::kCount);
    for (const GeneratedToken& token : generation.tokens) {
        ASSERT_EQ(token.top.size(), 5U);
        EXPECT_EQ(token.top.front().id, token.id);
        EXPECT_EQ(token.top.front().log_p, token.log_p);
        EXPECT_GE(token.top[0].log_p, token.top[1].log_p);
    }
}

TEST_F(GenerateTest, SampledIsTheSameForThreadsAndBudgets) {
    request.temperature = 1;
    request.seed = 7;
    const auto first = ids_of(run());
    for (const unsigned threads : {1U, 2U, 3U}) {
        WorkContext context;
        context.threads = threads;
        request.weight_bytes = threads == 2 ? 1 : 0;
        EXPECT_EQ(ids_of(run(context)), first) << threads;
    }
    request.seed = 8;
    EXPECT_NE(ids_of(run()), first);
}

TEST_F(GenerateTest, EndsAtAStopTokenAndWhenToldSo) {
    const auto all = ids_of(run());
    request.stop = {all[3]};
    const Generation stopped = run();
    EXPECT_EQ(stopped.end, GenerationEnd::kStop);
    EXPECT_EQ(stopped.tokens.back().id, all[3]);
    EXPECT_LE(stopped.tokens.size(), 4U);
    request.stop.clear();
    std::size_t told = 0;
    request.on_token = [&](const GeneratedToken& token) {
        EXPECT_EQ(token.id, all[told]);
        return ++told < 6;
    };
    const Generation ended = run();
    EXPECT_EQ(ended.end, GenerationEnd::kCaller);
    EXPECT_EQ(ended.tokens.size(), 6U);
    EXPECT_EQ(told, 6U);
}

TEST_F(GenerateTest, CancelEndsItBeforeTheNextToken) {
    std::stop_source stop;
    WorkContext context;
    context.stop = stop.get_token();
    std::size_t told = 0;
    request.on_token = [&](const GeneratedToken&) {
        if (++told == 3) {
            stop.request_stop();
        }
        return true;
    };
    const auto result = generate(model, request, context);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(told, 3U);
}

TEST_F(GenerateTest, RefusesWhatCannotBe) {
    request.temperature = -1;
    EXPECT_EQ(generate(model, request, {}).error().code, ErrorCode::kUsage);
    request.temperature = 0;
    for (const double top_p : {0.0, 1.5}) {
        request.top_p = top_p;
        EXPECT_EQ(generate(model, request, {}).error().code, ErrorCode::kUsage) << top_p;
    }
    request.top_p = 1;
    request.prompt = {};
    EXPECT_EQ(generate(model, request, {}).error().code, ErrorCode::kUsage);
    const std::vector<std::uint32_t> outside = {1'000'000};
    request.prompt = outside;
    EXPECT_EQ(generate(model, request, {}).error().code, ErrorCode::kRefused);
}

TEST(Sampler, DrawsByTheProbabilities) {
    const std::vector<float> logits = {0, std::log(3.0F), -100, 0};
    Sampler sampler({.temperature = 1}, 42);
    std::vector<int> counts(4);
    constexpr int kDraws = 20'000;
    for (int i = 0; i < kDraws; ++i) {
        ++counts[sampler.next(logits)];
    }
    EXPECT_NEAR(counts[1] / double{kDraws}, 0.6, 0.02);
    EXPECT_NEAR(counts[0] / double{kDraws}, 0.2, 0.02);
    EXPECT_EQ(counts[2], 0);
    Sampler greedy({}, 1);
    EXPECT_EQ(greedy.next(logits), 1U);
    EXPECT_EQ(greedy.next(std::vector<float>{2, 5, 5}), 1U);
}

TEST(Sampler, LimitsLeaveTheMostProbable) {
    // Probabilities 0.5, 0.3, 0.15 and 0.05, not in order.
    const std::vector<float> logits = {std::log(0.15F), std::log(0.5F), std::log(0.05F),
                                       std::log(0.3F)};
    using Ids = std::vector<std::uint32_t>;
    EXPECT_EQ(candidates(logits, {.temperature = 1}), (Ids{1, 3, 0, 2}));
    EXPECT_EQ(candidates(logits, {.temperature = 1, .top_k = 2}), (Ids{1, 3}));
    EXPECT_EQ(candidates(logits, {.temperature = 1, .top_k = 9}), (Ids{1, 3, 0, 2}));
    EXPECT_EQ(candidates(logits, {.temperature = 1, .top_p = 0.9}), (Ids{1, 3, 0}));
    EXPECT_EQ(candidates(logits, {.temperature = 1, .top_p = 0.75}), (Ids{1, 3}));
    EXPECT_EQ(candidates(logits, {.temperature = 1, .top_p = 1e-6}), (Ids{1}));
    // Of the two that top-k leaves the first has 0.625.
    EXPECT_EQ(candidates(logits, {.temperature = 1, .top_k = 2, .top_p = 0.6}), (Ids{1}));
    // The temperature comes later.
    EXPECT_EQ(candidates(logits, {.temperature = 9, .top_p = 0.75}), (Ids{1, 3}));
    Sampler sampler({.temperature = 100, .top_k = 2}, 1);
    std::vector<int> counts(4);
    for (int i = 0; i < 1000; ++i) {
        ++counts[sampler.next(logits)];
    }
    EXPECT_EQ(counts[0] + counts[2], 0);
    EXPECT_NEAR(counts[1], 500, 60);
}

TEST(Sampler, TopIsSortedAndSumsUp) {
    const std::vector<float> logits = {1, 3, 3, -2};
    const double log_sum = log_sum_exp(logits);
    const auto top = top_chances(logits, log_sum, 9);
    ASSERT_EQ(top.size(), 4U);
    EXPECT_EQ(top[0].id, 1U);
    EXPECT_EQ(top[1].id, 2U);
    double sum = 0;
    for (const TokenChance& chance : top) {
        sum += std::exp(chance.log_p);
    }
    EXPECT_NEAR(sum, 1, 1e-6);
}

TEST(StopTokens, AreThoseOfTheFile) {
    const auto model = must_open(sample_gguf());
    const auto tokenizer = Tokenizer::open(*model->checkpoint).value();
    const auto stop = stop_tokens(*model->checkpoint, *tokenizer);
    ASSERT_TRUE(tokenizer->special().eos);
    EXPECT_THAT(stop, ::testing::Contains(*tokenizer->special().eos));
    EXPECT_TRUE(std::is_sorted(stop.begin(), stop.end()));
}

}  // namespace
}  // namespace bitlathe
