// SPDX-License-Identifier: GPL-3.0-or-later
// Small vocabularies of the kinds beside byte-level BPE, to GGUF and back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "tests/core/text/small_vocabularies.h"

namespace bitlathe {
namespace {

// Tokens: <unk> <s> </s> <0x00> ... a b c ab abc ▁ ▁a
Json sentencepiece_tokenizer(bool prefix) {
    std::vector<NamedToken> tokens = {{"<unk>", 0}, {"<s>", 1}, {"</s>", 2}};
    const auto add = [&](std::string text) {
        tokens.emplace_back(std::move(text), static_cast<TokenId>(tokens.size()));
    };
    for (int byte = 0; byte < 256; ++byte) {
        add(byte_token_text(static_cast<unsigned char>(byte)));
    }
    for (const char* text : {"ab", "abc", "▁a", "a", "b", "c", "▁"}) {
        add(text);
    }
    TokenizerParts parts;
    for (TokenId id = 0; id < 3; ++id) {
        parts.added_tokens.push_back(added_token_json(id, tokens[id].first, true));
    }
    std::vector<Json> normalizers;
    if (prefix) {
        normalizers.push_back({{"type", "Prepend"}, {"prepend", "▁"}});
    }
    normalizers.push_back(replace_json(" ", "▁"));
    parts.normalizer = sequence_json("normalizers", std::move(normalizers));
    parts.post_processor = template_json(std::vector<NamedToken>{{"<s>", 1}}, {});
    parts.model = Json{{"type", "BPE"},
                       {"unk_token", "<unk>"},
                       {"fuse_unk", true},
                       {"byte_fallback", true},
                       {"vocab", vocabulary_json(tokens)},
                       {"merges", {"a b", "ab c", "▁ a"}}};
    return tokenizer_json(std::move(parts));
}

TEST_F(VocabularyKinds, SentencePieceScoresAreTheOrderOfMerges) {
    for (const bool prefix : {true, false}) {
        write_json(sentencepiece_tokenizer(prefix));
        const GgufVocabulary made = there_and_back({"abc ab a", " abcabc\nx", "ä</s>ab", "a  a"});
        EXPECT_EQ(made.metadata.string("tokenizer.ggml.model"), "llama");
        EXPECT_EQ(made.metadata.boolean("tokenizer.ggml.add_space_prefix"), prefix);
        EXPECT_EQ(made.metadata.integer_at("tokenizer.ggml.token_type", 0), 2U);
        EXPECT_EQ(made.metadata.integer_at("tokenizer.ggml.token_type", 1), 3U);
        EXPECT_EQ(made.metadata.integer_at("tokenizer.ggml.token_type", 3), 6U);
        const MetaEntry* scores = made.metadata.find("tokenizer.ggml.scores");
        ASSERT_NE(scores, nullptr);
        ByteReader reader(scores->raw.subspan(259 * sizeof(float)));
        for (const float expected : {0.0F, -1.0F, -2.0F, -3.0F, -4.0F, -5.0F, -6.0F}) {
            EXPECT_EQ(reader.read<float>(), expected);
        }
    }
}

Json word_piece_tokenizer(bool lower) {
    std::vector<NamedToken> tokens;
    for (const char* text : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##able", "!", "a", "##b",
                             "A", "e", "##e", "\u00E9"}) {
        tokens.emplace_back(text, static_cast<TokenId>(tokens.size()));
    }
    TokenizerParts parts;
    for (TokenId id = 0; id < 4; ++id) {
        parts.added_tokens.push_back(added_token_json(id, tokens[id].first, true));
    }
    parts.normalizer = bert_normalizer_json(lower, lower, true);
    parts.pre_tokenizer = Json{{"type", "BertPreTokenizer"}};
    parts.post_processor =
        template_json(std::vector<NamedToken>{{"[CLS]", 2}}, std::vector<NamedToken>{{"[SEP]", 3}});
    parts.model = Json{{"type", "WordPiece"},
                       {"unk_token", "[UNK]"},
                       {"continuing_subword_prefix", "##"},
                       {"max_input_chars_per_word", 100U},
                       {"vocab", vocabulary_json(tokens)}};
    return tokenizer_json(std::move(parts));
}

TEST_F(VocabularyKinds, WordPieceTokensSayWhereWordsBegin) {
    for (const bool lower : {true, false}) {
        write_json(word_piece_tokenizer(lower));
        write("config.json", R"({"type_vocab_size": 2})");
        const GgufVocabulary made =
            there_and_back({"unable! AB \u00C9", "xyz a[SEP]b", "\u00E9\u00E9 A"});
        EXPECT_EQ(made.metadata.string("tokenizer.ggml.model"), "bert");
        EXPECT_EQ(made.metadata.unsigned_integer("tokenizer.ggml.token_type_count"), 2U);
        EXPECT_EQ(made.metadata.unsigned_integer("tokenizer.ggml.bos_token_id"), 2U);
        EXPECT_EQ(made.metadata.unsigned_integer("tokenizer.ggml.seperator_token_id"), 3U);
        const auto tokens = strings_of(made.metadata, "tokenizer.ggml.tokens");
        EXPECT_EQ(tokens[4], "▁un");
        EXPECT_EQ(tokens[5], "able");
        EXPECT_EQ(tokens[1], "[UNK]");
    }
}

/// llama.cpp takes a syllable for its first letter alone: warned of, not refused.
TEST_F(VocabularyKinds, KoreanOfAWordPieceWithItsLettersIsWarnedOf) {
    Json document = word_piece_tokenizer(true);
    Json& vocabulary = document["model"]["vocab"];
    for (const char* text : {"\u110c", "##\u1169", "##\u1109", "##\u1165", "##\u11ab", "##\u1106",
                             "##\u1161", "##\u11af"}) {
        vocabulary[text] = vocabulary.size();
    }
    write_json(document);
    const auto made = write_gguf_vocabulary(folder_);
    ASSERT_TRUE(made) << made.error().to_string();
    EXPECT_THAT(made->warnings, testing::Contains(testing::HasSubstr("Korean")));
    const auto back = write_json_vocabulary(made->metadata);
    ASSERT_TRUE(back) << back.error().to_string();
}

TEST_F(VocabularyKinds, UnigramKeepsItsScores) {
    TokenizerParts parts;
    parts.added_tokens.push_back(added_token_json(1, "</s>", true));
    parts.pre_tokenizer = Json{{"type", "Metaspace"}, {"prepend_scheme", "always"}};
    parts.post_processor = template_json({}, std::vector<NamedToken>{{"</s>", 1}});
    const Json vocabulary = Json::array({{"<unk>", 0.0},
                                         {"</s>", 0.0},
                                         {"▁", -2.5},
                                         {"▁a", -1.25},
                                         {"b", -1.5},
                                         {"ab", -3.0},
                                         {"▁ab", -3.5}});
    parts.model = Json{{"type", "Unigram"}, {"unk_id", 0}, {"vocab", vocabulary}};
    write_json(tokenizer_json(std::move(parts)));
    const GgufVocabulary made = there_and_back({"ab a b", "a  ab", "xyzab</s>b"});
    EXPECT_EQ(made.metadata.string("tokenizer.ggml.model"), "t5");
    EXPECT_EQ(made.metadata.boolean("tokenizer.ggml.add_eos_token"), true);
}

TEST_F(VocabularyKinds, FoldersOfBeforeTokenizerJson) {
    const Json document = byte_level_tokenizer(byte_level_json(true));
    write("vocab.json", document["model"]["vocab"].dump());
    write("merges.txt", "#version: 0.2\nh e\n");
    write("added_tokens.json", R"({"<extra>": 257})");
    there_and_back({"hello there's <extra>x 12"});
    TearDown();
    SetUp();
    write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##able\n!\n");
    write("special_tokens_map.json", R"({"pad_token": "[PAD]", "unk_token": "[UNK]",
                                         "cls_token": "[CLS]", "sep_token": "[SEP]"})");
    const GgufVocabulary made = there_and_back({"Unable! x"});
    EXPECT_EQ(made.metadata.string("tokenizer.ggml.model"), "bert");
}

}  // namespace
}  // namespace bitlathe
