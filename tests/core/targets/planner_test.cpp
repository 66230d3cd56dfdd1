// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/planner.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::errors_for;
using test::format;
using test::llama;
using test::made;
using test::planned;
using test::refused;
using test::with_budget;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(MakePlan, KeepsTheBudgetWithEverySolver) {
    const auto model = llama(6);
    for (const std::string solver : {"dp", "lagrange", "greedy"}) {
        for (const double bits : {3.0, 4.2, 6.5, 12.0}) {
            const auto request = with_budget(bits, solver);
            const auto errors = errors_for(*model, request);
            const auto plan = make_plan(*model, request, errors, {});
            ASSERT_TRUE(plan) << plan.error().to_string();
            EXPECT_TRUE(check_plan(*model, *plan, nullptr));
            const PlanTotals sums = totals(*model, *plan, errors);
            EXPECT_LE(sums.bits_per_weight, bits);
            EXPECT_GT(sums.bits_per_weight, bits - 0.7);
            ASSERT_TRUE(sums.estimated_loss);
            EXPECT_EQ(plan->target, "gguf");
            EXPECT_EQ(plan->checkpoint_fingerprint, model->checkpoint->fingerprint());
            EXPECT_THAT(plan->history.front(), HasSubstr(solver));
        }
    }
}

TEST(MakePlan, MoreBytesNeverCostMoreError) {
    const auto model = llama(4);
    double last = std::numeric_limits<double>::infinity();
    for (double bits = 3; bits < 16; bits += 0.5) {
        const auto request = with_budget(bits);
        const auto errors = errors_for(*model, request);
        const auto sums = totals(*model, make_plan(*model, request, errors, {}).value(), errors);
        EXPECT_LE(*sums.estimated_loss, last);
        last = *sums.estimated_loss;
    }
}

TEST(MakePlan, MethodsFollowFromTheFormats) {
    const auto plan = made(*llama(6), with_budget(6));
    for (const auto& [name, recipe] : plan.tensors) {
        const FormatId source =
            name.find("norm") != std::string::npos ? formats::f32() : formats::bf16();
        EXPECT_EQ(recipe.method, recipe.format == source               ? "copy"
                                 : format_info(recipe.format).searched ? "search"
                                                                       : "rtn");
    }
}

TEST(MakePlan, BudgetBelowTheRangeStatesTheRange) {
    const auto model = llama(2);
    const auto request = with_budget(1);
    const Error error = refused(*model, request);
    EXPECT_EQ(error.code, ErrorCode::kImpossible);
    const auto range = feasible_range(*model, request, errors_for(*model, request)).value();
    EXPECT_THAT(error.message,
                HasSubstr(fmt::format("{} to {} bytes", range.min_bytes, range.max_bytes)));
    EXPECT_THAT(error.message, HasSubstr("GiB"));
    EXPECT_THAT(error.message, HasSubstr("bpw"));
}

TEST(MakePlan, TheWholeRangeIsFeasible) {
    const auto model = llama(2);
    auto request = with_budget(4);
    const auto errors = errors_for(*model, request);
    const auto range = feasible_range(*model, request, errors).value();
    request.budget = Budget{Budget::Unit::kBytes, static_cast<double>(range.min_bytes)};
    EXPECT_EQ(totals(*model, make_plan(*model, request, errors, {}).value(), errors).bytes,
              range.min_bytes);
    request.budget = Budget{Budget::Unit::kBytes, static_cast<double>(range.max_bytes)};
    const Plan largest = make_plan(*model, request, errors, {}).value();
    EXPECT_EQ(totals(*model, largest, errors).bytes, range.max_bytes);
    EXPECT_EQ(*totals(*model, largest, errors).estimated_loss, 0);
    EXPECT_EQ(range.max_bytes, model->checkpoint->tensor_bytes());
    // One byte less than the least is too little; more than the most is no problem.
    request.budget = Budget{Budget::Unit::kBytes, static_cast<double>(range.min_bytes - 1)};
    EXPECT_EQ(make_plan(*model, request, errors, {}).error().code, ErrorCode::kImpossible);
    request.budget = Budget{Budget::Unit::kBytes, 1e12};
    EXPECT_EQ(make_plan(*model, request, errors, {}).value().tensors, largest.tensors);
}

