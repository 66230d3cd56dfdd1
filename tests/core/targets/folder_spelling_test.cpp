// SPDX-License-Identifier: GPL-3.0-or-later
// What config.json says of a model that comes back from a GGUF, in words that all readers take.
#include "core/base/json.h"
#include "core/targets/safetensors/folder_conversion.h"
#include "tests/core/forward/tiny_model.h"
#include "tests/core/targets/conversion_fixture.h"

namespace bitlathe {
namespace {

/// The config.json that a model has after the way to GGUF and back.
Json config_after(const TinyModel& model) {
    const TempFolder out;
    model.write(out / "folder");
    const auto gguf = as_gguf(must_open(out / "folder"), "F32", out / "m.gguf");
    const auto folder = convert_to_folder(gguf, std::nullopt);
    if (!folder) {
        throw std::runtime_error(folder.error().to_string());
    }
    return folder->model->checkpoint->config();
}

Json config_with_rope(const Json& scaling) {
    TinyModel model = tiny_llama();
    model.config["rope_scaling"] = scaling;
    return config_after(model);
}

/// The same four norms that Gemma 2 and 3 and OLMo 2 and 3 have, as far as they differ from a
/// llama.
void add_norms(TinyModel& model, bool around, std::uint64_t query_norm, std::uint64_t key_norm) {
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".";
        if (around) {
            model.add(at + "pre_feedforward_layernorm.weight", {24});
        } else {
            model.tensors.erase(at + "input_layernorm.weight");
        }
        model.add(at + "post_feedforward_layernorm.weight", {24});
        if (query_norm != 0) {
            model.add(at + "self_attn.q_norm.weight", {query_norm});
            model.add(at + "self_attn.k_norm.weight", {key_norm});
        }
    }
}

/// Queries, keys and values are one tensor, gate and up another.
TinyModel tiny_phi3() {
    TinyModel model = tiny_llama("phi3");
    model.config["tie_word_embeddings"] = false;
    model.config["original_max_position_embeddings"] = 32;
    model.config["rope_scaling"] = {{"type", "longrope"},
                                    {"long_factor", {1.0, 1.5, 2.0, 4.0}},
                                    {"short_factor", {1.0, 1.0, 1.1, 1.2}}};
    model.add("lm_head.weight", {50, 24});
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".";
        for (const char* part : {"self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj",
                                 "mlp.gate_proj", "mlp.up_proj"}) {
            model.tensors.erase(at + part + ".weight");
        }
        model.add(at + "self_attn.qkv_proj.weight", {40, 24});
        model.add(at + "mlp.gate_up_proj.weight", {80, 24});
    }
    return model;
}

TEST(FolderSpelling, SaysRotationsInBothSpellings) {
    const Json plain = config_with_rope(nullptr);
    EXPECT_TRUE(plain["rope_scaling"].is_null());
    EXPECT_EQ(plain["rope_theta"], 10000.0);
    EXPECT_EQ(in_any_order(plain["rope_parameters"]),
              nlohmann::json({{"rope_type", "default"}, {"rope_theta", 10000.0}}));

    const Json llama3 = config_with_rope({{"rope_type", "llama3"},
                                          {"factor", 8.0},
                                          {"low_freq_factor", 1.0},
                                          {"high_freq_factor", 4.0},
                                          {"original_max_position_embeddings", 32}});
    EXPECT_EQ(llama3["rope_scaling"]["rope_type"], "llama3");
    EXPECT_EQ(llama3["rope_scaling"]["factor"], 8.0);
    EXPECT_FALSE(llama3["rope_scaling"].contains("rope_theta"));
    EXPECT_EQ(llama3["rope_parameters"]["rope_theta"], 10000.0);
    EXPECT_EQ(llama3["rope_parameters"]["high_freq_factor"], 4.0);
}

/// Early readers count the keys.
TEST(FolderSpelling, SaysNoMoreOfAScalingThanEarlyReadersTake) {
    const Json linear = config_with_rope({{"type", "linear"}, {"factor", 2.5}});
    EXPECT_EQ(in_any_order(linear["rope_scaling"]),
              nlohmann::json({{"type", "linear"}, {"factor", 2.5}}));
    EXPECT_EQ(linear["rope_parameters"]["rope_type"], "linear");

    const Json longrope = config_after(tiny_phi3());
    EXPECT_EQ(in_any_order(longrope["rope_scaling"]),
              nlohmann::json({{"type", "longrope"},
                              {"long_factor", {1.0, 1.5, 2.0, 4.0}},
                              {"short_factor", {1.0, 1.0, 1.1, 1.2}}}));
    EXPECT_EQ(longrope["original_max_position_embeddings"], 32);
    EXPECT_EQ(longrope["rope_parameters"]["original_max_position_embeddings"], 32);
}

