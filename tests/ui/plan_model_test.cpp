// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_model.h"

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/commands/recipe_changes.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class PlanModelTest : public ::testing::Test {
protected:
    void SetUp() override {
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    [[nodiscard]] static FormatId format(const char* name) { return *find_format(name); }
    PlanModel plan;
};

TEST_F(PlanModelTest, ItBeginsWithThePresetOfAFloatModel) {
    EXPECT_EQ(plan.name(), "Q4_K_M");
    EXPECT_EQ(plan.format(tensor("blk.0.attn_q.weight")), format("Q4_K"));
    EXPECT_FALSE(plan.undo_stack().canUndo());
}

TEST_F(PlanModelTest, TotalsAreThoseOfTheLibrary) {
    const PlanTotals known = totals(plan.catalog().model(), plan.plan(), *plan.errors());
    EXPECT_EQ(plan.totals().bytes, known.bytes);
    ASSERT_TRUE(plan.totals().estimated_loss);
    EXPECT_EQ(*plan.totals().estimated_loss, *known.estimated_loss);
}

TEST_F(PlanModelTest, UnknownErrorsStayUnknown) {
    PlanModel fresh;
    testing::open_into(fresh, testing::sample_path());
    EXPECT_FALSE(fresh.totals().estimated_loss);
    EXPECT_FALSE(fresh.error(tensor("blk.0.attn_q.weight")));
    EXPECT_TRUE(fresh.error_range().empty());
    EXPECT_EQ(fresh.error(tensor("blk.0.attn_norm.weight")), 0.0);  // copied: nothing is lost
}

TEST_F(PlanModelTest, APreviewMovesWhatIsShownAndNothingElse) {
    const Plan before = plan.plan();
    const std::size_t q = tensor("blk.0.attn_q.weight");
    const std::uint64_t bytes = plan.totals().bytes;
    const std::uint64_t evaluations = plan.evaluations();
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}});
    EXPECT_EQ(plan.format(q), format("Q8_0"));
    EXPECT_EQ(plan.committed_format(q), format("Q4_K"));
    EXPECT_GT(plan.totals().bytes, bytes);
    EXPECT_EQ(plan.evaluations(), evaluations + 1);
    EXPECT_EQ(plan.plan(), before);
    EXPECT_FALSE(plan.undo_stack().canUndo());
    plan.cancel_preview();
    EXPECT_EQ(plan.format(q), format("Q4_K"));
    EXPECT_EQ(plan.totals().bytes, bytes);
    EXPECT_FALSE(plan.undo_stack().canUndo());
}

TEST_F(PlanModelTest, ALaterPreviewReplacesTheEarlierOne) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    const std::size_t k = tensor("blk.0.attn_k.weight");
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}});
    plan.preview(std::vector<FormatChange>{{k, format("Q6_K")}});
    EXPECT_EQ(plan.format(q), format("Q4_K"));
    EXPECT_EQ(plan.format(k), format("Q6_K"));
}

TEST_F(PlanModelTest, CommitIsOneStepAndUndoTakesAllOfItBack) {
    const Plan before = plan.plan();
    const PlanTotals totals_before = plan.totals();
    const std::size_t q = tensor("blk.0.attn_q.weight");
    const std::size_t k = tensor("blk.0.attn_k.weight");
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}, {k, format("Q6_K")}});
    const PlanTotals shown = plan.totals();
    plan.commit_preview(u"Two"_s);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(plan.totals().bytes, shown.bytes);
    EXPECT_EQ(plan.totals().estimated_loss, shown.estimated_loss);
    EXPECT_EQ(plan.plan().history.back(), "Two");
    EXPECT_EQ(plan.name(), "Q4_K_M edited");
    plan.undo_stack().undo();
    EXPECT_EQ(plan.plan(), before);
    EXPECT_EQ(plan.totals().bytes, totals_before.bytes);
    EXPECT_EQ(plan.totals().estimated_loss, totals_before.estimated_loss);
    plan.undo_stack().redo();
    EXPECT_EQ(plan.format(q), format("Q8_0"));
    EXPECT_EQ(plan.format(k), format("Q6_K"));
}

TEST_F(PlanModelTest, ACommitOfNothingIsNoStep) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    plan.preview(std::vector<FormatChange>{{q, format("Q4_K")}});
    plan.commit_preview(u"Nothing"_s);
    EXPECT_EQ(plan.undo_stack().count(), 0);
}

