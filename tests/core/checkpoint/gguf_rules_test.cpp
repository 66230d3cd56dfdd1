// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the GGUF container, kept and broken by one file each.
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "tests/core/checkpoint/files.h"

namespace bitlathe::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Gguf : public ::testing::Test {
protected:
    std::filesystem::path write(const GgufFile& file) const {
        return folder_.write("model.gguf", file.build());
    }
    void refused(const GgufFile& file, std::string_view reason,
                 std::optional<std::uint64_t> offset = {}) const {
        expect_refused(write(file), reason, offset);
    }
    std::shared_ptr<const Checkpoint> opens(const GgufFile& file) const {
        return expect_opens(write(file));
    }
    TempFolder folder_;
};

TEST_F(Gguf, VersionThreeOpens) {
    GgufFile file;
    file.text("general.architecture", "llama").f32("a", {4, 2, 3}).f32("b", {5});
    const auto model = opens(file);
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
    EXPECT_THAT(names_of(*model), ElementsAre("a", "b"));
    EXPECT_THAT(model->tensors()[0].shape, ElementsAre(3, 2, 4));  // outermost first
    EXPECT_THAT(model->tensors()[1].shape, ElementsAre(5));
    EXPECT_EQ(model->tensors()[0].rows(), 6U);
    EXPECT_EQ(model->tensors()[0].cols(), 4U);
    EXPECT_EQ(model->parameters(), 29U);
    EXPECT_EQ(model->tensor_bytes(), 29U * 4);
    std::array<float, 5> values = {};
    model->view(1).decode_rows(0, 1, values.data());
    EXPECT_THAT(values, ElementsAre(2, 2, 2, 2, 2));
}

TEST_F(Gguf, VersionTwoOpens) {
    GgufFile file;
    file.version = 2;
    file.f32("a", {4});
    EXPECT_TRUE(opens(file));
}

TEST_F(Gguf, VersionOneIsRefused) {
    GgufFile file;
    file.version = 1;
    refused(file, "version 1 is not supported", 4);
}

TEST_F(Gguf, UnknownVersionIsRefused) {
    GgufFile file;
    file.version = 4;
    refused(file, "version 4 is not supported", 4);
}

TEST_F(Gguf, BigEndianIsRefused) {
    GgufFile file;
    file.version = 0x03000000;
    refused(file, "big-endian", 4);
}

TEST_F(Gguf, WrongMagicIsRefused) {
    std::string text = GgufFile().build();
    text.replace(0, 4, "GGJT");
    expect_refused(folder_.write("model.gguf", text), "does not begin with \"GGUF\"", 0);
}

TEST_F(Gguf, EmptyFileIsRefused) {
    expect_refused(folder_.write("model.gguf", ""), "does not begin with \"GGUF\"", 0);
}

TEST_F(Gguf, NoTensorsOpen) {
    const auto model = opens(GgufFile().text("general.architecture", "llama"));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
    EXPECT_EQ(model->metadata().string("general.architecture"), "llama");
}

TEST_F(Gguf, FileIsKnownByItsMagicWhateverItsName) {
    GgufFile file;
    file.f32("a", {4});
    EXPECT_TRUE(expect_opens(folder_.write("blob-without-extension", file.build())));
}

TEST_F(Gguf, ScalarsOpen) {
    const auto model = opens(GgufFile().f32("scalar", {}));
    ASSERT_TRUE(model);
    EXPECT_THAT(model->tensors()[0].shape, IsEmpty());
    EXPECT_EQ(model->parameters(), 1U);
    EXPECT_EQ(model->tensors()[0].rows(), 1U);
    EXPECT_EQ(model->tensors()[0].bytes, 4U);
}

TEST_F(Gguf, ZeroSizedTensorsOpen) {
    // SIGFPE in INT64_MAX / ne in an early reader; ggml accepts them since.
    const auto model =
        opens(GgufFile().f32("a", {4, 0}).f32("b", {1, 0}).f32("c", {0}).f32("d", {2}));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
    EXPECT_EQ(model->tensors().size(), 4U);
    EXPECT_EQ(model->parameters(), 2U);
    EXPECT_EQ(model->view(0).rows(), 0U);
    EXPECT_TRUE(model->view(0).bytes().empty());
}

TEST_F(Gguf, AllTensorsOfZeroSizeOpenWithoutData) {
    const auto model = opens(GgufFile().f32("a", {4, 0}));
    ASSERT_TRUE(model);
    EXPECT_TRUE(model->view(0).bytes().empty());
}

