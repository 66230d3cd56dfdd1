// SPDX-License-Identifier: GPL-3.0-or-later
// Whole tokenizers on small vocabularies and on the sample model; broken files; text around them.
#include "core/text/tokenizer.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/checkpoint/checkpoint.h"
#include "core/text/corpus.h"
#include "core/text/shingles.h"
#include "core/text/utf8.h"
#include "core/text/utf8_stream.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
const fs::path kSample = fs::path(BITLATHE_SOURCE_DIR) / "resources/sample";

std::shared_ptr<const Tokenizer> sample(const char* name) {
    const auto checkpoint = Checkpoint::open(kSample / name);
    const auto tokenizer = Tokenizer::open(**checkpoint);
    EXPECT_TRUE(tokenizer) << tokenizer.error().to_string();
    return *tokenizer;
}

std::shared_ptr<const Tokenizer> from_json(const std::string& text) {
    const auto tokenizer = Tokenizer::from_json(text, "tokenizer.json");
    EXPECT_TRUE(tokenizer) << tokenizer.error().to_string();
    return *tokenizer;
}

const std::vector<std::string> kTexts = {
    "Hello, y'all! How are you \xF0\x9F\x98\x81 ?我想在apple工作1314151天～",
    "  leading and trailing  ",
    "\n \n\n \n\n\n \t \t\t \t\n  \n",
    "3 33 333 3333 33333",
    "e\u0301\u0302 नमस्ते \u202Eabc\u202C \x01\x7F",
    "👨‍👩‍👧‍👦",
    std::string(500, ' ') + "x" + std::string(300, '9'),
};

TEST(Tokenizer, BothFilesOfTheSampleModelGiveTheSameIds) {
    const auto gguf = sample("storybook-7m-bf16.gguf");
    const auto json = sample("storybook-7m-hf");
    EXPECT_EQ(gguf->kind(), TokenizerKind::kByteLevelBpe);
    EXPECT_EQ(gguf->vocabulary_size(), 4096U);
    EXPECT_EQ(json->vocabulary_size(), 4096U);
    EXPECT_EQ(gguf->special().bos, 0U);
    EXPECT_TRUE(json->special().add_bos);
    for (const std::string& text : kTexts) {
        EXPECT_EQ(*gguf->encode(text), *json->encode(text)) << text;
    }
}

