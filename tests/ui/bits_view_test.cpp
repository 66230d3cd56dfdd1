// SPDX-License-Identifier: GPL-3.0-or-later
#include <QWheelEvent>

#include "tests/ui/canvas_fixture.h"

namespace bitlathe {
namespace {

class View : public testing::CanvasTest {
protected:
    void SetUp() override {
        CanvasTest::SetUp();
        axis.reset(canvas.bar_list().grid.columns);
    }
    void turn(QPoint at, int notches, Qt::KeyboardModifiers keys = {}) {
        QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    }
};

constexpr auto kQ0 = "blk.0.attn_q.weight";
constexpr auto kQ5 = "blk.5.attn_q.weight";

TEST_F(View, TheWheelZoomsAtThePointer) {
    const QPoint pointer = at(kQ5, 4);
    const double before = canvas.geometry_map().scale().position(pointer.x());
    turn(pointer, 3);
    EXPECT_LT(axis.view().count, 6);
    const double pixel = axis.view().count / canvas.geometry_map().plot().width();
    EXPECT_NEAR(canvas.geometry_map().scale().position(pointer.x()), before, 12 * pixel);
    turn(pointer, -20);
    EXPECT_TRUE(axis.whole());
}

TEST_F(View, ControlZoomsFinerAndShiftFaster) {
    turn(at(kQ5, 4), 1);
    const double normal = axis.view().count;
    axis.fit();
    turn(at(kQ5, 4), 1, Qt::ControlModifier);
    EXPECT_GT(axis.view().count, normal);
    axis.fit();
    turn(at(kQ5, 4), 1, Qt::ShiftModifier);
    EXPECT_LT(axis.view().count, normal);
}

TEST_F(View, ZoomedInBarsAreStillDraggedWhereTheyAre) {
    turn(at(kQ5, 4), 3);
    testing::drag(canvas, at(kQ5, 4.5), at(kQ5, 8.5));
    EXPECT_EQ(format(kQ5), "Q8_0");
    EXPECT_EQ(plan.undo_stack().count(), 1);
}

TEST_F(View, TheMiddleButtonPans) {
    turn(at(kQ5, 4), 3);
    const double first = axis.view().first;
    const QPoint from = at(kQ5, 4);
    QTest::mousePress(&canvas, Qt::MiddleButton, {}, from);
    testing::move_to(canvas, from + QPoint(100, 0));
    QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, from + QPoint(100, 0));
    EXPECT_LT(axis.view().first, first);
    EXPECT_EQ(plan.undo_stack().count(), 0);
}

TEST_F(View, FitShowsTheSelectionAndHomeEverything) {
    click("blk.3.attn_q.weight");
    click(kQ5, Qt::ControlModifier);
    QTest::keyClick(&canvas, Qt::Key_F);
    const auto [first, last] = canvas.geometry_map().scale().visible();
    EXPECT_LE(first, 4);  // the embedding's column comes first
    EXPECT_GE(last, 7);
    EXPECT_LT(axis.view().count, 5);
    QTest::keyClick(&canvas, Qt::Key_Home);
    EXPECT_TRUE(axis.whole());
}

TEST_F(View, BackAndForwardWalkThroughTheViews) {
    click(kQ5);
    QTest::keyClick(&canvas, Qt::Key_F);
    const BlockView close = axis.view();
    axis.back();
    EXPECT_TRUE(axis.whole());
    EXPECT_FALSE(axis.can_go_back());
    axis.forward();
    EXPECT_EQ(axis.view(), close);
    QTest::mouseClick(&canvas, Qt::BackButton, {}, at(kQ5, 4));
    EXPECT_TRUE(axis.whole());
    QTest::mouseClick(&canvas, Qt::ForwardButton, {}, at(kQ5, 4));
    EXPECT_EQ(axis.view(), close);
    turn(at(kQ5, 4), -1);  // two turns of the wheel are one step
    turn(at(kQ5, 4), -1);
    axis.back();
    EXPECT_EQ(axis.view(), close);
}

TEST_F(View, AFrameSelectsWhatItTouches) {
    const QRect first = canvas.geometry_map().slot_rect(bar(kQ0));
    const QRect last = canvas.geometry_map().slot_rect(bar("blk.2.attn_k.weight"));
    testing::drag(canvas, first.topLeft() - QPoint(0, 3), last.center());
    EXPECT_EQ(hub.selected().size(), 6U);
    EXPECT_EQ(plan.undo_stack().count(), 0);
}

TEST_F(View, ARowsNameSelectsTheRoleAndABlocksNumberTheBlock) {
    const BitsGeometry& map = canvas.geometry_map();
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, map.label_rect(0).center());
    EXPECT_EQ(hub.selected().size(), 8U);
    QTest::mouseClick(&canvas, Qt::LeftButton, {},
                      {map.scale().centre(3), map.plot().bottom() + 10});
    EXPECT_EQ(hub.selected().size(), 7U);
}

TEST_F(View, AGroupKeepsItsDifferences) {
    click("blk.1.attn_q.weight");
    QTest::keyClick(&canvas, Qt::Key_3);
    click(kQ0);
    click("blk.1.attn_q.weight", Qt::ControlModifier);
    testing::drag(canvas, at(kQ0, 2), at(kQ0, 4));
    EXPECT_EQ(format(kQ0), "Q6_K");
    EXPECT_EQ(format("blk.1.attn_q.weight"), "Q5_K");
}

TEST_F(View, AComparedPlanIsDrawnWhereItDiffers) {
    std::vector<FormatId> other;
    for (std::size_t i = 0; i < plan.catalog().size(); ++i)
        other.push_back(plan.format(i));
    other[tensor(kQ0)] = *find_format("Q8_0");
    canvas.set_comparison(other);
    EXPECT_DOUBLE_EQ(canvas.compared_bits(bar(kQ0)).value_or(0), 8.5);
    const auto has_mark = [&](const char* name, double bits) {
        const QImage image = canvas.grab(QRect(at(name, bits), QSize(1, 1))).toImage();
        return image.pixelColor(0, 0) == theme.tokens().warning;
    };
    EXPECT_TRUE(has_mark(kQ0, 8.5));
    EXPECT_FALSE(has_mark("blk.1.attn_q.weight", 4.5));  // equal there
    plan.preview(std::vector<FormatChange>{{tensor(kQ0), *find_format("Q8_0")}});
    EXPECT_FALSE(has_mark(kQ0, 8.5));
    plan.cancel_preview();
    canvas.set_comparison({});
    EXPECT_FALSE(canvas.compared_bits(bar(kQ0)));
    EXPECT_FALSE(has_mark(kQ0, 8.5));
}

TEST_F(View, AComparisonEndsWithItsModel) {
    canvas.set_comparison(std::vector<FormatId>(plan.catalog().size(), *find_format("Q8_0")));
    testing::open_into(plan, testing::sample_path());
    EXPECT_FALSE(canvas.compared_bits(0));
}

}  // namespace
}  // namespace bitlathe
