// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/plan.h"

#include <filesystem>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/base/atomic_file.h"

namespace bitlathe {
namespace {

using testing::HasSubstr;

FormatId format(std::string_view name) {
    return *find_format(name);
}

Plan sample() {
    Plan plan;
    plan.target = "gguf";
    plan.checkpoint_fingerprint = "0123456789abcdef";
    plan.checkpoint_path = "/models/a \"b\".gguf";
    plan.name = "my 4.2 bpw";
    plan.tensors["blk.0.attn_q.weight"] = {.format = format("Q4_K")};
    plan.tensors["blk.0.attn_norm.weight"] = {
        .format = format("F32"), .method = "copy", .reason = "norms stay as they are"};
    plan.tensors["output.weight"] = {.format = format("Q8_0"), .method = "rtn", .locked = true};
    plan.history = {"dp: 4.2 bpw", "locked output.weight"};
    return plan;
}

constexpr std::string_view kSampleText = R"({
  "bitlathe_plan": 1,
  "checkpoint": {"fingerprint": "0123456789abcdef", "path": "/models/a \"b\".gguf"},
  "target": "gguf",
  "name": "my 4.2 bpw",
  "tensors": {
    "blk.0.attn_norm.weight": {"format": "F32", "method": "copy", "locked": false, "reason": "norms stay as they are"},
    "blk.0.attn_q.weight": {"format": "Q4_K", "method": "search", "locked": false},
    "output.weight": {"format": "Q8_0", "method": "rtn", "locked": true}
  },
  "history": [
    "dp: 4.2 bpw",
    "locked output.weight"
  ]
}
)";

TEST(PlanFile, TextIsWhatItIs) {
    EXPECT_EQ(plan_to_text(sample()), kSampleText);
}

TEST(PlanFile, ReadsWhatItWrote) {
    const auto plan = plan_from_text(kSampleText, "p.json");
    ASSERT_TRUE(plan) << plan.error().to_string();
    EXPECT_EQ(*plan, sample());
    const Plan empty{.target = "gguf"};
    EXPECT_EQ(*plan_from_text(plan_to_text(empty), "p.json"), empty);
}

TEST(PlanFile, EqualPlansGiveEqualBytes) {
    // Keys in another order, other white space, defaults left out, keys of later versions.
    const auto plan = plan_from_text(
        R"({"later": [1], "tensors": {"output.weight": {"locked": true, "method": "rtn",
        "format": "q8_0", "rank": 3}, "blk.0.attn_q.weight": {"format": "Q4_K"},
        "blk.0.attn_norm.weight": {"reason": "norms stay as they are", "format": "F32",
        "method": "copy"}}, "history": ["dp: 4.2 bpw", "locked output.weight"],
        "name": "my 4.2 bpw", "target": "gguf", "checkpoint": {"host": null,
        "path": "/models/a \"b\".gguf", "fingerprint": "0123456789abcdef"}, "bitlathe_plan": 1})",
        "p.json");
    ASSERT_TRUE(plan) << plan.error().to_string();
    EXPECT_EQ(plan_to_text(*plan), kSampleText);
}

TEST(PlanFile, AnyNameComesBack) {
    Plan plan{.target = "gguf"};
    plan.name = "\x01\x7f \\ \" \xE2\x82\xAC";
    plan.tensors["\n\t/\\\"\xC3\xA4"] = {.format = format("F16"), .method = "copy"};
    const auto back = plan_from_text(plan_to_text(plan), "p.json");
    ASSERT_TRUE(back) << back.error().to_string();
    EXPECT_EQ(*back, plan);
}

TEST(PlanFile, SavesAndLoads) {
    const auto path = std::filesystem::temp_directory_path() /
                      fmt::format("bitlathe-plan-test-{}.json", ::getpid());
    ASSERT_TRUE(save_plan(sample(), path));
    const auto plan = load_plan(path);
    ASSERT_TRUE(plan) << plan.error().to_string();
    EXPECT_EQ(*plan, sample());
    std::filesystem::remove(path);
    const auto gone = load_plan(path);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, ErrorCode::kRefused);
}

TEST(PlanFile, ManyTensors) {
    // What a mixture of experts has; quadratic work would show.
    Plan plan{.target = "gguf"};
    for (int i = 0; i < 50'000; ++i) {
        plan.tensors[fmt::format("model.layers.{}.mlp.experts.{}.up_proj.weight", i / 512,
                                 i % 512)] = {.format = format("Q4_K")};
    }
    const auto back = plan_from_text(plan_to_text(plan), "p.json");
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, plan);
}

struct Bad {
    const char* name;
    const char* text;
    const char* message;
};
class HostilePlan : public testing::TestWithParam<Bad> {};

