// SPDX-License-Identifier: GPL-3.0-or-later
// Variants of a small model: what must be carried along is, and what llama.cpp has no place for is
// refused.
#include <limits>

#include "core/base/json.h"
#include "tests/core/forward/tiny_model.h"
#include "tests/core/targets/conversion_fixture.h"

namespace bitlathe {
namespace {

/// 60 ids: more than the original context of the scalings below.
std::vector<std::uint32_t> some_ids() {
    std::vector<std::uint32_t> ids;
    for (std::uint32_t i = 0; i < 60; ++i) {
        ids.push_back(i * 7 % 50);
    }
    return ids;
}

struct Case {
    std::string name;
    Json changes;  ///< of the configuration
};

TinyModel changed(const std::string& type, const Json& changes) {
    TinyModel model = tiny_llama(type);
    for (const auto& [key, value] : changes.items()) {
        model.config[key] = value;
    }
    return model;
}

/// A Phi-2 of one block, with or without norms of queries and keys.
TinyModel tiny_phi(bool norms) {
    TinyModel model;
    model.config = {{"model_type", "phi"},
                    {"hidden_size", 24},
                    {"intermediate_size", 40},
                    {"num_hidden_layers", 1},
                    {"num_attention_heads", 3},
                    {"num_key_value_heads", 3},
                    {"vocab_size", 50},
                    {"layer_norm_eps", 1e-5},
                    {"max_position_embeddings", 64},
                    {"partial_rotary_factor", 0.5},
                    {"hidden_act", "gelu_new"},
                    {"qk_layernorm", norms},
                    {"tie_word_embeddings", false}};
    const auto add = [&](const std::string& name, std::uint64_t rows, std::uint64_t cols) {
        model.add(name + ".weight", cols == 0 ? std::vector{rows} : std::vector{rows, cols});
        model.add(name + ".bias", {rows});
    };
    model.add("model.embed_tokens.weight", {50, 24});
    add("lm_head", 50, 24);
    add("model.final_layernorm", 24, 0);
    const std::string at = "model.layers.0.";
    add(at + "input_layernorm", 24, 0);
    for (const char* linear : {"q_proj", "k_proj", "v_proj", "dense"}) {
        add(at + "self_attn." + linear, 24, 24);
    }
    if (norms) {
        add(at + "self_attn.q_layernorm", 8, 0);
        add(at + "self_attn.k_layernorm", 8, 0);
    }
    add(at + "mlp.fc1", 40, 24);
    add(at + "mlp.fc2", 24, 40);
    return model;
}

Result<TargetModel> convert(const TinyModel& model, const std::filesystem::path& folder) {
    model.write(folder);
    return convert_to_gguf(must_open(folder));
}

/// The message of a refusal; "" when there is none.
std::string refusal(const TinyModel& model, ErrorCode code = ErrorCode::kImpossible) {
    const Scratch scratch;
    const auto converted = convert(model, scratch.path());
    if (converted) {
        return {};
    }
    EXPECT_EQ(converted.error().code, code);
    EXPECT_FALSE(converted.error().hint.empty());
    return converted.error().message;
}

class CarriesRotation : public ::testing::TestWithParam<Case> {};

TEST_P(CarriesRotation, NumbersStayTheSame) {
    const Scratch scratch;
    changed("llama", GetParam().changes).write(scratch.path());
    const auto source = must_open(scratch.path());
    const auto wanted = log_probabilities(source, some_ids());
    EXPECT_LT(largest_difference(wanted, log_probabilities(must_adapt(source), some_ids())), 2e-5);
    // The setting matters: without it the numbers are others.
    const Scratch plain;
    tiny_llama().write(plain.path());
    EXPECT_GT(largest_difference(wanted, log_probabilities(must_open(plain.path()), some_ids())),
              1e-3);
}

const std::vector<Case> kRotations = {
    {"base", {{"rope_theta", 500.0}}},
    {"linear", {{"rope_scaling", {{"type", "linear"}, {"factor", 2.5}}}}},
    {"llama3",
     {{"rope_scaling",
       {{"rope_type", "llama3"},
        {"factor", 8.0},
        {"low_freq_factor", 1.0},
        {"high_freq_factor", 4.0},
        {"original_max_position_embeddings", 32}}}}},
    {"yarn",
     {{"rope_scaling",
       {{"rope_type", "yarn"}, {"factor", 4.0}, {"original_max_position_embeddings", 32}}}}},
    {"yarn_attention",
     {{"rope_scaling",
       {{"rope_type", "yarn"},
        {"factor", 4.0},
        {"attention_factor", 1.5},
        {"original_max_position_embeddings", 32}}}}},
    {"longrope",
     {{"rope_scaling",
       {{"rope_type", "longrope"},
        {"long_factor", {1.0, 1.5, 2.0, 4.0}},
        {"short_factor", {1.0, 1.0, 1.1, 1.2}},
        {"factor", 4.0},
        {"original_max_position_embeddings", 32}}}}},
};
INSTANTIATE_TEST_SUITE_P(All, CarriesRotation, ::testing::ValuesIn(kRotations),
                         [](const auto& one) { return one.param.name; });

TEST(ConversionLimits, WarnsOfWhatHoldsOnlyUpToALength) {
    const Scratch scratch;
    const auto dynamic =
        convert(changed("llama", {{"rope_scaling", {{"type", "dynamic"}, {"factor", 2.0}}}}),
                scratch.path());
    ASSERT_TRUE(dynamic) << dynamic.error().to_string();
    ASSERT_EQ(dynamic->warnings.size(), 2U);  // the other one: there is no tokenizer
    EXPECT_NE(dynamic->warnings.back().find("up to 128 tokens"), std::string::npos);

    const Scratch other;
    const auto window = convert(changed("mistral", {{"sliding_window", 16}}), other.path());
    ASSERT_TRUE(window) << window.error().to_string();
    EXPECT_NE(window->warnings.back().find("window of 16 tokens"), std::string::npos);
    EXPECT_EQ(window->model->gguf_architecture, "llama");
}

TEST(ConversionLimits, SaysWhenThereIsNoTokenizer) {
    const Scratch scratch;
    const auto converted = convert(tiny_llama(), scratch.path());
    ASSERT_TRUE(converted) << converted.error().to_string();
    EXPECT_EQ(converted->model->checkpoint->metadata().string("tokenizer.ggml.model"), "no_vocab");
    ASSERT_EQ(converted->warnings.size(), 1U);
    EXPECT_NE(converted->warnings[0].find("tokenizer"), std::string::npos);
}

TEST(ConversionLimits, LeavesOutWhatIsRecomputedAndNamesTheRest) {
    TinyModel model = tiny_llama();
    model.add("model.layers.0.self_attn.rotary_emb.inv_freq", {4});
    model.add("vision_tower.patch_embedding.weight", {4, 4});
    model.add("lm_head.weight", {50, 24});  // tied: the embedding counts
    const Scratch scratch;
    const auto converted = convert(model, scratch.path());
    ASSERT_TRUE(converted) << converted.error().to_string();
    EXPECT_EQ(converted->model->checkpoint->tensors().size(), tiny_llama().tensors.size());
    EXPECT_NE(converted->warnings[0].find("vision_tower"), std::string::npos);
}

TEST(ConversionLimits, RefusesWhatLlamaCppWouldComputeOtherwise) {
    EXPECT_NE(refusal(changed("llama", {{"hidden_act", "gelu"}})).find("the activation"),
              std::string::npos);
    EXPECT_NE(refusal(changed("llama", {{"partial_rotary_factor", 0.5}})).find("are rotated"),
              std::string::npos);
    EXPECT_NE(refusal(changed("llama", {{"residual_multiplier", 0.5}})).find("factors of"),
              std::string::npos);
    EXPECT_NE(refusal(changed("llama", {{"clip_qkv", 8.0}})).find("limits queries"),
              std::string::npos);
    EXPECT_NE(refusal(changed("llama", {{"final_logit_softcapping", 30.0}})).find("caps of"),
              std::string::npos);
    EXPECT_NE(refusal(changed("llama", {{"rope_scaling",
                                         {{"rope_type", "yarn"},
                                          {"factor", 4.0},
                                          {"truncate", false},
                                          {"original_max_position_embeddings", 32}}}}))
                  .find("does not round"),
              std::string::npos);
    EXPECT_NE(refusal(changed("llama", {{"rope_scaling",
                                         {{"rope_type", "yarn"},
                                          {"factor", 4.0},
                                          {"beta_fast", 16.0},
                                          {"original_max_position_embeddings", 32}}}}))
                  .find("beta_fast"),
              std::string::npos);
    TinyModel qwen = tiny_llama("qwen2");
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".self_attn.";
        qwen.add(at + "q_proj.bias", {24});
        qwen.add(at + "k_proj.bias", {8});
        qwen.add(at + "v_proj.bias", {8});
    }
    EXPECT_EQ(refusal(qwen), "");
    qwen.add("model.layers.1.self_attn.o_proj.bias", {24});
    EXPECT_NE(refusal(qwen).find("biases"), std::string::npos);
    EXPECT_EQ(refusal(tiny_phi(false)), "");
    EXPECT_NE(refusal(tiny_phi(true)).find("norms of queries"), std::string::npos);
    EXPECT_NE(refusal(changed("gpt_neox", {})).find("cannot be converted"), std::string::npos);
}

TEST(ConversionLimits, RefusesDamagedFolders) {
    TinyModel missing = tiny_llama();
    missing.tensors.erase("model.layers.1.mlp.up_proj.weight");
    EXPECT_NE(refusal(missing, ErrorCode::kRefused).find("blk.1.ffn_up.weight"), std::string::npos);

    TinyModel strange = tiny_llama();
    strange.add("model.layers.0.self_attn.extra.weight", {24, 24});
    EXPECT_NE(refusal(strange, ErrorCode::kRefused).find("do not read it"), std::string::npos);

    TinyModel huge =
        changed("llama", {{"max_position_embeddings", std::numeric_limits<std::int64_t>::max()}});
    EXPECT_NE(refusal(huge, ErrorCode::kRefused).find("too large"), std::string::npos);

    TinyModel silent = tiny_llama();
    silent.config.erase("max_position_embeddings");
    EXPECT_NE(refusal(silent, ErrorCode::kRefused).find("context"), std::string::npos);
}

TEST(ConversionLimits, RefusesAGguf) {
    const auto converted = convert_to_gguf(must_open(sample_gguf()));
    ASSERT_FALSE(converted);
    EXPECT_EQ(converted.error().code, ErrorCode::kImpossible);
}

/// Queries of a gemma 2 take in an attention scale that llama.cpp cannot be told; norms get
/// their 1.
TEST(ConversionLimits, FoldsTheScaleOfAttentionIntoQueries) {
    TinyModel model = tiny_llama("gemma2");
    model.config["query_pre_attn_scalar"] = 50;
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".";
        model.add(at + "pre_feedforward_layernorm.weight", {24});
        model.add(at + "post_feedforward_layernorm.weight", {24});
    }
    const Scratch scratch;
    model.write(scratch.path());
    const auto source = must_open(scratch.path());
    const auto converted = convert_to_gguf(source);
    ASSERT_TRUE(converted) << converted.error().to_string();
    EXPECT_NE(converted->warnings.front().find("multiplied by 0.4"), std::string::npos)
        << converted->warnings.front();
    EXPECT_LT(largest_difference(log_probabilities(source, some_ids()),
                                 log_probabilities(converted->model, some_ids())),
              5e-5);  // the product of a weight and the factor is rounded once more
    const auto& checkpoint = *converted->model->checkpoint;
    const std::string norms = tensor_bytes_of(checkpoint, "output_norm.weight");
    float norm = 0;
    std::memcpy(&norm, norms.data(), sizeof(norm));
    EXPECT_EQ(norm, model.tensors.at("model.norm.weight").values[0] + 1);
}

}  // namespace
}  // namespace bitlathe