TEST_F(Gguf, EveryAlignmentOpens) {
    for (const std::uint32_t alignment : {1U, 8U, 16U, 64U, 4096U, 1048576U}) {
        GgufFile file;
        file.alignment = alignment;
        file.u32("general.alignment", alignment).f32("a", {3}).f32("b", {3});
        const auto model = opens(file);
        ASSERT_TRUE(model) << alignment;
        EXPECT_THAT(warnings_of(*model), IsEmpty());
        EXPECT_EQ(model->tensors()[1].offset % alignment, 0U);
    }
}

TEST_F(Gguf, AlignmentThatIsNoU32IsRefused) {
    GgufFile file;
    file.u16("general.alignment", 32).f32("a", {3});
    refused(file, "general.alignment has type u16", 24 + 8 + 17 + 4);
}

TEST_F(Gguf, AlignmentThatIsNoPowerOfTwoIsRefused) {
    for (const std::uint32_t alignment : {0U, 3U, 48U, 0xFFFFFFFFU}) {
        GgufFile file;
        file.u32("general.alignment", alignment).f32("a", {3});
        refused(file, "not a power of two", 24 + 8 + 17 + 4);
    }
}

TEST_F(Gguf, HugeAlignmentIsRefused) {
    for (const std::uint32_t alignment : {1U << 21, 1U << 30, 0x80000000U}) {
        GgufFile file;
        file.u32("general.alignment", alignment).f32("a", {3});
        refused(file, "of at most 1048576", 24 + 8 + 17 + 4);
    }
}

TEST_F(Gguf, GapBetweenTensorsIsRefused) {
    GgufFile file;
    file.f32("a", {4});
    const std::string data(32, '\0');
    file.tensor({"b", {8}, 0, 64, data});
    refused(file, "tensor \"b\" is at offset 64 of the data, but the tensors before it end at 32",
            file.infos_at() + 8 + 1 + 4 + 8 + 4 + 8);
}

TEST_F(Gguf, OverlappingTensorsAreRefused) {
    GgufFile file;
    file.f32("a", {16}).tensor({"b", {8}, 0, 32, std::string(32, '\0')});
    refused(file, "tensor \"b\" is at offset 32 of the data, but the tensors before it end at 64");
}

TEST_F(Gguf, AliasedTensorsAreRefused) {
    GgufFile file;
    file.f32("a", {16}).tensor({"b", {16}, 0, 0, {}});
    refused(file, "tensor \"b\" is at offset 0");
}

TEST_F(Gguf, TensorsOutOfOrderAreRefused) {
    GgufFile file;
    file.tensor({"b", {8}, 0, 32, std::string(32, '\0')});
    file.tensor({"a", {8}, 0, 0, std::string(32, '\0')});
    refused(file, "tensor \"b\" is at offset 32 of the data, but the tensors before it end at 0");
}

TEST_F(Gguf, OffsetThatIsNotAlignedIsRefused) {
    GgufFile file;
    file.f32("a", {3}).tensor({"b", {8}, 0, 12, std::string(32, '\0')});
    refused(file, "tensor \"b\" is at offset 12 of the data, but the tensors before it end at 32");
}

TEST_F(Gguf, MissingTailPaddingIsAWarning) {
    GgufFile file;
    file.tail_padding = false;
    file.f32("a", {3});
    const auto model = opens(file);
    ASSERT_TRUE(model);
    EXPECT_EQ(model->tensors().size(), 1U);
    EXPECT_THAT(warnings_of(*model), HasSubstr("padding after the last tensor is missing"));
}

TEST_F(Gguf, BytesAfterTheLastTensorAreAWarning) {
    GgufFile file;
    file.f32("a", {8});
    const std::string text = file.build();
    const auto model = expect_opens(folder_.write("model.gguf", text + "more"));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), HasSubstr("4 bytes after the last tensor are not used"));
    EXPECT_EQ(model->warnings()[0].offset, text.size());
}

TEST_F(Gguf, DuplicateTensorIsRefused) {
    GgufFile file;
    file.f32("a", {4}).f32("b", {4}).f32("a", {4});
    refused(file, "tensor \"a\" appears twice", file.infos_at() + 2 * 33);
}

TEST_F(Gguf, DuplicateKeyIsRefused) {
    refused(GgufFile().u32("k", 1).u32("l", 1).u32("k", 2), "key \"k\" appears twice", 24 + 2 * 17);
}

TEST_F(Gguf, EmptyKeyIsRefused) {
    refused(GgufFile().u32("", 1), "a key is empty", 24);
}

TEST_F(Gguf, KeyThatIsNotUtf8IsRefused) {
    refused(GgufFile().u32("\xFFkey", 1), "a key is not UTF-8", 24);
}

TEST_F(Gguf, LongKeysAreBounded) {
    EXPECT_TRUE(opens(GgufFile().u32(std::string(65535, 'k'), 1)));
    refused(GgufFile().u32(std::string(65536, 'k'), 1), "a key of 65536 bytes", 24);
}

