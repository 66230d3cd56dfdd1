// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <random>

#include "../tensors.h"
#include <gtest/gtest.h>

#include "core/profile/activation/profile_activations.h"
#include "core/profile/gram_errors.h"
#include "tests/core/forward/run_model.h"
#include "tests/core/forward/tiny_model.h"

namespace bitlathe {
namespace {

std::vector<TokenPlace> places_of(std::size_t tokens, std::uint32_t window) {
    std::vector<TokenPlace> places;
    for (std::uint32_t t = 0; t < tokens; ++t) {
        places.push_back({t, t % window, 0});
    }
    return places;
}

GramMatrix gram_of(const std::vector<float>& x, std::size_t channels, std::uint32_t window,
                   unsigned threads = 1) {
    GramMatrix gram(channels);
    const auto places = places_of(x.size() / channels, window);
    WorkContext context;
    context.threads = threads;
    EXPECT_TRUE(
        accumulate_gram({x.data(), places.size(), channels, channels}, places, gram, context));
    return gram;
}

std::vector<float> random_values(std::size_t count, unsigned seed) {
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(generator);
    }
    return values;
}

TEST(GramMatrix, OfTheOracle) {
    const auto gram = gram_of({1, 0, 1, 0, 2, 1, 1, 1, 0, 2, -1, 1}, 3, 4);
    EXPECT_EQ(gram.tokens, 4U);
    const float wanted[3][3] = {{1.5F, -.25F, .75F}, {-.25F, 1.5F, .25F}, {.75F, .25F, .75F}};
    std::vector<float> rows(9);
    GramRows(gram).read(0, 3, rows.data());
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            EXPECT_EQ(rows[i * 3 + j], wanted[i][j]);
        }
    }
    // W = [[.9,-.4,.3],[.2,.5,-.7]], W' = [[1,-.5,.25],[.25,.5,-.75]]
    const auto matrix = cpu_device().load(GramRows(gram), 0, 3, {}).value();
    const std::vector<float> weights = {.9F, -.4F, .3F, .2F, .5F, -.7F};
    const std::vector<float> change = {.1F, -.1F, -.05F, .05F, 0, -.05F};
    const double error = gram_energy({change.data(), 2, 3, 3}, *matrix, {}).value();
    const double energy = gram_energy({weights.data(), 2, 3, 3}, *matrix, {}).value();
    EXPECT_NEAR(error, 0.03375, 1e-7);
    EXPECT_NEAR(error / energy, 0.01397516, 1e-7);
}

TEST(GramMatrix, IsThatOfAPlainProductForAnyThreadsAndWindows) {
    constexpr std::size_t kChannels = 530;  // more than a tile
    const auto x = random_values(37 * kChannels, 3);
    const auto gram = gram_of(x, kChannels, 10);
    for (std::size_t i = 0; i < kChannels; i += 7) {
        for (std::size_t j = 0; j < kChannels; j += 3) {
            double sum = 0;
            for (std::size_t t = 0; t < 37; ++t) {
                sum += double{x[t * kChannels + i]} * x[t * kChannels + j];
            }
            ASSERT_NEAR(gram.at(i, j), sum, 1e-4) << i << ", " << j;
        }
    }
    EXPECT_EQ(gram.upper, gram_of(x, kChannels, 10, 3).upper);
    // Whole windows, a few at a time.
    GramMatrix parts(kChannels);
    const auto places = places_of(37, 10);
    for (const auto& [first, count] : {std::pair<std::size_t, std::size_t>{0, 20}, {20, 17}}) {
        EXPECT_TRUE(accumulate_gram({x.data() + first * kChannels, count, kChannels, kChannels},
                                    std::span(places).subspan(first, count), parts, {}));
    }
    EXPECT_EQ(gram.upper, parts.upper);
    EXPECT_EQ(gram.tokens, parts.tokens);
}

TEST(FullOutputErrors, AreThoseOfTheOutputs) {
    constexpr std::size_t kCols = 64, kRows = 300, kTokens = 50;
    auto x = random_values(kTokens * kCols, 5);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] += i % kCols == 0 ? 0 : 0.7F * x[i - 1];  // channels that correlate
    }
    const auto weights = random_values(kRows * kCols, 6);
    const auto tensor = encoded_tensor("F32", kRows, weights);
    const auto gram = gram_of(x, kCols, kTokens);
    const FormatId format = find_format("Q4_0").value();
    const GramMatrix* grams[] = {&gram};
    const auto errors = full_output_errors(tensor.view(), {&format, 1}, grams, {}).value();
    ASSERT_EQ(errors.size(), 1U);
    const FormatInfo& info = format_info(format);
    std::vector<std::byte> codes(*row_bytes(format, kCols));
    std::vector<float> again(kCols);
    double error = 0;
    double energy = 0;
    for (std::size_t r = 0; r < kRows; ++r) {
        const float* w = weights.data() + r * kCols;
        info.encode(w, nullptr, codes.data(), kCols);
        info.decode(codes.data(), again.data(), kCols);
        for (std::size_t t = 0; t < kTokens; ++t) {
            double y = 0;
            double d = 0;
            for (std::size_t c = 0; c < kCols; ++c) {
                y += double{x[t * kCols + c]} * w[c];
                d += double{x[t * kCols + c]} * (double{again[c]} - w[c]);
            }
            energy += y * y;
            error += d * d;
        }
    }
    EXPECT_NEAR(errors[0].nmse.value(), error / energy, 1e-5 * error / energy);
}

TEST(FullOutputErrors, MatricesThatDoNotFitAreRefused) {
    const auto tensor = encoded_tensor("F32", 2, random_values(64, 1));
    const GramMatrix other(31);
    const GramMatrix* grams[] = {&other};
    const FormatId format = find_format("Q4_0").value();
    EXPECT_FALSE(full_output_errors(tensor.view(), {&format, 1}, grams, {}));
    EXPECT_FALSE(full_output_errors(tensor.view(), {&format, 1}, {}, {}));
}

TEST(ProfiledGram, DiagonalIsTheSumOfSquares) {
    Scratch folder;
    tiny_llama().write(folder.path());
    const auto model = Transformer::create(open_model(folder.path()).value()).value();
    std::vector<std::uint32_t> ids;
    for (std::uint32_t i = 0; i < 57; ++i) {
        ids.push_back(i * 7 % 11);
    }
    ActivationRequest request;
    request.gram_points = {TapPoint::kAttnIn, TapPoint::kMlpMid};
    const TokenBatch text = cut_windows(ids, 16, true);
    const auto profile = profile_activations(model, text, request, {}).value();
    ASSERT_EQ(profile.grams.size(), 4U);
    for (const TapGram& gram : profile.grams) {
        const TapStatistics all = profile.find(gram.id)->statistics.all();
        EXPECT_EQ(gram.matrix->tokens, ids.size());
        for (std::size_t c = 0; c < all.channels(); ++c) {
            EXPECT_NEAR(gram.matrix->at(c, c), all.sum2[c], 1e-5 * all.sum2[c]);
        }
    }
    EXPECT_EQ(profile.find_gram({0, TapPoint::kAttnOut}), nullptr);
    request.gram_bytes = 1000;
    const auto refused = profile_activations(model, text, request, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kImpossible);
}

}  // namespace
}  // namespace bitlathe
