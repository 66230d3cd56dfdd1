// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies of GGUFs as tokenizer.model: the SentencePiece library gives the same ids.
#include <cstdint>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/metadata_values.h"
#include "core/text/sentencepiece_model.h"
#include "core/text/tokenizer.h"
#include "tests/core/text/reference_vocabularies.h"
#include "tests/core/text/vocabulary_folder.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
const fs::path kShared = BITLATHE_SHARED_DATA;

std::string model_of(const FolderVocabulary& vocabulary) {
    for (const VocabularyFile& file : vocabulary.files) {
        if (file.name == "tokenizer.model") {
            return file.text;
        }
    }
    return {};
}

FolderVocabulary must_write(const Metadata& metadata) {
    const auto made = write_json_vocabulary(metadata);
    EXPECT_TRUE(made) << made.error().to_string();
    return made.value_or(FolderVocabulary());
}

std::shared_ptr<const Tokenizer> by_library(const FolderVocabulary& vocabulary) {
    const std::string bytes = model_of(vocabulary);
    EXPECT_FALSE(bytes.empty());
    auto tokenizer = Tokenizer::from_sentencepiece(bytes, "tokenizer.model");
    EXPECT_TRUE(tokenizer) << tokenizer.error().to_string();
    return tokenizer ? *std::move(tokenizer) : nullptr;
}

/// Names of special tokens in a text are none of the library's business.
void expect_same_plain_ids(const Tokenizer& expected, const Tokenizer& ours,
                           const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        for (const bool special : {false, true}) {
            const auto wanted = expected.encode(text, {special, false});
            const auto got = ours.encode(text, {special, false});
            ASSERT_TRUE(wanted && got) << text;
            EXPECT_EQ(*wanted, *got) << text;
        }
    }
}

/// A vocabulary with scores; types by what the texts look like.
Metadata scored(const std::vector<std::pair<std::string, float>>& words, bool bytes,
                std::vector<std::string> tail = {}) {
    std::vector<std::string> texts = {"<unk>", "<s>", "</s>"};
    std::vector<std::int32_t> types = {2, 3, 3};
    std::vector<float> scores(3);
    const auto add = [&](std::string text, std::int32_t type, float score) {
        texts.push_back(std::move(text));
        types.push_back(type);
        scores.push_back(score);
    };
    for (int value = 0; bytes && value < 256; ++value) {
        add(byte_token_text(static_cast<unsigned char>(value)), 6, 0);
    }
    for (const auto& [text, score] : words) {
        const bool user = text.starts_with("<user") || text.find(' ') != std::string::npos;
        add(text, user ? 4 : 1, score);
    }
    for (std::string& text : tail) {
        add(std::move(text), 5, 0);
    }
    Metadata metadata;
    metadata.add_string("tokenizer.ggml.model", "llama");
    add_strings(metadata, "tokenizer.ggml.tokens", texts);
    add_values<float>(metadata, "tokenizer.ggml.scores", scores);
    add_values<std::int32_t>(metadata, "tokenizer.ggml.token_type", types);
    return metadata;
}

const std::vector<std::pair<std::string, float>> kWords = {
    {"h", -9},  {"e", -9},  {"l", -9},  {"o", -9},  {"▁", -9},    {"he", -1},
    {"ll", -2}, {"lo", -3}, {"el", -4}, {"▁h", -5}, {"hell", -6}, {"▁hello", -7},
};

TEST(SentencePieceWriting, KeepsIdsWithAndWithoutASpaceInFront) {
    for (const bool prefix : {true, false}) {
        Metadata metadata = scored(kWords, true);
        add_value(metadata, "tokenizer.ggml.add_space_prefix", prefix);
        const FolderVocabulary made = must_write(metadata);
        EXPECT_THAT(made.warnings, IsEmpty());
        const auto expected = Tokenizer::from_gguf(metadata, "m.gguf").value();
        const auto ours = by_library(made);
        ASSERT_TRUE(ours);
        expect_same_plain_ids(*expected, *ours, nasty_texts());
        expect_same_plain_ids(*expected, *ours,
                              {"hello", " hello  hell", "ellohelllo x é", "", " "});
        EXPECT_NE(expected->encode("hello").value(), expected->encode(" hello").value());
    }
}

TEST(SentencePieceWriting, KeepsPiecesScoresTypesAndLeavesOutPaddingAtTheEnd) {
    const auto words = [] {
        auto list = kWords;
        list.emplace_back("<user>", 0.0F);
        return list;
    }();
    const FolderVocabulary made =
        must_write(scored(words, true, {"[PAD7]", "<spare>", "[PAD8]", "[PAD9]"}));
    const auto model = check_sentencepiece_model(model_of(made));
    ASSERT_TRUE(model) << model.error().to_string();
    EXPECT_EQ(model->type, SentencePieceType::kBpe);
    EXPECT_EQ(model->rules, "");
    ASSERT_EQ(model->tokens.size(), 3 + 256 + words.size() + 2);
    EXPECT_EQ(model->tokens[0].type, TokenType::kUnknown);
    EXPECT_EQ(model->tokens[2].type, TokenType::kControl);
    EXPECT_EQ(model->tokens[3].type, TokenType::kByte);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = model->tokens[259 + i];
        EXPECT_EQ(token.text, words[i].first);
        EXPECT_EQ(token.score, static_cast<double>(words[i].second));
    }
    EXPECT_EQ(model->tokens[259 + words.size() - 1].type, TokenType::kUserDefined);
    EXPECT_EQ(model->tokens[259 + words.size() + 1].text, "<spare>");
    EXPECT_EQ(model->tokens.back().type, TokenType::kUnused);
    const auto ours = by_library(made);
    ASSERT_TRUE(ours);
    EXPECT_EQ(ours->special().unknown, 0U);
    EXPECT_EQ(ours->special().bos, 1U);
    EXPECT_EQ(ours->special().eos, 2U);
    EXPECT_FALSE(ours->special().padding);
}

