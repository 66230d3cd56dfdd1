// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/what_if.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "../tensors.h"
#include <gtest/gtest.h>

#include "core/profile/outliers/ada_dim.h"
#include "core/profile/outliers/channel_scales.h"
#include "core/profile/outliers/rotation.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

void expect_near(const std::vector<double>& got, const std::vector<double>& wanted) {
    ASSERT_EQ(got.size(), wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        EXPECT_NEAR(got[i], wanted[i], 1e-6) << i;
    }
}

TEST(SmoothScales, OfTheOracle) {
    const std::vector<float> x = {16, 1, 4};
    const std::vector<float> w = {1, 2, 0.25F};
    expect_near(smooth_scales(x, w, 0.5), {4, 0.707107, 4});
    expect_near(smooth_scales(x, w, 0.85), {10.556063, 0.901250, 4});
}

/// 3 bits, one group, a zero point from 0 to 7, the range as it is.
double asymmetric_loss(const std::vector<double>& weights, const std::vector<double>& mean_abs,
                       std::span<const double> scales, std::vector<double>& again) {
    std::vector<double> scaled;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        scaled.push_back(weights[j] * scales[j]);
    }
    const auto [low, high] = std::minmax_element(scaled.begin(), scaled.end());
    const double step = (*high - *low) / 7;
    const double zero = std::clamp(std::nearbyint(-*low / step), 0.0, 7.0);
    double loss = 0;
    again.clear();
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const double code = std::clamp(std::nearbyint(scaled[j] / step) + zero, 0.0, 7.0);
        again.push_back((code - zero) * step / scales[j]);
        const double d = mean_abs[j] * (again.back() - weights[j]);
        loss += d * d;
    }
    return loss;
}

TEST(AwqSearch, OfTheOracle) {
    const std::vector<double> weights = {.31, -.12, .55, -.9};
    const std::vector<double> inputs = {6, .5, 1, .3};
    const std::vector<float> mean_abs(inputs.begin(), inputs.end());
    std::vector<double> again;
    const double plain = asymmetric_loss(weights, inputs, awq_scales(mean_abs, 0), again);
    EXPECT_NEAR(plain, 0.388325, 1e-6);
    const auto choice = awq_search(mean_abs, plain, [&](std::span<const double> scales) {
        return Result<double>(asymmetric_loss(weights, inputs, scales, again));
    });
    ASSERT_TRUE(choice);
    EXPECT_NEAR(choice->alpha, 0.95, 1e-12);
    EXPECT_NEAR(choice->loss, 0.003934, 1e-6);
    ASSERT_EQ(choice->scales.size(), 4U);
    EXPECT_NEAR(choice->scales[0], 4.14944, 1e-5);
    EXPECT_NEAR(choice->scales[1], 0.39153, 1e-5);
    EXPECT_NEAR(choice->scales[2], 0.75639, 1e-5);
    EXPECT_NEAR(choice->scales[3], 0.24100, 1e-5);
    static_cast<void>(asymmetric_loss(weights, inputs, choice->scales, again));
    EXPECT_NEAR(again[0], 0.31052, 1e-5);
    EXPECT_NEAR(again[3], -0.89108, 1e-5);
}

TEST(SalientChannels, AreThoseWithTheLargestMeans) {
    TapStatistics statistics(200, 0);
    statistics.tokens = 2;
    std::fill(statistics.sum_abs.begin(), statistics.sum_abs.end(), 2);
    statistics.sum_abs[17] = 20;
    statistics.sum_abs[150] = 8;
    const auto channels = salient_channels(statistics, 0.01);
    ASSERT_EQ(channels.size(), 2U);
    EXPECT_EQ(channels[0].channel, 17U);
    EXPECT_DOUBLE_EQ(channels[0].mean_abs, 10);
    EXPECT_DOUBLE_EQ(channels[0].ratio_to_median, 10);
    EXPECT_EQ(channels[1].channel, 150U);
    EXPECT_TRUE(salient_channels(TapStatistics(0, 0), 0.01).empty());
}

TEST(HadamardRotation, OfTheOracle) {
    std::vector<float> x = {8, .5F, -.5F, 1};
    const HadamardRotation rotation(4, 0);
    rotation.apply(x.data());
    EXPECT_EQ(x, (std::vector<float>{4.5F, 3, 4, 4.5F}));
    rotation.undo(x.data());
    EXPECT_EQ(x, (std::vector<float>{8, .5F, -.5F, 1}));
}

TEST(HadamardRotation, KeepsNormsOfAnyLength) {
    for (const std::size_t length : {1U, 12U, 48U, 77U, 640U}) {
        std::mt19937 generator(3);
        std::normal_distribution<float> normal;
        std::vector<float> x(length);
        for (float& value : x) {
            value = normal(generator);
        }
        const auto norm = [](const std::vector<float>& v) {
            double sum = 0;
            for (const float value : v) {
                sum += double{value} * value;
            }
            return std::sqrt(sum);
        };
        auto turned = x;
        const HadamardRotation rotation(length, 9);
        EXPECT_EQ(length % rotation.run(), 0U);
        rotation.apply(turned.data());
        EXPECT_NEAR(norm(turned), norm(x), 1e-5 * norm(x));
        rotation.undo(turned.data());
        for (std::size_t i = 0; i < length; ++i) {
            EXPECT_NEAR(turned[i], x[i], 1e-5);
        }
    }
    EXPECT_EQ(HadamardRotation(640, 1).run(), 128U);
}