TEST_F(Gguf, EmptyTensorNameIsRefused) {
    refused(GgufFile().f32("", {4}), "a tensor name is empty", 24);
}

TEST_F(Gguf, TensorNameThatIsNotUtf8IsRefused) {
    refused(GgufFile().f32("a\xC3", {4}), "a tensor name is not UTF-8", 24);
}

TEST_F(Gguf, TensorNamesOfSixtyThreeBytesAreTheLongest) {
    EXPECT_TRUE(opens(GgufFile().f32(std::string(63, 'n'), {4})));
    refused(GgufFile().f32(std::string(64, 'n'), {4}), "has 64 bytes, more than 63", 24);
}

TEST_F(Gguf, FourDimensionsAreTheMost) {
    EXPECT_TRUE(opens(GgufFile().f32("a", {1, 2, 3, 4})));
    refused(GgufFile().f32("a", {1, 1, 1, 1, 1}), "has 5 dimensions", 24 + 8 + 1);
}

TEST_F(Gguf, UnknownTypeIsLeftOutWithAWarning) {
    for (const std::uint32_t type : {4U, 31U, 999U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
        GgufFile file;
        file.f32("a", {8}).tensor({"odd", {8}, type, 32, std::string(64, '\1')}).f32("b", {8});
        const auto model = opens(file);
        ASSERT_TRUE(model) << type;
        EXPECT_THAT(names_of(*model), ElementsAre("a", "b"));
        EXPECT_THAT(warnings_of(*model),
                    HasSubstr("tensor \"odd\" has unknown type " + std::to_string(type)));
        EXPECT_EQ(model->warnings()[0].offset, file.infos_at() + 33);
        std::array<float, 8> values = {};
        model->view(1).decode_rows(0, 1, values.data());
        EXPECT_EQ(values[7], 3.0F);
    }
}

TEST_F(Gguf, TensorBehindAnUnknownTypeMustStillBeBehindIt) {
    GgufFile file;
    file.f32("a", {16}).tensor({"odd", {8}, 999, 64, {}}).tensor({"b", {8}, 0, 32, {}});
    refused(file, "tensor \"b\" is at offset 32");
}

TEST_F(Gguf, OnlyUnknownTypesAreRefused) {
    refused(GgufFile().tensor({"odd", {8}, 999, 0, std::string(32, '\0')}),
            "no tensor can be read: tensor \"odd\" has unknown type 999", 24);
}

TEST_F(Gguf, EveryTypeOfTheFormatIsKnown) {
    for (const std::uint32_t type :
         {0,  1,  2,  3,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
          20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 34, 35, 39, 40, 41, 42}) {
        const auto format = format_of_ggml_type(type);
        ASSERT_TRUE(format) << type;
        const auto bytes = row_bytes(*format, 256);
        ASSERT_TRUE(bytes);
        GgufFile file;
        file.tensor({"a", {256, 2}, type, 0, std::string(2 * *bytes, '\0')});
        const auto model = opens(file);
        ASSERT_TRUE(model) << type;
        EXPECT_THAT(warnings_of(*model), IsEmpty());
        EXPECT_EQ(model->tensors()[0].format, *format);
        EXPECT_EQ(model->view(0).row_bytes(), *bytes);
    }
}

TEST_F(Gguf, EveryValueTypeIsRead) {
    GgufFile file;
    file.value("u8", 0, Bytes().put<std::uint8_t>(255))
        .value("i8", 1, Bytes().put<std::int8_t>(-128))
        .value("u16", 2, Bytes().put<std::uint16_t>(65535))
        .value("i16", 3, Bytes().put<std::int16_t>(-2))
        .value("u32", 4, Bytes().put<std::uint32_t>(4294967295U))
        .value("i32", 5, Bytes().put<std::int32_t>(7))
        .value("f32", 6, Bytes().put(0.5F))
        .value("yes", 7, Bytes().put<std::uint8_t>(1))
        .value("no", 7, Bytes().put<std::uint8_t>(0))
        .value("string", 8, Bytes().string("text"))
        .value("list", 9, Bytes().put<std::uint32_t>(5).put<std::uint64_t>(2).put(3).put(-4))
        .value("u64", 10, Bytes().put<std::uint64_t>(~0ULL))
        .value("i64", 11, Bytes().put<std::int64_t>(-9))
        .value("f64", 12, Bytes().put(0.25))
        .value("nan", 6, Bytes().put(std::numeric_limits<float>::quiet_NaN()))
        .value("words", 9,
               Bytes().put<std::uint32_t>(8).put<std::uint64_t>(3).string("a").string("").string(
                   "\xFF"))
        .value("none", 9, Bytes().put<std::uint32_t>(8).put<std::uint64_t>(0));
    const auto model = opens(file);
    ASSERT_TRUE(model);
    const Metadata& metadata = model->metadata();
    EXPECT_EQ(metadata.entries().size(), 17U);
    EXPECT_EQ(metadata.entries()[0].key, "u8");
    EXPECT_EQ(metadata.unsigned_integer("u8"), 255U);
    EXPECT_EQ(metadata.unsigned_integer("i8"), std::nullopt);
    EXPECT_EQ(metadata.number("i8"), -128.0);
    EXPECT_EQ(metadata.unsigned_integer("u16"), 65535U);
    EXPECT_EQ(metadata.unsigned_integer("u32"), 4294967295U);
    EXPECT_EQ(metadata.unsigned_integer("i32"), 7U);
    EXPECT_EQ(metadata.unsigned_integer("f32"), std::nullopt);
    EXPECT_EQ(metadata.number("f32"), 0.5);
    EXPECT_EQ(metadata.boolean("yes"), true);
    EXPECT_EQ(metadata.boolean("no"), false);
    EXPECT_EQ(metadata.boolean("u8"), std::nullopt);
    EXPECT_EQ(metadata.unsigned_integer("yes"), std::nullopt);
    EXPECT_EQ(metadata.string("string"), "text");
    EXPECT_EQ(metadata.string("u8"), std::nullopt);
    EXPECT_EQ(metadata.unsigned_integer("u64"), ~0ULL);
    EXPECT_EQ(metadata.number("f64"), 0.25);
    EXPECT_EQ(metadata.integer_at("list", 0), 3U);
    EXPECT_EQ(metadata.integer_at("list", 1), std::nullopt);  // negative
    EXPECT_EQ(metadata.integer_at("list", 2), std::nullopt);
    EXPECT_EQ(metadata.integer_at("u8", 5), 255U);
    EXPECT_EQ(metadata.integer_at("words", 0), std::nullopt);
    EXPECT_EQ(metadata.unsigned_integer("list"), std::nullopt);
    EXPECT_EQ(metadata.unsigned_integer("missing"), std::nullopt);
    const Json json = metadata.to_json(2);
    EXPECT_EQ(json["i64"], -9);
    EXPECT_EQ(json["list"], (Json{3, -4}));
    EXPECT_TRUE(json["nan"].is_null());
    EXPECT_EQ(json["words"]["count"], 3);
    EXPECT_EQ(json["words"]["type"], "string");
    EXPECT_EQ(json["words"]["first"], (Json{"a", ""}));
    EXPECT_EQ(metadata.to_json()["words"][2], "\xEF\xBF\xBD");
    EXPECT_EQ(json["none"], Json::array());
    EXPECT_EQ(json.begin().key(), "u8");
    EXPECT_EQ(json["words"].dump().find("\\ufffd"), std::string::npos);
}

TEST_F(Gguf, RawValuesAreTheBytesOfTheFile) {
    GgufFile file;
    file.text("string", "text")
        .value("list", 9,
               Bytes().put<std::uint32_t>(2).put<std::uint64_t>(2).put<std::uint32_t>(0x00020001));
    const auto model = opens(file);
    ASSERT_TRUE(model);
    const auto raw_of = [&](std::string_view key) {
        const auto raw = model->metadata().find(key)->raw;
        return std::string(reinterpret_cast<const char*>(raw.data()), raw.size());
    };
    EXPECT_EQ(raw_of("string"), Bytes().string("text").text());
    EXPECT_EQ(raw_of("list"), Bytes().put<std::uint32_t>(0x00020001).text());
    EXPECT_EQ(model->metadata().find("list")->count, 2U);
}

TEST_F(Gguf, BooleanThatIsNeitherZeroNorOneIsRefused) {
    refused(GgufFile().value("k", 7, Bytes().put<std::uint8_t>(2)), "a boolean is stored as 2",
            24 + 9 + 4);
    refused(
        GgufFile().value(
            "k", 9, Bytes().put<std::uint32_t>(7).put<std::uint64_t>(2).put<std::uint16_t>(0x0301)),
        "a boolean is stored as 3", 24 + 9 + 4 + 12 + 1);
}

TEST_F(Gguf, VocabularyIsNotInterpretedHere) {
    // Byte tokens such as <0x-1> have sent readers to index -1.
    const auto model = opens(GgufFile().value(
        "tokenizer.ggml.tokens", 9,
        Bytes().put<std::uint32_t>(8).put<std::uint64_t>(2).string("<0x-1>").string("<0x>")));
    ASSERT_TRUE(model);
    std::vector<std::string> tokens;
    model->metadata().for_each_string(
        "tokenizer.ggml.tokens",
        [&](std::uint64_t, std::string_view token) { tokens.emplace_back(token); });
    EXPECT_THAT(tokens, ElementsAre("<0x-1>", "<0x>"));
}

}  // namespace
}  // namespace bitlathe::test
