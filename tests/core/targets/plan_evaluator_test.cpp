// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/plan_evaluator.h"

#include <algorithm>
#include <random>
#include <utility>

#include <gtest/gtest.h>

#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::errors_for;
using test::format;
using test::llama;

struct Fixture {
    std::shared_ptr<const Model> model = llama(8);
    std::vector<FormatId> formats{format("Q2_K"), format("Q4_K"), format("Q6_K"), format("Q8_0")};
    ErrorTable errors = errors_for(*model, formats);
    Plan plan;

    Fixture() {
        for (const TensorInfo& tensor : model->checkpoint->tensors()) {
            plan.tensors[tensor.name] = {.format = tensor.format, .method = "copy"};
        }
    }
    void set(std::span<const FormatChange> changes) {
        for (const FormatChange& change : changes) {
            plan.tensors[model->tensor(change.tensor).name].format = change.format;
        }
    }
    void expect_equal(const PlanTotals& actual, const Plan& expected_of) const {
        const PlanTotals expected = totals(*model, expected_of, errors);
        EXPECT_EQ(actual.bytes, expected.bytes);
        EXPECT_EQ(actual.bits_per_weight, expected.bits_per_weight);
        EXPECT_EQ(actual.estimated_loss, expected.estimated_loss);
    }
    std::vector<FormatChange> random_changes(std::mt19937_64& random, std::size_t count) const {
        std::vector<FormatChange> changes;
        for (std::size_t j = 0; j < count; ++j) {
            changes.push_back({random() % model->places.size(), formats[random() % 4]});
        }
        return changes;
    }
};

TEST(PlanEvaluator, StartsWithTheTotalsOfThePlan) {
    const Fixture fixture;
    const PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    fixture.expect_equal(evaluator.current(), fixture.plan);
    EXPECT_EQ(evaluator.evaluations(), 0U);
}

TEST(PlanEvaluator, WhatIsLearnedInPartsEqualsAFreshOneBitForBit) {
    Fixture fixture;
    std::mt19937_64 random(3);
    fixture.set(fixture.random_changes(random, 30));
    const ErrorTable all = std::exchange(fixture.errors, ErrorTable{});
    fixture.errors.profiles.resize(all.profiles.size());
    PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    for (std::size_t tensor = 0; tensor < all.profiles.size(); tensor += 3) {
        std::vector<std::size_t> learned;
        for (std::size_t t = tensor; t < std::min(tensor + 3, all.profiles.size()); ++t) {
            fixture.errors.profiles[t] = all.profiles[t];
            learned.push_back(t);
        }
        evaluator.learn(learned, fixture.errors);
        fixture.expect_equal(evaluator.current(), fixture.plan);
        const auto changes = fixture.random_changes(random, 4);
        evaluator.apply(changes);
        fixture.set(changes);
        fixture.expect_equal(evaluator.current(), fixture.plan);
    }
}

TEST(PlanEvaluator, EveryAnswerEqualsAFreshOneBitForBit) {
    Fixture fixture;
    std::mt19937_64 random(1);
    PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    for (int step = 0; step < 2000; ++step) {
        const auto changes = fixture.random_changes(random, 1 + random() % 40);
        if (step % 2 == 0) {
            Fixture preview = fixture;
            preview.set(changes);
            fixture.expect_equal(evaluator.with_changes(changes), preview.plan);
            fixture.expect_equal(evaluator.current(), fixture.plan);
        } else {
            evaluator.apply(changes);
            fixture.set(changes);
            fixture.expect_equal(evaluator.current(), fixture.plan);
        }
    }
    EXPECT_EQ(evaluator.evaluations(), 2000U);
}

TEST(PlanEvaluator, CostsThatWereLookedUpGiveTheSameTotals) {
    Fixture fixture;
    std::mt19937_64 random(4);
    const PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    std::vector<std::size_t> tensors;
    std::vector<TensorCost> costs(fixture.model->places.size());
    for (std::size_t i = 0; i < costs.size(); i += 2) {
        const FormatChange change{i, fixture.formats[random() % 4]};
        tensors.push_back(i);
        costs[i] = evaluator.cost(i, change.format);
        fixture.set({&change, 1});
    }
    fixture.expect_equal(evaluator.with_costs(tensors, costs), fixture.plan);
}

TEST(SharedProfile, AChangedTableLeavesItsCopiesAlone) {
    const Fixture fixture;
    ErrorTable changed = fixture.errors;
    EXPECT_EQ(&*changed.profiles[1], &*fixture.errors.profiles[1]) << "a copy shares";
    changed.profiles[1].edit([](TensorProfile& profile) { profile.errors[0].nmse = 0.5; });
    EXPECT_EQ(changed.profiles[1]->errors[0].nmse, 0.5);
    EXPECT_NE(fixture.errors.profiles[1]->errors[0].nmse, 0.5);
    EXPECT_EQ(&*changed.profiles[2], &*fixture.errors.profiles[2]);
}

TEST(PlanEvaluator, ThereAndBackLeavesNothingBehind) {
    const Fixture fixture;
    std::mt19937_64 random(2);
    PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    for (int step = 0; step < 200; ++step) {
        auto changes = fixture.random_changes(random, 20);
        evaluator.apply(changes);
        for (FormatChange& change : changes) {
            change.format = fixture.model->tensor(change.tensor).format;
        }
        evaluator.apply(changes);
    }
    EXPECT_EQ(evaluator.current().estimated_loss, 0.0);
    EXPECT_EQ(evaluator.current().bytes, fixture.model->checkpoint->tensor_bytes());
}

TEST(PlanEvaluator, UnknownErrorsMakeTheSumUnknownWhileTheyLast) {
    Fixture fixture;
    const std::size_t q = fixture.model->checkpoint->find("blk.3.attn_q.weight").value();
    PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    const FormatChange unknown{q, format("IQ4_XS")};
    EXPECT_FALSE(evaluator.with_changes({&unknown, 1}).estimated_loss);
    EXPECT_TRUE(evaluator.current().estimated_loss);
    evaluator.apply({&unknown, 1});
    EXPECT_FALSE(evaluator.current().estimated_loss);
    EXPECT_EQ(evaluator.format(q), format("IQ4_XS"));
    const FormatChange known{q, format("Q4_K")};
    evaluator.apply({&known, 1});
    EXPECT_TRUE(evaluator.current().estimated_loss);
}

TEST(PlanEvaluator, OneQuestionIsOneEvaluation) {
    const Fixture fixture;
    PlanEvaluator evaluator(fixture.model, fixture.plan, fixture.errors);
    std::mt19937_64 random(3);
    const auto changes = fixture.random_changes(random, 30);
    (void)evaluator.with_changes(changes);
    (void)evaluator.current();
    EXPECT_EQ(evaluator.evaluations(), 1U);
    evaluator.apply(changes);
    EXPECT_EQ(evaluator.evaluations(), 2U);
}

TEST(LossSum, LargeSmallAndStrangeTerms) {
    LossSum sum;
    sum.add(LossSum::term(1e12));
    sum.add(LossSum::term(1e-9));
    sum.subtract(LossSum::term(1e12));
    EXPECT_NEAR(sum.value(), 1e-9, 1e-15);
    LossSum huge;
    for (int i = 0; i < 1000; ++i) {
        huge.add(LossSum::term(1e300));
    }
    EXPECT_EQ(huge.value(), 1000 * 0x1p54);
}

}  // namespace
}  // namespace bitlathe