TEST(AdaDim, OfTheOracle) {
    const auto tensor = encoded_tensor("F32", 3, {.1F, 4, -.2F, .05F, -3, .15F, -.12F, 3.5F, .08F});
    const std::vector<float> mean_squares = {100, .01F, 100};
    const auto choice = choose_dimension(tensor.view(), mean_squares, {3, 128}, {}).value();
    EXPECT_NEAR(choice.rows_squares, .0958, 1e-6);
    EXPECT_NEAR(choice.columns_squares, .362067, 1e-6);
    // 9.58 and .099167, against the energy of the outputs.
    const double energy =
        100 * (.01 + .04 + .0025 + .0225 + .0144 + .0064) + .01 * (16 + 9 + 12.25);
    EXPECT_NEAR(choice.along_rows.value(), 9.58 / energy, 1e-6);
    EXPECT_NEAR(choice.down_columns.value(), .099167 / energy, 1e-6);
    EXPECT_TRUE(choice.columns_are_better());
    EXPECT_FALSE(choose_dimension(tensor.view(), std::vector<float>(4), {}, {}));
}

TEST(WhatIf, ScalesHelpWhereOneInputIsLarge) {
    constexpr std::size_t kCols = 256, kRows = 64;
    std::mt19937 generator(8);
    std::normal_distribution<float> normal;
    std::vector<float> weights(kRows * kCols);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = normal(generator) * (i % kCols == 40 ? 0.05F : 1);
    }
    const auto tensor = encoded_tensor("F32", kRows, weights);
    InputFigures inputs{std::vector<float>(kCols, 3), std::vector<float>(kCols, 1),
                        std::vector<float>(kCols, 1.5F)};
    inputs.absmax[40] = 300;
    inputs.mean_abs[40] = 100;
    inputs.mean_squares[40] = 15'000;
    WhatIfRequest request{find_format("Q4_0").value()};
    const auto cases = what_if(tensor.view(), inputs, request, {}).value();
    ASSERT_EQ(cases.size(), 4U);
    EXPECT_EQ(cases[0].name, "plain");
    EXPECT_EQ(cases[2].name, "awq");
    const auto plain = format_errors(tensor.view(), {&request.format, 1}, {}, {}).value();
    EXPECT_NEAR(cases[0].nmse.value(), plain[0].nmse.value(), 1e-6);
    const auto weighed =
        output_errors(tensor.view(), {&request.format, 1}, inputs.mean_squares, {}).value();
    EXPECT_NEAR(cases[0].output_error.value(), weighed[0].nmse.value(), 1e-6);
    EXPECT_LT(cases[1].output_error.value(), cases[0].output_error.value());
    EXPECT_LE(cases[2].output_error.value(), cases[0].output_error.value());
    EXPECT_NEAR(cases[0].channel_ratio.value(), 100, 1e-4);
    EXPECT_LT(cases[1].channel_ratio.value(), 50);
    EXPECT_FALSE(cases[3].channel_ratio);
    EXPECT_NEAR(cases[0].kurtosis.value(), 3, 0.2);
}

TEST(WhatIf, RotationSpreadsAnOutlierOfTheWeights) {
    constexpr std::size_t kCols = 256;
    std::mt19937 generator(8);
    std::normal_distribution<float> normal;
    std::vector<float> weights(32 * kCols);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = i % kCols == 7 ? 30.0F : normal(generator);
    }
    const auto tensor = encoded_tensor("F32", 32, weights);
    const InputFigures inputs{std::vector<float>(kCols, 3), std::vector<float>(kCols, 1),
                              std::vector<float>(kCols, 1.5F)};
    const auto cases = what_if(tensor.view(), inputs, {find_format("Q4_0").value()}, {}).value();
    EXPECT_LT(cases[3].incoherence.value(), 0.5 * cases[0].incoherence.value());
    EXPECT_LT(cases[3].kurtosis.value(), cases[0].kurtosis.value());
}

TEST(WhatIf, RefusesWhatDoesNotFit) {
    const auto tensor = encoded_tensor("F32", 2, std::vector<float>(64, 1));
    const InputFigures inputs{std::vector<float>(31, 3), std::vector<float>(31, 1),
                              std::vector<float>(31, 1.5F)};
    EXPECT_EQ(what_if(tensor.view(), inputs, {find_format("Q4_0").value()}, {}).error().code,
              ErrorCode::kRefused);
    const InputFigures fitting{std::vector<float>(32, 3), std::vector<float>(32, 1),
                               std::vector<float>(32, 1.5F)};
    EXPECT_EQ(what_if(tensor.view(), fitting, {find_format("Q4_K").value()}, {}).error().code,
              ErrorCode::kImpossible);
}

}  // namespace
}  // namespace bitlathe
