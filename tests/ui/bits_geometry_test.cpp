// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bits_geometry.h"

#include <set>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

/// `blocks` blocks of `rows` roles, an embedding at the left and a head at the right.
BitsGrid make_grid(int rows, int blocks, bool outside = true) {
    BitsGrid grid;
    grid.rows = rows;
    grid.left = outside ? 1 : 0;
    grid.right = outside ? 1 : 0;
    grid.columns = blocks + grid.left + grid.right;
    for (int row = 0; row < rows; ++row) {
        for (int block = 0; block < blocks; ++block)
            grid.bars.push_back({row, grid.left + block});
    }
    if (outside) {
        grid.bars.push_back({rows - 1, 0});
        grid.bars.push_back({rows - 1, grid.columns - 1});
    }
    return grid;
}

struct Shape {
    int rows, blocks;
    QSize size;
};

class GeometryOfShapes : public ::testing::TestWithParam<Shape> {
protected:
    BitsGeometry geometry{make_grid(GetParam().rows, GetParam().blocks), GetParam().size};
};

TEST_P(GeometryOfShapes, EveryBarIsFoundInTheMiddleOfItsSlot) {
    for (int bar = 0; bar < geometry.bar_count(); ++bar) {
        const QRect slot = geometry.slot_rect(bar);
        EXPECT_EQ(geometry.bar_at(slot.center()), bar);
        EXPECT_EQ(geometry.bar_at(slot.topLeft()), bar);
        EXPECT_EQ(geometry.bar_at(slot.bottomRight()), bar);
    }
}

TEST_P(GeometryOfShapes, SlotsAreInThePlotAndApart) {
    for (int a = 0; a < geometry.bar_count(); ++a) {
        EXPECT_TRUE(geometry.plot().contains(geometry.slot_rect(a))) << a;
        if (a > 0) {
            EXPECT_FALSE(geometry.slot_rect(a).intersects(geometry.slot_rect(a - 1))) << a;
        }
    }
}

TEST_P(GeometryOfShapes, BitsComeBackFromTheTopOfABar) {
    for (const double bits : {0.0, 2.625, 4.5, 8.5}) {
        const double per_pixel = BitsGeometry::kAxisBits / geometry.row_rect(0).height();
        EXPECT_NEAR(geometry.bits_at(0, geometry.y_of(0, bits)), bits, per_pixel);
    }
}

TEST_P(GeometryOfShapes, MoreBitsAreNeverLower) {
    int last = geometry.row_rect(0).bottom() + 1;
    for (double bits = 0; bits <= 16; bits += 0.25) {
        EXPECT_LE(geometry.y_of(0, bits), last);
        last = geometry.y_of(0, bits);
    }
    EXPECT_EQ(geometry.bar_rect(0, 16).top(), geometry.slot_rect(0).top());
    EXPECT_GE(geometry.bar_rect(0, 0.01).height(), 1);
}

TEST_P(GeometryOfShapes, ALineThroughARowTouchesEveryBarOfItOnce) {
    const QRect plot = geometry.plot();
    for (int row = 0; row < GetParam().rows; ++row) {
        const auto right = geometry.bars_between(row, plot.left(), plot.right());
        auto left = geometry.bars_between(row, plot.right(), plot.left());
        std::reverse(left.begin(), left.end());
        EXPECT_EQ(right, left);
        const std::size_t expected =
            static_cast<std::size_t>(GetParam().blocks) + (row == GetParam().rows - 1 ? 2 : 0);
        EXPECT_EQ(std::set<int>(right.begin(), right.end()).size(), expected);
    }
}

TEST_P(GeometryOfShapes, BarsInARectangleAreThoseThatMeetIt) {
    const QRect rect(geometry.plot().center(), QSize(60, 60));
    const auto found = geometry.bars_in(rect);
    const std::set<int> set(found.begin(), found.end());
    for (int bar = 0; bar < geometry.bar_count(); ++bar) {
        if (geometry.slot_rect(bar).intersects(rect)) {
            EXPECT_TRUE(set.count(bar)) << bar;
        }
    }
    EXPECT_LT(set.size(), static_cast<std::size_t>(geometry.bar_count()));
}

INSTANTIATE_TEST_SUITE_P(Shapes, GeometryOfShapes,
                         ::testing::Values(Shape{7, 8, {800, 800}}, Shape{7, 126, {1000, 700}},
                                           Shape{8, 250, {900, 500}}, Shape{1, 3, {500, 200}}));

TEST(BitsGeometry, EmptyAndTinyCanvasesAreHarmless) {
    const BitsGeometry nothing;
    EXPECT_FALSE(nothing.bar_at({10, 10}));
    EXPECT_TRUE(nothing.bars_in(QRect(0, 0, 100, 100)).empty());
    for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(90, 30), QSize(120, 40)}) {
        const BitsGeometry tiny(make_grid(7, 500), size);
        for (int bar = 0; bar < tiny.bar_count(); bar += 97) {
            EXPECT_GE(tiny.slot_rect(bar).width(), 1);
            EXPECT_GE(tiny.bar_rect(bar, 4.5).height(), 1);
        }
        (void)tiny.bar_at({5, 5});
        EXPECT_GE(tiny.bits_at(0, -1000), 0);
        EXPECT_LE(tiny.bits_at(0, -1000), BitsGeometry::kAxisBits);
    }
}

TEST(BitsGeometry, PlacesBesideTheBarsBelongToNone) {
    const BitsGeometry geometry(make_grid(2, 4), {600, 300});
    EXPECT_FALSE(geometry.bar_at({5, 100}));    // labels
    EXPECT_FALSE(geometry.bar_at({300, 298}));  // axis
    EXPECT_FALSE(geometry.bar_at({-5, -5}));
    const QRect first = geometry.slot_rect(0);
    EXPECT_FALSE(geometry.bar_at({first.right() + 2, first.center().y()}));
}

TEST(BitsGeometry, BarsOfOneColumnShareItsWidth) {
    BitsGrid grid;
    grid.rows = 1;
    grid.columns = 2;
    grid.bars = {{0, 0, 0, 2}, {0, 0, 1, 2}, {0, 1, 0, 1}};
    const BitsGeometry geometry(grid, {300, 200});
    EXPECT_LT(geometry.slot_rect(0).right(), geometry.slot_rect(1).left());
    EXPECT_LE(geometry.slot_rect(0).width() + geometry.slot_rect(1).width(),
              geometry.slot_rect(2).width());
    EXPECT_EQ(geometry.bar_at(geometry.slot_rect(1).center()), 1);
}

TEST(BitsGeometry, LabelsKeepApartAndBeginWithTheFirstBlock) {
    const BitsGeometry geometry(make_grid(7, 126), {900, 600});
    constexpr int kWidth = 36;
    const auto labelled = geometry.scale().labelled(kWidth);
    ASSERT_GE(labelled.size(), 4U);
    EXPECT_EQ(labelled[0], 0);
    EXPECT_EQ(labelled[1], 1);
    EXPECT_EQ(labelled.back(), 127);
    for (std::size_t i = 2; i + 1 < labelled.size(); ++i) {
        EXPECT_GE(geometry.scale().centre(labelled[i]) - geometry.scale().centre(labelled[i - 1]),
                  kWidth - 2);
    }
}

}  // namespace
}  // namespace bitlathe