TEST(Tokenizer, DecodingGivesTheTextBack) {
    const auto tokenizer = sample("storybook-7m-bf16.gguf");
    for (const std::string& text : kTexts) {
        EXPECT_EQ(tokenizer->decode(*tokenizer->encode(text)), text);
    }
    EXPECT_EQ(tokenizer->decode(*tokenizer->encode("a\xFFz")), "a\xEF\xBF\xBDz");
    EXPECT_EQ(tokenizer->decode(std::vector<TokenId>{0, 4'000'000'000U}), "");
}

TEST(Tokenizer, ControlTokensAreReadFromTextOnlyWhenAsked) {
    const auto tokenizer = sample("storybook-7m-bf16.gguf");
    EXPECT_THAT(*tokenizer->encode("</s>", {false, true}), ElementsAre(1U));
    EXPECT_GT(tokenizer->encode("</s>", {false, false})->size(), 1U);
    EXPECT_THAT(*tokenizer->encode("", {true, true}), ElementsAre(0U));
    EXPECT_TRUE(tokenizer->encode("", {false, true})->empty());
}

TEST(Tokenizer, LongWordsCostNoMoreThanTheirLength) {
    const auto tokenizer = sample("storybook-7m-bf16.gguf");
    std::string word(1'000'000, 'a');
    for (std::size_t i = 0; i < word.size(); ++i) {
        word[i] = static_cast<char>('a' + (i * i + i / 7) % 26);
    }
    const auto ids = tokenizer->encode(word, {false, false});
    ASSERT_TRUE(ids);
    EXPECT_EQ(tokenizer->decode(*ids), word);
}

TEST(Tokenizer, TextArrivesInWholeCharacters) {
    for (const char* name : {"storybook-7m-bf16.gguf", "storybook-7m-hf"}) {
        const auto tokenizer = sample(name);
        for (const std::string& text : kTexts) {
            TokenTextStream stream(tokenizer);
            std::string shown;
            const auto ids = tokenizer->encode(text);
            ASSERT_TRUE(ids);
            for (const TokenId id : *ids) {
                const std::string piece = stream.push(id);
                EXPECT_EQ(incomplete_utf8_tail(piece), 0U);
                shown += piece;
            }
            EXPECT_EQ(shown + stream.finish(), text);
        }
    }
}

// Tokens: <unk> a b ab ▁ ▁a <0x41>
const std::string kBpe = R"({"added_tokens": [{"id": 0, "content": "<unk>", "special": true}],
    "model": {"type": "BPE", "unk_token": "<unk>", "byte_fallback": true, "fuse_unk": true,
    "vocab": {"<unk>": 0, "a": 1, "b": 2, "ab": 3, "▁": 4, "▁a": 5, "<0x41>": 6},
    "merges": MERGES}, "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}})";

std::string with(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

TEST(JsonTokenizer, MergesInBothSpellings) {
    for (const char* merges : {R"(["a b", "▁ a"])", R"([["a", "b"], ["▁", "a"]])"}) {
        const auto tokenizer = from_json(with(kBpe, "MERGES", merges));
        EXPECT_THAT(*tokenizer->encode("ab a"), ElementsAre(3U, 5U));
        EXPECT_THAT(*tokenizer->encode(" ab"), ElementsAre(4U, 3U));   // rank before position
        EXPECT_THAT(*tokenizer->encode("A"), ElementsAre(6U));         // by its byte
        EXPECT_THAT(*tokenizer->encode("xyza"), ElementsAre(0U, 1U));  // fused
    }
}

TEST(JsonTokenizer, UnigramTakesTheMostLikelySplit) {
    const auto tokenizer = from_json(R"({"model": {"type": "Unigram", "unk_id": 0,
        "vocab": [["<unk>", 0], ["a", -1], ["b", -1], ["ab", -1.5], ["bc", -1], ["c", -5]]}})");
    EXPECT_EQ(tokenizer->kind(), TokenizerKind::kUnigram);
    EXPECT_THAT(*tokenizer->encode("ab"), ElementsAre(3U));
    EXPECT_THAT(*tokenizer->encode("abc"), ElementsAre(1U, 4U));
    EXPECT_THAT(*tokenizer->encode("a??b"), ElementsAre(1U, 0U, 2U));
}

TEST(JsonTokenizer, WordPieceTakesTheLongestPieces) {
    const auto tokenizer = from_json(R"({"normalizer": {"type": "BertNormalizer"},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 5], "cls": ["[CLS]", 4]},
        "decoder": {"type": "WordPiece"}, "model": {"type": "WordPiece", "unk_token": "[UNK]",
        "vocab": {"[UNK]": 0, "un": 1, "##able": 2, "!": 3, "[CLS]": 4, "[SEP]": 5}}})");
    EXPECT_THAT(*tokenizer->encode("\u00DCNABLE! x"), ElementsAre(4U, 1U, 2U, 3U, 0U, 5U));
    EXPECT_EQ(tokenizer->decode(std::vector<TokenId>{1, 2, 3}), "unable!");
}

TEST(JsonTokenizer, BrokenFilesAreRefusedWithAReason) {
    const std::string vocabulary = R"("vocab": {"a": 0, "b": 1, "ab": 2})";
    for (
        const std::string& text : std::vector<std::string>{
            "", "[]", "{}", R"({"model": 3})", R"({"model": {"type": "Nope"}})",
            R"({"model": {"type": "BPE", "vocab": [], "merges": []}})",
            R"({"model": {"type": "BPE", "vocab": {"a": -1}, "merges": []}})",
            R"({"model": {"type": "BPE", "vocab": {"a": 4000000000}, "merges": []}})",
            R"({"model": {"type": "BPE", "vocab": {"a": 0, "b": 0}, "merges": []}})",
            R"({"model": {"type": "BPE", )" + vocabulary + R"(, "merges": ["a c"]}})",
            R"({"model": {"type": "BPE", )" + vocabulary + R"(, "merges": ["a"]}})",
            R"({"model": {"type": "BPE", )" + vocabulary + R"(, "merges": [["a", "b", "c"]]}})",
            R"({"model": {"type": "Unigram", "vocab": [["a"]]}})",
            R"({"model": {"type": "Unigram", "unk_id": 7, "vocab": [["a", 1]]}})",
            R"({"normalizer": {"type": "Nope"}, "model": {"type": "WordLevel", )" + vocabulary +
                "}}",
            R"({"pre_tokenizer": {"type": "Split", "pattern": {"Regex": "("}, "behavior": "Isolated"},
                 "model": {"type": "WordLevel", )" +
                vocabulary + "}}",
            R"({"post_processor": {"type": "BertProcessing", "sep": ["x", 99], "cls": ["y", 0]},
                 "model": {"type": "WordLevel", )" +
                vocabulary + "}}",
            R"({"added_tokens": [{"id": 1, "content": "zz"}], "model": {"type": "WordLevel", )" +
                vocabulary + "}}"}) {
        const auto tokenizer = Tokenizer::from_json(text, "tokenizer.json");
        ASSERT_FALSE(tokenizer) << text;
        EXPECT_EQ(tokenizer.error().code, ErrorCode::kRefused);
        EXPECT_FALSE(tokenizer.error().message.empty());
        EXPECT_EQ(tokenizer.error().file, "tokenizer.json");
    }
}

TEST(JsonTokenizer, WordsWithoutATokenAreAnErrorWhereThereIsNoUnknownToken) {
    const auto tokenizer = from_json(R"({"model": {"type": "WordLevel", "vocab": {"a": 0}}})");
    EXPECT_THAT(*tokenizer->encode("a"), ElementsAre(0U));
    EXPECT_FALSE(tokenizer->encode("b"));
}

class CorpusTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("bitlathe-corpus-" + std::to_string(getpid()));
        fs::create_directories(folder_ / "sub");
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return folder_ / name;
    }
    static std::vector<std::string> documents(const Corpus& corpus) {
        std::vector<std::string> all;
        EXPECT_TRUE(corpus.for_each([&](std::string_view text) -> Result<bool> {
            all.emplace_back(text);
            return true;
        }));
        return all;
    }
    fs::path folder_;
};

