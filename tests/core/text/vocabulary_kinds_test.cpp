// SPDX-License-Identifier: GPL-3.0-or-later
// Small vocabularies of every kind from folders to GGUF and back, and broken ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/checkpoint/metadata_values.h"
#include "core/text/gguf_patterns.h"
#include "core/text/gguf_pre_choice.h"
#include "core/text/gguf_write_vocabulary.h"
#include "core/text/json_parts.h"
#include "core/text/json_write_vocabulary.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/tokenizer.h"
#include "core/text/vocabulary_probe.h"
#include "tests/core/text/vocabulary_folder.h"

namespace bitlathe {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Entries of a vocabulary for all bytes, as byte-level BPE has them, from `id` on.
std::vector<NamedToken> byte_tokens(TokenId id) {
    std::vector<NamedToken> tokens;
    for (int byte = 0; byte < 256; ++byte) {
        tokens.emplace_back(byte_character(static_cast<unsigned char>(byte)), id++);
    }
    return tokens;
}

/// A byte-level tokenizer: 256 bytes, "he" (256), "</s>" (257).
Json byte_level_tokenizer(Json pre_tokenizer) {
    std::vector<NamedToken> tokens = byte_tokens(0);
    tokens.emplace_back("he", 256);
    TokenizerParts parts;
    parts.added_tokens.push_back(added_token_json(257, "</s>", true));
    parts.pre_tokenizer = std::move(pre_tokenizer);
    parts.decoder = byte_level_json(true);
    parts.model = Json{{"type", "BPE"}, {"vocab", vocabulary_json(tokens)}, {"merges", {"h e"}}};
    return tokenizer_json(std::move(parts));
}

class VocabularyKinds : public VocabularyFolder {
protected:
    void write_json(const Json& document) const { write("tokenizer.json", document.dump()); }

    /// To GGUF and back: the ids of the folder all the way.
    GgufVocabulary there_and_back(const std::vector<std::string>& texts,
                                  const GgufVocabularyOptions& options = {}) const {
        const auto expected = Tokenizer::open_folder(folder_);
        const auto made = write_gguf_vocabulary(folder_, options);
        EXPECT_TRUE(expected && made) << (made ? "" : made.error().to_string());
        if (!expected || !made) {
            return {};
        }
        const auto gguf = Tokenizer::from_gguf(made->metadata, "made.gguf");
        EXPECT_TRUE(gguf);
        expect_same_ids(**expected, **gguf, texts);
        const auto back = write_json_vocabulary(made->metadata);
        EXPECT_TRUE(back) << back.error().to_string();
        write(*back);
        const auto again = Tokenizer::open_folder(folder_);
        EXPECT_TRUE(again);
        expect_same_ids(**expected, **again, texts);
        const auto twice = write_gguf_vocabulary(folder_, options);
        EXPECT_TRUE(twice) << twice.error().to_string();
        for (const char* key :
             {"tokenizer.ggml.model", "tokenizer.ggml.pre", "tokenizer.ggml.tokens",
              "tokenizer.ggml.scores", "tokenizer.ggml.token_type", "tokenizer.ggml.merges",
              "tokenizer.ggml.bos_token_id", "tokenizer.ggml.eos_token_id",
              "tokenizer.ggml.add_bos_token", "tokenizer.chat_template"}) {
            expect_same_entry(made->metadata, twice->metadata, key);
        }
        return *made;
    }