/// A magnitude that does not follow from the rest.
TEST(FolderSpelling, SaysTheFactorOfAttentionOnlyWhereItMatters) {
    Json scaling = {{"rope_type", "longrope"},
                    {"long_factor", {1.0, 1.5, 2.0, 4.0}},
                    {"short_factor", {1.0, 1.0, 1.1, 1.2}},
                    {"factor", 4.0},
                    {"original_max_position_embeddings", 32}};
    EXPECT_FALSE(config_with_rope(scaling)["rope_scaling"].contains("attention_factor"));
    scaling["attention_factor"] = 1.5;
    EXPECT_EQ(config_with_rope(scaling)["rope_scaling"]["attention_factor"], 1.5);
    EXPECT_EQ(config_with_rope(scaling)["rope_parameters"]["attention_factor"], 1.5);
}

TEST(FolderSpelling, SaysWholeNumbersWhereReadersWantThem) {
    TinyModel model = tiny_llama("gemma2");
    model.config["query_pre_attn_scalar"] = 8;
    add_norms(model, true, 0, 0);
    const Json config = config_after(model);
    EXPECT_EQ(config["query_pre_attn_scalar"], 8);
    EXPECT_TRUE(config["query_pre_attn_scalar"].is_number_integer());
}

TEST(FolderSpelling, TellsGemma3sTwoRotationsApart) {
    TinyModel model = tiny_llama("gemma3_text");
    model.config["query_pre_attn_scalar"] = 8;
    model.config["head_dim"] = 8;
    model.config["rope_theta"] = 50000.0;
    model.config["sliding_window"] = 16;
    add_norms(model, true, 8, 8);
    const Json config = config_after(model);
    EXPECT_EQ(config["rope_theta"], 50000.0);
    EXPECT_EQ(config["rope_local_base_freq"], 10000.0);
    EXPECT_EQ(config["rope_parameters"]["full_attention"]["rope_theta"], 50000.0);
    EXPECT_EQ(config["rope_parameters"]["sliding_attention"]["rope_theta"], 10000.0);
}

/// Both are olmo2 in a GGUF, but readers of olmo2 know no windows.
TEST(FolderSpelling, CallsAnOlmoWithWindowsByItsName) {
    TinyModel model = tiny_llama("olmo2");
    model.config["num_key_value_heads"] = 1;
    add_norms(model, false, 24, 8);
    const Json without = config_after(model);
    EXPECT_EQ(without["model_type"], "olmo2");
    EXPECT_EQ(without["rope_parameters"]["rope_type"], "default");
    model.config["model_type"] = "olmo3";
    model.config["sliding_window"] = 16;
    model.config["layer_types"] = {"sliding_attention", "full_attention"};
    const Json with = config_after(model);
    EXPECT_EQ(with["model_type"], "olmo3");
    EXPECT_EQ(with["architectures"], Json({"Olmo3ForCausalLM"}));
    EXPECT_EQ(with["sliding_window"], 16);
    EXPECT_EQ(with["layer_types"], model.config["layer_types"]);
    EXPECT_EQ(with["rope_parameters"]["sliding_attention"]["rope_theta"], 10000.0);
}

TEST(FolderSpelling, TokensThatAreNotThereAreNone) {
    const auto file = shared_data("models/stories260K.gguf");
    BITLATHE_NEED(file);
    const auto gguf = must_open(file);
    ASSERT_GT(*gguf->checkpoint->metadata().unsigned_integer("tokenizer.ggml.padding_token_id"),
              512U);
    const auto folder = convert_to_folder(gguf, std::nullopt);
    ASSERT_TRUE(folder) << folder.error().to_string();
    EXPECT_TRUE(folder->model->checkpoint->config()["pad_token_id"].is_null());
    EXPECT_EQ(folder->model->checkpoint->config()["bos_token_id"], 1);
}

}  // namespace
}  // namespace bitlathe
