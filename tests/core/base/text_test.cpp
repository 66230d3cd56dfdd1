// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <string>

#include <gtest/gtest.h>

#include "core/base/result.h"

namespace bitlathe {
namespace {

const std::string kBox = "\xEF\xBF\xBD";

TEST(Utf8, WellFormedTextPasses) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8(std::string_view("a\0b", 3)));
    EXPECT_TRUE(is_utf8("\xC2\x80\xDF\xBF"));
    EXPECT_TRUE(is_utf8("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"));
    EXPECT_TRUE(is_utf8("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST(Utf8, MalformedTextFails) {
    for (const char* bytes :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xED\xA0\x80",
          "\xE1\x80", "\xE1\x80\x41", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
          "\xF1\x80\x80", "\xFF", "ok\xFE"}) {
        EXPECT_FALSE(is_utf8(bytes)) << bytes;
    }
}

TEST(Printable, KeepsTextNewlinesAndTabs) {
    EXPECT_EQ(printable("a\n\tb \xC3\xA9 \xE2\x80\x94 \xF0\x9F\x98\x80"),
              "a\n\tb \xC3\xA9 \xE2\x80\x94 \xF0\x9F\x98\x80");
}

TEST(Printable, ReplacesWhatSteersATerminal) {
    EXPECT_EQ(printable("\x1B[2J"), kBox + "[2J");
    EXPECT_EQ(printable("\x7F"), kBox);
    EXPECT_EQ(printable("\xC2\x9B"), kBox);  // C1: control sequence introducer
    EXPECT_EQ(printable("\xE2\x80\xAE"
                        "a"),
              kBox + "a");  // right-to-left override
    EXPECT_EQ(printable("\xE2\x81\xA9"), kBox);
    EXPECT_EQ(printable("a\xFF\xC3"), "a" + kBox + kBox);
    EXPECT_EQ(printable(std::string_view("\0", 1)), kBox);
}

TEST(Printable, CutsBetweenCharacters) {
    EXPECT_EQ(printable("abcdef", 6), "abcdef");
    EXPECT_EQ(printable("abcdef", 3), "abc\xE2\x80\xA6");
    EXPECT_EQ(printable("a\xC3\xA9z", 2), "a\xE2\x80\xA6");
}

TEST(Glob, MatchesWholeNames) {
    EXPECT_TRUE(glob_match("", ""));
    EXPECT_FALSE(glob_match("", "a"));
    EXPECT_TRUE(glob_match("*", ""));
    EXPECT_TRUE(glob_match("blk.*.attn_?.weight", "blk.12.attn_q.weight"));
    EXPECT_FALSE(glob_match("blk.*.attn_?.weight", "blk.12.attn_.weight"));
    EXPECT_FALSE(glob_match("blk.*", "xblk.1"));
    EXPECT_TRUE(glob_match("a*b*c", "aXbbYc"));
    EXPECT_FALSE(glob_match("a*b", "abc"));
    EXPECT_TRUE(glob_match("[a]", "[a]"));
}

TEST(Glob, ManyStarsEnd) {
    std::string pattern;
    for (int i = 0; i < 30; ++i) {
        pattern += "*a";
    }
    EXPECT_FALSE(glob_match(pattern + "b", std::string(2000, 'a')));
}

TEST(HumanBytes, ThreeDigitsOrSo) {
    EXPECT_EQ(human_bytes(0), "0 B");
    EXPECT_EQ(human_bytes(1023), "1023 B");
    EXPECT_EQ(human_bytes(1024), "1.0 KiB");
    EXPECT_EQ(human_bytes(117440512), "112.0 MiB");
    EXPECT_EQ(human_bytes(3790273126), "3.53 GiB");
    EXPECT_EQ(human_bytes(~0ULL), "16777216.00 TiB");
}

TEST(ErrorText, SaysWhatWhereAndWhatToDo) {
    EXPECT_EQ((Error{ErrorCode::kRefused, "broken"}).to_string(), "broken");
    EXPECT_EQ((Error{ErrorCode::kRefused, "broken", "f.gguf", 12, "fix it"}).to_string(),
              "f.gguf: broken (at byte 12); fix it");
}

}  // namespace
}  // namespace bitlathe
