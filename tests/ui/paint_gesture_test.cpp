// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/paint_gesture.h"

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

class Gesture : public ::testing::Test {
protected:
    Gesture() {
        BitsGrid grid;
        grid.rows = 2;
        grid.columns = 20;
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 20; ++column)
                grid.bars.push_back({row, column});
        }
        geometry = BitsGeometry(grid, {800, 400});
    }
    [[nodiscard]] QPoint at(int bar, double bits) const {
        const int row = geometry.grid().bars[static_cast<std::size_t>(bar)].row;
        return {geometry.slot_rect(bar).center().x(), geometry.y_of(row, bits)};
    }
    BitsGeometry geometry;
};

TEST_F(Gesture, ATremblingClickIsNoDrag) {
    PaintGesture gesture(3, at(3, 4), {});
    EXPECT_FALSE(gesture.move(geometry, at(3, 4) + QPoint(1, 1)));
    EXPECT_FALSE(gesture.move(geometry, at(3, 4) + QPoint(-2, 2)));
    EXPECT_FALSE(gesture.started());
    EXPECT_TRUE(gesture.wanted().empty());
}

TEST_F(Gesture, ABarFollowsThePointer) {
    PaintGesture gesture(3, at(3, 4), {});
    EXPECT_TRUE(gesture.move(geometry, at(3, 6)));
    EXPECT_TRUE(gesture.started());
    ASSERT_EQ(gesture.wanted().size(), 1U);
    EXPECT_NEAR(*gesture.wanted(3), 6, 0.1);
    EXPECT_FALSE(gesture.move(geometry, at(3, 6)));  // nothing new
    EXPECT_TRUE(gesture.move(geometry, at(3, 2)));
    EXPECT_NEAR(*gesture.wanted(3), 2, 0.1);
}

TEST_F(Gesture, AFastPointerPaintsWhatItJumpsOver) {
    PaintGesture gesture(2, at(2, 2), {});
    gesture.move(geometry, at(12, 7));
    ASSERT_EQ(gesture.wanted().size(), 11U);
    double last = 0;
    for (int bar = 2; bar <= 12; ++bar) {
        EXPECT_GE(*gesture.wanted(bar), last) << bar;
        last = *gesture.wanted(bar);
    }
    EXPECT_NEAR(*gesture.wanted(12), 7, 0.1);
}

TEST_F(Gesture, ItWorksLeftwardsToo) {
    PaintGesture gesture(12, at(12, 5), {});
    gesture.move(geometry, at(4, 5));
    EXPECT_EQ(gesture.wanted().size(), 9U);
    EXPECT_EQ(gesture.last_bar(), 4);
}

TEST_F(Gesture, ItStaysInItsRow) {
    PaintGesture gesture(2, at(2, 5), {});
    gesture.move(geometry, at(22, 5) + QPoint(60, 0));
    for (const auto& entry : gesture.wanted())
        EXPECT_LT(entry.bar, 20);
    EXPECT_EQ(gesture.wanted().back().bits, 0);  // below the row is its bottom
}

TEST_F(Gesture, AGroupMovesByTheSameStep) {
    PaintGesture gesture(3, at(3, 4), {{1, 2.5}, {3, 4}, {25, 6.5}});
    gesture.move(geometry, at(9, 6));
    ASSERT_EQ(gesture.wanted().size(), 3U);
    EXPECT_NEAR(*gesture.wanted(1), 4.5, 0.1);
    EXPECT_NEAR(*gesture.wanted(3), 6, 0.1);
    EXPECT_NEAR(*gesture.wanted(25), 8.5, 0.1);
    gesture.move(geometry, at(9, 0));
    EXPECT_EQ(*gesture.wanted(1), 0);  // there is nothing below nothing
}

}  // namespace
}  // namespace bitlathe
