// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs nobody should have: whatever comes in, the file's scales are finite.
#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "tests/core/formats/search/search_test_support.h"

namespace bitlathe::test {
namespace {

constexpr float kInf = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kMax = std::numeric_limits<float>::max();
constexpr float kTiny = std::numeric_limits<float>::denorm_min();

std::vector<std::vector<float>> hostile_rows() {
    std::vector<std::vector<float>> rows;
    const auto good = random_values(512, Shape::kGaussian, 0.02F, 51);
    for (const float value : {kInf, -kInf, kNan, kMax, -kMax, 1e30F, 70000.0F, 1e-30F, kTiny,
                              -kTiny, 0.0F, -0.0F, 1.0F, -1.0F, 1e-7F}) {
        rows.emplace_back(512, value);
        auto one = good;
        one[100] = value;
        rows.push_back(one);
        auto mixed = good;
        for (std::size_t i = 0; i < mixed.size(); i += 3)
            mixed[i] = value;
        rows.push_back(mixed);
        auto alternating = std::vector<float>(512);
        for (std::size_t i = 0; i < 512; ++i)
            alternating[i] = i % 2 == 0 ? value : -value;
        rows.push_back(alternating);
    }
    return rows;
}

std::vector<std::vector<float>> hostile_importance() {
    std::vector<std::vector<float>> rows;
    for (const float value : {0.0F, -1.0F, kNan, kInf, kMax, kTiny, 1.0F}) {
        rows.emplace_back(512, value);
        auto some = random_importance(512, 52);
        for (std::size_t i = 0; i < 512; i += 5)
            some[i] = value;
        rows.push_back(some);
    }
    return rows;
}

TEST(SearchHostile, DecodedValuesAreFinite) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        for (const auto& x : hostile_rows()) {
            if (!encoder.needs_importance) {
                for (const float y : decode(encoder.type, encode(encoder, x), x.size())) {
                    ASSERT_TRUE(std::isfinite(y)) << encoder.type;
                }
            }
            for (const auto& q : hostile_importance()) {
                for (const float y : decode(encoder.type, encode(encoder, x, q), x.size())) {
                    ASSERT_TRUE(std::isfinite(y)) << encoder.type;
                }
            }
        }
    }
}

TEST(SearchHostile, ValuesThatAreNotFiniteCountAsZero) {
    const auto good = random_values(512, Shape::kGaussian, 0.02F, 53);
    const auto q = random_importance(512, 54);
    for (const SearchedEncoder& encoder : searched_encoders()) {
        auto zeroed = good;
        zeroed[5] = zeroed[300] = zeroed[511] = 0;
        for (const float value : {kInf, -kInf, kNan}) {
            auto hostile = good;
            hostile[5] = hostile[300] = hostile[511] = value;
            EXPECT_EQ(encode(encoder, hostile, q), encode(encoder, zeroed, q)) << encoder.type;
        }
    }
}

TEST(SearchHostile, UnusableImportanceIsNone) {
    const auto x = random_values(512, Shape::kLaplace, 0.02F, 55);
    for (const SearchedEncoder& encoder : searched_encoders()) {
        if (encoder.needs_importance) continue;
        for (const float value : {0.0F, -1.0F, kNan, kInf}) {
            EXPECT_EQ(encode(encoder, x, std::vector<float>(512, value)), encode(encoder, x))
                << encoder.type << " importance " << value;
        }
        // In one block only: the other keeps its importance.
        auto half = random_importance(512, 56);
        const auto full = encode(encoder, x, half);
        const auto none = encode(encoder, x);
        std::fill(half.begin() + 256, half.end(), 0.0F);
        auto expected = full;
        std::copy(none.begin() + static_cast<std::ptrdiff_t>(none.size() / 2), none.end(),
                  expected.begin() + static_cast<std::ptrdiff_t>(none.size() / 2));
        EXPECT_EQ(encode(encoder, x, half), expected) << encoder.type;
    }
}

TEST(SearchHostile, HugeValuesSaturate) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        const std::vector<float> x(512, 1e30F);
        const std::vector<float> q(512, 1.0F);
        for (const float y : decode(encoder.type, encode(encoder, x, q), x.size())) {
            ASSERT_GE(y, 60000.0F) << encoder.type;
        }
    }
}

TEST(SearchHostile, NothingIsWrittenBehindTheRow) {
    const auto x = random_values(768, Shape::kGaussian, 1, 57);
    const auto q = random_importance(768, 58);
    for (const SearchedEncoder& encoder : searched_encoders()) {
        for (std::size_t cols = encoder.block; cols <= 768; cols += encoder.block) {
            std::vector<std::byte> out(cols / encoder.block * encoder.block_bytes + 64,
                                       std::byte{0xA5});
            encoder.encode(x.data(), q.data(), out.data(), cols);
            for (std::size_t i = out.size() - 64; i < out.size(); ++i) {
                ASSERT_EQ(out[i], std::byte{0xA5}) << encoder.type << " " << cols;
            }
        }
    }
}

}  // namespace
}  // namespace bitlathe::test
