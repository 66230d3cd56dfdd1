// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold exactly: same bytes on every instruction set, rows and blocks on their own, powers
// of two, signs, values on the grid.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "hwy/targets.h"
#include <gtest/gtest.h>

#include "tests/core/formats/search/search_test_support.h"

namespace bitlathe::test {
namespace {

// Restores the choice of the best instruction set.
class PinnedTarget {
public:
    explicit PinnedTarget(std::int64_t target) { choose(target); }
    ~PinnedTarget() { choose(0); }
    PinnedTarget(const PinnedTarget&) = delete;
    PinnedTarget& operator=(const PinnedTarget&) = delete;

private:
    static void choose(std::int64_t target) {
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
};

TEST(SearchProperty, SameBytesOnEveryInstructionSet) {
    const auto targets = hwy::SupportedAndGeneratedTargets();
    ASSERT_GE(targets.size(), 1U);
    for (const SearchedEncoder& encoder : searched_encoders()) {
        for (const Shape shape : {Shape::kGaussian, Shape::kLaplace, Shape::kHeavyTail}) {
            const auto x = random_values(5 * 256, shape, 0.03F, 11);
            const auto q = random_importance(x.size(), 12);
            const auto with = encode(encoder, x, q);
            const auto without = encoder.needs_importance ? with : encode(encoder, x);
            for (const std::int64_t target : targets) {
                const PinnedTarget pinned(target);
                EXPECT_EQ(encode(encoder, x, q), with)
                    << encoder.type << " on " << hwy::TargetName(target);
                if (!encoder.needs_importance) {
                    EXPECT_EQ(encode(encoder, x), without)
                        << encoder.type << " on " << hwy::TargetName(target);
                }
            }
        }
    }
}

TEST(SearchProperty, BlocksDoNotDependOnTheirNeighbours) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        if (encoder.needs_importance) continue;  // their weights depend on the whole row
        const auto x = random_values(7 * 256, Shape::kLaplace, 0.02F, 21);
        const auto q = random_importance(x.size(), 22);
        const auto whole = encode(encoder, x, q);
        std::vector<std::byte> parts;
        for (std::size_t at = 0; at < x.size(); at += encoder.block) {
            const auto part = encode(encoder, std::span(x).subspan(at, encoder.block),
                                     std::span(q).subspan(at, encoder.block));
            parts.insert(parts.end(), part.begin(), part.end());
        }
        EXPECT_EQ(parts, whole) << encoder.type;
    }
}

TEST(SearchProperty, PowersOfTwoPassThrough) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        const auto x = random_values(2048, Shape::kGaussian, 3, 31);
        const auto q = random_importance(x.size(), 32);
        const auto y = decode(encoder.type, encode(encoder, x, q), x.size());
        for (const int exponent : {-1, 1, 4}) {
            auto scaled = x;
            for (float& value : scaled)
                value = std::ldexp(value, exponent);
            const auto z = decode(encoder.type, encode(encoder, scaled, q), x.size());
            for (std::size_t i = 0; i < x.size(); ++i) {
                ASSERT_EQ(z[i], std::ldexp(y[i], exponent)) << encoder.type << " 2^" << exponent;
            }
        }
        auto louder = q;
        for (float& value : louder)
            value *= 1024;
        EXPECT_EQ(encode(encoder, x, louder), encode(encoder, x, q)) << encoder.type;
    }
}

TEST(SearchProperty, SignsPassThroughFormatsWithoutMin) {
    for (const char* type : {"Q3_K", "Q6_K", "IQ4_NL", "IQ4_XS", "Q4_0", "Q5_0"}) {
        const SearchedEncoder& encoder = searched_encoder(type);
        const auto x = random_values(2048, Shape::kGaussian, 1, 41);
        const auto q = random_importance(x.size(), 42);
        auto negative = x;
        for (float& value : negative)
            value = -value;
        const auto y = decode(type, encode(encoder, x, q), x.size());
        const auto z = decode(type, encode(encoder, negative, q), x.size());
        for (std::size_t i = 0; i < x.size(); ++i) {
            ASSERT_EQ(z[i], -y[i]) << type;
        }
    }
}

TEST(SearchProperty, ZerosStayZero) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        const std::vector<float> zeros(768);
        const std::vector<float> ones(768, 1.0F);
        for (const float value : decode(encoder.type, encode(encoder, zeros, ones), 768)) {
            ASSERT_EQ(value, 0.0F) << encoder.type;
        }
    }
}

// Values of a grid that every sub-block uses from end to end come back, but for the float16
// rounding of the scales.
TEST(SearchProperty, ValuesOnTheGridComeBack) {
    struct Grid {
        const char* type;
        std::vector<float> points;
    };
    std::vector<Grid> grids = {
        {"IQ4_NL", {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113}},
        {"IQ4_XS", {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113}},
    };
    const auto range = [](float low, float high) {
        std::vector<float> points;
        for (float p = low; p <= high; ++p)
            points.push_back(p);
        return points;
    };
    grids.push_back({"Q2_K", range(-2, 1)});
    grids.push_back({"Q3_K", range(-4, 3)});
    grids.push_back({"Q4_K", range(-7, 8)});
    grids.push_back({"Q5_K", range(-15, 16)});
    grids.push_back({"Q4_0", range(-8, 7)});
    grids.push_back({"Q4_1", range(2, 17)});
    grids.push_back({"Q5_0", range(-16, 15)});
    grids.push_back({"Q5_1", range(-40, -9)});
    for (const Grid& grid : grids) {
        const SearchedEncoder& encoder = searched_encoder(grid.type);
        std::vector<float> x;
        for (std::size_t i = 0; i < 1024; ++i) {
            x.push_back(0.375F * grid.points[(i * 7) % grid.points.size()]);
        }
        const std::vector<float> ones(x.size(), 1.0F);
        const auto y = decode(grid.type, encode(encoder, x, ones), x.size());
        const float largest = std::fabs(
            *std::ranges::max_element(x, {}, [](float value) { return std::fabs(value); }));
        for (std::size_t i = 0; i < x.size(); ++i) {
            ASSERT_NEAR(y[i], x[i], 1e-3F * largest) << grid.type << " element " << i;
        }
    }
}

}  // namespace
}  // namespace bitlathe::test
