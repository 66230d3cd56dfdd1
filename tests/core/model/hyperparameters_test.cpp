// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hyperparameters.h"

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace bitlathe {
namespace {

Hyperparameters read(std::string_view text, std::vector<Warning>* warnings = nullptr,
                     std::string_view type = "llama") {
    std::vector<Warning> ignored;
    const auto config = parse_json(text, "config.json");
    EXPECT_TRUE(config.has_value()) << text;
    return hyperparameters_of_config(*config, family_of_config(type),
                                     warnings != nullptr ? *warnings : ignored);
}

TEST(Config, OldAndNewSpellingsOfRopeMeanTheSame) {
    const std::string_view spellings[] = {
        R"({"head_dim": 64, "rope_theta": 500000.0, "partial_rotary_factor": 0.5,
            "rope_scaling": {"type": "llama3", "factor": 8.0}})",
        R"({"head_dim": 64, "rope_theta": 500000, "partial_rotary_factor": 0.5,
            "rope_scaling": {"rope_type": "llama3", "factor": 8}})",
        R"({"head_dim": 64, "rope_parameters": {"rope_theta": 500000.0, "rope_type": "llama3",
            "factor": 8.0, "partial_rotary_factor": 0.5}})",
        R"({"head_dim": 64, "rope_parameters": {
            "sliding_attention": {"rope_theta": 10000.0, "rope_type": "default"},
            "full_attention": {"rope_theta": 500000.0, "rope_type": "llama3", "factor": 8.0,
                               "partial_rotary_factor": 0.5}}})"};
    for (const std::string_view text : spellings) {
        const Hyperparameters hyper = read(text);
        EXPECT_EQ(hyper.rope_theta, 500000.0) << text;
        EXPECT_EQ(hyper.rope_scaling_type, "llama3") << text;
        EXPECT_EQ(hyper.rope_scaling_factor, 8.0) << text;
        EXPECT_EQ(hyper.rope_dimension, 32U) << text;
    }
}

TEST(Config, DefaultScalingIsNone) {
    const Hyperparameters hyper =
        read(R"({"rope_parameters": {"rope_theta": 1e4, "rope_type": "default", "factor": 3}})");
    EXPECT_EQ(hyper.rope_scaling_type, "");
    EXPECT_FALSE(hyper.rope_scaling_factor.has_value());
    EXPECT_EQ(read(R"({"rope_scaling": null, "rope_theta": 1e4})").rope_scaling_type, "");
}

TEST(Config, Gpt2Spellings) {
    const Hyperparameters hyper = read(
        R"({"n_layer": 12, "n_embd": 768, "n_head": 12, "n_inner": null, "n_positions": 1024,
            "vocab_size": 50257, "layer_norm_epsilon": 1e-05})",
        nullptr, "gpt2");
    EXPECT_EQ(hyper.blocks, 12U);
    EXPECT_EQ(hyper.embedding, 768U);
    EXPECT_EQ(hyper.feed_forward, 3072U);
    EXPECT_EQ(hyper.heads, 12U);
    EXPECT_EQ(hyper.kv_heads, 12U);
    EXPECT_EQ(hyper.head_dim, 64U);
    EXPECT_EQ(hyper.context, 1024U);
    EXPECT_EQ(hyper.vocabulary, 50257U);
    EXPECT_EQ(hyper.norm_epsilon, 1e-05);
}

TEST(Config, TextConfigGoesFirst) {
    const Hyperparameters hyper = read(R"({"hidden_size": 1, "tie_word_embeddings": true,
                 "text_config": {"hidden_size": 2560, "num_hidden_layers": 34}})");
    EXPECT_EQ(hyper.embedding, 2560U);
    EXPECT_EQ(hyper.blocks, 34U);
    EXPECT_EQ(hyper.tied_embeddings, true);
}

TEST(Config, ExpertsAndWindows) {
    const Hyperparameters hyper =
        read(R"({"num_local_experts": 8, "num_experts_per_tok": 2, "sliding_window": 4096})");
    EXPECT_EQ(hyper.experts, 8U);
    EXPECT_EQ(hyper.experts_used, 2U);
    EXPECT_EQ(hyper.sliding_window, 4096U);
    EXPECT_FALSE(read(R"({"sliding_window": 4096, "use_sliding_window": false})")
                     .sliding_window.has_value());
    EXPECT_FALSE(read(R"({"sliding_window": null})").sliding_window.has_value());
}

TEST(Config, OneKeyValueHeadOfOldFalcon) {
    EXPECT_EQ(read(R"({"n_head": 71, "multi_query": true})").kv_heads, 1U);
    EXPECT_EQ(read(R"({"n_head": 128, "num_kv_heads": 8, "multi_query": true,
                       "new_decoder_architecture": true})")
                  .kv_heads,
              8U);
}

TEST(Config, WrongTypesAreUnknownAndSaid) {
    std::vector<Warning> warnings;
    const Hyperparameters hyper = read(
        R"({"num_hidden_layers": "32", "hidden_size": -1, "intermediate_size": 1.5,
            "num_attention_heads": {}, "vocab_size": [], "rope_theta": "big",
            "rope_scaling": [1, 2], "rope_parameters": 7, "rms_norm_eps": true,
            "tie_word_embeddings": "yes", "text_config": 3})",
        &warnings);
    EXPECT_FALSE(hyper.blocks || hyper.embedding || hyper.feed_forward || hyper.heads ||
                 hyper.vocabulary || hyper.rope_theta || hyper.norm_epsilon ||
                 hyper.tied_embeddings || hyper.head_dim);
    EXPECT_GE(warnings.size(), 8U);
    for (const Warning& warning : warnings) {
        EXPECT_NE(warning.message.find("counts as unknown"), std::string::npos);
        EXPECT_EQ(warning.file, "config.json");
    }
}

TEST(Config, HostileDocumentsAreHarmless) {
    for (const std::string_view text :
         {"null", "[]", "3", "\"x\"", "{}", R"({"text_config": {"text_config": {}}})",
          R"({"num_attention_heads": 0, "hidden_size": 64})",
          R"({"num_hidden_layers": 18446744073709551615, "hidden_size": 18446744073709551615,
              "num_attention_heads": 18446744073709551615})",
          R"({"head_dim": 18446744073709551615, "partial_rotary_factor": 0.5})",
          R"({"head_dim": 64, "partial_rotary_factor": -1e308})",
          R"({"rope_parameters": {"full_attention": null, "rope_theta": []}})"}) {
        EXPECT_FALSE(read(text, nullptr, "gpt2").rope_dimension.has_value()) << text;
    }
}

TEST(Config, ListsWithOneValuePerLayerGiveTheFirst) {
    EXPECT_EQ(
        read(R"({"intermediate_size": [8192, 4096], "num_key_value_heads": [2, 4]})").feed_forward,
        8192U);
}

}  // namespace
}  // namespace bitlathe
