// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/targets/planner.h"
#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::errors_for;
using test::format;
using test::llama;
using test::made;
using test::with_budget;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

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

}  // namespace
}  // namespace bitlathe