TEST(MakePlan, RowsThatDoNotDivideGetSubstitutesWithAReason) {
    const auto model = llama(3, 640);
    const auto plan = made(*model, with_budget(5));
    for (const auto& [name, recipe] : plan.tensors) {
        const auto at = model->checkpoint->find(name).value();
        ASSERT_TRUE(row_fits(recipe.format, model->tensor(at).cols())) << name;
        if (recipe.format == format("Q5_0") || recipe.format == format("Q4_0")) {
            EXPECT_NE(recipe.reason, "") << name;
        }
    }
    EXPECT_THAT(std::vector<std::string_view>({"Q4_0", "Q5_0", "Q5_1", "Q8_0", "BF16"}),
                Contains(planned(plan, "blk.0.attn_q.weight")));
}

TEST(MakePlan, LocksAreExactAndKept) {
    const auto model = llama(3);
    auto request = with_budget(5);
    request.locks = {{"blk.*.attn_v.weight", format("Q8_0")}, {"blk.1.*_v.weight", format("Q3_K")}};
    const auto plan = made(*model, request);
    EXPECT_EQ(planned(plan, "blk.0.attn_v.weight"), "Q8_0");
    EXPECT_EQ(planned(plan, "blk.1.attn_v.weight"), "Q3_K") << "the last rule counts";
    EXPECT_TRUE(plan.tensors.at("blk.0.attn_v.weight").locked);
    EXPECT_FALSE(plan.tensors.at("blk.0.attn_q.weight").locked);
    // Made again with another budget, they stay; a rule does not override what was kept.
    auto again = with_budget(3.5);
    again.locks = {{"blk.0.attn_v.weight", format("Q6_K")}};
    const auto second = made(*model, again, &plan);
    EXPECT_EQ(planned(second, "blk.0.attn_v.weight"), "Q8_0");
    EXPECT_EQ(planned(second, "blk.1.attn_v.weight"), "Q3_K");
    EXPECT_TRUE(second.tensors.at("blk.1.attn_v.weight").locked);
}

TEST(MakePlan, LocksThatCannotBe) {
    const auto model = llama(2, 640);
    auto request = with_budget(8);
    request.locks = {{"blk.*.attn_q.weight", format("Q4_K")}};
    Error error = refused(*model, request);
    EXPECT_EQ(error.code, ErrorCode::kImpossible) << "rows of 640";
    request.locks = {{"output_norm.weight", format("Q8_0")}};
    EXPECT_EQ(refused(*model, request).code, ErrorCode::kImpossible) << "a norm";
    request.locks = {{"nothing.like.this", format("Q8_0")}};
    EXPECT_EQ(refused(*model, request).code, ErrorCode::kUsage);
    // A rule for everything locks what can be locked and leaves norms alone.
    request.locks = {{"*", format("Q8_0")}};
    request.budget = Budget{Budget::Unit::kBitsPerWeight, 9};
    const auto locked = made(*model, request);
    EXPECT_EQ(planned(locked, "blk.0.attn_q.weight"), "Q8_0");
    EXPECT_EQ(planned(locked, "output_norm.weight"), "F32");
    EXPECT_NE(locked.tensors.at("output_norm.weight").reason, "");
}

TEST(MakePlan, FloorsRemoveSmallerFormats) {
    const auto model = llama(3);
    auto request = with_budget(4);
    request.floors = {{"blk.0.*", format("Q6_K")}};
    const auto plan = made(*model, request);
    for (const auto& [name, recipe] : plan.tensors) {
        if (name.starts_with("blk.0.")) {
            EXPECT_GE(format_info(recipe.format).bits_per_weight, 6.5) << name;
            EXPECT_FALSE(recipe.locked) << name;
        }
    }
    // A floor above all candidates brings its own format in.
    request.formats = {format("Q3_K"), format("Q4_K")};
    request.budget->value = 5;
    EXPECT_EQ(planned(made(*model, request), "blk.0.attn_q.weight"), "Q6_K");
    // A floor above the source leaves the source.
    const auto small = llama(1, 512, "Q4_K");
    auto high = with_budget(6);
    high.floors = {{"*", format("Q8_0")}};
    EXPECT_EQ(planned(made(*small, high), "blk.0.attn_q.weight"), "Q4_K");
}

