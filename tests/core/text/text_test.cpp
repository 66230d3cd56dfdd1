// SPDX-License-Identifier: GPL-3.0-or-later
// The parts tokenizers are made of: UTF-8, patterns, merging, cutting, windows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text/charsmap.h"
#include "core/text/gguf_patterns.h"
#include "core/text/merge.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/regex.h"
#include "core/text/sentencepiece_model.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace bitlathe {
namespace {

using testing::ElementsAre;

std::vector<std::string> matches(const Regex& regex, std::string_view text) {
    std::vector<std::string> found;
    Regex::Matches walk(regex, text);
    for (auto match = walk.next(); match && *match; match = walk.next()) {
        found.emplace_back(text.substr((*match)->begin, (*match)->end - (*match)->begin));
    }
    return found;
}

TEST(Utf8, MalformedBytesBecomeReplacementCharactersByMaximalSubparts) {
    EXPECT_EQ(to_valid_utf8("a\x80z"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(to_valid_utf8("\xF0\x9F\x98"), "\xEF\xBF\xBD");  // one cut character
    EXPECT_EQ(to_valid_utf8("\xED\xA0\x80"),
              "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");                 // a surrogate
    EXPECT_EQ(to_valid_utf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");  // too long a form
    EXPECT_EQ(to_valid_utf8("h\xC3\xA9"), "h\xC3\xA9");
}

TEST(Utf8, KnowsHowManyBytesWaitForTheRest) {
    EXPECT_EQ(incomplete_utf8_tail("ab"), 0U);
    EXPECT_EQ(incomplete_utf8_tail("a\xF0\x9F\x98"), 3U);
    EXPECT_EQ(incomplete_utf8_tail("a\xC3"), 1U);
    EXPECT_EQ(incomplete_utf8_tail("a\x80"), 0U);  // begins nothing
    EXPECT_EQ(incomplete_utf8_tail("\xF0\x9F\x98\x80"), 0U);
}

TEST(Regex, ClassesAreThoseOfOnigurumaNotOfPcre) {
    // U+180E is white space for PCRE2 only; marks are parts of words for Oniguruma only.
    EXPECT_THAT(matches(*Regex::oniguruma(R"(\s)"), "a\u180E\u3000\u0085"),
                ElementsAre("\u3000", "\u0085"));
    EXPECT_THAT(matches(*Regex::oniguruma(R"(\w+)"), "e\u0301x y"), ElementsAre("e\u0301x", "y"));
    EXPECT_THAT(matches(*Regex::oniguruma(R"([^\s]+)"), "a\u00a0b"), ElementsAre("a", "b"));
    EXPECT_THAT(matches(*Regex::oniguruma(R"(\h+)"), "xffz"), ElementsAre("ff"));
    EXPECT_THAT(matches(*Regex::oniguruma(R"([\S]+)"), "ab cd"), ElementsAre("ab", "cd"));
}

TEST(Regex, IntersectionsNestedClassesAndRepeatedIntervals) {
    EXPECT_THAT(matches(*Regex::oniguruma(R"([\p{L}&&[^\p{Han}]]+)"), "ab你c"),
                ElementsAre("ab", "c"));
    EXPECT_THAT(matches(*Regex::oniguruma("[a[0-9]]+"), "xa1b2"), ElementsAre("a1", "2"));
    EXPECT_THAT(matches(*Regex::oniguruma("[^a[0-9]]+"), "xa1by"), ElementsAre("x", "by"));
    // In Ruby {n,m}+ repeats, it is not possessive.
    EXPECT_THAT(matches(*Regex::oniguruma("[0-9]{1,3}+"), "12345"), ElementsAre("12345"));
    EXPECT_THAT(matches(*Regex::oniguruma("^.*$"), "ab\ncd"), ElementsAre("ab", "cd"));
    EXPECT_THAT(matches(*Regex::plain("b$"), "ab\n"), ElementsAre());
}

TEST(Regex, EmptyMatchesDoNotStandBesideOtherMatches) {
    EXPECT_THAT(matches(*Regex::oniguruma("x*"), "axxb"), ElementsAre("", "xx", ""));
}

TEST(Regex, RefusesWhatIsMalformedAndGivesUpOnWhatExplodes) {
    for (const char* pattern : {"(", "[a", "a\\", "[z-a]", "(?<n", "a{2,1}", "\\p{Nope}"}) {
        EXPECT_FALSE(Regex::oniguruma(pattern)) << pattern;
    }
    const auto regex = Regex::oniguruma("(?:a+)+(?:a+)+(?:a+)+[bc]");
    ASSERT_TRUE(regex);
    const std::string text(3000, 'a');
    Regex::Matches walk(*regex, text);
    EXPECT_FALSE(walk.next());
}

std::vector<std::string> split(std::string_view name, std::string_view text) {
    const auto how = gguf_pre_tokenizer(name);
    const auto splitter = PreTokenizer::from_patterns(how->patterns);
    Pieces pieces;
    pieces.list.push_back({text, true});
    EXPECT_TRUE(splitter->split(pieces));
    std::vector<std::string> out;
    for (const Piece& piece : pieces.list) {
        out.emplace_back(piece.text);
    }
    return out;
}

TEST(GgufPatterns, SplitAsTheirModelsDo) {
    EXPECT_THAT(split("gpt-2", "I've  12345 x!"),
                ElementsAre("I", "'ve", " ", " 12345", " x", "!"));
    EXPECT_THAT(split("llama-bpe", "I'VE 12345\n\n x"),
                ElementsAre("I", "'VE", " ", "123", "45", "\n\n", " x"));
    EXPECT_THAT(split("qwen2", "a 123"), ElementsAre("a", " ", "1", "2", "3"));
    EXPECT_THAT(split("falcon", "a.b 12345"), ElementsAre("a", ".", "b", " ", "123", "45"));
    EXPECT_THAT(split("deepseek-coder", "x y\n12"), ElementsAre("x", " y", "\n", "1", "2"));
    EXPECT_THAT(split("afmoe", "12345"), ElementsAre("12", "345"));
    EXPECT_THAT(split("superbpe", "1234567"), ElementsAre("1", "234", "567"));
    EXPECT_FALSE(gguf_pre_tokenizer("no such name"));
}

TEST(GgufPatterns, EveryPatternCompiles) {
    for (const char* name : {"default",     "llama3",       "dbrx",
                             "gpt-2",       "roberta-bpe",  "starcoder",
                             "refact",      "qwen2",        "qwen35",
                             "falcon",      "deepseek-llm", "deepseek-coder",
                             "deepseek-v3", "spark2_5",     "youtu",
                             "jais-2",      "bloom",        "viking",
                             "tekken",      "gpt-4o",       "granite-embed-multi-97m",
                             "tiny_aya",    "superbpe",     "bailingmoe",
                             "seed-coder",  "ufakzeka",     "kimi-k2",
                             "afmoe",       "laguna",       "exaone-moe",
                             "minicpm5",    "chameleon",    "gemma4",
                             "sarvam-moe"}) {
        const auto how = gguf_pre_tokenizer(name);
        ASSERT_TRUE(how) << name;
        EXPECT_TRUE(PreTokenizer::from_patterns(how->patterns)) << name;
    }
}

/// Merges two equal neighbours into the next letter: a long chain of dependent merges.
std::string merged(std::size_t count) {
    Merger merger;
    for (std::uint32_t i = 0; i < count; ++i) {
        merger.symbols.push_back({0, i, i + 1, 0, 0});
    }
    merger.run([](const Symbol& left, const Symbol& right, MergeRule& rule) {
        rule = {static_cast<double>(left.id), left.id + 1};
        return left.id == right.id;
    });
    std::string out;
    for (const Symbol& symbol : merger.symbols) {
        out += static_cast<char>('a' + symbol.id);
    }
    return out;
}

TEST(Merger, ShortAndLongWordsMergeAlike) {
    EXPECT_EQ(merged(7), "cba");
    EXPECT_EQ(merged(24), "ed");
    EXPECT_EQ(merged(25), "eda");
    EXPECT_EQ(merged((1 << 17) + 1), "ra");
}

TEST(Charsmap, HostileRulesAreBounded) {
    EXPECT_FALSE(Charsmap::read(""));
    EXPECT_FALSE(Charsmap::read(std::string_view("\xFF\xFF\xFF\xFF", 4)));
    const std::string wild = std::string("\x08\0\0\0", 4) + std::string(8, '\xFF') + "x";
    const auto map = Charsmap::read(wild);
    ASSERT_TRUE(map);
    EXPECT_FALSE(map->longest("\xFF\xFF"));
}

TEST(SentencePieceModel, RefusesWhatTheLibraryWouldTrust) {
    for (const std::string& bytes :
         {std::string(), std::string("\x0A\xFF\xFF\xFF\xFF\x7F"), std::string("\x0A\x02\x0A\x05"),
          std::string("\x0A\x03\x0A\x01\xFF"), std::string("{\"model\": 1}")}) {
        EXPECT_FALSE(check_sentencepiece_model(bytes));
    }
}

}  // namespace
}  // namespace bitlathe
