// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_model.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/models/recipe_variants.h"

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

TEST_F(PlanModelTest, TensorsThatAPreviewNamesTwiceCountOnce) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}, {q, format("Q6_K")}});
    const PlanTotals shown = plan.totals();
    EXPECT_EQ(plan.format(q), format("Q6_K"));
    plan.commit_preview(u"Once"_s);
    EXPECT_EQ(plan.totals().bytes, shown.bytes);
    EXPECT_EQ(plan.totals().estimated_loss, shown.estimated_loss);
}

TEST_F(PlanModelTest, AStepTellsOfEveryTensorOnce) {
    std::vector<std::vector<std::size_t>> told;
    QObject::connect(&plan, &PlanModel::tensors_changed,
                     [&](const std::vector<std::size_t>& tensors) { told.push_back(tensors); });
    const std::size_t q = tensor("blk.0.attn_q.weight");
    const std::size_t k = tensor("blk.0.attn_k.weight");
    plan.preview(std::vector<FormatChange>{{q, format("Q8_0")}, {k, format("Q6_K")}});
    told.clear();
    plan.commit_preview(u"Two"_s);
    plan.undo_stack().undo();
    const std::vector<std::size_t> both{std::min(q, k), std::max(q, k)};
    EXPECT_EQ(told, (std::vector<std::vector<std::size_t>>{both, both}));
}

TEST_F(PlanModelTest, EverythingAsStoredLeavesLocksAlone) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    const std::size_t k = tensor("blk.0.attn_k.weight");
    plan.set_locked(std::vector<std::size_t>{q}, true);
    plan.replace(plan.as_stored(), u"Stored"_s);
    EXPECT_EQ(plan.format(q), format("Q4_K"));
    EXPECT_TRUE(plan.locked(q));
    EXPECT_EQ(plan.format(k), plan.catalog().tensor(k).source);
    EXPECT_EQ(plan.plan().tensors.at("blk.0.attn_k.weight").method, "copy");
    EXPECT_EQ(plan.name(), "as stored");
}

TEST_F(PlanModelTest, WhatIsShownOfATensorIsWhatTheLibrarySays) {
    const std::size_t q = tensor("blk.0.attn_q.weight");
    for (const FormatInfo& info : all_formats()) {
        const TensorInfo& tensor = plan.catalog().model().tensor(q);
        const auto bytes = tensor_bytes(info.id, tensor.shape);
        if (!bytes) continue;
        plan.preview(std::vector<FormatChange>{{q, info.id}});
        EXPECT_EQ(plan.bytes(q), *bytes) << info.name;
        EXPECT_EQ(plan.error(q), plan.error(q, info.id)) << info.name;
        EXPECT_EQ(plan.error(q), static_cast<double>(tensor.elements()) * *plan.nmse(q, info.id))
            << info.name;
        EXPECT_EQ(plan.committed_bytes(q), *tensor_bytes(format("Q4_K"), tensor.shape));
    }
}

TEST_F(PlanModelTest, AKeptPlanIsThePlan) {
    plan.set_locked(std::vector<std::size_t>{tensor("blk.0.attn_q.weight")}, true);
    const KeptPlan kept = plan.kept();
    const Plan whole = plan.plan();
    EXPECT_EQ(kept.plan(), whole);
    EXPECT_EQ(KeptPlan(plan.shared_catalog(), whole), kept);
    EXPECT_EQ(kept.locked().tensors.size(), 1U);
    EXPECT_EQ(kept.locked().tensors.at("blk.0.attn_q.weight"),
              whole.tensors.at("blk.0.attn_q.weight"));
    EXPECT_EQ(kept.renamed("mine").name(), "mine");
    Plan other = whole;
    other.tensors.at("blk.0.attn_k.weight").reason = "because";
    EXPECT_EQ(KeptPlan(plan.shared_catalog(), other).differing(kept), 1U);
    other.tensors.erase("blk.0.attn_k.weight");
    other.tensors["of another model"] = {};
    const KeptPlan strange(plan.shared_catalog(), other);
    EXPECT_EQ(strange.recipe(tensor("blk.0.attn_k.weight")).method, "copy");
    EXPECT_EQ(strange.plan().tensors.size(), whole.tensors.size());
}

TEST(RecipePool, KeepsEveryRecipeOnceInItsPlace) {
    const Recipe q4{*find_format("Q4_K"), "search", false, {}};
    const Recipe q6{*find_format("Q6_K"), "search", false, "wider"};
    RecipePool pool;
    const RecipeId first = pool.of(q4);
    const SharedRecipes before = pool.shared();
    EXPECT_EQ(pool.shared(), before);
    const RecipeId second = pool.of(q6);
    EXPECT_NE(first, second);
    EXPECT_EQ(pool.of(q4), first);
    EXPECT_EQ(pool.of(std::vector<Recipe>{q6, q4, q6}),
              (std::vector<RecipeId>{second, first, second}));
    EXPECT_EQ(pool.size(), 2U);
    EXPECT_EQ(before->size(), 1U);
    EXPECT_EQ(pool.shared()->at(second), q6);
}

TEST(RecipeVariants, ChangesWhatWasAskedAndNothingElse) {
    const FormatId bf16 = *find_format("BF16");
    RecipePool pool;
    const RecipeId locked = pool.of({*find_format("Q6_K"), "search", true, "wider"});
    RecipeVariants variants(pool);
    const RecipeId q8 = variants.in_format(locked, bf16, *find_format("Q8_0"));
    EXPECT_EQ(pool[q8], (Recipe{*find_format("Q8_0"), "rtn", true, {}}));
    EXPECT_EQ(variants.in_format(locked, bf16, *find_format("Q8_0")), q8);
    const RecipeId copied = variants.in_format(locked, *find_format("Q8_0"), *find_format("Q8_0"));
    EXPECT_EQ(pool[copied], (Recipe{*find_format("Q8_0"), "copy", true, {}}));
    EXPECT_EQ(pool[variants.with_lock(locked, false)],
              (Recipe{*find_format("Q6_K"), "search", false, "wider"}));
}

}  // namespace
}  // namespace bitlathe