TEST_F(CorpusTest, FilesLinesAndFolders) {
    write("b.txt", "plain\ntext");
    write("a.jsonl", "{\"text\": \"one\"}\n\n{\"text\": \"t\\nwo\", \"x\": 1}\n");
    write("sub/c.md", "deep");
    write("ignored.bin", "no");
    write("empty.txt", "");
    EXPECT_THAT(documents(*Corpus::open(folder_)),
                ElementsAre("one", "t\nwo", "plain\ntext", "deep"));
    EXPECT_FALSE(Corpus::open(folder_ / "missing.txt"));
    const auto lines = write("bad.jsonl", "{\"text\": \"x\"}\n{\"other\": 1}\n");
    const Status status = Corpus::open(lines)->for_each([](auto) -> Result<bool> { return true; });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().offset, 14U);
    EXPECT_EQ(*Corpus::open(write("abc.txt", "abc"))->sha256(),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(CorpusTest, ALimitGivesTheFirstTokensOfTheWhole) {
    const auto tokenizer = sample("storybook-7m-bf16.gguf");
    const auto corpus = Corpus::open(kSample / "storybook_val.txt");
    const auto all = tokenize_corpus(*corpus, *tokenizer, 0);
    const auto some = tokenize_corpus(*corpus, *tokenizer, 3000);
    ASSERT_TRUE(all && some);
    EXPECT_TRUE(all->whole);
    EXPECT_FALSE(some->whole);
    ASSERT_EQ(some->ids.size(), 3000U);
    EXPECT_TRUE(std::equal(some->ids.begin(), some->ids.end(), all->ids.begin()));
    // As the tokenizers library counts, BOS included.
    EXPECT_EQ(all->ids.size(), 56'080U);
}

TEST_F(CorpusTest, OverlapIsSeen) {
    const auto validation = Corpus::open(kSample / "storybook_val.txt");
    const auto calibration = Corpus::open(kSample / "storybook_calib.txt");
    const auto apart = text_overlap(*calibration, *validation);
    ASSERT_TRUE(apart);
    EXPECT_GT(apart->looked_at, 10'000U);
    EXPECT_FALSE(overlap_warning(*apart));
    const auto same = text_overlap(*validation, *validation);
    EXPECT_EQ(same->shared, same->looked_at);
    EXPECT_TRUE(overlap_warning(*same));
}

}  // namespace
}  // namespace bitlathe