    [[nodiscard]] Error refused(const GgufVocabularyOptions& options = {}) const {
        const auto made = write_gguf_vocabulary(folder_, options);
        EXPECT_FALSE(made);
        return made ? Error{} : made.error();
    }
};

TEST_F(VocabularyKinds, PaddingIsUnusedAndItsNamesAreFree) {
    Json document = byte_level_tokenizer(byte_level_json(true));
    document["added_tokens"].push_back(added_token_json(258, "[PAD260]", false));
    write_json(document);
    const GgufVocabulary made = there_and_back({"hello </s> there"}, {262, "llama", "x"});
    const auto tokens = strings_of(made.metadata, "tokenizer.ggml.tokens");
    ASSERT_THAT(tokens, SizeIs(262));
    EXPECT_EQ(tokens[259], "[PAD259]");
    EXPECT_EQ(tokens[260], "[PAD260]_");
    EXPECT_EQ(made.metadata.integer_at("tokenizer.ggml.token_type", 257), 3U);
    EXPECT_EQ(made.metadata.integer_at("tokenizer.ggml.token_type", 258), 4U);
    EXPECT_EQ(made.metadata.integer_at("tokenizer.ggml.token_type", 261), 5U);
}

TEST_F(VocabularyKinds, TokensWithoutARowAreLeftOutOrRefused) {
    write_json(byte_level_tokenizer(byte_level_json(true)));
    const auto made = write_gguf_vocabulary(folder_, {257, "", ""});
    ASSERT_TRUE(made) << made.error().to_string();
    EXPECT_EQ(made->tokens, 257U);
    EXPECT_THAT(made->warnings, testing::Contains(HasSubstr("\"</s>\"")));
    EXPECT_THAT(refused({200, "", ""}).message, HasSubstr("258 tokens, the embedding 200 rows"));
    EXPECT_THAT(refused({1'000'000'000'000, "", ""}).message, HasSubstr("more than any"));
}

TEST_F(VocabularyKinds, SpecialTokensComeFromAllTheFiles) {
    Json document = byte_level_tokenizer(byte_level_json(true));
    document["added_tokens"].push_back(added_token_json(258, "<|im_end|>", true));
    document["post_processor"] = template_json(std::vector<NamedToken>{{"</s>", 257}}, {});
    write_json(document);
    write("tokenizer_config.json", R"({"eos_token": {"content": "</s>"}, "chat_template": [
        {"name": "default", "template": "A"}, {"name": "tool use", "template": "B"}]})");
    write("special_tokens_map.json", R"({"pad_token": "<|im_end|>"})");
    write("config.json", R"({"sep_token_id": 4294967295, "mask_token_id": 5000000000})");
    write("generation_config.json", R"({"eos_token_id": [257, 258]})");
    const auto made = write_gguf_vocabulary(folder_);
    ASSERT_TRUE(made) << made.error().to_string();
    const Metadata& metadata = made->metadata;
    EXPECT_EQ(metadata.unsigned_integer("tokenizer.ggml.bos_token_id"), 257U);
    EXPECT_EQ(metadata.unsigned_integer("tokenizer.ggml.eos_token_id"), 257U);
    EXPECT_EQ(metadata.unsigned_integer("tokenizer.ggml.padding_token_id"), 258U);
    EXPECT_EQ(metadata.unsigned_integer("tokenizer.ggml.eot_token_id"), 258U);
    EXPECT_EQ(metadata.find("tokenizer.ggml.seperator_token_id"), nullptr);
    EXPECT_EQ(metadata.boolean("tokenizer.ggml.add_bos_token"), true);
    EXPECT_EQ(metadata.boolean("tokenizer.ggml.add_eos_token"), false);
    EXPECT_EQ(metadata.string("tokenizer.chat_template"), "A");
    EXPECT_EQ(metadata.string("tokenizer.chat_template.tool_use"), "B");
    EXPECT_THAT(strings_of(metadata, "tokenizer.chat_templates"), ElementsAre("tool_use"));
    EXPECT_THAT(made->warnings, ElementsAre(HasSubstr("4294967295"), HasSubstr("5000000000")));
    write("chat_template.jinja", "C");
    EXPECT_EQ(write_gguf_vocabulary(folder_)->metadata.string("tokenizer.chat_template"), "C");
}

TEST_F(VocabularyKinds, EveryWayOfSplittingIsFoundByWhatItDoes) {
    std::vector<std::string> mistaken;
    for (const GgufPreTokenizerNames& row : gguf_pre_tokenizers()) {
        if (!row.how.byte_level) {
            continue;
        }
        std::vector<Json> steps;
        for (const std::string_view pattern : row.how.patterns) {
            const bool end = pattern == R"(\s+$)";  // "$" is the end of a line there
            steps.push_back(split_json(end ? R"(\s+\z)" : pattern));
        }
        steps.push_back(byte_level_json(false));
        Json document = byte_level_tokenizer(sequence_json("pretokenizers", std::move(steps)));
        document["model"]["ignore_merges"] = row.how.ignore_merges;
        const auto choice = choose_gguf_pre(document);
        ASSERT_TRUE(choice) << row.names.front() << ": " << choice.error().to_string();
        EXPECT_FALSE(choice->warning) << row.names.front() << ": " << *choice->warning;
        if (choice->name != row.names.front()) {
            mistaken.push_back(std::string(row.names.front()) + " as " + choice->name);
        }
    }
    // It splits as GPT-2 does, with a token around pairs of texts.
    EXPECT_THAT(mistaken, ElementsAre("jina-v1-en as gpt-2"));
}

TEST_F(VocabularyKinds, AnUnknownWayOfSplittingIsRefused) {
    write_json(byte_level_tokenizer(sequence_json(
        "pretokenizers", {split_json(R"([aeiou]|\d{4}|\s)"), byte_level_json(false)})));
    const Error error = refused();
    EXPECT_THAT(error.message, HasSubstr("no name for the way this tokenizer splits text"));
    EXPECT_THAT(error.file, HasSubstr("tokenizer.json"));
    EXPECT_FALSE(error.hint.empty());
    write_json(byte_level_tokenizer(byte_level_json(true, true)));  // a space before every text
    EXPECT_THAT(refused().message, HasSubstr("no name"));
}

