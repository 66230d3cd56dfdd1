// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/places.h"

#include <set>

#include <gtest/gtest.h>

#include "core/model/roles.h"

namespace bitlathe {
namespace {

TensorPlace place_in(std::string_view model_type, std::string_view name, std::size_t rank = 2) {
    return NameBook(family_of_config(model_type)).place(name, rank);
}

TEST(Roles, NamesGoBothWays) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        const Role role = static_cast<Role>(i);
        EXPECT_EQ(find_role(role_name(role)), role);
        names.insert(role_name(role));
    }
    EXPECT_EQ(names.size(), kRoleCount);
    EXPECT_FALSE(find_role("nonsense").has_value());
}

struct Case {
    std::string_view model_type;
    std::string_view name;
    std::string_view canonical;
    Role role;
};

class HuggingFaceNames : public ::testing::TestWithParam<Case> {};

TEST_P(HuggingFaceNames, HaveTheirPlace) {
    const Case& expected = GetParam();
    ASSERT_NE(family_of_config(expected.model_type), nullptr);
    const TensorPlace place = place_in(expected.model_type, expected.name);
    EXPECT_EQ(place.canonical, expected.canonical);
    EXPECT_EQ(role_name(place.role), role_name(expected.role));
}

INSTANTIATE_TEST_SUITE_P(
    Places, HuggingFaceNames,
    ::testing::Values(
        Case{"llama", "model.layers.1.post_attention_layernorm.weight", "blk.1.ffn_norm.weight",
             Role::kNorm},
        Case{"gemma3_text", "model.layers.1.post_attention_layernorm.weight",
             "blk.1.post_attention_norm.weight", Role::kNorm},
        Case{"gemma3", "model.language_model.layers.1.self_attn.q_norm.weight",
             "blk.1.attn_q_norm.weight", Role::kNorm},
        Case{"qwen2", "model.layers.0.self_attn.q_proj.bias", "blk.0.attn_q.bias", Role::kOther},
        Case{"gpt2", "h.0.attn.c_attn.weight", "blk.0.attn_qkv.weight", Role::kAttnQkv},
        Case{"gpt2", "transformer.wpe.weight", "position_embd.weight", Role::kOther},
        Case{"gpt2", "transformer.h.2.attn.bias", "transformer.h.2.attn.bias", Role::kOther},
        Case{"phi", "model.layers.0.self_attn.dense.weight", "blk.0.attn_output.weight",
             Role::kAttnO},
        Case{"phi3", "model.layers.0.mlp.gate_up_proj.weight", "blk.0.ffn_up.weight",
             Role::kMlpGateUp},
        Case{"mixtral", "model.layers.0.block_sparse_moe.gate.weight", "blk.0.ffn_gate_inp.weight",
             Role::kRouter},
        Case{"qwen3_moe", "model.layers.0.mlp.gate.weight", "blk.0.ffn_gate_inp.weight",
             Role::kRouter},
        Case{"qwen3_moe", "model.layers.0.mlp.gate_proj.weight", "blk.0.ffn_gate.weight",
             Role::kMlpGate},
        Case{"qwen2_moe", "model.layers.0.mlp.shared_expert.down_proj.weight",
             "blk.0.ffn_down_shexp.weight", Role::kMlpDown},
        Case{"qwen2_moe", "model.layers.0.mlp.shared_expert_gate.weight",
             "blk.0.ffn_gate_inp_shexp.weight", Role::kRouter},
        Case{"bert", "bert.encoder.layer.3.attention.output.LayerNorm.gamma",
             "blk.3.attn_output_norm.weight", Role::kNorm},
        Case{"bert", "embeddings.token_type_embeddings.weight", "token_types.weight", Role::kOther},
        Case{"bert", "pooler.dense.weight", "pooler.dense.weight", Role::kOther},
        Case{"falcon", "transformer.h.0.self_attention.query_key_value.weight",
             "blk.0.attn_qkv.weight", Role::kAttnQkv},
        Case{"gpt_oss", "model.layers.0.self_attn.sinks", "blk.0.attn_sinks.weight", Role::kOther},
        Case{"deepseek_v3", "model.layers.4.mlp.gate.e_score_correction_bias",
             "blk.4.exp_probs_b.bias", Role::kOther},
        Case{"llama", "model.layers.0.self_attn.q_proj.weight_scale", "blk.0.attn_q.weight_scale",
             Role::kOther},
        Case{"gemma3", "model.vision_tower.encoder.layers.0.self_attn.q_proj.weight",
             "model.vision_tower.encoder.layers.0.self_attn.q_proj.weight", Role::kOther}));

TEST(Places, ExpertsOfTheirOwnKeepTheirNumber) {
    const TensorPlace place =
        place_in("mixtral", "model.layers.1.block_sparse_moe.experts.5.w2.weight");
    EXPECT_EQ(place.canonical, "blk.1.ffn_down_exps.5.weight");
    EXPECT_EQ(place.role, Role::kMlpDown);
    EXPECT_EQ(place.block, 1U);
    EXPECT_EQ(place.expert, 5U);
    EXPECT_FALSE(place.stacked_experts);
    EXPECT_EQ(place_in("mixtral", "blk.1.ffn_down.5.weight").canonical, place.canonical);
}

TEST(Places, StackedExpertsAreRecognized) {
    const TensorPlace gguf = NameBook(nullptr).place("blk.2.ffn_up_exps.weight", 3);
    EXPECT_TRUE(gguf.stacked_experts);
    EXPECT_EQ(gguf.role, Role::kMlpUp);
    const TensorPlace config = place_in("qwen3_moe", "model.layers.2.mlp.experts.gate_up_proj", 3);
    EXPECT_TRUE(config.stacked_experts);
    EXPECT_EQ(config.role, Role::kMlpGateUp);
    EXPECT_EQ(config.canonical, "blk.2.ffn_gate_up_exps.weight");
    EXPECT_FALSE(NameBook(nullptr).place("blk.2.ffn_up_shexp.weight", 2).stacked_experts);
}

