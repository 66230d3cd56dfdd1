// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "tensors.h"
#include <gtest/gtest.h>

#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

std::vector<FormatId> ids(std::initializer_list<const char*> names) {
    std::vector<FormatId> result;
    for (const char* name : names) {
        result.push_back(format_named(name));
    }
    return result;
}

double error_of(const TestTensor& tensor, const char* format) {
    const auto errors = format_errors(tensor.view(), ids({format}), {}, WorkContext{});
    EXPECT_TRUE(errors.has_value());
    EXPECT_EQ(errors->size(), 1U);
    return errors->at(0).nmse.value();
}

TEST(FormatErrors, PublishedErrorsOfGaussianAndLaplaceWeights) {
    constexpr std::size_t kCount = 1 << 21;
    const auto normal = encoded_tensor("F32", 512, gaussian(kCount, 1.0F, 1));
    const auto heavy = encoded_tensor("F32", 512, laplace(kCount, 2));
    const struct {
        const char* format;
        double gauss, laplace;
    } oracles[] = {{"Q4_0", .00738, .01142},
                   {"Q8_0", 2.9e-5, 4.5e-5},
                   {"MXFP4", .01324, .01588},
                   {"NVFP4", .00904, .00861},
                   {"INT4_G128_SYM", .01373, .02568}};
    for (const auto& oracle : oracles) {
        const double digits = std::string_view(oracle.format) == "Q8_0" ? 0.02 : 0.015;
        EXPECT_NEAR(error_of(normal, oracle.format), oracle.gauss, oracle.gauss * digits)
            << oracle.format;
        EXPECT_NEAR(error_of(heavy, oracle.format), oracle.laplace, oracle.laplace * digits)
            << oracle.format;
    }
}

TEST(FormatErrors, KeepingTheStoredFormatIsFree) {
    for (const char* format : {"Q4_0", "Q8_0", "BF16", "F32"}) {
        EXPECT_EQ(error_of(encoded_tensor(format, 8, gaussian(8 * 512, 1.0F, 3)), format), 0.0);
    }
}

TEST(FormatErrors, ExactFormatsHaveNoError) {
    EXPECT_EQ(error_of(encoded_tensor("BF16", 8, gaussian(8 * 512, 1.0F, 4)), "F32"), 0.0);
    EXPECT_EQ(error_of(encoded_tensor("F32", 2, std::vector<float>(1024)), "Q4_0"), 0.0);
}

TEST(FormatErrors, EqualsTheDefinition) {
    const auto values = gaussian(16 * 256, 0.02F, 5);
    const auto once = encoded_tensor("Q4_0", 16, values);
    std::vector<float> decoded(values.size());
    once.view().decode_rows(0, 16, decoded.data());
    long double error = 0;
    long double norm = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const long double d = static_cast<long double>(decoded[i]) - values[i];
        error += d * d;
        norm += static_cast<long double>(values[i]) * values[i];
    }
    EXPECT_NEAR(error_of(encoded_tensor("F32", 16, values), "Q4_0"),
                static_cast<double>(error / norm), 1e-14);
}

TEST(FormatErrors, FormatsThatCannotHoldTheRowsAreLeftOut) {
    const auto tensor = encoded_tensor("F32", 4, gaussian(4 * 320, 1.0F, 6));
    const auto errors =
        format_errors(tensor.view(), ids({"Q4_K", "Q8_0", "INT4_G128_SYM", "I8", "F16"}), {},
                      WorkContext{})
            .value();
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0].format, format_named("Q8_0"));
    EXPECT_EQ(errors[1].format, formats::f16());
}

TEST(FormatErrors, TheSameBitsForAnyNumberOfThreads) {
    const auto tensor = encoded_tensor("BF16", 1500, gaussian(1500 * 1024, 1.0F, 7));
    std::vector<double> first;
    for (const unsigned threads : {1U, 2U, 5U}) {
        WorkContext context;
        context.threads = threads;
        const auto errors =
            format_errors(tensor.view(), ids({"Q8_0", "Q4_0", "F16"}), {}, context).value();
        std::vector<double> all;
        for (const FormatError& error : errors) {
            all.push_back(error.nmse.value());
        }
        first = first.empty() ? all : first;
        EXPECT_EQ(all, first);
    }
}

TEST(FormatErrors, NonFiniteWeightsDoNotPoison) {
    auto values = gaussian(8 * 512, 1.0F, 8);
    const double clean = error_of(encoded_tensor("F32", 8, values), "Q8_0");
    values[3] = std::numeric_limits<float>::quiet_NaN();
    values[1000] = std::numeric_limits<float>::infinity();
    EXPECT_NEAR(error_of(encoded_tensor("F32", 8, values), "Q8_0"), clean, 0.05 * clean);
    EXPECT_EQ(
        error_of(encoded_tensor("F32", 1,
                                std::vector<float>(32, std::numeric_limits<float>::infinity())),
                 "Q8_0"),
        0.0);
}

TEST(FormatErrors, ARangeThatIsTooSmallHasNoNumber) {
    auto values = gaussian(512, 1.0F, 9);
    values[5] = 1e30F;
    const auto tensor = encoded_tensor("F32", 1, values);
    const auto errors = format_errors(tensor.view(), ids({"F16"}), {}, WorkContext{}).value();
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_FALSE(errors[0].nmse.has_value());
}

TEST(FormatErrors, ImportanceMustFitTheRows) {
    const auto tensor = encoded_tensor("F32", 4, gaussian(4 * 256, 1.0F, 10));
    const auto result =
        format_errors(tensor.view(), ids({"Q4_0"}), std::vector<float>(255, 1.0F), WorkContext{});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kRefused);
    EXPECT_TRUE(
        format_errors(tensor.view(), ids({"Q4_0"}), std::vector<float>(256, 1.0F), WorkContext{})
            .has_value());
}

TEST(FormatErrors, EmptyTensorsAndStops) {
    const auto empty = raw_tensor("F32", {0, 256}, {});
    EXPECT_EQ(format_errors(empty.view(), ids({"Q4_0"}), {}, WorkContext{})->at(0).nmse, 0.0);
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    const auto tensor = encoded_tensor("F32", 4, gaussian(4 * 256, 1.0F, 11));
    const auto result = format_errors(tensor.view(), ids({"Q4_0"}), {}, context);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace bitlathe
