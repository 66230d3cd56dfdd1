// SPDX-License-Identifier: GPL-3.0-or-later
// Known answers, each for every way in which weights are stored and counted.
#include <cmath>
#include <numeric>

#include "reference_statistics.h"
#include "tensors.h"
#include <gtest/gtest.h>

#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

class StatisticsOracle : public ::testing::TestWithParam<const char*> {
protected:
    static WeightStatistics of(const std::vector<float>& values) {
        const auto result =
            weight_statistics(encoded_tensor(GetParam(), 1, values).view(), WorkContext{});
        EXPECT_TRUE(result.has_value());
        return result.value_or(WeightStatistics{});
    }
};

TEST_P(StatisticsOracle, ZdIsOneSidedAndSigmaIsOfThePopulation) {
    const auto statistics = of({-1, 0, 1, 2, 8, 0, -2, 0});
    EXPECT_EQ(statistics.mean, 1.0);
    EXPECT_NEAR(*statistics.sigma, 2.872281, 1e-6);
    EXPECT_EQ(statistics.zd, 0.125);
    EXPECT_EQ(statistics.zeros, 3U);
    EXPECT_EQ(statistics.min, -2.0);
    EXPECT_EQ(statistics.max, 8.0);
    EXPECT_EQ(statistics.absmax, 8.0);
    EXPECT_EQ(statistics.sum_of_squares, 74.0);
}

TEST_P(StatisticsOracle, Kurtosis) {
    const auto statistics = of({1, -1, 1, -1, 1, -1, 1, 9});
    EXPECT_NEAR(*statistics.kurtosis, 5.170870, 1e-6);
}

TEST_P(StatisticsOracle, ExponentsAreTheStoredField) {
    // Exponents 127, 121, 128 and 0: four different ones.
    EXPECT_NEAR(*of({1.0F, -0.02F, 3.140625F, 0.0F}).exponent_entropy, 2.0, 1e-12);
    // A change of sign or mantissa is not a change of exponent.
    EXPECT_EQ(of({1.0F, -1.0F, 1.5F, -1.75F}).exponent_entropy, 0.0);
}

TEST_P(StatisticsOracle, EntropyOfCounts) {
    // 5, 9, 12, 13, 16, 45 weights with exponents 120 .. 125.
    std::vector<float> values;
    int exponent = 120 - 127;
    for (const int count : {5, 9, 12, 13, 16, 45}) {
        values.insert(values.end(), static_cast<std::size_t>(count), std::ldexp(1.25F, exponent++));
    }
    EXPECT_NEAR(*of(values).exponent_entropy, 2.219880, 1e-6);
}

TEST_P(StatisticsOracle, HistogramClosesItsLastBin) {
    // absmax 64: bins of width 1 from -64 on.
    const auto statistics = of({-64, -63.5F, -1, -0.5F, 0, 0.5F, 1, 63, 63.5F, 64});
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < WeightStatistics::kBins; ++i) {
        used.insert(used.end(), statistics.histogram[i], i);
    }
    EXPECT_EQ(used, (std::vector<std::size_t>{0, 0, 63, 63, 64, 64, 65, 127, 127, 127}));
}

TEST_P(StatisticsOracle, Distributions) {
    constexpr std::size_t kCount = 1 << 20;
    const auto normal = of(gaussian(kCount, 0.02F, 1));
    EXPECT_NEAR(*normal.zd, 0.158655, 0.001);
    EXPECT_NEAR(*normal.kurtosis, 3.0, 0.03);
    EXPECT_NEAR(*normal.sigma, 0.02, 1e-4);
    EXPECT_NEAR(*normal.exponent_entropy, 2.544, 0.04);
    const auto heavy = of(laplace(kCount, 2));
    EXPECT_NEAR(*heavy.zd, 0.121558, 0.001);
    EXPECT_NEAR(*heavy.kurtosis, 6.0, 0.25);
    EXPECT_NEAR(*heavy.exponent_entropy, 2.834, 0.04);
    const auto flat = of(uniform(kCount, 3));
    // Wide steps of BF16 lie at the threshold of the flat distribution.
    EXPECT_NEAR(*flat.zd, 0.211325, 0.002);
    EXPECT_NEAR(*flat.kurtosis, 1.8, 0.01);
}

TEST_P(StatisticsOracle, EqualsTheReference) {
    for (const auto& values :
         {gaussian(100'003, 0.02F, 4), laplace(70'001, 5), uniform(65'536, 6), gaussian(7, 1, 7)}) {
        const auto tensor = encoded_tensor(GetParam(), 1, values);
        std::vector<float> stored(values.size());
        tensor.view().decode_rows(0, 1, stored.data());
        expect_like_reference(weight_statistics(tensor.view(), WorkContext{}).value(),
                              {stored.begin(), stored.end()});
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, StatisticsOracle, ::testing::Values("F32", "BF16", "F16", "F64"),
                         [](const auto& test) { return std::string(test.param); });

TEST(StatisticsOracle, QuantizedTensorsAreTakenAsDecoded) {
    const auto tensor = encoded_tensor("Q8_0", 37, gaussian(std::size_t{37} * 2048, 0.02F, 8));
    std::vector<float> decoded(std::size_t{37} * 2048);
    tensor.view().decode_rows(0, 37, decoded.data());
    const auto statistics = weight_statistics(tensor.view(), WorkContext{}).value();
    expect_like_reference(statistics, {decoded.begin(), decoded.end()});
    EXPECT_NEAR(*statistics.exponent_entropy, reference_exponent_entropy(decoded), 1e-9);
}

TEST(StatisticsOracle, HalfPrecisionCountsItsOwnExponents) {
    // Subnormal halves share exponent field 0, though their float32 values have different ones.
    const auto tensor = encoded_tensor("F16", 1, {0x1p-20F, 0x1p-22F, 0x1p-24F, 0x1p-15F});
    EXPECT_EQ(weight_statistics(tensor.view(), WorkContext{})->exponent_entropy, 0.0);
}

TEST(StatisticsOracle, StorybookModel) {
    const auto checkpoint =
        Checkpoint::open(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf");
    ASSERT_TRUE(checkpoint.has_value()) << checkpoint.error().to_string();
    std::size_t matrices = 0;
    for (std::size_t i = 0; i < (*checkpoint)->tensors().size(); ++i) {
        const TensorView view = (*checkpoint)->view(i);
        std::vector<float> values(view.rows() * view.cols());
        view.decode_rows(0, view.rows(), values.data());
        const auto statistics = weight_statistics(view, WorkContext{}).value();
        EXPECT_EQ(statistics.nonfinite, 0U);
        EXPECT_NEAR(*statistics.exponent_entropy, reference_exponent_entropy(values), 1e-9);
        if (values.size() < 300'000) {
            expect_like_reference(statistics, {values.begin(), values.end()});
        }
        if (view.rows() > 1) {
            ++matrices;
            EXPECT_GT(*statistics.exponent_entropy, 2.2);
            EXPECT_LT(*statistics.exponent_entropy, 3.2);
        }
    }
    EXPECT_EQ(matrices, 57U);
}

}  // namespace
}  // namespace bitlathe