TEST(Places, GgufNamesKeepTheirNames) {
    const NameBook book(family_of_gguf("gemma3"));
    const std::pair<std::string_view, Role> names[] = {
        {"token_embd.weight", Role::kEmbed},
        {"blk.17.attn_norm.weight", Role::kNorm},
        {"blk.17.attn_q.weight", Role::kAttnQ},
        {"blk.17.attn_q_norm.weight", Role::kNorm},
        {"blk.17.attn_k_norm.weight", Role::kNorm},
        {"blk.17.attn_output.weight", Role::kAttnO},
        {"blk.17.post_attention_norm.weight", Role::kNorm},
        {"blk.17.ffn_norm.weight", Role::kNorm},
        {"blk.17.ffn_gate.weight", Role::kMlpGate},
        {"blk.17.ffn_up.weight", Role::kMlpUp},
        {"blk.17.ffn_down.weight", Role::kMlpDown},
        {"blk.17.post_ffw_norm.weight", Role::kNorm},
        {"output_norm.weight", Role::kNorm},
        {"rope_freqs.weight", Role::kOther},
        {"blk.17.attn_q.bias", Role::kOther},
        {"blk.17.ssm_a", Role::kOther},
        {"blk.17.never_heard_of.weight", Role::kOther},
    };
    for (const auto& [name, role] : names) {
        const TensorPlace place = book.place(name, 2);
        EXPECT_EQ(place.canonical, name);
        EXPECT_EQ(role_name(place.role), role_name(role)) << name;
        EXPECT_EQ(place.block.has_value(), name.starts_with("blk.")) << name;
        EXPECT_FALSE(book.guesses(name)) << name;
    }
    EXPECT_EQ(NameBook(family_of_gguf("phi3")).place("blk.0.ffn_up.weight", 2).role,
              Role::kMlpGateUp);
}

TEST(Places, UnknownModelsAreGuessedFromPatterns) {
    const NameBook book(nullptr);
    const std::tuple<std::string_view, std::string_view, Role> names[] = {
        {"decoder.layers.4.self_attn.q_proj.weight", "blk.4.attn_q.weight", Role::kAttnQ},
        {"net.blocks.2.attn.Wqkv.weight", "blk.2.attn_qkv.weight", Role::kAttnQkv},
        {"net.blocks.2.attn.qkv.bias", "blk.2.attn_qkv.bias", Role::kOther},
        {"foo.h.9.mlp.fc2.weight", "blk.9.ffn_down.weight", Role::kMlpDown},
        {"foo.layers.1.moe.experts.3.w1.weight", "blk.1.ffn_gate_exps.3.weight", Role::kMlpGate},
        {"foo.layers.1.moe.gate.weight", "blk.1.ffn_gate_inp.weight", Role::kRouter},
        {"foo.layers.1.ln_2.weight", "foo.layers.1.ln_2.weight", Role::kNorm},
        {"foo.embed_tokens.weight", "token_embd.weight", Role::kEmbed},
        {"foo.lm_head.weight", "output.weight", Role::kLmHead},
        {"stage.3.conv.weight", "stage.3.conv.weight", Role::kOther},
        {"", "", Role::kOther},
    };
    for (const auto& [name, canonical, role] : names) {
        const TensorPlace place = book.place(name, 2);
        EXPECT_EQ(place.canonical, canonical) << name;
        EXPECT_EQ(role_name(place.role), role_name(role)) << name;
        EXPECT_TRUE(book.guesses(name)) << name;
    }
    EXPECT_FALSE(book.place("stage.3.conv.weight", 4).block.has_value());
    EXPECT_EQ(book.place("foo.layers.1.ln_2.weight", 1).block, 1U);
}

TEST(Places, SharedCanonicalNamesAreGivenBack) {
    const std::vector<std::string> names = {"encoder.layers.0.self_attn.q_proj.weight",
                                            "decoder.layers.0.self_attn.q_proj.weight",
                                            "blk.1.attn_q.weight", "foo.layers.1.q_proj.weight"};
    const NameBook book(nullptr);
    std::vector<TensorInfo> tensors;
    std::vector<TensorPlace> places;
    for (const std::string& name : names) {
        tensors.push_back({name, {4, 4}, formats::f32()});
        places.push_back(book.place(name, 2));
    }
    EXPECT_EQ(separate_canonical_names(tensors, places), 3U);
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_EQ(places[i].canonical, names[i]);
        EXPECT_EQ(places[i].role, Role::kAttnQ);
    }
}

TEST(Families, EveryRowOfNamesLeadsSomewhere) {
    for (const auto& group : {llama_families(), gpt_families(), bert_families()}) {
        for (const Family& family : group) {
            EXPECT_NE(family_of_gguf(family.gguf), nullptr) << family.name;
            for (const NameRow& row : family.names) {
                const bool in_block = row.source.find("{b}") != std::string_view::npos;
                EXPECT_EQ(row.canonical.find("{b}") != std::string_view::npos, in_block)
                    << family.name << ' ' << row.source;
            }
        }
    }
    std::set<std::string_view> sources;
    for (const NameRow& row : common_names()) {
        EXPECT_TRUE(sources.insert(row.source).second) << row.source << " is listed twice";
    }
}

}  // namespace
}  // namespace bitlathe
