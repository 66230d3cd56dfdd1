// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/code_grid.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

/// Rows whose every group holds one weight of 1 (or -1 to 1 in affine formats) and random others.
std::vector<float> row_of(std::uint32_t group, bool affine, std::size_t cols) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> inside(-0.99F, 0.99F);
    std::vector<float> row(cols);
    for (float& value : row)
        value = inside(random);
    const std::size_t step = group == 0 ? cols : group;
    for (std::size_t at = 0; at < cols; at += step) {
        row[at + 1] = 1;
        if (affine) row[at + 3] = -1;
    }
    return row;
}

double distance(const std::vector<double>& levels, double value) {
    double best = HUGE_VAL;
    for (const double level : levels)
        best = std::min(best, std::abs(level - value));
    return best;
}

TEST(CodeGrid, PlainEncodersUseThisGrid) {
    constexpr std::size_t kCols = 512;
    int checked = 0;
    for (const FormatInfo& info : all_formats()) {
        const auto grid = code_grid(info.id, 1);
        if (!grid || info.searched || info.encode == nullptr) continue;
        SCOPED_TRACE(info.name);
        ++checked;
        ASSERT_TRUE(std::is_sorted(grid->levels.begin(), grid->levels.end()));
        const auto row = row_of(*grid_group(info.id), grid->affine, kCols);
        std::vector<std::byte> bytes(*row_bytes(info.id, kCols));
        info.encode(row.data(), nullptr, bytes.data(), kCols);
        std::vector<float> decoded(kCols);
        info.decode(bytes.data(), decoded.data(), kCols);
        for (const float value : decoded) {
            // float16 scales, and the small scale type of NVFP4 (3 bits of mantissa)
            const double tolerance = info.name == "NVFP4" ? 0.07 : 1e-3;
            ASSERT_LE(distance(grid->levels, value), tolerance);
        }
    }
    EXPECT_GT(checked, 30);
}

TEST(CodeGrid, ItTurnsRoundWithTheSignOfTheExtreme) {
    const FormatId format = *find_format("Q4_0");
    const auto up = code_grid(format, 0.5);
    const auto down = code_grid(format, -0.5);
    ASSERT_TRUE(up && down);
    EXPECT_EQ(up->levels.size(), 16U);
    EXPECT_DOUBLE_EQ(up->levels.back(), 0.5);
    EXPECT_DOUBLE_EQ(down->levels.front(), -0.5);
    EXPECT_DOUBLE_EQ(down->levels.back(), 0.5 * 7 / 8);
}

TEST(CodeGrid, SearchedFormatsHaveAsManyLevelsAsCodes) {
    for (const auto& [name, levels] :
         {std::pair("Q2_K", 4), std::pair("Q3_K", 8), std::pair("Q4_K", 16), std::pair("Q5_K", 32),
          std::pair("Q6_K", 64), std::pair("IQ4_NL", 16)}) {
        const auto grid = code_grid(*find_format(name), 2);
        ASSERT_TRUE(grid) << name;
        EXPECT_EQ(grid->levels.size(), static_cast<std::size_t>(levels)) << name;
        EXPECT_DOUBLE_EQ(std::max(-grid->levels.front(), grid->levels.back()), 2) << name;
    }
}

TEST(CodeGrid, WhatIsNotKnownIsNotInvented) {
    for (const char* name : {"F32", "BF16", "FP8_E4M3", "Q1_0"}) {
        EXPECT_FALSE(code_grid(*find_format(name), 1)) << name;
        EXPECT_FALSE(grid_group(*find_format(name))) << name;
    }
    EXPECT_FALSE(code_grid(*find_format("Q4_0"), 0));
    EXPECT_FALSE(code_grid(*find_format("Q4_0"), std::nan("")));
}

}  // namespace
}  // namespace bitlathe
