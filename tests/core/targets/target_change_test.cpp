// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/target_change.h"

#include <gtest/gtest.h>

#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::format;
using test::planned;

const Target& gguf() {
    return *find_target("gguf");
}
const Target& safetensors() {
    return *find_target("safetensors");
}

/// Every tensor as `target` places a request for `name`.
Plan uniform(const Model& model, const Target& target, const std::string& name) {
    PlanRequest request;
    request.target = std::string(target.name());
    request.uniform = format(name);
    return make_plan(model, request, {}, {}).value();
}

TEST(TargetChange, WhatBothTargetsHoldStaysAsItIs) {
    const auto model = test::llama(2);
    const Plan plan = uniform(*model, gguf(), "Q4_K");
    const auto errors = test::errors_for(*model, {format("Q4_K")});
    const auto change = change_target(*model, plan, safetensors(), errors, nullptr, {});
    ASSERT_TRUE(change) << change.error().to_string();
    EXPECT_TRUE(change->conflicts.empty());
    EXPECT_EQ(change->plan.target, "safetensors");
    EXPECT_EQ(change->plan.tensors, plan.tensors);
    EXPECT_EQ(change->before.bytes, change->after.bytes);
    EXPECT_TRUE(check_plan(*model, change->plan, nullptr));
}

TEST(TargetChange, WhatTheTargetRefusesBecomesTheNearestThatItHas) {
    const auto model = test::llama(2);
    const Plan plan = uniform(*model, safetensors(), "INT4_G128_SYM");
    ASSERT_EQ(planned(plan, "blk.0.attn_q.weight"), "INT4_G128_SYM");
    const auto errors = test::errors_for(
        *model, {format("INT4_G128_SYM"), format("Q4_K"), format("IQ4_XS"), format("IQ4_NL")});
    const auto change = change_target(*model, plan, gguf(), errors, nullptr, {});
    ASSERT_TRUE(change) << change.error().to_string();
    ASSERT_FALSE(change->conflicts.empty());
    for (const TargetConflict& conflict : change->conflicts) {
        EXPECT_EQ(test::name_of(conflict.before), "INT4_G128_SYM");
        EXPECT_FALSE(format_info(conflict.after).recent);
        EXPECT_NEAR(format_info(conflict.after).bits_per_weight,
                    format_info(conflict.before).bits_per_weight, 0.2);
        EXPECT_NE(conflict.reason.find("INT4_G128_SYM"), std::string::npos) << conflict.reason;
        const Recipe& recipe = change->plan.tensors.at(model->tensor(conflict.tensor).name);
        EXPECT_EQ(recipe.format, conflict.after);
        EXPECT_EQ(recipe.reason, conflict.reason);
    }
    EXPECT_TRUE(check_plan(*model, change->plan, nullptr));
    EXPECT_EQ(change->before.bytes, totals(*model, plan, errors).bytes);
    EXPECT_EQ(change->after.bytes, totals(*model, change->plan, errors).bytes);
    EXPECT_TRUE(change->before.estimated_loss);
    EXPECT_TRUE(change->after.estimated_loss);
}

TEST(TargetChange, TheTargetsOwnFallbackIsTaken) {
    const auto model = test::llama(1, 96);  // rows of 96: blocks of 32, not of 256
    Plan plan = uniform(*model, gguf(), "Q8_0");
    for (auto& [name, recipe] : plan.tensors) {
        if (recipe.format == format("Q8_0")) recipe.format = format("Q4_K");
    }
    const auto change = change_target(*model, plan, gguf(), {}, nullptr, {});
    ASSERT_TRUE(change);
    ASSERT_FALSE(change->conflicts.empty());
    EXPECT_EQ(test::name_of(change->conflicts.front().after), "Q5_0");
    EXPECT_NE(change->conflicts.front().reason.find("do not divide"), std::string::npos);
    EXPECT_TRUE(check_plan(*model, change->plan, nullptr));
}

TEST(TargetChange, LocksStayAndAreNamed) {
    const auto model = test::llama(1);
    Plan plan = uniform(*model, safetensors(), "INT8_ROW_SYM");
    plan.tensors.at("blk.0.attn_q.weight").locked = true;
    const auto change = change_target(*model, plan, gguf(), {}, nullptr, {});
    ASSERT_TRUE(change);
    const auto locked = std::count_if(change->conflicts.begin(), change->conflicts.end(),
                                      [](const auto& conflict) { return conflict.locked; });
    EXPECT_EQ(locked, 1);
    EXPECT_TRUE(change->plan.tensors.at("blk.0.attn_q.weight").locked);
    EXPECT_FALSE(change->before.estimated_loss);  // nothing was measured: unknown, not 0
}

TEST(TargetChange, TiedTensorsChangeTogether) {
    Model model = *test::llama(1);
    const std::size_t embedding = *model.checkpoint->find("token_embd.weight");
    const std::size_t head = *model.checkpoint->find("output.weight");
    model.tie_groups = {{embedding, head}};
    Plan plan = uniform(model, gguf(), "Q8_0");
    plan.tensors.at("token_embd.weight") = {format("Q6_K"), "search"};
    plan.tensors.at("output.weight") = {format("INT4_G128_SYM"), "rtn"};
    const auto change = change_target(model, plan, gguf(), {}, nullptr, {});
    ASSERT_TRUE(change);
    ASSERT_EQ(change->conflicts.size(), 2U);
    EXPECT_EQ(change->conflicts[0].after, change->conflicts[1].after);
    EXPECT_NE(change->conflicts[0].reason.find("tied"), std::string::npos);
    EXPECT_TRUE(check_plan(model, change->plan, nullptr));
}

TEST(TargetChange, ATargetThatCannotWriteTheModelSaysSo) {
    const auto model = testing::model_of_safetensors(
        {{"model.layers.0.mlp.up_proj.weight", {256, 256}, "BF16"}},
        R"({"architectures":["LlamaForCausalLM"],"model_type":"llama"})");
    const auto change =
        change_target(*model, uniform(*model, safetensors(), "Q4_K"), gguf(), {}, nullptr, {});
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().code, ErrorCode::kImpossible);
}

TEST(TargetChange, ItCanBeCancelled) {
    const auto model = test::llama(1);
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    const auto change =
        change_target(*model, uniform(*model, gguf(), "Q4_K"), safetensors(), {}, nullptr, context);
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace bitlathe
