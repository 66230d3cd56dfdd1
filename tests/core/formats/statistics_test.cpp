// SPDX-License-Identifier: GPL-3.0-or-later
// Relative error of each quantizer on Gaussian and Laplacian weights against values computed
// independently with 2^21 samples; both sides count, a result that is too good is wrong as well.
#include <map>

#include <gtest/gtest.h>

#include "tests/core/formats/codec_test_support.h"

namespace bitlathe {
namespace {

struct Expected {
    const char* format;
    double gaussian;
    double laplacian;
    double tolerance = 0.015;
};

constexpr std::size_t kSamples = std::size_t{1} << 20;
constexpr std::size_t kCols = 4096;

double error_of(const FormatInfo& format, std::span<const float> samples) {
    double sum = 0;
    for (std::size_t i = 0; i < samples.size(); i += kCols) {
        const auto row = samples.subspan(i, kCols);
        sum += normalized_error(row, round_trip(format, row));
    }
    return sum / static_cast<double>(samples.size() / kCols);
}

TEST(Statistics, RelativeErrorOfQuantizers) {
    std::mt19937 engine(61);
    const auto normal = gaussian(kSamples, 1.0F, engine);
    const auto laplace = laplacian(kSamples, engine);
    for (const Expected& expected : std::vector<Expected>{
             {"INT2_G128_ASYM", .25269, .3217},
             {"INT3_G128_ASYM", .04642, .0745},
             {"INT4_G128_ASYM", .01009, .01701},
             {"INT2_G64_ASYM", .20855, .2530},
             {"INT3_G64_ASYM", .03808, .0558},
             {"INT4_G64_ASYM", .00829, .01262},
             {"INT2_G32_ASYM", .16473, .1878},
             {"INT3_G32_ASYM", .02996, .0398},
             {"INT4_G32_ASYM", .00652, .00890},
             {"INT4_G32_SYM", .00941, .01468},
             {"INT4_G128_SYM", .01373, .02568},
             // One group per row of 4096: few groups, so the sample maxima scatter.
             {"INT4_ROW_SYM", .02463, .0655, .03},
             {"INT8_G32_SYM", 2.9e-5, 4.5e-5, .02},
             {"INT8_G128_SYM", 4.2e-5, 8.0e-5, .02},
             {"INT8_ROW_SYM", 7.5e-5, 2.1e-4, .05},
             {"Q4_0", .00738, .01142},
             {"MXFP4", .01324, .01588},
             {"NVFP4", .00904, .00861},
         }) {
        const FormatInfo& format = format_info(format_named(expected.format));
        EXPECT_NEAR(error_of(format, normal) / expected.gaussian, 1, expected.tolerance)
            << expected.format << " Gaussian";
        EXPECT_NEAR(error_of(format, laplace) / expected.laplacian, 1, expected.tolerance)
            << expected.format << " Laplacian";
    }
}

// More bits or smaller groups never make it worse.
TEST(Statistics, ErrorFallsWithBitsAndWithSmallerGroups) {
    std::mt19937 engine(67);
    const auto samples = gaussian(16 * kCols, 1.0F, engine);
    for (const char* kind : {"_SYM", "_ASYM"}) {
        double of_fewer_bits = 1;
        for (const char* bits : {"2", "3", "4", "5", "6", "8"}) {
            double of_larger_group = 1e9;
            for (const char* group : {"_ROW", "_G128", "_G64", "_G32"}) {
                const std::string name = std::string("INT") + bits + group + kind;
                const double error = error_of(format_info(format_named(name)), samples);
                EXPECT_LT(error, of_larger_group) << name;
                of_larger_group = error;
            }
            EXPECT_LT(of_larger_group, of_fewer_bits / 2) << bits << kind;
            of_fewer_bits = of_larger_group;
        }
    }
}

}  // namespace
}  // namespace bitlathe
