// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json_events.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

void expect_refused(std::string_view text, std::string_view reason,
                    std::optional<std::uint64_t> offset = {}, const JsonLimits& limits = {}) {
    const auto parsed = parse_json(text, "f.json", 100, limits);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().code, ErrorCode::kRefused);
    EXPECT_EQ(parsed.error().file, "f.json");
    EXPECT_THAT(parsed.error().message, HasSubstr(reason));
    if (offset) {
        EXPECT_EQ(parsed.error().offset, 100 + *offset) << text;
    }
}

TEST(ParseJson, BuildsWhatIsWritten) {
    const auto parsed = parse_json(
        R"( {"z":[1,-2,2.5,"x",null,true,{},[]],"a":{"b":{"c":"\u00e9\n"}},"":18446744073709551615} )",
        "f");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->dump(),
              "{\"z\":[1,-2,2.5,\"x\",null,true,{},[]],\"a\":{\"b\":{\"c\":\"\xC3\xA9\\n\"}},"
              "\"\":18446744073709551615}");
    EXPECT_EQ(parsed->begin().key(), "z");
    EXPECT_EQ((*parsed)["a"]["b"]["c"], "\xC3\xA9\n");
    EXPECT_EQ(*parse_json("7", "f"), 7);
    EXPECT_EQ(*parse_json("\"a\"", "f"), "a");
}

TEST(ParseJson, DuplicateKeysAreRefusedAtTheSecond) {
    expect_refused(R"({"a":1,"b":2,"a":3})", "JSON key \"a\" appears twice", 13);
    expect_refused(R"({"x":{"k":[],"k":{}}})", "JSON key \"k\" appears twice", 13);
    expect_refused(R"({"\"a\\":1,"\"a\\":2})", "appears twice", 11);
    expect_refused(R"({"a":1,"\u0061":2})", "JSON key \"a\" appears twice", 7);
    EXPECT_TRUE(parse_json(R"({"a":{"a":1},"b":{"a":2}})", "f"));
}

TEST(ParseJson, SyntaxErrorsAreRefusedWhereTheyAre) {
    expect_refused("", "not valid JSON", 0);
    expect_refused("{", "not valid JSON", 1);
    expect_refused("[1,]", "not valid JSON", 3);
    expect_refused("{} x", "not valid JSON", 3);
    expect_refused("{\"a\" 1}", "not valid JSON", 5);
    expect_refused("nan", "not valid JSON");
    expect_refused("01", "not valid JSON");
    expect_refused("1e999", "not valid JSON");
    expect_refused("\"a", "not valid JSON");
    expect_refused("// comment\n1", "not valid JSON");
}

TEST(ParseJson, ZeroBytesAreRefused) {
    expect_refused(std::string("{}\0{}", 5), "zero byte", 2);
}

TEST(ParseJson, InvalidUtf8IsRefused) {
    expect_refused("\"\xFF\"", "not valid JSON");
    expect_refused("\"\xED\xA0\x80\"", "not valid JSON");
    expect_refused(R"("\ud800")", "not valid JSON");
}

TEST(ParseJson, MessagesAreAlwaysText) {
    for (const char* text : {"[\xC0\xC0]", "\"\xFF\"", "[\x1B[2J]", "{\xFE"}) {
        const auto parsed = parse_json(text, "f");
        ASSERT_FALSE(parsed);
        EXPECT_TRUE(is_utf8(parsed.error().message));
        EXPECT_EQ(parsed.error().message.find('\x1B'), std::string::npos);
    }
    const auto parsed = parse_json("[" + std::string(100'000, 'x'), "f");
    ASSERT_FALSE(parsed);
    EXPECT_LT(parsed.error().message.size(), 400U);
}

TEST(ParseJson, LimitsHold) {
    EXPECT_TRUE(parse_json("[[[]]]", "f", 0, {.max_bytes = 6, .max_depth = 3}));
    expect_refused("[[[]]]", "larger than the limit of 5", 0, {.max_bytes = 5});
    expect_refused("[[[]]]", "nested deeper than 2 levels", 0, {.max_depth = 2});
    expect_refused(std::string(10'000'000, '['), "nested deeper than 64 levels");
    EXPECT_TRUE(parse_json(R"("[[[[\"[[[")", "f", 0, {.max_depth = 1}));
}

TEST(ParseJson, ManyKeysAreReadQuickly) {
    // The library's own builder compares every key with all before it: 2e10 comparisons here.
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) {
        text += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":" + std::to_string(i);
    }
    const auto parsed = parse_json(text + "}", "f");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->size(), 200'000U);
    EXPECT_EQ(parsed->back(), 199'999);
}

class KeyPlaces : public JsonEvents {
public:
    bool key(std::string& name) override {
        places.push_back(string_begin());
        return name == "stop" ? refuse("stopped") : true;
    }
    std::vector<std::uint64_t> places;
};

TEST(JsonEvents, TellWhereKeysBegin) {
    KeyPlaces events;
    ASSERT_TRUE(parse_json_events(R"({"a":1, "\"\\" :{"":2}})", events, "f", 10));
    EXPECT_THAT(events.places, ElementsAre(11, 18, 27));
}

TEST(JsonEvents, HandlerCanStop) {
    KeyPlaces events;
    const Status status = parse_json_events(R"({"stop":1,"never":2})", events, "f", 10);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "stopped");
    EXPECT_EQ(status.error().offset, 17U);
    EXPECT_EQ(events.places.size(), 1U);
}

}  // namespace
}  // namespace bitlathe