TEST_F(VocabularyKinds, ADifferenceOnRareTextIsAWarning) {
    Json document = byte_level_tokenizer(byte_level_json(true));
    document["normalizer"] = Json{{"type", "NFC"}};
    write_json(document);
    const auto made = write_gguf_vocabulary(folder_);
    ASSERT_TRUE(made) << made.error().to_string();
    EXPECT_THAT(made->warnings, ElementsAre(HasSubstr("rare text")));
    document["normalizer"] = Json{{"type", "Lowercase"}};
    write_json(document);
    EXPECT_THAT(refused().message, HasSubstr("other tokens of plain text"));
}

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
                       {"max_input_chars_per_word", 100},
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
    write("added_tokens.json", R"({"</s>": 257})");
    there_and_back({"hello there's </s>x 12"});
    TearDown();
    SetUp();
    write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##able\n!\n");
    const GgufVocabulary made = there_and_back({"Unable! x"});
    EXPECT_EQ(made.metadata.string("tokenizer.ggml.model"), "bert");
}

TEST_F(VocabularyKinds, BrokenFilesAreRefusedWithTheirName) {
    EXPECT_THAT(refused().message, HasSubstr("no tokenizer"));
    for (const char* text :
         {"", "[]", R"({"model": {"type": "BPE", "vocab": {"a": 4294967296}, "merges": []}})",
          R"({"model": {"type": "BPE", "vocab": {"a": 0, "a": 1}, "merges": []}})",
          R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": ["a b"]}})",
          R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": [7]}})",
          R"({"model": {"type": "WordLevel", "unk_token": "a", "vocab": {"a": 0}}})",
          R"({"model": {"type": "BPE", "end_of_word_suffix": "</w>", "vocab": {"a": 0},
              "merges": []}})"}) {
        write("tokenizer.json", text);
        const Error error = refused();
        EXPECT_EQ(error.code, ErrorCode::kRefused) << text;
        EXPECT_THAT(error.file, HasSubstr("tokenizer.json")) << text;
        EXPECT_FALSE(error.message.empty());
    }
    write_json(byte_level_tokenizer(byte_level_json(true)));
    for (const char* config :
         {"[", R"({"chat_template": 7})", R"({"chat_template": [{"name": 1}]})",
          R"({"added_tokens_decoder": {"x": {}}})"}) {
        write("tokenizer_config.json", config);
        EXPECT_EQ(refused().code, ErrorCode::kRefused) << config;
    }
}

Metadata small_gguf(std::vector<std::string> tokens, std::vector<std::string> merges) {
    Metadata metadata;
    metadata.add_string("tokenizer.ggml.model", "gpt2");
    metadata.add_string("tokenizer.ggml.pre", "gpt-2");
    for (const NamedToken& token : byte_tokens(0)) {
        tokens.push_back(token.first);
    }
    add_strings(metadata, "tokenizer.ggml.tokens", tokens);
    add_strings(metadata, "tokenizer.ggml.merges", merges);
    return metadata;
}

TEST_F(VocabularyKinds, HostileGgufVocabulariesGiveWholeFilesOrAReason) {
    // Merges of what is no token are left out; of tokens with one text the one that is found stays.
    const auto made = write_json_vocabulary(
        small_gguf({"he", "he", "\xFF\xFE"}, {"h e", "x yz", "nospace", "q q"}));
    ASSERT_TRUE(made) << made.error().to_string();
    EXPECT_THAT(made->warnings, testing::Contains(HasSubstr("2 tokens are left out")));
    write(*made);
    const auto tokenizer = Tokenizer::open_folder(folder_);
    ASSERT_TRUE(tokenizer) << tokenizer.error().to_string();
    EXPECT_THAT(*(*tokenizer)->encode("he", {false, false}), ElementsAre(1U));
    EXPECT_FALSE(write_json_vocabulary(Metadata()));
    Metadata none;
    none.add_string("tokenizer.ggml.model", "none");
    EXPECT_FALSE(write_json_vocabulary(none));
    Metadata marked;
    marked.add_string("tokenizer.ggml.model", "gemma4");
    add_strings(marked, "tokenizer.ggml.tokens", std::vector<std::string>{"a", "b"});
    add_strings(marked, "tokenizer.ggml.merges", std::vector<std::string>{});
    const auto refused = write_json_vocabulary(marked);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("no words for its"));
}

TEST_F(VocabularyKinds, SeveralChatTemplatesComeBack) {
    Metadata metadata = small_gguf({}, {});
    metadata.add_string("tokenizer.chat_template", "A");
    metadata.add_string("tokenizer.chat_template.rag", "B");
    const auto made = write_json_vocabulary(metadata);
    ASSERT_TRUE(made) << made.error().to_string();
    write(*made);
    const auto back = write_gguf_vocabulary(folder_);
    ASSERT_TRUE(back) << back.error().to_string();
    EXPECT_EQ(back->metadata.string("tokenizer.chat_template"), "A");
    EXPECT_EQ(back->metadata.string("tokenizer.chat_template.rag"), "B");
}

}  // namespace
}  // namespace bitlathe
