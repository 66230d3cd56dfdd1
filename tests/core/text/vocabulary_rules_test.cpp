// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a vocabulary of GGUF beside its tokens, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/checkpoint/metadata_values.h"
#include "core/text/gguf_patterns.h"
#include "core/text/gguf_pre_choice.h"
#include "tests/core/text/small_vocabularies.h"

namespace bitlathe {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class VocabularyRules : public VocabularyKinds {};

TEST_F(VocabularyRules, PaddingIsUnusedAndItsNamesAreFree) {
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

TEST_F(VocabularyRules, TokensWithoutARowAreLeftOutOrRefused) {
    write_json(byte_level_tokenizer(byte_level_json(true)));
    const auto made = write_gguf_vocabulary(folder_, {257, "", ""});
    ASSERT_TRUE(made) << made.error().to_string();
    EXPECT_EQ(made->tokens, 257U);
    EXPECT_THAT(made->warnings, testing::Contains(HasSubstr("\"</s>\"")));
    EXPECT_THAT(refused({200, "", ""}).message, HasSubstr("258 tokens, the embedding 200 rows"));
    EXPECT_THAT(refused({1'000'000'000'000, "", ""}).message, HasSubstr("more than any"));
}

TEST_F(VocabularyRules, SpecialTokensComeFromAllTheFiles) {
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

TEST_F(VocabularyRules, EveryWayOfSplittingIsFoundByWhatItDoes) {
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
    // One splits as GPT-2 does, with a token around pairs of texts; the other is another pattern
    // for what Qwen2's matches.
    EXPECT_THAT(mistaken, ElementsAre("jina-v1-en as gpt-2", "bailingmoe as qwen2"));
}

TEST_F(VocabularyRules, AnUnknownWayOfSplittingIsRefused) {
    write_json(byte_level_tokenizer(sequence_json(
        "pretokenizers", {split_json(R"([aeiou]|\d{4}|\s)"), byte_level_json(false)})));
    const Error error = refused();
    EXPECT_THAT(error.message, HasSubstr("no name for the way this tokenizer splits text"));
    EXPECT_THAT(error.file, HasSubstr("tokenizer.json"));
    EXPECT_FALSE(error.hint.empty());
    write_json(byte_level_tokenizer(byte_level_json(true, true)));  // a space before every text
    EXPECT_THAT(refused().message, HasSubstr("no name"));
}

TEST_F(VocabularyRules, ADifferenceOnRareTextIsAWarning) {
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

TEST_F(VocabularyRules, BrokenFilesAreRefusedWithTheirName) {
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

TEST_F(VocabularyRules, HostileGgufVocabulariesGiveWholeFilesOrAReason) {
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

TEST_F(VocabularyRules, SeveralChatTemplatesComeBack) {
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
