// SPDX-License-Identifier: GPL-3.0-or-later
// What single encoders promise: worked numbers, symmetries, nearest codes.
#include <cmath>
#include <cstring>

#include <gtest/gtest.h>

#include "tests/core/formats/codec_test_support.h"

namespace bitlathe {
namespace {

void expect_negation(const char* name) {
    const FormatInfo& format = format_info(format_named(name));
    if (format.encode == nullptr) return;
    std::mt19937 engine(47);
    for (int trial = 0; trial < 100; ++trial) {
        const auto row = gaussian(format.block_elems, 3.0F, engine);
        auto negated = row;
        for (float& value : negated) {
            value = -value;
        }
        const auto a = round_trip(format, row);
        const auto b = round_trip(format, negated);
        for (std::size_t i = 0; i < a.size(); ++i) {
            ASSERT_EQ(a[i], -b[i]) << name << " " << i;
        }
    }
}

TEST(Encoders, NegationGoesThroughWhereScalesAreSigned) {
    for (const char* name : {"Q4_0", "Q5_0", "Q8_0", "MXFP4", "NVFP4", "TQ1_0", "TQ2_0"}) {
        expect_negation(name);
    }
}

// decode(encode(decode(encode(x)))) = decode(encode(x)) for formats without a search.
TEST(Encoders, SecondRoundTripChangesNothing) {
    for (const char* name :
         {"Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "MXFP4", "TQ1_0", "TQ2_0", "Q1_0"}) {
        const FormatInfo& format = format_info(format_named(name));
        std::mt19937 engine(53);
        for (int trial = 0; trial < 100; ++trial) {
            const auto once = round_trip(format, gaussian(format.block_elems, 3.0F, engine));
            EXPECT_EQ(round_trip(format, once), once) << name;
        }
    }
}

// The worked numbers of plain rounding: 3 bits, one group of eight.
TEST(Encoders, IntegerGroupsGiveTheWorkedNumbers) {
    const std::vector<float> w = {.9F, -.4F, .3F, .05F, -1.1F, .6F, 0, 1.3F};
    const auto asym = encode(format_info(format_named("INT3_ROW_ASYM")), w);
    ASSERT_EQ(asym.size(), 6U);
    EXPECT_EQ(std::to_integer<int>(asym[2]), 3);  // zero point
    const auto codes_of = [](const std::vector<std::byte>& row, std::size_t offset) {
        std::vector<unsigned> codes;
        for (std::size_t i = 0; i < 8; ++i) {
            unsigned code = 0;
            for (std::size_t k = 0; k < 3; ++k) {
                const std::size_t bit = 8 * offset + 3 * i + k;
                code |= (std::to_integer<unsigned>(row[bit / 8]) >> (bit % 8) & 1U) << k;
            }
            codes.push_back(code);
        }
        return codes;
    };
    EXPECT_EQ(codes_of(asym, 3), (std::vector<unsigned>{6, 2, 4, 3, 0, 5, 3, 7}));
    const auto sym = encode(format_info(format_named("INT3_ROW_SYM")), w);
    ASSERT_EQ(sym.size(), 5U);
    EXPECT_EQ(codes_of(sym, 2), (std::vector<unsigned>{6, 3, 5, 4, 1, 5, 4, 7}));
    // Tolerances: the worked numbers have unrounded scales, ours are float16.
    constexpr double kPower = 4.3225;
    EXPECT_NEAR(normalized_error(w, decode(format_info(format_named("INT3_ROW_ASYM")), asym, 8)),
                .041684 / kPower, 5e-5);
    EXPECT_NEAR(normalized_error(w, decode(format_info(format_named("INT3_ROW_SYM")), sym, 8)),
                .090278 / kPower, 5e-5);
}

// Codes are nearest for the scale that is in the file, not for the one before it was rounded.
TEST(Encoders, IntegerCodesAreNearestForTheStoredScale) {
    for (const FormatInfo& format : all_formats()) {
        if (format.kind != FormatKind::kIntGroup) continue;
        std::mt19937 engine(59);
        const auto row = gaussian(512, 1.0F, engine);
        const auto bytes = encode(format, row);
        const auto decoded = decode(format, bytes, row.size());
        const std::size_t group = format.block_elems == 0 ? row.size() : format.block_elems;
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::uint16_t code = 0;
            std::memcpy(&code, bytes.data() + i / group * 2, sizeof code);
            const float scale =
                std::ldexp(1024.0F + static_cast<float>(code & 1023), (code >> 10) - 25);
            // Half a step; the ends may be cut off by the rounding of scale and zero point.
            const float end = format.name.ends_with("ASYM") ? 1.01F : 0.501F;
            ASSERT_LE(std::fabs(decoded[i] - row[i]), end * scale) << format.name << " " << i;
        }
    }
}

// OCP's rule and nearest values on the worked vector: scale .25.
TEST(Encoders, Mxfp4GivesTheWorkedNumbers) {
    std::vector<float> row = {.9F, -.4F, .3F, .05F, -1.1F, .6F, 0, 1.3F};
    row.resize(32, 0.0F);
    const auto decoded = round_trip(format_info(format_named("MXFP4")), row);
    const std::vector<float> expected = {1, -.375F, .25F, 0, -1, .5F, 0, 1.5F};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(decoded[i], expected[i]) << i;
    }
}

TEST(Encoders, ScalesBeyondFloat16Saturate) {
    for (const char* name : {"Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "TQ2_0", "Q2_0", "Q1_0"}) {
        const FormatInfo& format = format_info(format_named(name));
        std::vector<float> row(format.block_elems, 0.0F);
        row[3] = 1e30F;
        row[4] = -1e30F;
        row[5] = 65504.0F;
        const auto decoded = round_trip(format, row);
        EXPECT_GE(decoded[3], 65504.0F) << name;
        EXPECT_TRUE(std::isfinite(decoded[3])) << name;
    }
}

// What importance is for: the error that it weighs gets smaller than without it.
TEST(Encoders, ImportanceLowersTheErrorItWeighs) {
    int formats = 0;
    for (const FormatInfo& format : all_formats()) {
        if (format.encode == nullptr || !format.uses_importance) continue;
        std::mt19937 engine(71);
        const auto row = gaussian(16384, 0.02F, engine);
        auto importance = gaussian(row.size(), 1.0F, engine);
        for (float& weight : importance) {
            weight = std::exp(2 * weight);
        }
        std::vector<std::byte> bytes(row_bytes(format.id, row.size()).value());
        format.encode(row.data(), importance.data(), bytes.data(), row.size());
        const auto with = decode(format, bytes, row.size());
        const auto without = round_trip(format, row);
        double error_with = 0;
        double error_without = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const double weight = importance[i];
            error_with += weight * std::pow(static_cast<double>(with[i] - row[i]), 2);
            error_without += weight * std::pow(static_cast<double>(without[i] - row[i]), 2);
        }
        EXPECT_LT(error_with, 0.95 * error_without) << format.name;
        ++formats;
    }
    EXPECT_EQ(formats, 11);
}

}  // namespace
}  // namespace bitlathe
