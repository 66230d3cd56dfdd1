// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/planner.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::errors_for;
using test::format;
using test::llama;
using test::planned;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

PlanRequest with_budget(double bits, std::string solver = "dp") {
    PlanRequest request;
    request.budget = Budget{Budget::Unit::kBitsPerWeight, bits};
    request.solver = std::move(solver);
    return request;
}

Plan made(const Model& model, const PlanRequest& request, const Plan* kept = nullptr) {
    const auto plan = make_plan(model, request, errors_for(model, request), {}, kept);
    EXPECT_TRUE(plan) << plan.error().to_string();
    return plan ? *plan : Plan{};
}

Error refused(const Model& model, const PlanRequest& request, const Plan* kept = nullptr) {
    const auto formats = formats_to_profile(model, request);
    const auto plan = make_plan(
        model, request, errors_for(model, formats ? *formats : std::vector<FormatId>()), {}, kept);
    EXPECT_FALSE(plan);
    return plan ? Error{} : plan.error();
}

TEST(BudgetText, UnitsPeopleWrite) {
    const auto bytes = [](std::string_view text) { return parse_budget(text).value().bytes(1000); };
    EXPECT_EQ(bytes("123456789B"), 123456789U);
    EXPECT_EQ(bytes("3.5GiB"), 3758096384U);
    EXPECT_EQ(bytes("900MiB"), 943718400U);
    EXPECT_EQ(bytes("2KiB"), 2048U);
    EXPECT_EQ(bytes("1.5 GB"), 1'500'000'000U);
    EXPECT_EQ(bytes("1tib"), 1ULL << 40);
    EXPECT_EQ(bytes("4bpw"), 500U);
    EXPECT_EQ(bytes("4.2BPW"), 525U);
}

TEST(BudgetText, Nonsense) {
    for (const std::string_view text :
         {"", "4.2", "GiB", "-1GiB", "0B", "nanbpw", "infGiB", "1e400GiB", "1e2B", "4,2bpw",
          "4.2bpw!", "4.2 bits", "0x10B", "\xff"}) {
        const auto budget = parse_budget(text);
        ASSERT_FALSE(budget) << text;
        EXPECT_EQ(budget.error().code, ErrorCode::kUsage);
        EXPECT_THAT(budget.error().to_string(), HasSubstr("4.2bpw"));
    }
}

TEST(BudgetText, HugeBudgetsSaturate) {
    const Budget budget{Budget::Unit::kBytes, 1e300};
    EXPECT_EQ(budget.bytes(1), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ((Budget{Budget::Unit::kBytes, std::nan("")}).bytes(1), 0U);
}

TEST(RuleText, GlobAndFormat) {
    const auto rule = parse_rule("blk.*.a=b=q4_k");
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->glob, "blk.*.a=b");
    EXPECT_EQ(rule->format, format("Q4_K"));
    for (const std::string_view text : {"", "=Q4_K", "a", "a=", "a=Q9"}) {
        EXPECT_EQ(parse_rule(text).error().code, ErrorCode::kUsage) << text;
    }
}

TEST(FormatsToProfile, DefaultsOfGguf) {
    const auto model = llama(1);
    const auto names = [&](const PlanRequest& request) {
        std::set<std::string_view> result;
        const auto formats = formats_to_profile(*model, request).value();
        for (const FormatId id : formats) {
            result.insert(test::name_of(id));
        }
        return result;
    };
    EXPECT_THAT(names(with_budget(4)), ElementsAre("Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "Q8_0"));
    PlanRequest some = with_budget(4);
    some.formats = {format("Q4_0"), format("Q8_0")};
    EXPECT_THAT(names(some), ElementsAre("Q4_0", "Q8_0"));
    some.locks = {{"output.weight", format("Q6_K")}};
    EXPECT_THAT(names(some), Contains("Q6_K"));
    PlanRequest preset;
    preset.preset = "Q4_K_M";
    EXPECT_THAT(names(preset), IsEmpty());
    PlanRequest uniform;
    uniform.uniform = format("Q4_K");
    EXPECT_THAT(names(uniform), IsEmpty());
}

TEST(FormatsToProfile, SubstitutesOfRowsThatDoNotDivide) {
    const auto model = llama(1, 640);
    const auto formats = formats_to_profile(*model, with_budget(5)).value();
    for (const char* name : {"Q4_0", "Q5_0", "Q5_1", "Q8_0"}) {
        EXPECT_THAT(formats, Contains(format(name))) << name;
    }
    EXPECT_THAT(formats, Contains(format("Q4_K"))) << "rows of 1280 divide";
}

TEST(MakeProblem, LevelsOfAnOrdinaryTensor) {
    const auto model = llama(1);
    const auto request = with_budget(4);
    const auto problem = make_problem(*model, request, errors_for(*model, request)).value();
    ASSERT_EQ(problem.problem.items.size(), model->places.size());
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    const Item& item = problem.problem.items[q];
    EXPECT_THAT(item.tensors, ElementsAre(q));
    EXPECT_EQ(item.block, 0U);
    ASSERT_EQ(item.levels.size(), 7U);
    for (const Level& level : item.levels) {
        const std::uint64_t shape[] = {512, 512};
        EXPECT_EQ(level.bytes, tensor_bytes(level.format, shape));
        const double expected =
            level.format == formats::bf16()
                ? 0
                : 512 * 512 * *errors_for(*model, request).nmse(q, level.format);
        EXPECT_DOUBLE_EQ(level.loss, expected);
    }
    EXPECT_EQ(item.levels.back().format, formats::bf16()) << "the source itself";
    // Four bits of every weight of the model, embeddings and norms included.
    EXPECT_EQ(problem.problem.budget_bytes, model->checkpoint->parameters() / 2);
}

TEST(MakeProblem, NormsAreFixedAndSayWhy) {
    const auto model = llama(2);
    const auto request = with_budget(4);
    const auto problem = make_problem(*model, request, errors_for(*model, request)).value();
    const std::size_t norm = model->checkpoint->find("blk.1.attn_norm.weight").value();
    ASSERT_EQ(problem.problem.items[norm].levels.size(), 1U);
    EXPECT_EQ(problem.problem.items[norm].levels[0].loss, 0);
    const Recipe& recipe = problem.base.tensors.at("blk.1.attn_norm.weight");
    EXPECT_EQ(recipe.format, formats::f32());
    EXPECT_EQ(recipe.method, "copy");
    EXPECT_NE(recipe.reason, "");
    EXPECT_FALSE(recipe.locked);
}

TEST(MakeProblem, NothingLargerThanTheSource) {
    const auto model = llama(1, 512, "Q5_K");
    const auto request = with_budget(4);
    const auto problem = make_problem(*model, request, errors_for(*model, request)).value();
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    std::vector<std::string_view> names;
    for (const Level& level : problem.problem.items[q].levels) {
        names.push_back(test::name_of(level.format));
        EXPECT_EQ(level.loss == 0, level.format == format("Q5_K"));
    }
    EXPECT_THAT(names, ElementsAre("Q2_K", "Q3_K", "Q4_K", "Q5_K"));
}

TEST(MakeProblem, FormatsGivenByHandLeaveTheSourceOut) {
    const auto model = llama(1);
    auto request = with_budget(6);
    request.formats = {format("Q4_K"), format("Q6_K")};
    const auto problem = make_problem(*model, request, errors_for(*model, request)).value();
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    EXPECT_EQ(problem.problem.items[q].levels.size(), 2U);
    // A candidate that is as large as the source is stood for by the source.
    request.formats = {format("Q4_K"), format("F16")};
    const auto wide = make_problem(*model, request, errors_for(*model, request)).value();
    ASSERT_EQ(wide.problem.items[q].levels.size(), 2U);
    EXPECT_EQ(wide.problem.items[q].levels[1].format, formats::bf16());
}

TEST(MakeProblem, Float32SourcesMayHaveSixteenBits) {
    const auto model = llama(1, 512, "F32");
    const auto request = with_budget(15);
    const auto plan = made(*model, request);
    std::set<std::string_view> used;
    for (const auto& [name, recipe] : plan.tensors) {
        used.insert(test::name_of(recipe.format));
    }
    EXPECT_THAT(used, Contains("F16"));
}

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
    for (FormatError& error : errors.profiles[all_nan]->errors) {
        error.nmse.reset();
    }
    const std::size_t some_nan = model->checkpoint->find("blk.2.attn_q.weight").value();
    errors.profiles[some_nan]->errors[0].nmse = std::numeric_limits<double>::quiet_NaN();
    errors.profiles[some_nan]->errors[1].nmse = std::numeric_limits<double>::infinity();
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

/// Statistics as they would be of a Gaussian, except for ZD.
void add_statistics(ErrorTable& table, std::size_t tensor, double zd) {
    WeightStatistics& weights = table.profiles[tensor]->statistics;
    weights.count = 100'000;
    weights.mean = 0;
    weights.sigma = 1;
    weights.absmax = 5;
    weights.min = -5;
    weights.max = 5;
    weights.zd = zd;
    const double width = 10.0 / WeightStatistics::kBins;
    double before = 0;
    for (std::size_t j = 0; j < WeightStatistics::kBins; ++j) {
        const double edge = -5 + static_cast<double>(j + 1) * width;
        const double below = 0.5 * std::erfc(-edge / std::sqrt(2.0)) * 100'000;
        weights.histogram[j] = static_cast<std::uint64_t>(below - before);
        before = below;
    }
}

TEST(ZdSolver, LeastImportantBlocksGetTheLowFormat) {
    const auto model = llama(4);
    PlanRequest request;
    request.solver = "zd";
    request.low = format("Q3_K");
    request.high = format("Q6_K");
    request.share_low = 0.5;
    auto errors = errors_for(*model, request);
    // The weights are all 0: above the threshold where the mean is said to be far below, and so of
    // no importance.
    const double mean_of_block[] = {0, -5, 0, -5};
    for (std::size_t i = 0; i < model->places.size(); ++i) {
        if (const auto block = model->places[i].block) {
            add_statistics(errors, i, 0.158655);
            errors.profiles[i]->statistics.mean = mean_of_block[*block];
        }
    }
    const auto plan = make_plan(*model, request, errors, {});
    ASSERT_TRUE(plan) << plan.error().to_string();
    EXPECT_EQ(planned(*plan, "blk.2.attn_q.weight"), "Q6_K");
    EXPECT_EQ(planned(*plan, "blk.0.ffn_down.weight"), "Q6_K");
    EXPECT_EQ(planned(*plan, "blk.3.attn_q.weight"), "Q3_K");
    EXPECT_EQ(planned(*plan, "blk.1.ffn_down.weight"), "Q3_K");
    EXPECT_EQ(planned(*plan, "token_embd.weight"), "Q6_K");
    EXPECT_EQ(planned(*plan, "output_norm.weight"), "F32");
    // By budget: the same order, and no byte more than allowed.
    request.share_low.reset();
    const auto range = feasible_range(*model, request, errors).value();
    for (int step = 0; step <= 10; ++step) {
        const auto bytes = range.min_bytes +
                           (range.max_bytes - range.min_bytes) * static_cast<unsigned>(step) / 10;
        request.budget = Budget{Budget::Unit::kBytes, static_cast<double>(bytes)};
        const auto by_budget = make_plan(*model, request, errors, {});
        // Blocks alone cannot reach the minimum: embedding and head stay high.
        if (by_budget) {
            EXPECT_LE(totals(*model, *by_budget, errors).bytes, bytes);
        } else {
            EXPECT_EQ(by_budget.error().code, ErrorCode::kImpossible);
        }
    }
    EXPECT_EQ(make_plan(*model, request, ErrorTable{}, {}).error().code, ErrorCode::kImpossible)
        << "no statistics, no order";
}

TEST(BlockZd, OneTensorsZdIsExact) {
    const auto model = llama(3);
    auto errors = errors_for(*model, with_budget(4));
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    add_statistics(errors, q, 0.1566);
    const auto scores = estimate_block_zd(*model, errors);
    ASSERT_EQ(scores.size(), 3U);
    EXPECT_NEAR(scores[0], 0.1566, 1e-12);
    EXPECT_TRUE(std::isnan(scores[1]));
    // Norms are no linear weights: they change nothing.
    add_statistics(errors, model->checkpoint->find("blk.0.attn_norm.weight").value(), 0.9);
    EXPECT_EQ(estimate_block_zd(*model, errors)[0], scores[0]);
    // Nor does an equal tensor.
    add_statistics(errors, model->checkpoint->find("blk.0.attn_v.weight").value(), 0.1566);
    EXPECT_NEAR(estimate_block_zd(*model, errors)[0], 0.1566, 1e-12);
}

TEST(BlockZd, PoolsTensorsOfDifferentWidth) {
    // Two Gaussians of deviation 1 and 3, equally many: the pooled threshold is sqrt(5), above
    // which lie 1.27 % and 22.8 % of them.
    const auto model = llama(1);
    auto errors = errors_for(*model, with_budget(4));
    const std::size_t narrow = model->checkpoint->find("blk.0.attn_q.weight").value();
    const std::size_t wide = model->checkpoint->find("blk.0.ffn_down.weight").value();
    add_statistics(errors, narrow, 0.158655);
    add_statistics(errors, wide, 0.158655);
    WeightStatistics& weights = errors.profiles[wide]->statistics;
    weights.sigma = 3;
    weights.absmax = 15;
    const double expected = 0.25 * (std::erfc(std::sqrt(5.0 / 2)) + std::erfc(std::sqrt(5.0 / 18)));
    EXPECT_NEAR(estimate_block_zd(*model, errors)[0], expected, 1e-3);
}

/// ZD of a block by definition: all its linear weights side by side, two passes.
double exact_zd(const Model& model, std::uint32_t block) {
    std::vector<float> weights;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        if (model.places[i].block != block || model.places[i].role == Role::kNorm) {
            continue;
        }
        const TensorView view = model.checkpoint->view(i);
        const std::size_t before = weights.size();
        weights.resize(before + view.rows() * view.cols());
        view.decode_rows(0, view.rows(), weights.data() + before);
    }
    double sum = 0;
    for (const float weight : weights) {
        sum += static_cast<double>(weight);
    }
    const double mean = sum / static_cast<double>(weights.size());
    double squares = 0;
    for (const float weight : weights) {
        squares += (static_cast<double>(weight) - mean) * (static_cast<double>(weight) - mean);
    }
    const double threshold = mean + std::sqrt(squares / static_cast<double>(weights.size()));
    const auto above = std::count_if(weights.begin(), weights.end(), [&](float weight) {
        return static_cast<double>(weight) > threshold;
    });
    return static_cast<double>(above) / static_cast<double>(weights.size());
}

TEST(BlockZd, TrainedModelAgreesWithTheDefinition) {
    const std::filesystem::path path =
        std::filesystem::path(BITLATHE_SHARED_DATA) / "models" / "storybook-7m-bf16.gguf";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "NOT TESTED: " << path << " is not there";
    }
    const auto model = open_model(path).value();
    ErrorTable errors;
    errors.profiles.resize(model->places.size());
    ASSERT_TRUE(profile_weights(
        *model->checkpoint, {},
        [&](TensorProfile profile) { errors.profiles[profile.tensor] = std::move(profile); }, {}));
    const auto scores = block_zd(*model, errors, {.threads = 3});
    ASSERT_TRUE(scores);
    const auto estimates = estimate_block_zd(*model, errors);
    ASSERT_EQ(scores->size(), 8U);
    std::vector<double> exact;
    for (std::uint32_t block = 0; block < 8; ++block) {
        exact.push_back(exact_zd(*model, block));
        EXPECT_NEAR((*scores)[block], exact.back(), 3e-6) << block;
        EXPECT_NEAR(estimates[block], exact.back(), 2e-3) << block;
    }
    EXPECT_EQ(rank_blocks(*scores), rank_blocks(exact));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(block_zd(*model, errors, {.stop = stop.get_token()}).error().code,
              ErrorCode::kCancelled);
}

TEST(BlockZd, StrangeStatistics) {
    const auto model = llama(2);
    auto errors = errors_for(*model, with_budget(4));
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    add_statistics(errors, q, 0.15);
    errors.profiles[q]->statistics.nonfinite = 1'000'000;  // more than there are
    const std::size_t zero = model->checkpoint->find("blk.1.attn_q.weight").value();
    add_statistics(errors, zero, 0);
    errors.profiles[zero]->statistics.sigma = 0;
    errors.profiles[zero]->statistics.absmax = 0;
    errors.profiles[zero]->statistics.zd.reset();
    EXPECT_THAT(estimate_block_zd(*model, errors), Each(::testing::IsNan()));
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