TEST(MakePlan, UnknownErrorsKeepTheTensor) {
    const auto model = llama(3);
    const auto request = with_budget(7);
    auto errors = errors_for(*model, request);
    const std::size_t all_nan = model->checkpoint->find("blk.1.attn_q.weight").value();
    errors.profiles[all_nan].edit([](TensorProfile& profile) {
        for (FormatError& error : profile.errors) {
            error.nmse.reset();
        }
    });
    const std::size_t some_nan = model->checkpoint->find("blk.2.attn_q.weight").value();
    errors.profiles[some_nan].edit([](TensorProfile& profile) {
        profile.errors[0].nmse = std::numeric_limits<double>::quiet_NaN();
        profile.errors[1].nmse = std::numeric_limits<double>::infinity();
    });
    const std::size_t not_profiled = model->checkpoint->find("blk.0.attn_q.weight").value();
    errors.profiles[not_profiled].reset();
    for (const std::string solver : {"dp", "lagrange", "greedy"}) {
        auto asked = request;
        asked.solver = solver;
        const auto plan = make_plan(*model, asked, errors, {});
        ASSERT_TRUE(plan) << plan.error().to_string();
        for (const char* name : {"blk.0.attn_q.weight", "blk.1.attn_q.weight"}) {
            EXPECT_EQ(planned(*plan, name), "BF16");
            EXPECT_THAT(plan->tensors.at(name).reason, HasSubstr("not known"));
        }
        EXPECT_THAT(planned(*plan, "blk.2.attn_q.weight"), Not(::testing::AnyOf("Q2_K", "Q3_K")));
        const auto sums = totals(*model, *plan, errors);
        ASSERT_TRUE(sums.estimated_loss) << "a copy loses nothing, whatever is known";
        EXPECT_TRUE(std::isfinite(*sums.estimated_loss));
    }
}

TEST(MakePlan, WithoutAnyErrorsNothingCanBeMadeSmaller) {
    const auto model = llama(1);
    const auto plan = make_plan(*model, with_budget(4), ErrorTable{}, {});
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::kImpossible);
    // The range that a window shows before anything is known is that of the formats.
    const auto range = feasible_range(*model, with_budget(4), ErrorTable{}).value();
    EXPECT_LT(range.min_bytes, range.max_bytes / 4);
}

TEST(MakePlan, TiedTensorsShareAFormat) {
    const auto model = llama(2);
    auto tied = std::make_shared<Model>(*model);
    const std::size_t embedding = model->checkpoint->find("token_embd.weight").value();
    const std::size_t head = model->checkpoint->find("output.weight").value();
    tied->tie_groups = {{embedding, head}};
    for (const double bits : {3.5, 5.0, 9.0}) {
        const auto request = with_budget(bits);
        const auto problem = make_problem(*tied, request, errors_for(*tied, request)).value();
        EXPECT_EQ(problem.problem.items.size(), tied->places.size() - 1);
        const auto plan = made(*tied, request);
        EXPECT_EQ(planned(plan, "token_embd.weight"), planned(plan, "output.weight"));
    }
    auto request = with_budget(6);
    request.locks = {{"output.weight", format("Q5_K")}};
    const auto locked = made(*tied, request);
    EXPECT_EQ(planned(locked, "token_embd.weight"), "Q5_K");
    EXPECT_TRUE(locked.tensors.at("token_embd.weight").locked);
    request.locks.push_back({"token_embd.weight", format("Q6_K")});
    EXPECT_EQ(refused(*tied, request).code, ErrorCode::kImpossible);
    PlanRequest preset;
    preset.preset = "Q4_K_M";
    const auto mixed = made(*tied, preset);
    EXPECT_EQ(planned(mixed, "token_embd.weight"), planned(mixed, "output.weight"));
    EXPECT_EQ(planned(mixed, "output.weight"), "Q6_K");
}

TEST(MakePlan, PresetsAndUniformPlansFollowRulesToo) {
    const auto model = llama(4);
    PlanRequest preset;
    preset.preset = "Q4_K_M";
    preset.locks = {{"blk.0.attn_q.weight", format("Q8_0")}};
    preset.floors = {{"blk.1.attn_q.weight", format("Q5_K")}};
    const auto plan = made(*model, preset);
    EXPECT_EQ(plan.name, "Q4_K_M");
    EXPECT_EQ(planned(plan, "blk.0.attn_q.weight"), "Q8_0");
    EXPECT_TRUE(plan.tensors.at("blk.0.attn_q.weight").locked);
    EXPECT_EQ(planned(plan, "blk.1.attn_q.weight"), "Q5_K");
    EXPECT_NE(plan.tensors.at("blk.1.attn_q.weight").reason, "");
    EXPECT_EQ(planned(plan, "blk.2.attn_q.weight"), "Q4_K");
    EXPECT_EQ(planned(plan, "output_norm.weight"), "F32");

    PlanRequest uniform;
    uniform.uniform = format("Q8_0");
    const auto same = made(*model, uniform);
    EXPECT_EQ(planned(same, "token_embd.weight"), "Q8_0");
    EXPECT_EQ(same.tensors.at("token_embd.weight").method, "rtn");
    EXPECT_EQ(planned(same, "output_norm.weight"), "F32");
    EXPECT_NE(same.tensors.at("output_norm.weight").reason, "");
    EXPECT_THAT(preset_names("gguf"), Contains("Q4_K_M"));
    EXPECT_THAT(preset_names("nowhere"), IsEmpty());
}

