// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/model/synthetic_model.h"

namespace bitlathe::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;

SyntheticGguf two_blocks(std::uint32_t stated) {
    return {{{"general.architecture", std::string("llama")},
             {"llama.block_count", stated},
             {"llama.attention.head_count", std::uint32_t{8}},
             {"llama.attention.head_count_kv", std::vector<std::uint32_t>{2, 4}},
             {"llama.embedding_length", std::uint32_t{64}},
             {"llama.rope.freq_base", 5e5F},
             {"tokenizer.ggml.tokens", std::vector<std::string>{"a", "b", "c"}}},
            {{"token_embd.weight", {3, 64}},
             {"blk.0.attn_q.weight", {64, 64}},
             {"blk.1.attn_q.weight", {64, 64}}}};
}

::testing::Matcher<std::vector<Warning>> warns(const std::string& text) {
    return Contains(Field(&Warning::message, HasSubstr(text)));
}

TEST(Describe, ReadsGgufMetadata) {
    const auto model = model_of_gguf(two_blocks(2));
    EXPECT_EQ(model->architecture, "llama");
    EXPECT_EQ(model->gguf_architecture, "llama");
    EXPECT_EQ(model->family, "llama");
    EXPECT_EQ(model->blocks, 2U);
    EXPECT_EQ(model->hyper.heads, 8U);
    EXPECT_EQ(model->hyper.kv_heads, 2U);
    EXPECT_EQ(model->hyper.head_dim, 8U);
    EXPECT_EQ(model->hyper.vocabulary, 3U);
    EXPECT_EQ(model->hyper.rope_theta, 500000.0);
    EXPECT_EQ(model->hyper.tied_embeddings, true);
    EXPECT_TRUE(model->embedding_is_head());
    EXPECT_TRUE(model->warnings.empty());
}

TEST(Describe, StatedBlocksMustAgreeWithNames) {
    const auto more = model_of_gguf(two_blocks(5));
    EXPECT_EQ(more->blocks, 5U);
    EXPECT_THAT(more->warnings, warns("5 blocks are stated"));
    const auto fewer = model_of_gguf(two_blocks(1));
    EXPECT_EQ(fewer->blocks, 2U);
    const auto absurd = model_of_gguf(two_blocks(0xFFFFFFFF));
    EXPECT_EQ(absurd->blocks, 2U);
    EXPECT_THAT(absurd->warnings, warns("count 2"));
}

TEST(Describe, WrongTypesInMetadataAreSaid) {
    SyntheticGguf gguf = two_blocks(2);
    gguf.metadata[1].second = std::string("two");
    gguf.metadata[5].second = std::string("much");
    const auto model = model_of_gguf(gguf);
    EXPECT_EQ(model->blocks, 2U);
    EXPECT_FALSE(model->hyper.blocks.has_value());
    EXPECT_FALSE(model->hyper.rope_theta.has_value());
    EXPECT_THAT(model->warnings, warns("llama.block_count is not a whole number"));
    EXPECT_THAT(model->warnings, warns("llama.rope.freq_base is not a number"));
}

TEST(Describe, UnknownArchitecturesStillOpen) {
    SyntheticGguf gguf = two_blocks(2);
    gguf.metadata[0].second = std::string("zebra");
    const auto gguf_model = model_of_gguf(gguf);
    EXPECT_EQ(gguf_model->family, "generic");
    EXPECT_EQ(gguf_model->architecture, "zebra");
    EXPECT_EQ(gguf_model->gguf_architecture, "zebra");
    EXPECT_EQ(place_of(*gguf_model, "blk.1.attn_q.weight").role, Role::kAttnQ);
    EXPECT_EQ(gguf_model->blocks, 2U);

    const auto model = model_of_safetensors({{"net.layers.3.attn.wq.weight", {8, 8}},
                                             {"net.layers.3.norm1.weight", {8}},
                                             {"something", {2, 2}}},
                                            R"({"model_type": "zebra", "num_hidden_layers": 4})");
    EXPECT_EQ(model->family, "generic");
    EXPECT_EQ(model->gguf_architecture, "");
    EXPECT_EQ(model->blocks, 4U);
    EXPECT_THAT(model->warnings, warns("\"zebra\" is not known"));
    EXPECT_EQ(place_of(*model, "net.layers.3.attn.wq.weight").canonical, "blk.3.attn_q.weight");
    EXPECT_EQ(place_of(*model, "something").canonical, "something");
}

