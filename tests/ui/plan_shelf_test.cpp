// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_shelf.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/models/plan_words.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class PlanShelfTest : public ::testing::Test {
protected:
    void SetUp() override {
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    void edit(const char* name, const char* format) {
        plan.preview(std::vector<FormatChange>{{tensor(name), *find_format(format)}});
        plan.commit_preview(u"Edit"_s);
    }
    [[nodiscard]] QStringList names() const {
        QStringList all;
        for (int row = 0; row < shelf.rowCount(); ++row)
            all.push_back(shelf.name(row));
        return all;
    }
    static constexpr const char* kQ = "blk.0.attn_q.weight";
    PlanModel plan;
    PlanShelf shelf{plan};
};

TEST_F(PlanShelfTest, ItBeginsWithThePlanOfTheModel) {
    EXPECT_EQ(names(), QStringList{u"Q4_K_M"_s});
    EXPECT_EQ(shelf.current_row(), 0);
    EXPECT_FALSE(shelf.compared_row());
    EXPECT_EQ(*shelf.plan(0), plan.plan());
    EXPECT_FALSE(plan.undo_stack().canUndo());
}

TEST_F(PlanShelfTest, ACopyIsEditedAndTheOtherStays) {
    const Plan first = plan.plan();
    shelf.duplicate();
    EXPECT_EQ(names(), (QStringList{u"Q4_K_M"_s, u"Q4_K_M 2"_s}));
    EXPECT_EQ(shelf.current_row(), 1);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    edit(kQ, "Q8_0");
    EXPECT_EQ(shelf.plan(0)->tensors, first.tensors);
    EXPECT_EQ(shelf.plan(1)->tensors, plan.plan().tensors);
    EXPECT_NE(shelf.plan(1)->tensors, first.tensors);
    EXPECT_EQ(shelf.name(1), u"Q4_K_M 2 edited"_s);
    shelf.rename(1, u"mine"_s);
    edit(kQ, "Q6_K");
    EXPECT_EQ(shelf.name(1), u"mine"_s);  // a name that a person gave stays
    EXPECT_EQ(plan.name(), "mine");
    EXPECT_GT(shelf.totals(1).bytes, shelf.totals(0).bytes);
}

TEST_F(PlanShelfTest, ACopyOfWhatWasEditedIsNamedOnce) {
    edit(kQ, "Q8_0");
    shelf.duplicate();
    EXPECT_EQ(shelf.name(1), u"Q4_K_M edited 2"_s);
    edit(kQ, "Q6_K");
    EXPECT_EQ(shelf.name(1), u"Q4_K_M edited 2"_s);
    shelf.duplicate();
    EXPECT_EQ(shelf.name(2), u"Q4_K_M edited 3"_s);
}

TEST(NumberedName, IsReadFromTheEndOfAName) {
    EXPECT_EQ(numbered_name("Q4_K_M").number, 1);
    EXPECT_EQ(numbered_name("4.20 bpw").base, "4.20 bpw");
    EXPECT_EQ(numbered_name("mine 12").base, "mine");
    EXPECT_EQ(numbered_name("mine 12").number, 12);
    EXPECT_EQ(numbered_name("of 123456").base, "of 123456");
    EXPECT_EQ(numbered_name(" 2").base, " 2");
}

TEST_F(PlanShelfTest, SwitchingIsOneStepThere) {
    const Plan first = plan.plan();
    shelf.duplicate();
    edit(kQ, "Q8_0");
    const Plan second = plan.plan();
    shelf.activate(0);
    EXPECT_EQ(plan.undo_stack().count(), 3);
    EXPECT_EQ(plan.plan().tensors, first.tensors);
    EXPECT_EQ(plan.name(), "Q4_K_M");
    EXPECT_EQ(shelf.current_row(), 0);
    EXPECT_EQ(shelf.plan(1)->tensors, second.tensors);
    edit("blk.1.attn_q.weight", "Q6_K");
    EXPECT_EQ(shelf.name(0), u"Q4_K_M edited"_s);
    EXPECT_EQ(shelf.plan(1)->tensors, second.tensors);
    plan.undo_stack().undo();
    plan.undo_stack().undo();
    EXPECT_EQ(shelf.current_row(), 1);
    EXPECT_EQ(plan.plan().tensors, second.tensors);
    EXPECT_EQ(shelf.plan(0)->tensors, first.tensors);
    EXPECT_EQ(names(), (QStringList{u"Q4_K_M"_s, u"Q4_K_M 2 edited"_s}));
    plan.undo_stack().undo();
    plan.undo_stack().undo();
    EXPECT_EQ(names(), QStringList{u"Q4_K_M"_s});
    EXPECT_EQ(plan.plan(), first);
}

