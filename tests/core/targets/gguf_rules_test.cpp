// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_rules.h"

#include <gtest/gtest.h>

#include "core/targets/gguf/gguf_presets.h"
#include "tests/core/model/synthetic_model.h"

namespace bitlathe::testing {
namespace {

FormatId format(std::string_view name) {
    return find_format(name).value();
}

std::string_view fallback(std::string_view wanted, std::uint64_t cols) {
    return format_info(gguf_fallback(format(wanted), cols).format).name;
}

/// What the rules say of a single tensor: "" when it may be quantized.
std::string objection(const std::string& name, std::vector<std::uint64_t> shape,
                      const std::string& architecture = "llama",
                      const std::string& source = "F16") {
    const auto model = model_of_gguf(
        {{{"general.architecture", architecture}}, {{name, std::move(shape), source}}});
    std::string reason = "stale";
    const bool allowed = gguf_may_quantize(*model, 0, &reason);
    EXPECT_EQ(allowed, reason.empty()) << name;
    EXPECT_EQ(allowed, gguf_may_quantize(*model, 0, nullptr));
    return reason;
}

TEST(GgufRules, WeightsOfTwoDimensionsAreQuantized) {
    for (const char* name :
         {"token_embd.weight", "output.weight", "blk.0.attn_q.weight", "blk.0.attn_qkv.weight",
          "blk.0.ffn_gate_exps.weight", "blk.0.ffn_gate_inp_shexp.weight", "blk.0.ssm_in.weight",
          "per_layer_token_embd.weight", "blk.0.time_mix_key.weight", "v.blk.0.attn_q.weight",
          "cls.weight", "weight"}) {
        EXPECT_EQ(objection(name, {32, 64}), "") << name;
    }
    EXPECT_EQ(objection("blk.0.ffn_gate_exps.weight", {8, 32, 64}), "");
}

TEST(GgufRules, TheRestHasAReason) {
    const std::pair<const char*, const char*> cases[] = {
        {"blk.0.attn_norm.weight", "norms"},
        {"blk.0.attn_q_norm.weight", "norms"},
        {"blk.0.ffn_gate_inp.weight", "experts"},
        {"position_embd.weight", "position"},
        {"token_types.weight", "position"},
        {"blk.0.attn_q.bias", "ends in"},
        {"blk.0.ssm_a", "ends in"},
        {"blk.0.ssm_conv1d.weight", "state"},
        {"blk.0.shortconv.conv.weight", "state"},
        {"blk.0.time_mix_w1.weight", "state"},
        {"blk.0.altup_router.weight", "small"},
        {"blk.0.laurel_l.weight", "small"},
        {"per_layer_model_proj.weight", "small"},
        {"enc.blk.0.attn_rel_b.weight", "position"},
        {"v.position_embd.weight", "vision"},
        {"v.patch_embd.weight", "vision"}};
    for (const auto& [name, word] : cases) {
        EXPECT_NE(objection(name, {32, 64}).find(word), std::string::npos)
            << name << ": " << objection(name, {32, 64});
    }
}

TEST(GgufRules, DimensionsCountUpToTheLastThatIsNotOne) {
    EXPECT_NE(objection("blk.0.attn_q.weight", {64}), "");
    EXPECT_NE(objection("blk.0.attn_q.weight", {1, 64}), "");
    EXPECT_NE(objection("blk.0.attn_q.weight", {1, 1, 64}), "");
    EXPECT_EQ(objection("blk.0.attn_q.weight", {64, 1}), "");
    EXPECT_EQ(objection("blk.0.attn_q.weight", {1, 2, 64}), "");
}

TEST(GgufRules, WhatCannotBeDecodedStays) {
    EXPECT_NE(objection("blk.0.ffn_up.weight", {4, 256}, "llama", "IQ2_XS"), "");
    EXPECT_NE(objection("blk.0.something.weight", {4, 256}, "llama", "I32"), "");
    EXPECT_EQ(objection("blk.0.ffn_up.weight", {4, 256}, "llama", "Q8_0"), "");
}

TEST(GgufRules, SomeRulesAreOfOneArchitecture) {
    EXPECT_EQ(objection("blk.0.shortconv_k.weight", {4, 4}, "llama"), "");
    EXPECT_NE(objection("blk.0.shortconv_k.weight", {4, 4}, "inkling"), "");
}

TEST(GgufRules, FallbacksOfOddRows) {
    EXPECT_EQ(fallback("Q4_K", 256), "Q4_K");
    EXPECT_EQ(gguf_fallback(format("Q4_K"), 512).reason, "");
    const std::pair<const char*, const char*> chain[] = {
        {"Q2_K", "Q4_0"},    {"Q3_K", "Q4_0"},      {"Q4_K", "Q5_0"},      {"Q5_K", "Q5_1"},
        {"Q6_K", "Q8_0"},    {"TQ1_0", "Q4_0"},     {"TQ2_0", "Q4_0"},     {"IQ4_XS", "IQ4_NL"},
        {"IQ3_S", "IQ4_NL"}, {"IQ3_XXS", "IQ4_NL"}, {"IQ2_XXS", "IQ4_NL"}, {"IQ1_S", "IQ4_NL"}};
    for (const auto& [wanted, expected] : chain) {
        EXPECT_EQ(fallback(wanted, 640), expected) << wanted;
        EXPECT_EQ(fallback(wanted, 172), "F16") << wanted;
        const std::string reason = gguf_fallback(format(wanted), 640).reason;
        EXPECT_NE(reason.find("640"), std::string::npos);
        EXPECT_NE(reason.find(expected), std::string::npos);
    }
    for (const char* wanted : {"Q8_0", "Q4_0", "Q5_1", "MXFP4"}) {
        EXPECT_EQ(fallback(wanted, 640), wanted);
        EXPECT_EQ(fallback(wanted, 172), "F16");
    }
    EXPECT_EQ(fallback("Q2_0", 96), "Q4_0");
    EXPECT_EQ(fallback("BF16", 7), "BF16");
}

TEST(GgufRules, TheSmallestFormatsNeedImportance) {
    const auto model = model_of_gguf({{{"general.architecture", std::string("llama")}},
                                      {{"token_embd.weight", {4, 256}},
                                       {"output.weight", {4, 256}},
                                       {"blk.0.ffn_up.weight", {4, 256}}}});
    const std::size_t up = model->checkpoint->find("blk.0.ffn_up.weight").value();
    for (const char* name : {"IQ1_S", "IQ1_M", "IQ2_XXS", "IQ2_XS", "IQ2_S", "IQ3_XXS"}) {
        EXPECT_TRUE(gguf_needs_importance(*model, up, format(name))) << name;
        for (const char* free : {"token_embd.weight", "output.weight"}) {
            EXPECT_FALSE(
                gguf_needs_importance(*model, model->checkpoint->find(free).value(), format(name)));
        }
    }
    for (const char* name : {"Q2_K", "Q4_K", "IQ4_XS", "IQ3_S", "Q8_0"}) {
        EXPECT_FALSE(gguf_needs_importance(*model, up, format(name))) << name;
    }
}

SyntheticGguf small_llama() {
    SyntheticGguf gguf{{{"general.architecture", std::string("llama")},
                        {"llama.block_count", std::uint32_t{16}},
                        {"llama.attention.head_count", std::uint32_t{8}}},
                       {{"token_embd.weight", {512, 256}}, {"output.weight", {512, 256}}}};
    for (int block = 0; block < 16; ++block) {
        const std::string prefix = "blk." + std::to_string(block) + ".";
        gguf.tensors.push_back({prefix + "attn_norm.weight", {256}, "F32"});
        gguf.tensors.push_back({prefix + "attn_v.weight", {256, 256}});
        gguf.tensors.push_back({prefix + "attn_output.weight", {256, 256}});
        gguf.tensors.push_back({prefix + "ffn_down.weight", {256, 512}});
    }
    return gguf;
}

Plan plan_of(const Model& model, std::string_view preset, bool importance = false) {
    Plan plan;
    const auto placements = gguf_preset(model, preset, importance).value();
    for (std::size_t i = 0; i < placements.size(); ++i) {
        plan.tensors[model.tensor(i).name] = Recipe{placements[i].format};
    }
    return plan;
}

TEST(GgufFileType, OfEveryPreset) {
    const auto model = model_of_gguf(small_llama());
    const std::pair<const char*, std::uint32_t> numbers[] = {
        {"Q8_0", 7},    {"Q6_K", 18},   {"Q5_K_M", 17}, {"Q5_K_S", 16},
        {"Q4_K_M", 15}, {"Q4_K_S", 14}, {"Q3_K_L", 13}, {"Q3_K_M", 12},
        {"Q3_K_S", 11}, {"Q2_K", 10},   {"Q4_0", 2},    {"Q5_0", 8}};
    for (const auto& [preset, number] : numbers) {
        EXPECT_EQ(gguf_file_type(*model, plan_of(*model, preset)), number) << preset;
        EXPECT_EQ(gguf_file_type(*model, plan_of(*model, preset, true)), number) << preset;
    }
}

TEST(GgufFileType, ANameIsNotEnough) {
    const auto model = model_of_gguf(small_llama());
    Plan plan = plan_of(*model, "Q2_K");
    plan.name = "Q8_0";
    EXPECT_EQ(gguf_file_type(*model, plan), 10U);
}

TEST(GgufFileType, ANameDecidesBetweenPresetsThatAreTheSameHere) {
    SyntheticGguf gguf = small_llama();
    gguf.tensors.resize(2);  // no block: Q5_K_M and Q5_K_S do not differ
    const auto model = model_of_gguf(gguf);
    Plan plan = plan_of(*model, "Q5_K_S");
    plan.name = "Q5_K_S";
    EXPECT_EQ(gguf_file_type(*model, plan), 16U);
    plan.name = "Q5_K_M";
    EXPECT_EQ(gguf_file_type(*model, plan), 17U);
}

TEST(GgufFileType, OfAMixIsThatOfMostWeights) {
    const auto model = model_of_gguf(small_llama());
    Plan plan = plan_of(*model, "Q4_K_M");
    plan.tensors["blk.0.ffn_down.weight"].format = format("IQ4_XS");
    EXPECT_EQ(gguf_file_type(*model, plan), 15U);
    for (auto& [name, recipe] : plan.tensors) {
        recipe.format =
            name.find("ffn_down") != std::string::npos ? format("IQ4_NL") : recipe.format;
    }
    EXPECT_EQ(gguf_file_type(*model, plan), 25U);
    EXPECT_EQ(gguf_file_type(*model, Plan{}), 1U) << "nothing planned: the source's F16";
    for (auto& [name, recipe] : plan.tensors) {
        recipe.format = formats::bf16();
    }
    EXPECT_EQ(gguf_file_type(*model, plan), 32U);
}

TEST(GgufFileType, OfNothing) {
    const auto model =
        model_of_gguf({{{"general.architecture", std::string("llama")}}, {{"x", {4}, "F32"}}});
    EXPECT_EQ(gguf_file_type(*model, Plan{}), 0U);
}

}  // namespace
}  // namespace bitlathe::testing
