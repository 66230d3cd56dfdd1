// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/canvas_fixture.h"
#include "ui/canvas/hover_text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using Canvas = testing::CanvasTest;

constexpr auto kQ0 = "blk.0.attn_q.weight";
constexpr auto kQ3 = "blk.3.attn_q.weight";

TEST_F(Canvas, ADragIsAPreviewAndThenOneUndoStep) {
    const Plan before = plan.plan();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    testing::move_to(canvas, at(kQ0, 6.5));
    EXPECT_EQ(format(kQ0), "Q6_K");
    EXPECT_EQ(plan.undo_stack().count(), 0);
    EXPECT_EQ(plan.plan(), before);
    testing::move_to(canvas, at(kQ0, 8.5));
    EXPECT_EQ(format(kQ0), "Q8_0");
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(kQ0, 8.5));
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(plan.undo_stack().undoText(), u"Set 1 tensor to Q8_0"_s);
    EXPECT_EQ(format(kQ0), "Q8_0");
    plan.undo_stack().undo();
    EXPECT_EQ(plan.plan(), before);
    EXPECT_EQ(format(kQ0), "Q4_K");
}

TEST_F(Canvas, EscapeDuringADragMeansNothingHappened) {
    const Plan before = plan.plan();
    const std::uint64_t bytes = plan.totals().bytes;
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    testing::move_to(canvas, at(kQ0, 8.5));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    EXPECT_EQ(format(kQ0), "Q4_K");
    EXPECT_EQ(plan.totals().bytes, bytes);
    testing::move_to(canvas, at(kQ0, 2.5));  // the button is still down
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(kQ0, 2.5));
    EXPECT_EQ(plan.plan(), before);
    EXPECT_EQ(plan.undo_stack().count(), 0);
}

TEST_F(Canvas, PaintingOverARowSetsAllOfIt) {
    testing::drag(canvas, at(kQ0, 6.5), at("blk.7.attn_q.weight", 6.5), 3);
    for (int block = 0; block < 8; ++block) {
        EXPECT_EQ(format(("blk." + std::to_string(block) + ".attn_q.weight").c_str()), "Q6_K")
            << block;
        EXPECT_EQ(format(("blk." + std::to_string(block) + ".attn_k.weight").c_str()), "Q4_K")
            << block;
    }
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(plan.undo_stack().undoText(), u"Set 8 tensors to Q6_K"_s);
}

TEST_F(Canvas, PaintingASlopeIsNamedForWhatItIs) {
    testing::drag(canvas, at(kQ0, 2.6), at("blk.7.attn_q.weight", 8.5), 3);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_TRUE(plan.undo_stack().undoText().startsWith(u"Paint "_s));
    EXPECT_EQ(format("blk.7.attn_q.weight"), "Q8_0");
}

TEST_F(Canvas, AClickSelectsAndChangesNothing) {
    click(kQ0);
    EXPECT_EQ(hub.selected(), std::vector<std::size_t>{tensor(kQ0)});
    EXPECT_EQ(plan.undo_stack().count(), 0);
    click(kQ3, Qt::ControlModifier);
    EXPECT_EQ(hub.selected().size(), 2U);
    click(kQ0);
    click(kQ3, Qt::ShiftModifier);
    EXPECT_EQ(hub.selected().size(), 4U);
}

TEST_F(Canvas, ASelectionIsDraggedAsOne) {
    click(kQ0);
    click("blk.5.ffn_up.weight", Qt::ControlModifier);
    testing::drag(canvas, at(kQ0, 4), at(kQ0, 8.5));
    EXPECT_EQ(format(kQ0), "Q8_0");
    EXPECT_EQ(format("blk.5.ffn_up.weight"), "Q8_0");
    EXPECT_EQ(plan.undo_stack().count(), 1);
}

TEST_F(Canvas, LockedBarsStayUnderTheBrush) {
    click(kQ3);
    QTest::keyClick(&canvas, Qt::Key_Space);
    EXPECT_TRUE(plan.locked(tensor(kQ3)));
    EXPECT_EQ(plan.undo_stack().undoText(), u"Lock 1 tensor"_s);
    testing::drag(canvas, at(kQ0, 6.5), at("blk.7.attn_q.weight", 6.5), 9);
    EXPECT_EQ(format(kQ3), "Q4_K");
    EXPECT_EQ(format("blk.4.attn_q.weight"), "Q6_K");
    click(kQ3);
    QTest::keyClick(&canvas, Qt::Key_8);
    EXPECT_EQ(format(kQ3), "Q4_K");
    QTest::keyClick(&canvas, Qt::Key_Space);
    EXPECT_FALSE(plan.locked(tensor(kQ3)));
}