/// As Gemma has them: runs of spaces, in a GGUF without marks.
TEST(SentencePieceWriting, KeepsRunsOfSpacesThatUsersDefined) {
    auto words = kWords;
    words.insert(words.end(), {{"  ", 0.0F}, {"    ", 0.0F}});
    Metadata metadata = scored(words, true);
    add_value(metadata, "tokenizer.ggml.add_space_prefix", false);
    const FolderVocabulary made = must_write(metadata);
    // Marks in the text itself are spaces for the library, and letters for runtimes of GGUF.
    EXPECT_THAT(made.warnings, testing::Each(HasSubstr("rare text")));
    const auto model = check_sentencepiece_model(model_of(made));
    ASSERT_TRUE(model) << model.error().to_string();
    EXPECT_EQ(model->tokens.back().text, "▁▁▁▁");
    const auto expected = Tokenizer::from_gguf(metadata, "m.gguf").value();
    const auto ours = by_library(made);
    ASSERT_TRUE(ours);
    expect_same_plain_ids(*expected, *ours, nasty_texts());
    EXPECT_THAT(*ours->encode("     h", {false, false}),
                ElementsAre(TokenId(259 + words.size() - 1), 268U));
}

TEST(SentencePieceWriting, OtherKindsHaveNoSuchFileAndBadScoresNeither) {
    auto words = kWords;
    words.front().second = -std::numeric_limits<float>::infinity();
    const FolderVocabulary made = must_write(scored(words, true));
    EXPECT_EQ(model_of(made), "");
    EXPECT_THAT(made.warnings, Contains(HasSubstr("no tokenizer.model is written")));
    const auto sample =
        Checkpoint::open(fs::path(BITLATHE_SOURCE_DIR) / "resources/sample/storybook-7m-bf16.gguf");
    ASSERT_TRUE(sample);
    const FolderVocabulary bytes = must_write((*sample)->metadata());
    EXPECT_EQ(model_of(bytes), "");
    EXPECT_THAT(bytes.warnings, IsEmpty());
}

TEST(SentencePieceWriting, TokensWithOneTextGetNamesOfTheirOwn) {
    auto words = kWords;
    words.insert(words.begin() + 1, {"h", -9});
    const FolderVocabulary made = must_write(scored(words, true));
    const auto model = check_sentencepiece_model(model_of(made));
    ASSERT_TRUE(model) << model.error().to_string();
    EXPECT_EQ(model->tokens[259].type, TokenType::kUnused);
    EXPECT_EQ(model->tokens[259].text, "[PAD259]");
    EXPECT_EQ(model->tokens[260].text, "h");
}

TEST(SentencePieceWriting, GivesBackTheFileThatAGgufWasMadeOf) {
    int models = 0;
    for (const char* name : {"shakespeare-1m", "stories260K"}) {
        const fs::path original = kShared / "models" / (std::string(name) + "-hf/tokenizer.model");
        fs::path gguf = kShared / "models" / (std::string(name) + ".gguf");
        if (!fs::exists(gguf)) {
            gguf = kShared / "models" / (std::string(name) + "-f32.gguf");
        }
        if (!fs::exists(original) || !fs::exists(gguf)) {
            continue;
        }
        SCOPED_TRACE(name);
        ++models;
        const auto file = Checkpoint::open(gguf);
        ASSERT_TRUE(file) << file.error().to_string();
        const auto expected = check_sentencepiece_model(read_whole(original));
        const auto ours = check_sentencepiece_model(model_of(must_write((*file)->metadata())));
        ASSERT_TRUE(expected && ours);
        ASSERT_EQ(ours->tokens.size(), expected->tokens.size());
        for (std::size_t i = 0; i < ours->tokens.size(); ++i) {
            EXPECT_EQ(ours->tokens[i].text, expected->tokens[i].text) << i;
            EXPECT_EQ(ours->tokens[i].score, expected->tokens[i].score) << i;
            EXPECT_EQ(ours->tokens[i].type, expected->tokens[i].type) << i;
        }
    }
    if (models == 0) {
        GTEST_SKIP() << "no reference models in " << kShared;
    }
}

TEST(SentencePieceWriting, ReferenceVocabulariesKeepTheirIds) {
    int vocabularies = 0;
    for (const ReferenceVocabulary& one : reference_vocabularies()) {
        const auto file = Checkpoint::open(one.path);
        ASSERT_TRUE(file) << file.error().to_string();
        if ((*file)->metadata().string("tokenizer.ggml.model") != "llama") {
            continue;
        }
        SCOPED_TRACE(one.path.filename().string());
        ++vocabularies;
        const auto ours = by_library(must_write((*file)->metadata()));
        ASSERT_TRUE(ours);
        for (std::size_t i = 0; i < one.ids.size(); ++i) {
            const auto ids = ours->encode(one.texts[i], {false, false});
            ASSERT_TRUE(ids) << ids.error().to_string();
            EXPECT_EQ(*ids, one.ids[i]) << "text " << i << ": " << one.texts[i];
        }
        const auto gguf = Tokenizer::from_gguf((*file)->metadata(), one.path.string()).value();
        expect_same_plain_ids(*gguf, *ours, nasty_texts());
    }
    if (vocabularies == 0) {
        GTEST_SKIP() << "no reference vocabularies in " << kShared;
    }
}

}  // namespace
}  // namespace bitlathe
