// SPDX-License-Identifier: GPL-3.0-or-later
// Floating-point conversions, exhaustively over codes and over all positions of rounding.
#include <cmath>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "tests/core/formats/codec_test_support.h"
#include "tests/core/formats/reference_decoders.h"

namespace bitlathe {
namespace {

std::vector<std::byte> all_16_bit_codes() {
    std::vector<std::byte> bytes(2 * 65536);
    for (unsigned code = 0; code < 65536; ++code) {
        const auto value = static_cast<std::uint16_t>(code);
        std::memcpy(bytes.data() + 2 * std::size_t{code}, &value, sizeof value);
    }
    return bytes;
}

std::vector<unsigned> encoded_codes(const FormatInfo& format, std::span<const float> values) {
    const auto bytes = encode(format, values);
    std::vector<unsigned> codes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint16_t code = 0;
        std::memcpy(&code, bytes.data() + 2 * i, sizeof code);
        codes.push_back(code);
    }
    return codes;
}

// Floats at and around every place where rounding to 16 bits can turn: all upper halves with the
// lower halves that matter to bfloat16 (16 bits dropped) and float16 (13 dropped; more below
// 2^-14).
std::vector<float> rounding_probes() {
    std::vector<float> probes;
    for (std::uint32_t high = 0; high < 65536; ++high) {
        for (const std::uint32_t low :
             {0x0000U, 0x0001U, 0x0FFFU, 0x1000U, 0x1001U, 0x2FFFU, 0x3000U, 0x3001U, 0x4FFFU,
              0x7FFFU, 0x8000U, 0x8001U, 0xEFFFU, 0xF000U, 0xF001U, 0xFFFFU}) {
            probes.push_back(std::bit_cast<float>(high << 16 | low));
        }
    }
    return probes;
}

// Nearest code by the definition, ties to even, in double.
unsigned reference_half_code(float value) {
    const unsigned sign = std::signbit(value) ? 0x8000U : 0U;
    const double magnitude = std::fabs(static_cast<double>(value));
    if (magnitude >= 65520) return sign | 0x7C00U;
    if (magnitude < 0x1p-24 / 2) return sign;
    const int exponent = std::max(std::ilogb(magnitude), -14);
    // Steps of the binade, counted from zero: codes are consecutive across binades.
    const double steps = std::nearbyint(std::ldexp(magnitude, 10 - exponent));
    return sign | (static_cast<unsigned>(exponent + 14) * 1024 + static_cast<unsigned>(steps));
}

TEST(Half, AllCodesDecodeExactlyAndEncodeBack) {
    const FormatInfo& format = format_info(formats::f16());
    for_each_target([&](const std::string& target) {
        const auto values = decode(format, all_16_bit_codes(), 65536);
        const auto codes = encoded_codes(format, values);
        for (unsigned code = 0; code < 65536; ++code) {
            ASSERT_EQ(bits_of(values[code]), bits_of(reference_half(code)))
                << target << " " << code;
            const bool nan = (code & 0x7FFFU) > 0x7C00U;
            ASSERT_EQ(codes[code], nan ? code | 0x200U : code) << target;
        }
    });
}

TEST(Half, RoundsToNearestEven) {
    const FormatInfo& format = format_info(formats::f16());
    const auto probes = rounding_probes();
    for_each_target([&](const std::string& target) {
        const auto codes = encoded_codes(format, probes);
        for (std::size_t i = 0; i < probes.size(); ++i) {
            if (std::isnan(probes[i])) {
                ASSERT_EQ(codes[i], (bits_of(probes[i]) >> 16 & 0x8000U) | 0x7E00U |
                                        (bits_of(probes[i]) >> 13 & 0x3FFU))
                    << target;
            } else {
                ASSERT_EQ(codes[i], reference_half_code(probes[i])) << target << " " << probes[i];
            }
        }
    });
}

TEST(Bfloat16, AllCodesDecodeExactlyAndEncodeBack) {
    const FormatInfo& format = format_info(formats::bf16());
    for_each_target([&](const std::string& target) {
        const auto values = decode(format, all_16_bit_codes(), 65536);
        const auto codes = encoded_codes(format, values);
        for (unsigned code = 0; code < 65536; ++code) {
            ASSERT_EQ(bits_of(values[code]), code << 16) << target;
            const bool nan = (code & 0x7FFFU) > 0x7F80U;
            ASSERT_EQ(codes[code], nan ? code | 0x40U : code) << target;
        }
    });
}

TEST(Bfloat16, RoundsToNearestEven) {
    const FormatInfo& format = format_info(formats::bf16());
    const auto probes = rounding_probes();
    for_each_target([&](const std::string& target) {
        const auto codes = encoded_codes(format, probes);
        for (std::size_t i = 0; i < probes.size(); ++i) {
            const std::uint32_t bits = bits_of(probes[i]);
            const std::uint32_t low = bits & 0xFFFFU;
            std::uint32_t expected = bits >> 16;
            if (std::isnan(probes[i])) {
                expected |= 0x40U;
            } else if (low > 0x8000U || (low == 0x8000U && (expected & 1U) != 0)) {
                ++expected;
            }
            ASSERT_EQ(codes[i], expected) << target << " " << probes[i];
        }
    });
}

TEST(Floats, SinglesAndDoublesKeepEveryBit) {
    const auto probes = rounding_probes();
    for (const char* name : {"F32", "F64"}) {
        const auto back = round_trip(format_info(format_named(name)), probes);
        for (std::size_t i = 0; i < probes.size(); ++i) {
            if (std::isnan(probes[i])) {
                ASSERT_TRUE(std::isnan(back[i]));
            } else {
                ASSERT_EQ(bits_of(back[i]), bits_of(probes[i])) << name;
            }
        }
    }
}

struct ScaledFloat8 {
    const char* name;
    const char* unscaled;
    float largest;
};

class Float8Rows : public ::testing::TestWithParam<ScaledFloat8> {};

INSTANTIATE_TEST_SUITE_P(Formats, Float8Rows,
                         ::testing::Values(ScaledFloat8{"FP8_E4M3", "F8_E4M3", 448},
                                           ScaledFloat8{"FP8_E5M2", "F8_E5M2", 57344}));

// Finite values of all codes, from the definition of the type.
std::vector<float> finite_values(const char* unscaled) {
    std::vector<std::byte> codes;
    for (int code = 0; code < 256; ++code) {
        codes.push_back(static_cast<std::byte>(code));
    }
    auto values = reference_decode(format_named(unscaled), codes, 256);
    for (float& value : values) {
        if (!std::isfinite(value)) value = 0;
    }
    return values;
}

// A row that contains the largest code has scale 1, so codes can be told by their values.
TEST_P(Float8Rows, EveryCodeSurvives) {
    const auto values = finite_values(GetParam().unscaled);
    const FormatInfo& format = format_info(format_named(GetParam().name));
    const auto bytes = encode(format, values);
    float scale = 0;
    std::memcpy(&scale, bytes.data(), sizeof scale);
    EXPECT_EQ(scale, 1.0F);
    EXPECT_EQ(decode(format, bytes, values.size()), values);
}

TEST_P(Float8Rows, CodesAreNearestAndTiesAreEven) {
    const auto values = finite_values(GetParam().unscaled);
    std::vector<float> row = {GetParam().largest};
    for (const float a : values) {
        for (const float fraction : {0.25F, 0.5F, 0.75F}) {
            // The next larger magnitude; the midpoint of two codes is exact in float32.
            float next = GetParam().largest;
            for (const float b : values) {
                if (std::fabs(b) > std::fabs(a) && std::fabs(b) < next) next = std::fabs(b);
            }
            row.push_back(std::copysign(std::fabs(a) + (next - std::fabs(a)) * fraction, a));
        }
    }
    const FormatInfo& format = format_info(format_named(GetParam().name));
    const auto bytes = encode(format, row);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto code = std::to_integer<std::size_t>(bytes[4 + i]);
        const float error = std::fabs(values[code] - row[i]);
        for (std::size_t other = 0; other < 256; ++other) {
            ASSERT_LE(error, std::fabs(values[other] - row[i])) << row[i];
            if (values[other] != values[code] && error == std::fabs(values[other] - row[i])) {
                ASSERT_EQ(code % 2, 0U) << row[i];
            }
        }
    }
}

TEST_P(Float8Rows, ScaleIsTheLargestMagnitudeOverTheLargestCode) {
    const FormatInfo& format = format_info(format_named(GetParam().name));
    const std::vector<float> row = {0.5F, -3.0F, 0.001F, 2.0F};
    const auto bytes = encode(format, row);
    float scale = 0;
    std::memcpy(&scale, bytes.data(), sizeof scale);
    EXPECT_EQ(scale, 3.0F / GetParam().largest);
    EXPECT_EQ(decode(format, bytes, 4)[1], -3.0F);
}

}  // namespace
}  // namespace bitlathe
