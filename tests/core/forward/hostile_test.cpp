// SPDX-License-Identifier: GPL-3.0-or-later
// Models that cannot be run are refused with a message that names the cause.
#include <functional>
#include <limits>

#include "run_model.h"
#include "tiny_model.h"
#include <gmock/gmock.h>

namespace bitlathe {
namespace {

using Change = std::function<void(TinyModel&)>;

/// What Transformer::create or a run says of a changed model; "" when it runs.
std::string verdict(const Change& change, const std::string& type = "llama") {
    const Scratch scratch;
    TinyModel tiny = tiny_llama(type);
    change(tiny);
    tiny.write(scratch.path());
    const auto opened = open_model(scratch.path());
    if (!opened) {
        return opened.error().to_string();
    }
    const auto model = Transformer::create(*opened);
    if (!model) {
        EXPECT_EQ(model.error().code, ErrorCode::kRefused);
        EXPECT_FALSE(model.error().hint.empty()) << model.error().message;
        return model.error().message;
    }
    const std::vector<std::uint32_t> ids = {1, 2, 3, 4};
    const auto logits = all_logits(*model, cut_windows(ids, 4, true));
    return logits ? "" : logits.error().message;
}

Change config(const char* key, Json value) {
    return [key, value](TinyModel& tiny) { tiny.config[key] = value; };
}

TEST(HostileModel, RunsWhenNothingIsWrong) {
    EXPECT_EQ(verdict([](TinyModel&) {}), "");
}

TEST(HostileModel, MissingTensorIsNamed) {
    for (const auto& [own, canonical] : std::vector<std::pair<std::string, std::string>>{
             {"model.layers.1.mlp.down_proj.weight", "blk.1.ffn_down.weight"},
             {"model.layers.0.self_attn.q_proj.weight", "blk.0.attn_q.weight"},
             {"model.layers.1.mlp.gate_proj.weight", "blk.1.ffn_gate.weight"},
             {"model.layers.0.post_attention_layernorm.weight", "blk.0."},
             {"model.norm.weight", "output_norm.weight"},
             {"model.embed_tokens.weight", "token_embd.weight"}}) {
        const std::string name = own;
        EXPECT_THAT(verdict([&](TinyModel& tiny) { tiny.tensors.erase(name); }),
                    ::testing::HasSubstr(canonical));
    }
    EXPECT_THAT(verdict(config("tie_word_embeddings", false)),
                ::testing::HasSubstr("output.weight"));
    EXPECT_THAT(verdict(config("attention_bias", true)), ::testing::HasSubstr("blk.0.attn_q.bias"));
    EXPECT_THAT(verdict([](TinyModel&) {}, "qwen2"), ::testing::HasSubstr("blk.0.attn_q.bias"));
    EXPECT_THAT(verdict([](TinyModel&) {}, "qwen3"),
                ::testing::HasSubstr("blk.0.attn_q_norm.weight"));
}

TEST(HostileModel, WrongShapesAreNamed) {
    for (const char* name :
         {"model.layers.1.mlp.down_proj.weight", "model.layers.1.self_attn.k_proj.weight",
          "model.layers.0.input_layernorm.weight", "model.layers.1.self_attn.o_proj.weight"}) {
        const std::string at = name;
        EXPECT_THAT(verdict([&](TinyModel& tiny) { tiny.add(at, {25}); }),
                    ::testing::HasSubstr(at));
        EXPECT_THAT(verdict([&](TinyModel& tiny) {
                        tiny.add(at, {7, 24});
                    }),
                    ::testing::HasSubstr(at));
    }
    EXPECT_NE(verdict(config("vocab_size", 49)), "");
    EXPECT_NE(verdict(config("hidden_size", 23)), "");
    EXPECT_NE(verdict(config("num_hidden_layers", 3)), "");
}

TEST(HostileModel, ImpossibleNumbersAreRefused) {
    EXPECT_THAT(verdict(config("num_attention_heads", 0)), ::testing::HasSubstr("attention heads"));
    EXPECT_NE(verdict(config("num_attention_heads", 5)), "");
    EXPECT_NE(verdict(config("num_key_value_heads", 2)), "");
    EXPECT_THAT(verdict(config("num_key_value_heads", 0)), ::testing::HasSubstr("key heads"));
    EXPECT_NE(verdict(config("head_dim", 7)), "");
    EXPECT_NE(verdict(config("partial_rotary_factor", 0.4)), "") << "3 rotated dimensions";
    EXPECT_NE(verdict(config("rope_theta", -3)), "");
    EXPECT_NE(verdict(config("rope_scaling", {{"type", "llama3"}})), "");
    EXPECT_NE(verdict(config("rope_scaling", {{"type", "spiral"}, {"factor", 2}})), "");
    EXPECT_NE(verdict(config("hidden_act", "softsign")), "");
    EXPECT_NE(verdict(config("rms_norm_eps", "small")), "");
    EXPECT_THAT(verdict(config("sliding_window", 0), "mistral"), ::testing::HasSubstr("window"));
    EXPECT_THAT(verdict([](TinyModel& tiny) {
                    tiny.config["num_local_experts"] = 2;
                    tiny.config["num_experts_per_tok"] = 3;
                }),
                ::testing::HasSubstr("experts"));
    EXPECT_THAT(verdict([](TinyModel&) {}, "llama9"), ::testing::HasSubstr("cannot be run"));
}

TEST(HostileModel, NotANumberIsNamed) {
    for (const char* name : {"model.embed_tokens.weight", "model.layers.1.mlp.up_proj.weight",
                             "model.layers.0.input_layernorm.weight", "model.norm.weight"}) {
        for (const float bad :
             {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
            EXPECT_THAT(verdict([&](TinyModel& tiny) { tiny.tensors[name].values.at(5) = bad; }),
                        ::testing::HasSubstr(name));
        }
    }
}

TEST(HostileModel, TokensOutsideTheVocabularyAreRefused) {
    const Scratch scratch;
    tiny_llama().write(scratch.path());
    const auto model = Transformer::create(open_model(scratch.path()).value());
    ASSERT_TRUE(model);
    const std::vector<std::uint32_t> ids = {1, 50};
    const auto state = model->begin(cut_windows(ids, 2, true), {});
    ASSERT_FALSE(state);
    EXPECT_THAT(state.error().message, ::testing::HasSubstr("50"));
    EXPECT_FALSE(model->begin(TokenBatch{}, {}));
    EXPECT_FALSE(model->begin(TokenBatch{{1, 2, 3}, {{0, 2}}}, {})) << "windows leave one out";
}

}  // namespace
}  // namespace bitlathe