TEST_F(PlanModelTest, StepsOfOneGestureAreUndoneTogether) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    const std::size_t k = tensor("blk.0.attn_k.weight");
    const Plan before = plan.plan();
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}});
    plan.commit_preview(u"Budget"_s, 7);
    plan.preview(std::vector<FormatChange>{{q, format("Q6_K")}, {k, format("Q6_K")}});
    plan.commit_preview(u"Budget, exactly"_s, 7);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(plan.undo_stack().undoText(), u"Budget, exactly"_s);
    plan.undo_stack().undo();
    EXPECT_EQ(plan.plan(), before);
    plan.undo_stack().redo();
    EXPECT_EQ(plan.format(q), format("Q6_K"));
}

TEST_F(PlanModelTest, LockedTensorsDoNotMove) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    plan.set_locked(std::vector<std::size_t>{q}, true);
    EXPECT_TRUE(plan.locked(q));
    EXPECT_EQ(plan.undo_stack().count(), 1);
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}});
    EXPECT_EQ(plan.format(q), format("Q4_K"));
    plan.commit_preview(u"Nothing"_s);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    plan.undo_stack().undo();
    EXPECT_FALSE(plan.locked(q));
}

TEST_F(PlanModelTest, LearningMoreKeepsARunningPreview) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}});
    const PlanTotals shown = plan.totals();
    plan.add_profiles({});
    EXPECT_EQ(plan.format(q), format("Q8_0"));
    EXPECT_EQ(plan.totals().bytes, shown.bytes);
}

TEST_F(PlanModelTest, ReplacingThePlanIsOneStepWithItsName) {
    Plan other = plan.plan();
    other.name = "mine";
    other.tensors.at("blk.0.attn_q.weight").format = format("Q8_0");
    plan.replace(other, u"Load plan mine"_s);
    EXPECT_EQ(plan.name(), "mine");
    EXPECT_EQ(plan.undo_stack().count(), 1);
    plan.undo_stack().undo();
    EXPECT_EQ(plan.name(), "Q4_K_M");
    EXPECT_EQ(plan.format(tensor("blk.0.attn_q.weight")), format("Q4_K"));
}

TEST_F(PlanModelTest, LaddersRiseAndHoldOnlyWhatTheTargetAllows) {
    const TensorCatalog& catalog = plan.catalog();
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto ladder = catalog.ladder(i);
        for (std::size_t k = 0; k < ladder.size(); ++k) {
            EXPECT_TRUE(
                catalog.target().legality(catalog.model(), i, ladder[k].format, nullptr).legal);
            if (k > 0) {
                EXPECT_GT(ladder[k].bits, ladder[k - 1].bits);
            }
        }
        if (!catalog.tensor(i).adjustable) {
            EXPECT_FALSE(catalog.nearest(i, 4.5));
        }
    }
    const std::size_t q = tensor("blk.0.attn_q.weight");
    EXPECT_EQ(catalog.nearest(q, 4.5), format("Q4_K"));
    EXPECT_EQ(catalog.nearest(q, 0), format("Q2_K"));
    EXPECT_EQ(catalog.next(q, format("Q4_K"), 1), format("Q5_K"));
    EXPECT_EQ(catalog.next(q, format("Q4_K"), -1), format("Q3_K"));
    EXPECT_EQ(catalog.next(q, format("Q2_K"), -1), std::nullopt);
}

TEST(ErrorRange, PositionsAreLogarithmicAndClamped) {
    const ErrorRange range{1, 10'000};
    EXPECT_DOUBLE_EQ(range.position(100), 0.5);
    EXPECT_EQ(range.position(0), 0);
    EXPECT_EQ(range.position(0.5), 0);
    EXPECT_EQ(range.position(1e9), 1);
    EXPECT_EQ(ErrorRange{}.position(5), 0);
}

TEST(RecipeChanges, KeepsEveryRecipeOnceAndGivesAllBack) {
    const Recipe q4{*find_format("Q4_K"), "search", false, {}};
    const Recipe q6{*find_format("Q6_K"), "search", false, "wider"};
    std::vector<RecipeChange> changes;
    for (std::size_t tensor = 0; tensor < 1000; ++tensor)
        changes.push_back({tensor, tensor % 2 == 0 ? q4 : q6, q6});
    RecipeChanges kept(changes);
    EXPECT_EQ(kept.distinct(), 2U);
    const auto all = kept.all();
    ASSERT_EQ(all.size(), changes.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].tensor, i);
        EXPECT_EQ(all[i].before, changes[i].before);
        EXPECT_EQ(all[i].after, q6);
    }
    Recipe locked = q4;
    locked.locked = true;
    kept.merge(RecipeChanges(std::vector<RecipeChange>{{3, q6, locked}, {2000, q4, q6}}));
    EXPECT_EQ(kept.size(), 1001U);
    EXPECT_EQ(kept.all()[3].before, q6);
    EXPECT_EQ(kept.all()[3].after, locked);
}

}  // namespace
}  // namespace bitlathe