TEST(MakePlan, RequestsThatMakeNoSense) {
    const auto model = llama(1);
    const auto usage = [&](const PlanRequest& request) {
        EXPECT_EQ(refused(*model, request).code, ErrorCode::kUsage);
    };
    usage({});
    auto two = with_budget(4);
    two.preset = "Q4_K_M";
    usage(two);
    usage(with_budget(4, "magic"));
    auto target = with_budget(4);
    target.target = "nowhere";
    usage(target);
    PlanRequest preset;
    preset.preset = "Q4_K_XXL";
    usage(preset);
    usage(with_budget(4, "zd"));  // without low and high
    auto upside_down = with_budget(4, "zd");
    upside_down.low = format("Q8_0");
    upside_down.high = format("Q2_K");
    usage(upside_down);
    PlanRequest share;
    share.share_low = 0.5;
    usage(share);  // of which solver?
}

TEST(CheckPlan, FindsEveryViolation) {
    const auto model = llama(2, 640);
    const Plan good = made(*model, with_budget(6));
    ASSERT_TRUE(check_plan(*model, good, nullptr));
    const auto violation = [&](Plan plan) {
        const auto status = check_plan(*model, plan, nullptr);
        EXPECT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::kImpossible);
        return status.error().message;
    };
    Plan plan = good;
    plan.tensors.erase("output.weight");
    EXPECT_THAT(violation(plan), HasSubstr("output.weight"));
    plan = good;
    plan.tensors["extra"] = {.format = formats::f16()};
    EXPECT_THAT(violation(plan), HasSubstr("extra"));
    plan = good;
    plan.tensors["blk.0.attn_q.weight"].format = format("Q4_K");
    EXPECT_THAT(violation(plan), HasSubstr("blk.0.attn_q.weight"));
    plan = good;
    plan.tensors["output_norm.weight"].format = format("Q8_0");
    EXPECT_THAT(violation(plan), HasSubstr("output_norm.weight"));
    plan = good;
    plan.tensors["output.weight"] = {.format = format("Q8_0"), .method = "copy"};
    EXPECT_THAT(violation(plan), HasSubstr("copy"));
    plan = good;
    plan.target = "nowhere";
    EXPECT_THAT(violation(plan), HasSubstr("nowhere"));
    auto tied = std::make_shared<Model>(*model);
    tied->tie_groups = {{model->checkpoint->find("token_embd.weight").value(),
                         model->checkpoint->find("output.weight").value()}};
    plan = good;
    plan.tensors["output.weight"] = {.format = format("Q8_0")};
    plan.tensors["token_embd.weight"] = {.format = format("Q5_0")};
    EXPECT_FALSE(check_plan(*tied, plan, nullptr));
}

TEST(Totals, WhatAPlanWeighsAndLoses) {
    const auto model = llama(1);
    auto request = with_budget(4);
    const auto errors = errors_for(*model, request);
    Plan plan;
    for (const TensorInfo& tensor : model->checkpoint->tensors()) {
        plan.tensors[tensor.name] = {.format = tensor.format, .method = "copy"};
    }
    PlanTotals sums = totals(*model, plan, errors);
    EXPECT_EQ(sums.bytes, model->checkpoint->tensor_bytes());
    EXPECT_EQ(sums.estimated_loss, 0.0);
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    plan.tensors["blk.0.attn_q.weight"].format = format("Q4_K");
    sums = totals(*model, plan, errors);
    EXPECT_EQ(sums.bytes,
              model->checkpoint->tensor_bytes() - 512 * 512 * 2 + 512 * 512 / 256 * 144);
    EXPECT_DOUBLE_EQ(*sums.estimated_loss, 512 * 512 * *errors.nmse(q, format("Q4_K")));
    EXPECT_DOUBLE_EQ(
        sums.bits_per_weight,
        static_cast<double>(sums.bytes) * 8 / static_cast<double>(model->checkpoint->parameters()));
    // One unknown term makes the sum unknown; a wider float is none.
    plan.tensors["blk.0.attn_q.weight"].format = format("IQ4_XS");
    EXPECT_FALSE(totals(*model, plan, errors).estimated_loss);
    plan.tensors["blk.0.attn_q.weight"].format = formats::f32();
    EXPECT_EQ(totals(*model, plan, errors).estimated_loss, 0.0);
    EXPECT_EQ(totals(*model, Plan{}, errors).bytes, model->checkpoint->tensor_bytes());
}

}  // namespace
}  // namespace bitlathe
