// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/minimap.h"

#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

using Part = MinimapGeometry::Part;

TEST(MinimapGeometry, TheHandleIsThePartInSight) {
    const MinimapGeometry map(100, 50, 400, {25, 50});
    EXPECT_EQ(map.handle(), std::pair(150, 350));
    EXPECT_EQ(map.part_at(250), Part::kHandle);
    EXPECT_EQ(map.part_at(150), Part::kLeftEdge);
    EXPECT_EQ(map.part_at(349), Part::kRightEdge);
    EXPECT_EQ(map.part_at(100), Part::kOutside);
    EXPECT_EQ(map.part_at(20), Part::kNothing);
    EXPECT_EQ(MinimapGeometry(100, 50, 400, {}).handle(), std::pair(50, 450));
}

TEST(MinimapGeometry, ANarrowHandleCanStillBeTakenInItsMiddle) {
    const MinimapGeometry map(10000, 0, 500, {9990, 4});
    const auto [first, last] = map.handle();
    EXPECT_GE(last - first, MinimapGeometry::kSmallestHandle);
    EXPECT_LE(last, 500);
    EXPECT_EQ(map.part_at((first + last) / 2), Part::kHandle);
}

TEST(MinimapGeometry, EveryColumnIsUnderSomePixel) {
    for (const int columns : {1, 7, 399, 400, 401, 5558}) {
        const MinimapGeometry map(columns, 10, 400, {});
        int next = 0;
        for (int x = 10; x < 410; ++x) {
            const auto [first, last] = map.columns_at(x);
            ASSERT_LT(first, last) << columns;
            ASSERT_LE(first, next) << columns << " at " << x;
            next = std::max(next, last);
        }
        EXPECT_EQ(next, columns);
    }
}

TEST(MinimapGeometry, DraggingStaysWithinTheModel) {
    const MinimapGeometry map(100, 0, 400, {20, 40});
    EXPECT_EQ(map.dragged(Part::kHandle, 100, 140), (BlockView{30, 40}));
    EXPECT_EQ(map.dragged(Part::kHandle, 100, 4000), (BlockView{60, 40}));
    EXPECT_EQ(map.dragged(Part::kHandle, 100, -4000), (BlockView{0, 40}));
    EXPECT_EQ(map.dragged(Part::kLeftEdge, 80, 120), (BlockView{30, 30}));
    EXPECT_EQ(map.dragged(Part::kLeftEdge, 80, 4000), (BlockView{58, 2}));
    EXPECT_EQ(map.dragged(Part::kRightEdge, 240, 280), (BlockView{20, 50}));
    EXPECT_EQ(map.dragged(Part::kRightEdge, 240, -4000), (BlockView{20, 2}));
    EXPECT_EQ(map.centred(200), (BlockView{30, 40}));
    EXPECT_EQ(map.centred(0), (BlockView{0, 40}));
}

class MinimapTest : public ::testing::Test {
protected:
    void SetUp() override {
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
        axis.reset(BlockColumnMap(plan.catalog()).columns().count);
        map.resize(700, map.sizeHint().height());
    }
    /// A pixel of the strip over a column position.
    [[nodiscard]] QPoint over(double column) const {
        const MinimapGeometry& g = map.geometry_map();
        return {g.left() + static_cast<int>(column / g.scale()), map.height() / 2};
    }
    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    BlockAxis axis;
    Minimap map{plan, hub, axis, theme};
};

TEST_F(MinimapTest, IsThereWhenAPartIsInSight) {
    EXPECT_TRUE(map.isHidden());
    EXPECT_EQ(map.focusPolicy(), Qt::NoFocus);
    axis.zoom(2, 0);
    EXPECT_FALSE(map.isHidden());
    EXPECT_EQ(map.focusPolicy(), Qt::StrongFocus);
    EXPECT_TRUE(map.accessibleName().contains(QStringLiteral("embed")));
    axis.fit();
    EXPECT_TRUE(map.isHidden());
}

TEST_F(MinimapTest, TheFrameIsDraggedResizedAndBroughtToAClick) {
    axis.zoom(2.5, 0);
    map.show();
    const double count = axis.view().count;
    testing::drag(map, over(count / 2), over(count / 2 + 3));
    EXPECT_NEAR(axis.view().first, 3, 0.2);
    EXPECT_NEAR(axis.view().count, count, 1e-9);
    const double first = axis.view().first;
    testing::drag(map, over(first + count), over(first + count + 2));
    EXPECT_NEAR(axis.view().count, count + 2, 0.2);
    EXPECT_NEAR(axis.view().first, first, 1e-9);
    QTest::mouseClick(&map, Qt::LeftButton, {}, over(1));
    EXPECT_EQ(axis.view().first, 0);
    EXPECT_TRUE(plan.undo_stack().isClean());
    axis.back();
    axis.back();
    EXPECT_TRUE(axis.whole() || axis.can_go_back());
}

TEST_F(MinimapTest, KeysAndWheelMoveTheFrame) {
    axis.zoom(2.5, 0);
    map.show();
    map.setFocus();
    const double count = axis.view().count;
    QTest::keyClick(&map, Qt::Key_Right);
    EXPECT_NEAR(axis.view().first, 0.1 * count, 1e-9);
    QTest::keyClick(&map, Qt::Key_PageDown);
    EXPECT_NEAR(axis.view().first, 0.6 * count, 1e-9);
    QTest::keyClick(&map, Qt::Key_Plus);
    EXPECT_LT(axis.view().count, count);
    const double zoomed = axis.view().count;
    QWheelEvent turn(over(5), map.mapToGlobal(over(5)), {}, {0, -120}, Qt::NoButton, {},
                     Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map, &turn);
    EXPECT_GT(axis.view().count, zoomed);
    QTest::keyClick(&map, Qt::Key_Home);
    EXPECT_TRUE(axis.whole());
}

TEST_F(MinimapTest, PaintsAllBlocksAndTheHoveredOne) {
    axis.zoom(2, 0);
    map.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&map));
    const QImage before = map.grab().toImage();
    const std::size_t tensor = *plan.catalog().model().checkpoint->find("blk.7.attn_q.weight");
    hub.hover(tensor);
    EXPECT_NE(map.grab().toImage(), before);
    hub.hover(std::nullopt);
    EXPECT_EQ(map.grab().toImage(), before);
}

}  // namespace
}  // namespace bitlathe
