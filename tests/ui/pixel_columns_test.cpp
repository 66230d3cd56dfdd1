// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pixel_columns.h"

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

/// One row of `count` bars over a plot of `width` pixels.
BitsGeometry dense(int count, int width) {
    BitsGrid grid;
    grid.rows = 1;
    grid.columns = count;
    for (int column = 0; column < count; ++column)
        grid.bars.push_back({0, column, 0, 1});
    return {std::move(grid),
            QSize(width + BitsGeometry::kLabelWidth + BitsGeometry::kRightMargin, 100)};
}

BarLook look(double bits, double tone) {
    BarLook look;
    look.elements = 800;
    look.bytes = static_cast<std::uint64_t>(bits * 100);
    look.bits = look.low = look.high = bits;
    look.tone = tone;
    return look;
}

TEST(PixelColumns, BarsOfAPixelShowTheirMeanBitsAndTheLargestError) {
    const BitsGeometry geometry = dense(200, 100);
    EXPECT_TRUE(geometry.is_thin(0));
    std::vector<BarLook> looks(200, look(4, 0.25));
    looks[1] = look(8, 0.75);
    std::vector<int> bars;
    for (int bar = 0; bar < 200; ++bar)
        bars.push_back(bar);
    std::vector<std::uint8_t> selected(200, 0);
    selected[1] = 1;
    const auto columns = pixel_columns(geometry, bars, {looks, selected});
    ASSERT_EQ(columns.size(), 100U);
    EXPECT_DOUBLE_EQ(columns[0].bits, 6);
    EXPECT_DOUBLE_EQ(*columns[0].tone, 0.75);
    EXPECT_DOUBLE_EQ(columns[0].low, 4);
    EXPECT_DOUBLE_EQ(columns[0].high, 8);
    EXPECT_TRUE(columns[0].selected);
    EXPECT_DOUBLE_EQ(columns[1].bits, 4);
    EXPECT_FALSE(columns[1].selected);
    EXPECT_EQ(columns[99].x, geometry.plot().right());
}

TEST(PixelColumns, OneUnknownMakesThePixelUnknown) {
    const BitsGeometry geometry = dense(200, 100);
    std::vector<BarLook> looks(200, look(4, 0.25));
    looks[3].tone.reset();
    const std::vector<int> bars = {2, 3, 4, 5};
    const std::vector<std::uint8_t> selected(200, 0);
    const auto columns = pixel_columns(geometry, bars, {looks, selected});
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_FALSE(columns[0].tone);
    EXPECT_TRUE(columns[1].tone);
}

TEST(PixelColumns, AnotherPlanIsShownWhereItDiffers) {
    const BitsGeometry geometry = dense(200, 100);
    const std::vector<BarLook> looks(200, look(4, 0.25));
    const std::vector<std::uint8_t> selected(200, 0);
    std::vector<std::optional<double>> others(200);
    others[1] = 6;
    others[4] = 4;  // another format of the same size
    const std::vector<int> bars = {0, 1, 2, 3, 4, 5};
    const auto columns = pixel_columns(geometry, bars, {looks, selected, others});
    ASSERT_EQ(columns.size(), 3U);
    EXPECT_DOUBLE_EQ(columns[0].other.value(), 5);  // the mean of 4 and 6
    EXPECT_FALSE(columns[1].other);
    EXPECT_DOUBLE_EQ(columns[2].other.value(), 4);
}

TEST(PixelColumns, WideBarsAreNotThin) {
    EXPECT_FALSE(dense(40, 100).is_thin(0));
    EXPECT_FALSE(dense(50, 100).is_thin(0));
    EXPECT_TRUE(dense(51, 100).is_thin(0));
}

}  // namespace
}  // namespace bitlathe
