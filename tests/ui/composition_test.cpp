// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QTest>
#include <numeric>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/panels/file_dialogs.h"
#include "ui/plots/composition_panel.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

std::uint64_t sum(const ByteSums::ByGroup& group) {
    return std::accumulate(group.begin(), group.end(), std::uint64_t{0});
}

std::uint64_t sum(const ByteStack& stack, std::size_t bar) {
    std::uint64_t total = 0;
    for (const BytePart& part : stack.parts)
        total += part.bytes[bar];
    return total;
}

class CompositionTest : public ::testing::Test {
protected:
    void SetUp() override {
        panel.resize(500, 260);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
        testing::open_into(plan, testing::sample_path());
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    [[nodiscard]] const ByteStack& stack() { return panel.chart().stack(); }
    void preview(const char* name, const char* format) {
        plan.preview(std::vector<FormatChange>{{tensor(name), *find_format(format)}});
    }

    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    CompositionPanel panel{plan, hub, theme};
};

TEST_F(CompositionTest, EveryWayOfCountingAddsUpToTheModel) {
    Composition composition;
    composition.reset(plan);
    for (const ByteSums* sums : {&composition.before(), &composition.after()}) {
        EXPECT_EQ(sum(sums->by_role), sums->total);
        std::uint64_t formats = 0;
        for (const auto& [format, bytes] : sums->by_format)
            formats += bytes;
        EXPECT_EQ(formats, sums->total);
        std::uint64_t blocks = 0;
        for (const ByteSums::ByGroup& block : sums->by_block)
            blocks += sum(block);
        EXPECT_EQ(blocks, sums->total);
    }
    EXPECT_EQ(composition.after().total, plan.totals().bytes);
}

TEST_F(CompositionTest, FollowingChangesEqualsCountingAnew) {
    Composition followed;
    followed.reset(plan);
    const std::vector changed{tensor("blk.0.attn_q.weight"), tensor("blk.1.ffn_down.weight")};
    plan.preview(std::vector<FormatChange>{{changed[0], *find_format("Q8_0")},
                                           {changed[1], *find_format("Q2_K")}});
    followed.follow(plan, changed);
    Composition anew;
    anew.reset(plan);
    EXPECT_EQ(followed.after().by_role, anew.after().by_role);
    EXPECT_EQ(followed.after().by_format, anew.after().by_format);
    EXPECT_EQ(followed.after().by_block, anew.after().by_block);
    EXPECT_EQ(followed.before().total, anew.before().total);
}

TEST_F(CompositionTest, TheButtonsSwitch) {
    EXPECT_EQ(sum(stack(), 0), plan.totals().bytes);
    panel.findChild<QAbstractButton*>(u"compositionByFormat"_s)->click();
    EXPECT_EQ(panel.shown_by(), CompositionBy::kFormat);
    EXPECT_EQ(sum(stack(), 0), plan.totals().bytes);
    panel.findChild<QAbstractButton*>(u"compositionByBlock"_s)->click();
    ASSERT_TRUE(stack().upright);
    EXPECT_EQ(stack().bars.size(), 9);  // eight blocks and the rest
    EXPECT_EQ(stack().outlines.size(), 9U);
}

TEST_F(CompositionTest, NeighbouringBlocksShareABarWhereThereIsNoRoom) {
    panel.show_by(CompositionBy::kBlock);
    const std::uint64_t whole = sum(stack(), 0) + sum(stack(), 1);
    panel.setMinimumWidth(1);
    panel.resize(60, 260);  // room for six bars
    ASSERT_TRUE(testing::wait_for([&] { return stack().bars.size() < 9; }));
    EXPECT_EQ(stack().bars, QStringList({u"0"_s, u"2"_s, u"4"_s, u"6"_s, u"rest"_s}));
    EXPECT_EQ(sum(stack(), 0), whole);
    emit panel.chart().part_chosen(static_cast<std::size_t>(RoleGroup::kMlpDown), 1);
    ASSERT_EQ(hub.selected().size(), 2U);
    EXPECT_EQ(plan.catalog().tensor(hub.selected()[0]).block, 2U);
    EXPECT_EQ(plan.catalog().tensor(hub.selected()[1]).block, 3U);
}

TEST_F(CompositionTest, ADragIsFollowedOncePerFrame) {
    const int before = panel.updates();
    for (int i = 0; i < 20; ++i)
        preview("blk.0.attn_q.weight", i % 2 == 0 ? "Q8_0" : "Q6_K");
    EXPECT_EQ(panel.updates(), before);
    ASSERT_TRUE(testing::wait_for([&] { return panel.updates() > before; }));
    EXPECT_EQ(panel.updates(), before + 1);
    EXPECT_EQ(sum(stack(), 0), plan.totals().bytes);
}

TEST_F(CompositionTest, APartIsHoveredAndChosen) {
    QTest::qWait(30);
    const auto down = static_cast<std::size_t>(RoleGroup::kMlpDown);
    const QRectF rect = panel.chart().part_rect(down, 0);
    ASSERT_GT(rect.width(), 5);
    const double longer = panel.chart().part_rect(down, 1).width();
    EXPECT_NEAR(longer / rect.width(),
                static_cast<double>(stack().parts[down].bytes[1]) /
                    static_cast<double>(stack().parts[down].bytes[0]),
                0.1);
    testing::move_to(*panel.chart().viewport(), rect.center().toPoint());
    EXPECT_TRUE(panel.chart().part(*panel.chart().current_part()).name.startsWith(u"down, "_s));
    QTest::mouseClick(panel.chart().viewport(), Qt::LeftButton, {}, rect.center().toPoint());
    EXPECT_EQ(hub.selected().size(), 8U);
    for (const std::size_t i : hub.selected())
        EXPECT_EQ(plan.catalog().tensor(i).role, Role::kMlpDown);
}

TEST_F(CompositionTest, TheKeyboardWalksAndChooses) {
    panel.show_by(CompositionBy::kBlock);
    panel.chart().setFocus();
    QTest::keyClick(&panel.chart(), Qt::Key_Right);
    QTest::keyClick(&panel.chart(), Qt::Key_Right);
    QTest::keyClick(&panel.chart(), Qt::Key_Return);
    ASSERT_EQ(hub.selected().size(), 2U);
    EXPECT_EQ(plan.catalog().tensor(hub.selected().front()).block, 0U);
    EXPECT_EQ(role_group(plan.catalog().tensor(hub.selected().front()).role), RoleGroup::kMlpIn);
}

TEST_F(CompositionTest, ItsFigureIsVectors) {
    QTest::qWait(30);
    QTemporaryDir folder;
    file_dialogs::answer_next(folder.filePath(u"c.svg"_s));
    panel.figure_menu().findChild<QAction*>(u"figureSvg"_s)->trigger();
    QFile file(folder.filePath(u"c.svg"_s));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_TRUE(text.contains("gate, up"));
    EXPECT_FALSE(text.contains("<image"));
}

TEST_F(CompositionTest, NothingIsShownOfNothing) {
    plan.close();
    EXPECT_FALSE(panel.chart().isVisible());
    EXPECT_TRUE(panel.findChild<QLabel*>(u"compositionRemark"_s)->text().isEmpty());
}

}  // namespace
}  // namespace bitlathe