TEST(Describe, MetadataWithoutArchitecture) {
    SyntheticGguf gguf = two_blocks(2);
    gguf.metadata.clear();
    const auto model = model_of_gguf(gguf);
    EXPECT_EQ(model->architecture, "unknown");
    EXPECT_EQ(model->blocks, 2U);
    EXPECT_THAT(model->warnings, warns("general.architecture"));
}

TEST(Describe, ConfigsThatMakeNoSense) {
    for (const std::string_view config :
         {"[1]", "{}", R"({"architectures": 3, "model_type": {}, "text_config": "x"})",
          R"({"architectures": [null, 3]})"}) {
        const auto model =
            model_of_safetensors({{"model.layers.0.mlp.up_proj.weight", {4, 4}}}, config);
        ASSERT_NE(model, nullptr) << config;
        EXPECT_EQ(model->architecture, "unknown") << config;
        EXPECT_EQ(model->places[0].canonical, "blk.0.ffn_up.weight") << config;
    }
}

TEST(Describe, ClassNamesAndInnerTypesFindTheFamily) {
    const std::vector<SyntheticTensor> tensors = {{"model.embed_tokens.weight", {4, 4}}};
    EXPECT_EQ(model_of_safetensors(tensors, R"({"architectures": ["Gemma2ForCausalLM"]})")->family,
              "gemma2");
    const auto inner = model_of_safetensors(
        tensors, R"({"model_type": "llava", "text_config": {"model_type": "mistral"}})");
    EXPECT_EQ(inner->architecture, "llava");
    EXPECT_EQ(inner->family, "mistral");
    EXPECT_EQ(inner->gguf_architecture, "llama");
}

TEST(Ties, AHeadThatTheConfigurationTies) {
    const std::vector<SyntheticTensor> tensors = {{"model.embed_tokens.weight", {16, 4}},
                                                  {"lm_head.weight", {16, 4}}};
    const auto tied = model_of_safetensors(tensors, R"({"model_type": "qwen2",
                                                        "tie_word_embeddings": true})");
    const std::size_t head = tied->checkpoint->find("lm_head.weight").value();
    const std::size_t embedding = tied->checkpoint->find("model.embed_tokens.weight").value();
    EXPECT_EQ(tied->places[head].tied_to, embedding);
    EXPECT_THAT(tied->tie_groups, ElementsAre(ElementsAre(embedding, head)));
    EXPECT_FALSE(tied->embedding_is_head());

    const auto free = model_of_safetensors(tensors, R"({"model_type": "qwen2",
                                                        "tie_word_embeddings": false})");
    EXPECT_TRUE(free->tie_groups.empty());
    EXPECT_FALSE(free->places[head].tied_to.has_value());
}

TEST(Ties, TiedButOfAnotherShapeAreTwo) {
    const auto model =
        model_of_safetensors({{"model.embed_tokens.weight", {16, 4}}, {"lm_head.weight", {8, 4}}},
                             R"({"model_type": "qwen2", "tie_word_embeddings": true})");
    EXPECT_TRUE(model->tie_groups.empty());
    EXPECT_THAT(model->warnings, warns("shapes differ"));
}

TEST(Ties, NoEmbeddingNoHead) {
    const auto model = model_of_safetensors({{"model.layers.0.mlp.up_proj.weight", {4, 4}}}, "{}");
    EXPECT_FALSE(model->embedding_is_head());
}

TEST(Describe, HostileBlockNumbersTakeNoMemory) {
    const auto model = model_of_gguf(
        {{{"general.architecture", std::string("llama")}},
         {{"blk.4294967294.attn_q.weight", {2, 2}}, {"blk.65535.attn_q.weight", {2, 2}}}});
    EXPECT_EQ(model->blocks, kMaxBlocks);
    EXPECT_FALSE(place_of(*model, "blk.4294967294.attn_q.weight").block.has_value());
}

}  // namespace
}  // namespace bitlathe::testing