TEST_F(PlanShelfTest, TheSameStackPositionIsTheSameShelf) {
    shelf.duplicate();
    edit(kQ, "Q8_0");
    shelf.rename(1, u"mine"_s);
    shelf.activate(0);
    edit(kQ, "Q3_K");
    shelf.duplicate();
    shelf.remove(1);
    shelf.activate(0);
    std::vector<PlanSet> seen;
    std::vector<QStringList> seen_names;
    QUndoStack& stack = plan.undo_stack();
    const int last = stack.count();
    for (int i = last; i >= 0; --i) {
        stack.setIndex(i);
        seen.push_back(shelf.plans());
        seen_names.push_back(names());
    }
    for (int i = 0; i <= last; ++i) {
        stack.setIndex(i);
        const auto at = static_cast<std::size_t>(last - i);
        EXPECT_EQ(names(), seen_names[at]);
        const PlanSet now = shelf.plans();
        ASSERT_EQ(now.plans.size(), seen[at].plans.size());
        EXPECT_EQ(now.current, seen[at].current);
        for (std::size_t k = 0; k < now.plans.size(); ++k)
            EXPECT_EQ(now.plans[k]->differing(*seen[at].plans[k]), 0U) << i << ' ' << k;
    }
}

TEST_F(PlanShelfTest, TheCurrentRowFollowsAPreview) {
    const std::uint64_t before = shelf.totals(0).bytes;
    QSignalSpy told(&shelf, &QAbstractItemModel::dataChanged);
    plan.preview(std::vector<FormatChange>{{tensor(kQ), *find_format("Q8_0")}});
    EXPECT_GT(shelf.totals(0).bytes, before);
    EXPECT_EQ(told.count(), 1);
    plan.cancel_preview();
    EXPECT_EQ(shelf.totals(0).bytes, before);
}

TEST_F(PlanShelfTest, NamesAreUniqueAndNeverEmpty) {
    shelf.duplicate();
    shelf.rename(1, u"  Q4_K_M "_s);
    EXPECT_EQ(shelf.name(1), u"Q4_K_M 2"_s);
    EXPECT_EQ(plan.name(), "Q4_K_M 2");
    EXPECT_FALSE(shelf.setData(shelf.index(1, 0), u"   "_s, Qt::EditRole));
    EXPECT_TRUE(shelf.setData(shelf.index(0, 0), u"small"_s, Qt::EditRole));
    EXPECT_EQ(shelf.plan(0)->name, "small");
    plan.undo_stack().undo();
    EXPECT_EQ(shelf.plan(0)->name, "Q4_K_M");
}

TEST_F(PlanShelfTest, TheLastPlanStaysAndTheCurrentOneLeavesItsPlaceToItsNeighbour) {
    shelf.remove(0);
    EXPECT_EQ(shelf.rowCount(), 1);
    const Plan first = plan.plan();
    shelf.duplicate();
    edit(kQ, "Q8_0");
    const Plan second = plan.plan();
    shelf.remove(1);
    EXPECT_EQ(shelf.rowCount(), 1);
    EXPECT_EQ(plan.plan().tensors, first.tensors);
    plan.undo_stack().undo();
    EXPECT_EQ(shelf.current_row(), 1);
    EXPECT_EQ(plan.plan().tensors, second.tensors);
}

TEST_F(PlanShelfTest, TheComparedPlanIsNeverTheCurrentOne) {
    shelf.compare(0);
    EXPECT_FALSE(shelf.compared_row());
    shelf.duplicate();
    edit(kQ, "Q8_0");
    shelf.compare(0);
    ASSERT_EQ(shelf.compared_row(), 0);
    ASSERT_EQ(shelf.compared_formats().size(), plan.catalog().size());
    EXPECT_EQ(shelf.compared_formats()[tensor(kQ)], *find_format("Q4_K"));
    shelf.activate(0);  // the two change places
    ASSERT_EQ(shelf.compared_row(), 1);
    EXPECT_EQ(shelf.compared_formats()[tensor(kQ)], *find_format("Q8_0"));
    shelf.remove(1);
    EXPECT_FALSE(shelf.compared_row());
    EXPECT_TRUE(shelf.compared_formats().empty());
}

TEST_F(PlanShelfTest, ErrorsThatCameLaterReachPlansThatAreNotCurrent) {
    PlanModel fresh;
    PlanShelf plans(fresh);
    testing::open_into(fresh, testing::sample_path());
    plans.duplicate();
    EXPECT_EQ(plans.data(plans.index(0, PlanShelf::kError)).toString(), QString(kUnknown));
    testing::invent_errors(fresh);
    ASSERT_TRUE(testing::wait_for([&] { return plans.totals(0).estimated_loss.has_value(); }));
    EXPECT_EQ(plans.totals(0).estimated_loss, fresh.totals().estimated_loss);
}

TEST_F(PlanShelfTest, ASetIsRestoredInOneStep) {
    shelf.duplicate();
    edit(kQ, "Q8_0");
    shelf.rename(0, u"small"_s);
    const PlanSet set = shelf.plans();
    testing::open_into(plan, testing::sample_path());
    ASSERT_EQ(shelf.rowCount(), 1);
    const Plan first = plan.plan();
    shelf.restore(set, u"Restore"_s);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    ASSERT_EQ(shelf.rowCount(), 2);
    EXPECT_EQ(plan.plan().tensors, set.plans[1]->plan().tensors);
    EXPECT_EQ(plan.name(), "Q4_K_M 2 edited");
    EXPECT_EQ(shelf.plan(1)->tensors, set.plans[0]->plan().tensors);
    EXPECT_EQ(shelf.name(1), u"small"_s);
    plan.undo_stack().undo();
    EXPECT_EQ(shelf.rowCount(), 1);
    EXPECT_EQ(plan.plan(), first);
}

}  // namespace
}  // namespace bitlathe
