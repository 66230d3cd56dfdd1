// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "reference_statistics.h"
#include "tensors.h"
#include <gtest/gtest.h>

#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();

WeightStatistics statistics_of(const TestTensor& tensor) {
    auto result = weight_statistics(tensor.view(), WorkContext{});
    EXPECT_TRUE(result.has_value());
    return result.value_or(WeightStatistics{});
}

class Hostile : public ::testing::TestWithParam<const char*> {
protected:
    static WeightStatistics of(const std::vector<float>& values) {
        return statistics_of(encoded_tensor(GetParam(), 1, values));
    }
};

TEST_P(Hostile, NonFiniteWeightsAreCountedAndLeftOut) {
    auto values = gaussian(200'000, 0.5F, 1);
    for (const std::size_t at : {0U, 1U, 64U, 70'000U, 131'072U, 199'999U}) {
        values[at] = at % 3 == 0 ? kNan : (at % 2 == 0 ? kInf : -kInf);
    }
    const auto tensor = encoded_tensor(GetParam(), 1, values);
    std::vector<float> stored(values.size());
    tensor.view().decode_rows(0, 1, stored.data());
    const auto statistics = statistics_of(tensor);
    EXPECT_EQ(statistics.nonfinite, 6U);
    expect_like_reference(statistics, {stored.begin(), stored.end()});
}

TEST_P(Hostile, NothingFinite) {
    const auto statistics = of({kNan, kInf, -kInf});
    EXPECT_EQ(statistics.count, 3U);
    EXPECT_EQ(statistics.nonfinite, 3U);
    EXPECT_FALSE(statistics.min || statistics.max || statistics.absmax || statistics.mean ||
                 statistics.sigma || statistics.kurtosis || statistics.zd ||
                 statistics.exponent_entropy);
    EXPECT_EQ(statistics.sum_of_squares, 0.0);
}

TEST_P(Hostile, ConstantsHaveNoSpreadAndNoKurtosis) {
    for (const float value : {0.0F, 1.5F, -0.1F, 1e-3F}) {
        const auto statistics = of(std::vector<float>(100'001, value));
        EXPECT_EQ(statistics.sigma, 0.0);
        EXPECT_EQ(statistics.min, statistics.max);
        EXPECT_EQ(statistics.mean, statistics.min);
        EXPECT_EQ(statistics.zd, 0.0);
        EXPECT_FALSE(statistics.kurtosis.has_value());
        EXPECT_EQ(statistics.exponent_entropy, 0.0);
        EXPECT_EQ(statistics.zeros, value == 0 ? 100'001U : 0U);
        EXPECT_EQ(statistics.histogram[value == 0 ? 64 : (value < 0 ? 0 : 127)], 100'001U);
    }
}

TEST_P(Hostile, NegativeZerosAreZeros) {
    const auto statistics = of({-0.0F, 0.0F, -0.0F});
    EXPECT_EQ(statistics.zeros, 3U);
    EXPECT_FALSE(std::signbit(*statistics.min));
    EXPECT_FALSE(std::signbit(*statistics.max));
    EXPECT_FALSE(std::signbit(*statistics.absmax));
    EXPECT_EQ(statistics.histogram[64], 3U);
    EXPECT_EQ(of({-0.0F, 1.0F}).histogram[64], 1U);
}

TEST_P(Hostile, OneWeight) {
    const auto statistics = of({-3.0F});
    EXPECT_EQ(statistics.mean, -3.0);
    EXPECT_EQ(statistics.absmax, 3.0);
    EXPECT_EQ(statistics.sigma, 0.0);
}

TEST_P(Hostile, EmptyTensor) {
    const auto statistics = statistics_of(raw_tensor(GetParam(), {0, 32}, {}));
    EXPECT_EQ(statistics.count, 0U);
    EXPECT_FALSE(statistics.mean.has_value());
}

INSTANTIATE_TEST_SUITE_P(Formats, Hostile, ::testing::Values("F32", "BF16", "F16", "F64"),
                         [](const auto& test) { return std::string(test.param); });

TEST(Hostile, HugeValuesDoNotOverflow) {
    auto values = gaussian(50'000, 1e37F, 2);
    values[17] = std::numeric_limits<float>::max();
    values[18] = std::numeric_limits<float>::lowest();
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()});
    std::vector<double> doubles(values.begin(), values.end());
    for (double& value : doubles) {
        value *= 1e200;
    }
    const auto statistics = statistics_of(plain_tensor("F64", doubles));
    EXPECT_EQ(statistics.nonfinite, 0U);
    EXPECT_NEAR(*statistics.sigma / 1e200, *statistics_of(plain_tensor("F32", values)).sigma, 1e28);
    EXPECT_TRUE(std::isfinite(*statistics.kurtosis));
}

TEST(Hostile, SubnormalsKeepTheirStatistics) {
    auto values = gaussian(50'000, 1.0F, 3);
    for (float& value : values) {
        value *= 0x1p-140F;
    }
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()}, 1e-9);
    const std::vector<float> smallest{0x1p-149F, 0, -0x1p-149F, 0x1p-148F};
    expect_like_reference(statistics_of(plain_tensor("F32", smallest)),
                          {smallest.begin(), smallest.end()});
}

TEST(Hostile, MeansFarLargerThanSigma) {
    // sigma is a dozen steps of float32 at the mean.
    const auto values = gaussian(300'000, 1.0F, 4, 1e6F);
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()}, 1e-10);
    const auto coarse = encoded_tensor("BF16", 1, gaussian(300'000, 1.0F, 5, 300.0F));
    std::vector<float> stored(300'000);
    coarse.view().decode_rows(0, 1, stored.data());
    expect_like_reference(statistics_of(coarse), {stored.begin(), stored.end()}, 1e-10);
}

TEST(Hostile, AFirstRunFarFromTheRest) {
    auto values = gaussian(300'000, 1.0F, 6);
    std::fill(values.begin(), values.begin() + 64, 1e7F);
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()}, 1e-9);
}

TEST(Hostile, RunsThatStepFromChunkToChunk) {
    std::vector<float> values;
    for (int step = 0; step < 5; ++step) {
        const auto run = gaussian(65'536, 1e-3F, static_cast<std::uint64_t>(step),
                                  static_cast<float>(step) * 1000.0F);
        values.insert(values.end(), run.begin(), run.end());
    }
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()}, 1e-10);
}

TEST(Hostile, UnalignedFloats) {
    // safetensors may begin a tensor at any byte.
    const auto values = gaussian(10'000, 1.0F, 7);
    std::vector<std::byte> content(1 + values.size() * sizeof(float));
    std::memcpy(content.data() + 1, values.data(), values.size() * sizeof(float));
    TensorInfo info;
    info.shape = {10'000};
    info.format = formats::f32();
    const TensorView view(info, std::span(content).subspan(1), nullptr);
    expect_like_reference(weight_statistics(view, WorkContext{}).value(),
                          {values.begin(), values.end()});
}

TEST(Hostile, WhatCannotBeDecodedIsRefused) {
    for (const FormatInfo& format : all_formats()) {
        if (format.decode == nullptr && format.block_bytes != 0) {
            const auto result =
                weight_statistics(raw_tensor(format.name, {1, format.block_elems},
                                             std::vector<std::byte>(format.block_bytes))
                                      .view(),
                                  WorkContext{});
            ASSERT_FALSE(result.has_value());
            EXPECT_EQ(result.error().code, ErrorCode::kRefused);
            return;
        }
    }
    FAIL() << "every format can be decoded: this test has nothing to do any more";
}

TEST(Hostile, AStopEndsIt) {
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    const auto result =
        weight_statistics(plain_tensor("F32", gaussian(1000, 1, 8)).view(), context);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace bitlathe