TEST_F(Canvas, OneStepOfADragIsOneEvaluation) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    const std::uint64_t before = plan.evaluations();
    testing::move_to(canvas, at(kQ0, 6.5));
    EXPECT_EQ(plan.evaluations(), before + 1);
    testing::move_to(canvas, at(kQ0, 6.6));  // the same rung
    EXPECT_EQ(plan.evaluations(), before + 1);
    testing::move_to(canvas, at(kQ0, 8.5));
    EXPECT_EQ(plan.evaluations(), before + 2);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(kQ0, 8.5));
    EXPECT_EQ(plan.evaluations(), before + 3);
}

TEST_F(Canvas, ADragRepaintsItsNeighbourhoodOnly) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    testing::move_to(canvas, at(kQ0, 5.5));
    const std::uint64_t before = canvas.bars_painted();
    testing::move_to(canvas, at(kQ0, 6.5));
    EXPECT_GT(canvas.bars_painted(), before);
    EXPECT_LT(canvas.bars_painted() - before, canvas.bar_list().bars.size() / 2);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(kQ0, 6.5));
}

TEST_F(Canvas, KeysStepSetAndMove) {
    click(kQ0);
    QTest::keyClick(&canvas, Qt::Key_Up);
    EXPECT_EQ(format(kQ0), "Q5_K");
    QTest::keyClick(&canvas, Qt::Key_Down);
    QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_EQ(format(kQ0), "Q3_K");
    const std::vector<std::pair<Qt::Key, const char*>> digits = {
        {Qt::Key_2, "Q2_K"}, {Qt::Key_3, "Q3_K"}, {Qt::Key_4, "Q4_K"},
        {Qt::Key_5, "Q5_K"}, {Qt::Key_6, "Q6_K"}, {Qt::Key_8, "Q8_0"}};
    for (const auto& [key, name] : digits) {
        QTest::keyClick(&canvas, key);
        EXPECT_EQ(format(kQ0), name);
    }
    QTest::keyClick(&canvas, Qt::Key_Right);
    EXPECT_EQ(hub.current(), tensor("blk.1.attn_q.weight"));
    QTest::keyClick(&canvas, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(hub.current(), tensor("blk.1.attn_k.weight"));
    QTest::keyClick(&canvas, Qt::Key_Left);
    EXPECT_EQ(hub.current(), tensor("blk.0.attn_k.weight"));
    EXPECT_TRUE(canvas.part(*canvas.current_part()).name.contains(u"attn_k"_s));
    QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(hub.selected().size(), 2U);
}

TEST_F(Canvas, AnEditAnnouncesItselfFirst) {
    QSignalSpy begins(&canvas, &BitsCanvas::edit_begins);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    EXPECT_EQ(begins.count(), 1);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    QTest::keyClick(&canvas, Qt::Key_Up);
    EXPECT_EQ(begins.count(), 2);
}

TEST_F(Canvas, HoverSaysNamePriceAndEstimate) {
    testing::move_to(canvas, at(kQ0, 3));
    EXPECT_EQ(hub.hovered(), tensor(kQ0));
    const auto lines = hover_text(plan, canvas.bar_list().bars[static_cast<std::size_t>(bar(kQ0))]);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_EQ(lines[0].text, QString::fromLatin1(kQ0));
    EXPECT_TRUE(lines[1].text.contains(u"BF16"_s) && lines[1].text.contains(u"Q4_K"_s));
    EXPECT_TRUE(lines[2].text.contains(u"estimate"_s));
}

TEST_F(Canvas, AnotherModelDropsTheDrag) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(kQ0, 4.5));
    testing::move_to(canvas, at(kQ0, 8.5));
    testing::open_into(plan, testing::sample_path());
    EXPECT_FALSE(canvas.dragging());
    testing::move_to(canvas, at(kQ0, 2.5));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(kQ0, 2.5));
    EXPECT_EQ(plan.undo_stack().count(), 0);
}

TEST_F(Canvas, ColoursDifferForKnownUnknownAndLocked) {
    const auto colours = [&] {
        const QRect rect = canvas.geometry_map().bar_rect(bar(kQ0), 4.5).adjusted(1, 2, -1, -1);
        const QImage image = canvas.grab(rect).toImage();
        std::set<QRgb> seen;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                seen.insert(image.pixel(x, y));
        }
        return seen;
    };
    EXPECT_EQ(colours().size(), 1U);
    plan.set_locked(std::vector<std::size_t>{tensor(kQ0)}, true);
    const auto locked = colours();
    EXPECT_GT(locked.size(), 1U);
    testing::open_into(plan, testing::sample_path());  // errors are unknown again
    const auto unknown = colours();
    EXPECT_GT(unknown.size(), 1U);
    EXPECT_NE(unknown, locked);
}

TEST_F(Canvas, AClosedModelLeavesAnEmptyCanvas) {
    plan.close();
    EXPECT_TRUE(canvas.bar_list().bars.empty());
    testing::move_to(canvas, {300, 300});
    QTest::keyClick(&canvas, Qt::Key_Up);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, {300, 300});
}

}  // namespace
}  // namespace bitlathe
