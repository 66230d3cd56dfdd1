// SPDX-License-Identifier: GPL-3.0-or-later
// A BERT folder as a GGUF for embeddings: tensors, numbers, pooling, and what is refused.
#include <set>

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "tests/core/forward/tiny_model.h"
#include "tests/core/targets/conversion_fixture.h"

namespace bitlathe {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

TinyModel tiny_bert(const std::string& prefix = "") {
    TinyModel model;
    model.config = {{"model_type", "bert"},    {"architectures", {"BertModel"}},
                    {"hidden_size", 24},       {"intermediate_size", 40},
                    {"num_hidden_layers", 2},  {"num_attention_heads", 3},
                    {"vocab_size", 50},        {"type_vocab_size", 2},
                    {"layer_norm_eps", 1e-12}, {"max_position_embeddings", 64},
                    {"hidden_act", "gelu"}};
    const auto add = [&](const std::string& name, std::uint64_t rows, std::uint64_t cols) {
        model.add(prefix + name + ".weight",
                  cols == 0 ? std::vector{rows} : std::vector{rows, cols});
        model.add(prefix + name + ".bias", {rows});
    };
    model.add(prefix + "embeddings.word_embeddings.weight", {50, 24});
    model.add(prefix + "embeddings.position_embeddings.weight", {64, 24});
    model.add(prefix + "embeddings.token_type_embeddings.weight", {2, 24});
    add("embeddings.LayerNorm", 24, 0);
    for (const int block : {0, 1}) {
        const std::string at = "encoder.layer." + std::to_string(block) + ".";
        for (const char* part : {"query", "key", "value"}) {
            add(at + "attention.self." + part, 24, 24);
        }
        add(at + "attention.output.dense", 24, 24);
        add(at + "attention.output.LayerNorm", 24, 0);
        add(at + "intermediate.dense", 40, 24);
        add(at + "output.dense", 24, 40);
        add(at + "output.LayerNorm", 24, 0);
    }
    return model;
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

void write_pooling(const std::filesystem::path& folder, const std::string& path, const Json& how) {
    const Json modules = {{{"type", "sentence_transformers.models.Transformer"}, {"path", ""}},
                          {{"type", "sentence_transformers.models.Pooling"}, {"path", path}}};
    write_file(folder / "modules.json", modules.dump());
    write_file(folder / "1_Pooling/config.json", how.dump());
}

/// vocab.txt of a vocabulary of 50 tokens.
std::string small_vocabulary() {
    std::string text = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n";
    for (char c = 'a'; c <= 'z'; ++c) {
        text += std::string(1, c) + "\n";
    }
    for (char c = 'a'; c <= 't'; ++c) {
        text += "##" + std::string(1, c) + "\n";
    }
    return text;
}

class EncoderConversion : public testing::Test {
protected:
    [[nodiscard]] Result<TargetModel> convert(const TinyModel& model) const {
        model.write(scratch_.path());
        return convert_to_gguf(must_open(scratch_.path()));
    }
    [[nodiscard]] std::string refusal(const TinyModel& model, ErrorCode code) const {
        const auto converted = convert(model);
        EXPECT_FALSE(converted);
        if (converted) {
            return {};
        }
        EXPECT_EQ(converted.error().code, code);
        return converted.error().message;
    }
    [[nodiscard]] std::optional<std::uint64_t> pooling(const Json& how,
                                                       std::vector<std::string>* warnings) const {
        write_pooling(scratch_.path(), "1_Pooling", how);
        const auto converted = convert(tiny_bert());
        EXPECT_TRUE(converted) << converted.error().to_string();
        *warnings = converted->warnings;
        return converted->model->checkpoint->metadata().unsigned_integer("bert.pooling_type");
    }
    Scratch scratch_;
};

TEST_F(EncoderConversion, HasTheTensorsOfTheEncoderUnderTheirNames) {
    TinyModel model = tiny_bert();
    model.add("pooler.dense.weight", {24, 24});
    model.add("pooler.dense.bias", {24});
    model.add("embeddings.position_ids", {1, 64});
    const auto converted = convert(model);
    ASSERT_TRUE(converted) << converted.error().to_string();
    const Checkpoint& gguf = *converted->model->checkpoint;
    EXPECT_EQ(gguf.tensors().size(), tiny_bert().tensors.size());
    EXPECT_THAT(converted->warnings, Contains(HasSubstr("pooler.dense")));
    EXPECT_THAT(converted->warnings, Contains(HasSubstr("by tanh")));
    const std::pair<const char*, const char*> kNames[] = {
        {"token_embd.weight", "embeddings.word_embeddings.weight"},
        {"position_embd.weight", "embeddings.position_embeddings.weight"},
        {"token_types.weight", "embeddings.token_type_embeddings.weight"},
        {"token_embd_norm.bias", "embeddings.LayerNorm.bias"},
        {"blk.0.attn_q.weight", "encoder.layer.0.attention.self.query.weight"},
        {"blk.1.attn_k.bias", "encoder.layer.1.attention.self.key.bias"},
        {"blk.1.attn_output.weight", "encoder.layer.1.attention.output.dense.weight"},
        {"blk.1.attn_output_norm.weight", "encoder.layer.1.attention.output.LayerNorm.weight"},
        {"blk.0.ffn_up.weight", "encoder.layer.0.intermediate.dense.weight"},
        {"blk.0.ffn_down.bias", "encoder.layer.0.output.dense.bias"},
        {"blk.0.layer_output_norm.bias", "encoder.layer.0.output.LayerNorm.bias"},
    };
    for (const auto& [name, from] : kNames) {
        const auto& values = model.tensors.at(from).values;
        EXPECT_EQ(tensor_bytes_of(gguf, name),
                  std::string(reinterpret_cast<const char*>(values.data()),
                              values.size() * sizeof(float)))
            << name;
    }
}

TEST_F(EncoderConversion, StatesWhatTheEncoderNeeds) {
    const auto converted = convert(tiny_bert("bert."));
    ASSERT_TRUE(converted) << converted.error().to_string();
    const Metadata& metadata = converted->model->checkpoint->metadata();
    EXPECT_EQ(metadata.string("general.architecture"), "bert");
    EXPECT_EQ(metadata.unsigned_integer("bert.block_count"), 2U);
    EXPECT_EQ(metadata.unsigned_integer("bert.context_length"), 64U);
    EXPECT_EQ(metadata.unsigned_integer("bert.embedding_length"), 24U);
    EXPECT_EQ(metadata.unsigned_integer("bert.feed_forward_length"), 40U);
    EXPECT_EQ(metadata.unsigned_integer("bert.attention.head_count"), 3U);
    EXPECT_EQ(metadata.number("bert.attention.layer_norm_epsilon"), double{1e-12F});
    EXPECT_EQ(metadata.boolean("bert.attention.causal"), false);
    EXPECT_EQ(metadata.unsigned_integer("tokenizer.ggml.token_type_count"), 2U);
    EXPECT_EQ(metadata.find("bert.pooling_type"), nullptr);
}

TEST_F(EncoderConversion, TakesTheVocabularyAndStatesEveryKeyOnce) {
    write_file(scratch_.path() / "vocab.txt", small_vocabulary());
    const auto converted = convert(tiny_bert());
    ASSERT_TRUE(converted) << converted.error().to_string();
    const Metadata& metadata = converted->model->checkpoint->metadata();
    EXPECT_EQ(metadata.string("tokenizer.ggml.model"), "bert");
    EXPECT_EQ(metadata.unsigned_integer("tokenizer.ggml.seperator_token_id"), 3U);
    std::set<std::string> keys;
    for (const MetaEntry& entry : metadata.entries()) {
        EXPECT_TRUE(keys.insert(std::string(entry.key)).second) << entry.key;
    }
}

TEST_F(EncoderConversion, TakesThePoolingOfTheFolder) {
    std::vector<std::string> warnings;
    EXPECT_EQ(
        pooling({{"pooling_mode_mean_tokens", true}, {"pooling_mode_cls_token", false}}, &warnings),
        1U);
    EXPECT_EQ(pooling({{"pooling_mode_cls_token", true}}, &warnings), 2U);
    EXPECT_EQ(pooling({{"pooling_mode", "lasttoken"}}, &warnings), 3U);
    EXPECT_THAT(warnings, Not(Contains(HasSubstr("pools"))));
    EXPECT_FALSE(pooling({{"pooling_mode_max_tokens", true}}, &warnings));
    EXPECT_THAT(warnings, Contains(HasSubstr("cannot state (max)")));
    EXPECT_FALSE(
        pooling({{"pooling_mode_mean_tokens", true}, {"pooling_mode_cls_token", true}}, &warnings));
    EXPECT_THAT(warnings, Contains(HasSubstr("pools")));
}

TEST_F(EncoderConversion, RefusesFilesOfPoolingThatLieElsewhere) {
    write_pooling(scratch_.path(), "../../etc", Json::object());
    EXPECT_NE(refusal(tiny_bert(), ErrorCode::kRefused), "");
    write_file(scratch_.path() / "modules.json", "[{");
    EXPECT_NE(refusal(tiny_bert(), ErrorCode::kRefused), "");
}

TEST_F(EncoderConversion, RefusesVariantsAndDamage) {
    const auto with = [](const char* key, const Json& value) {
        TinyModel model = tiny_bert();
        model.config[key] = value;
        return model;
    };
    EXPECT_THAT(refusal(with("position_embedding_type", "relative_key"), ErrorCode::kImpossible),
                HasSubstr("positions"));
    EXPECT_THAT(refusal(with("is_decoder", true), ErrorCode::kImpossible), HasSubstr("decoder"));
    EXPECT_THAT(refusal(with("hidden_act", "relu"), ErrorCode::kImpossible), HasSubstr("relu"));
    EXPECT_THAT(refusal(with("model_type", "roberta"), ErrorCode::kImpossible),
                HasSubstr("cannot be converted to GGUF yet"));
    EXPECT_THAT(refusal(with("num_attention_heads", 0), ErrorCode::kRefused), HasSubstr("numbers"));
    EXPECT_THAT(refusal(with("max_position_embeddings", 65), ErrorCode::kRefused),
                HasSubstr("[65, 24]"));
    EXPECT_THAT(refusal(with("type_vocab_size", 3), ErrorCode::kRefused), HasSubstr("[3, 24]"));
    TinyModel damaged = tiny_bert();
    damaged.tensors.erase("encoder.layer.1.output.dense.bias");
    EXPECT_THAT(refusal(damaged, ErrorCode::kRefused), HasSubstr("blk.1.ffn_down.bias"));
    TinyModel strange = tiny_bert();
    strange.add("encoder.layer.1.attention.self.distance_embedding.weight", {127, 8});
    EXPECT_THAT(refusal(strange, ErrorCode::kRefused), HasSubstr("distance_embedding"));
}

}  // namespace
}  // namespace bitlathe