TEST_P(HostilePlan, IsRefusedWithAPlace) {
    const auto plan = plan_from_text(GetParam().text, "bad.json");
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::kRefused);
    EXPECT_EQ(plan.error().file, "bad.json");
    EXPECT_THAT(plan.error().to_string(), HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HostilePlan,
    testing::Values(
        Bad{"Empty", "", "JSON"}, Bad{"CutOff", R"({"bitlathe_plan": 1, "tens)", "byte"},
        Bad{"NotAnObject", "[1]", "not an object"},
        Bad{"NoVersion", R"({"tensors": {}})", "bitlathe_plan is missing"},
        Bad{"VersionZero", R"({"bitlathe_plan": 0})", "not a version"},
        Bad{"VersionText", R"({"bitlathe_plan": "1"})", "not a version"},
        Bad{"VersionFraction", R"({"bitlathe_plan": 1.5})", "not a version"},
        Bad{"VersionNewer", R"({"bitlathe_plan": 2})", "newer bitlathe"},
        Bad{"VersionHuge", R"({"bitlathe_plan": 18446744073709551615})", "newer bitlathe"},
        Bad{"NoTensors", R"({"bitlathe_plan": 1, "target": "gguf"})", "tensors"},
        Bad{"TensorsArray", R"({"bitlathe_plan": 1, "target": "gguf", "tensors": []})", "tensors"},
        Bad{"NoTarget", R"({"bitlathe_plan": 1, "tensors": {}})", "target is missing"},
        Bad{"TargetNumber", R"({"bitlathe_plan": 1, "target": 3, "tensors": {}})",
            "target is not a string"},
        Bad{"CheckpointText",
            R"({"bitlathe_plan": 1, "target": "gguf", "checkpoint": "x", "tensors": {}})",
            "checkpoint is not an object"},
        Bad{"FingerprintNumber",
            R"({"bitlathe_plan": 1, "target": "g", "checkpoint": {"fingerprint": 1}, "tensors": {}})",
            "checkpoint.fingerprint is not a string"},
        Bad{"RecipeText", R"({"bitlathe_plan": 1, "target": "gguf", "tensors": {"a": "Q4_K"}})",
            "tensors[\"a\"] is not an object"},
        Bad{"NoFormat", R"({"bitlathe_plan": 1, "target": "gguf", "tensors": {"a": {}}})",
            "tensors[\"a\"].format"},
        Bad{"UnknownFormat",
            R"({"bitlathe_plan": 1, "target": "gguf", "tensors": {"a": {"format": "Q9_Z"}}})",
            "tensors[\"a\"].format \"Q9_Z\""},
        Bad{"UnknownMethod",
            R"({"bitlathe_plan": 1, "target": "g", "tensors": {"a": {"format": "Q4_K", "method": "magic"}}})",
            "tensors[\"a\"].method \"magic\""},
        Bad{"LockedNumber",
            R"({"bitlathe_plan": 1, "target": "g", "tensors": {"a": {"format": "Q4_K", "locked": 1}}})",
            "tensors[\"a\"].locked"},
        Bad{"HistoryObject", R"({"bitlathe_plan": 1, "target": "g", "tensors": {}, "history": {}})",
            "history"},
        Bad{"HistoryNumber",
            R"({"bitlathe_plan": 1, "target": "g", "tensors": {}, "history": ["a", 1]})",
            "history[1]"},
        Bad{"TwiceTheSameTensor",
            R"({"bitlathe_plan": 1, "target": "g", "tensors": {"a": {"format": "F16"}, "a": {"format": "F32"}}})",
            "twice"},
        Bad{"ControlCharactersInANameAreNotPrinted",
            "{\"bitlathe_plan\": 1, \"target\": \"g\", \"tensors\": {\"a\\u001b[2J\": 1}}",
            "tensors[\"a\xEF\xBF\xBD[2J\"]"}),
    [](const auto& parameter) { return std::string(parameter.param.name); });

TEST(PlanDifferences, AddedRemovedChanged) {
    const Plan before = sample();
    Plan after = before;
    after.tensors.erase("output.weight");
    after.tensors["blk.0.attn_q.weight"].format = format("Q6_K");
    after.tensors["a"] = {.format = format("F16")};
    const auto found = difference(before, after);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].tensor, "a");
    EXPECT_EQ(found[0].before, nullptr);
    EXPECT_EQ(found[1].tensor, "blk.0.attn_q.weight");
    EXPECT_EQ(found[1].before->format, format("Q4_K"));
    EXPECT_EQ(found[1].after->format, format("Q6_K"));
    EXPECT_EQ(found[2].tensor, "output.weight");
    EXPECT_EQ(found[2].after, nullptr);
    EXPECT_TRUE(difference(before, before).empty());
}

}  // namespace
}  // namespace bitlathe
