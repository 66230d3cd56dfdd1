// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies of whole models from folders to GGUF and back: the same ids, the same lists.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/checkpoint/checkpoint.h"
#include "core/text/gguf_write_vocabulary.h"
#include "core/text/json_write_vocabulary.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"
#include "tests/core/text/reference_vocabularies.h"
#include "tests/core/text/vocabulary_folder.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
const fs::path kSample = fs::path(BITLATHE_SOURCE_DIR) / "resources/sample";
const fs::path kShared = BITLATHE_SHARED_DATA;
constexpr const char* kTokens = "tokenizer.ggml.tokens";
constexpr const char* kScores = "tokenizer.ggml.scores";
constexpr const char* kLists[] = {"tokenizer.ggml.model", kTokens, kScores,
                                  "tokenizer.ggml.token_type", "tokenizer.ggml.merges"};

/// Tokens of several characters by their score, the highest first: of scores only their order goes
/// through a tokenizer.json.
std::vector<std::string> by_score(const Metadata& metadata) {
    std::vector<std::pair<float, std::string>> tokens;
    const MetaEntry* scores = metadata.find(kScores);
    ByteReader reader(scores == nullptr ? std::span<const std::byte>() : scores->raw);
    for (const std::string& text : strings_of(metadata, kTokens)) {
        const float score = reader.read<float>();
        if (utf8_length(text) > 1 && !text.starts_with('<')) {
            tokens.emplace_back(-score, text);
        }
    }
    std::stable_sort(tokens.begin(), tokens.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> order;
    for (auto& [score, text] : tokens) {
        order.push_back(std::move(text));
    }
    return scores == nullptr ? std::vector<std::string>() : order;
}

std::shared_ptr<const Tokenizer> from_gguf(const Metadata& metadata) {
    auto tokenizer = Tokenizer::from_gguf(metadata, "made.gguf");
    EXPECT_TRUE(tokenizer) << tokenizer.error().to_string();
    return tokenizer ? *std::move(tokenizer) : nullptr;
}

/// Folder to metadata: same ids as the folder's own tokenizer, no warning.
GgufVocabulary convert(const fs::path& folder, std::uint64_t rows) {
    const auto made = write_gguf_vocabulary(folder, {rows, "", ""});
    EXPECT_TRUE(made) << made.error().to_string();
    if (!made) {
        return {};
    }
    EXPECT_THAT(made->warnings, testing::IsEmpty());
    const auto expected = Tokenizer::open_folder(folder);
    EXPECT_TRUE(expected);
    expect_same_ids(**expected, *from_gguf(made->metadata), nasty_texts());
    return *made;
}

class WriteVocabulary : public VocabularyFolder {};

TEST_F(WriteVocabulary, TheSampleModelGetsWhatItsGgufHas) {
    const GgufVocabulary made = convert(kSample / "storybook-7m-hf", 4096);
    const auto file = Checkpoint::open(kSample / "storybook-7m-bf16.gguf");
    ASSERT_TRUE(file);
    const Metadata& metadata = (*file)->metadata();
    EXPECT_EQ(made.tokens, 4096U);
    // As its "llama-bpe" splits, but merges are not passed over: so tokenizer.json has it.
    EXPECT_EQ(made.metadata.string("tokenizer.ggml.pre"), "dbrx");
    for (const char* key : kLists) {
        expect_same_entry(made.metadata, metadata, key);
    }
    for (const char* key : {"tokenizer.ggml.bos_token_id", "tokenizer.ggml.eos_token_id"}) {
        EXPECT_EQ(made.metadata.unsigned_integer(key), metadata.unsigned_integer(key)) << key;
    }
    EXPECT_EQ(made.metadata.boolean("tokenizer.ggml.add_bos_token"), true);
}

TEST_F(WriteVocabulary, TheSampleModelGetsItsFolderBack) {
    const auto file = Checkpoint::open(kSample / "storybook-7m-bf16.gguf");
    const auto made = write_json_vocabulary((*file)->metadata());
    ASSERT_TRUE(made) << made.error().to_string();
    EXPECT_THAT(made->warnings, testing::IsEmpty());
    write(*made);
    const auto expected = Tokenizer::open_folder(kSample / "storybook-7m-hf");
    const auto ours = Tokenizer::open_folder(folder_);
    ASSERT_TRUE(ours) << ours.error().to_string();
    expect_same_ids(**expected, **ours, nasty_texts());
    EXPECT_EQ((*ours)->special().bos, 0U);
}

TEST_F(WriteVocabulary, EveryFamilyKeepsItsIds) {
    if (!fs::is_directory(kShared / "families")) {
        GTEST_SKIP() << "no reference families in " << kShared;
    }
    int families = 0;
    for (const auto& entry : fs::directory_iterator(kShared / "families")) {
        if (!entry.is_directory()) {
            continue;
        }
        SCOPED_TRACE(entry.path().filename().string());
        const GgufVocabulary made = convert(entry.path(), 1024);
        EXPECT_EQ(made.tokens, 1024U);
        EXPECT_EQ(made.metadata.string("tokenizer.ggml.pre"), "qwen2");
        ++families;
    }
    EXPECT_GT(families, 0);
}

TEST_F(WriteVocabulary, ASentencePieceModelGetsWhatItsGgufHas) {
    int models = 0;
    for (const char* name : {"shakespeare-1m", "stories260K"}) {
        const fs::path folder = kShared / "models" / (std::string(name) + "-hf");
        fs::path gguf = kShared / "models" / (std::string(name) + ".gguf");
        if (!fs::exists(gguf)) {
            gguf = kShared / "models" / (std::string(name) + "-f32.gguf");
        }
        if (!fs::exists(folder) || !fs::exists(gguf)) {
            continue;
        }
        SCOPED_TRACE(name);
        ++models;
        const GgufVocabulary made = convert(folder, 512);
        const auto file = Checkpoint::open(gguf);
        ASSERT_TRUE(file) << file.error().to_string();
        for (const char* key : kLists) {
            expect_same_entry(made.metadata, (*file)->metadata(), key);
        }
    }
    if (models == 0) {
        GTEST_SKIP() << "no reference models in " << kShared;
    }
}

TEST_F(WriteVocabulary, VocabulariesOfGgufComeBackFromTheirTokenizerJson) {
    const auto all = reference_vocabularies();
    if (all.empty()) {
        GTEST_SKIP() << "no reference vocabularies in " << kShared;
    }
    for (const ReferenceVocabulary& one : all) {
        SCOPED_TRACE(one.path.filename().string());
        const auto file = Checkpoint::open(one.path);
        const Metadata& metadata = (*file)->metadata();
        const auto made = write_json_vocabulary(metadata);
        ASSERT_TRUE(made) << made.error().to_string();
        write(*made);
        const auto tokenizer = Tokenizer::open_folder(folder_);
        ASSERT_TRUE(tokenizer) << tokenizer.error().to_string();
        for (std::size_t i = 0; i < one.ids.size(); ++i) {
            const auto ids = (*tokenizer)->encode(one.texts[i], {false, false});
            ASSERT_TRUE(ids) << ids.error().to_string();
            EXPECT_EQ(*ids, one.ids[i]) << "text " << i << ": " << one.texts[i];
        }
        const auto back =
            write_gguf_vocabulary(folder_, {strings_of(metadata, kTokens).size(), {}, {}});
        ASSERT_TRUE(back) << back.error().to_string();
        for (const std::string_view key : kLists) {
            if (key != kScores) {
                expect_same_entry(back->metadata, metadata, key);
            }
        }
        EXPECT_EQ(by_score(back->metadata), by_score(metadata));
        EXPECT_EQ(back->metadata.string("tokenizer.ggml.pre"),
                  metadata.string("tokenizer.ggml.pre"));
    }
}

}  // namespace
}  // namespace bitlathe
