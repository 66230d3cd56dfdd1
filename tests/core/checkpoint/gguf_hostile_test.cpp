// SPDX-License-Identifier: GPL-3.0-or-later
// Malformed GGUF files that have crashed readers, each named for what is wrong.
#include <limits>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/checkpoint/files.h"

namespace bitlathe::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::uint64_t kInt64Max = std::numeric_limits<std::int64_t>::max();

class HostileGguf : public ::testing::Test {
protected:
    void refused(const std::string& text, std::string_view reason,
                 std::optional<std::uint64_t> offset = {}) const {
        expect_refused(folder_.write("model.gguf", text), reason, offset);
    }
    void refused_shape(std::vector<std::uint64_t> ne, std::uint32_t type,
                       std::string_view reason) const {
        GgufFile file;
        file.tensor({"a", std::move(ne), type, 0, std::string(64, '\0')});
        refused(file.build(), reason);
    }
    TempFolder folder_;
};

TEST_F(HostileGguf, ShapeFarLargerThanTheFile) {
    // A dimension of a real tensor replaced: CVE-2026-33298 and llama.cpp #18674 wrap on it.
    refused_shape({64, (1ULL << 42) + 1}, 0, "no tensor can be read: the file ends too early");
    GgufFile file;
    file.tensor({"a", {64, (1ULL << 42) + 1}, 0, 0, std::string(64, '\0')}).f32("b", {4});
    refused(file.build(),
            "tensor \"b\" is at offset 64 of the data, but the tensors before it end");
}

TEST_F(HostileGguf, ShapeProductWrapsToZero) {
    refused_shape({1ULL << 32, 1ULL << 32}, 0, "more elements than 63 bits hold");
}

TEST_F(HostileGguf, ShapeProductBecomesNegative) {
    refused_shape({kInt64Max, 2}, 24, "more elements than 63 bits hold");
}

TEST_F(HostileGguf, ShapeProductWrapsToFour) {
    refused_shape({4194305, 4194305, 211106198978564}, 0, "more elements than 63 bits hold");
}

TEST_F(HostileGguf, NegativeDimension) {
    refused_shape({~0ULL}, 0, "more elements than 63 bits hold");
    refused_shape({4, ~0ULL - 1}, 0, "more elements than 63 bits hold");
}

TEST_F(HostileGguf, ZeroDimensionBesideAHugeOne) {
    refused_shape({0, ~0ULL}, 0, "more elements than 63 bits hold");
}

TEST_F(HostileGguf, BytesWrapThroughTheElementSize) {
    refused_shape({std::numeric_limits<std::uint64_t>::max() / 4}, 0,
                  "more bytes than 63 bits hold");
    refused_shape({1ULL << 62}, 0, "more bytes than 63 bits hold");
}

TEST_F(HostileGguf, PaddingWraps) {
    refused_shape({4, 1073741823, 1073741825}, 0, "more bytes than 63 bits hold");  // 2^64 - 16
    refused_shape({kInt64Max}, 24, "add up to more than 63 bits hold");
}

TEST_F(HostileGguf, SumOfTensorSizesWraps) {
    // CVE-2025-53630 and its bypass CVE-2026-27940.
    GgufFile file;
    file.tensor({"a", {0x7FFFFFFFFFFFFFC0}, 24, 0, {}});
    file.tensor({"b", {0x7FFFFFFFFFFFFFC0}, 24, 0x7FFFFFFFFFFFFFC0, std::string(64, '\0')});
    refused(file.build(), "add up to more than 63 bits hold");
}

TEST_F(HostileGguf, TooManyDimensions) {
    for (const std::uint32_t dims : {5U, 8U, 1000000U, 0xFFFFFFFFU}) {
        const std::string text = Bytes()
                                     .raw("GGUF")
                                     .put(3U)
                                     .put<std::uint64_t>(1)
                                     .put<std::uint64_t>(0)
                                     .string("a")
                                     .put(dims)
                                     .raw(std::string(64, '\1'))
                                     .text();
        refused(text, "has " + std::to_string(dims) + " dimensions, more than 4", 33);
    }
}

TEST_F(HostileGguf, CountsFarLargerThanTheFile) {
    for (const std::uint64_t count :
         {1ULL << 63, 1ULL << 60, 0xFFFFFFFFFFFFULL, 500000000ULL, 3ULL}) {
        const auto with = [](std::uint64_t tensors, std::uint64_t values) {
            return Bytes().raw("GGUF").put(3U).put(tensors).put(values).text() +
                   std::string(25, '\0');
        };
        refused(with(count, 0), "tensors, more than the file can hold", 8);
        refused(with(0, count), "key/value pairs, more than the file can hold", 16);
    }
}

TEST_F(HostileGguf, StringPastTheEnd) {
    for (const std::uint64_t length : {1ULL << 63, ~0ULL, ~0ULL - 7, 100ULL}) {
        refused(GgufFile().value("k", 8, Bytes().put(length).raw("text")).build(), "string",
                24 + 9 + 4);
    }
}

TEST_F(HostileGguf, KeyPastTheEnd) {
    GgufFile file;
    file.value("k", 8, Bytes().string("0123456789"));
    std::string text = file.build();
    text[24] = 100;  // length of the key
    refused(text, "a key reaches past the end of the file", 24);
}

TEST_F(HostileGguf, ArrayPastTheEnd) {
    for (const std::uint64_t count : {1ULL << 63, 1ULL << 61, 1ULL << 60, ~0ULL, 9ULL}) {
        for (const std::uint32_t type : {4U, 8U, 10U}) {
            refused(GgufFile()
                        .value("k", 9, Bytes().put(type).put(count).raw(std::string(24, '\0')))
                        .build(),
                    "past the end of the file", 24 + 9 + 4);
        }
    }
}

TEST_F(HostileGguf, ArrayOfAnUnknownElementType) {
    for (const std::uint32_t type : {13U, 0xFFFFFFFFU}) {  // of no size: an endless loop
        refused(GgufFile().value("k", 9, Bytes().put(type).put(1ULL << 60)).build(),
                "an array has elements of unknown type", 24 + 9 + 4);
    }
}

TEST_F(HostileGguf, ArrayOfArrays) {
    refused(GgufFile()
                .value("k", 9,
                       Bytes().put(9U).put<std::uint64_t>(1).put(4U).put<std::uint64_t>(1).put(5U))
                .build(),
            "array of arrays", 24 + 9 + 4);
}

TEST_F(HostileGguf, ValueOfAnUnknownType) {
    refused(GgufFile().value("k", 13, Bytes().put(0ULL)).build(),
            "key \"k\" has a value of unknown type 13", 24 + 9);
}

TEST_F(HostileGguf, EveryTruncationOfTheHeaderIsRefused) {
    GgufFile file;
    file.text("general.architecture", "llama")
        .value("list", 9, Bytes().put(8U).put<std::uint64_t>(2).string("a").string("bc"))
        .u32("n", 1)
        .f32("a", {4, 2})
        .f32("b", {3});
    const std::string text = file.build();
    const std::size_t header = file.infos_at() + (8 + 1 + 4 + 16 + 12) + (8 + 1 + 4 + 8 + 12);
    for (std::size_t size = 0; size < header; ++size) {
        refused(text.substr(0, size), "");
    }
    // With the header whole but no data, nothing can be read.
    refused(text.substr(0, header), "no tensor can be read: the file ends too early");
}

TEST_F(HostileGguf, DataCutShortKeepsTheTensorsThatAreThere) {
    GgufFile file;
    file.f32("a", {8}).f32("b", {8}).f32("c", {8});
    const std::string text = file.build();
    const auto model = expect_opens(folder_.write("model.gguf", text.substr(0, text.size() - 33)));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("a"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("2 of 3 tensors are left out: b, c"));
    EXPECT_EQ(model->warnings()[0].file, (folder_.path() / "model.gguf").string());
    EXPECT_EQ(model->warnings()[0].offset, text.size() - 33);
}

TEST_F(HostileGguf, RowThatIsNoMultipleOfTheBlock) {
    refused_shape({32, 8}, 12, "rows of 32 elements, not a multiple of the block of Q4_K");
    refused_shape({288}, 14, "rows of 288 elements, not a multiple of the block of Q6_K");
    refused_shape({16}, 2, "rows of 16 elements, not a multiple of the block of Q4_0");
    refused_shape({}, 8, "rows of 1 elements, not a multiple of the block of Q8_0");
}

TEST_F(HostileGguf, MoreThanTwoToThe31Elements) {
    // Counts in 32 bits: CVE-2026-53923. The file has holes instead of its 4.5 GiB.
    GgufFile file;
    file.tensor({"a", {65536, 131072}, 2, 0, {}});
    const auto path = folder_.write("model.gguf", file.build());
    const std::uint64_t bytes = (1ULL << 33) / 32 * 18;
    std::filesystem::resize_file(path, std::filesystem::file_size(path) + bytes);
    const auto model = expect_opens(path);
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
    EXPECT_EQ(model->parameters(), 1ULL << 33);
    EXPECT_EQ(model->tensor_bytes(), bytes);
    EXPECT_EQ(model->view(0).bytes().size(), bytes);
}

TEST_F(HostileGguf, ManyNamesAreCheckedQuickly) {
    GgufFile file;
    for (int i = 0; i < 100'000; ++i) {
        file.u32("key." + std::to_string(i), 1).f32("tensor." + std::to_string(i), {0});
    }
    const auto model = expect_opens(folder_.write("model.gguf", file.build()));
    ASSERT_TRUE(model);
    EXPECT_EQ(model->tensors().size(), 100'000U);
    EXPECT_EQ(model->find("tensor.77777"), 77'777U);
}

TEST_F(HostileGguf, LimitsOfTheCallerHold) {
    const auto path = folder_.write("model.gguf", GgufFile()
                                                      .text("k", std::string(100, 'x'))
                                                      .u32("l", 1)
                                                      .f32("a", {4})
                                                      .f32("b", {4})
                                                      .build());
    const auto with = [&](auto change) {
        ParseLimits limits;
        change(limits);
        const auto opened = Checkpoint::open(path, limits);
        return opened ? std::string("opened") : opened.error().message;
    };
    EXPECT_EQ(with([](ParseLimits&) {}), "opened");
    EXPECT_THAT(with([](ParseLimits& l) { l.max_tensors = 1; }), HasSubstr("claims 2 tensors"));
    EXPECT_THAT(with([](ParseLimits& l) { l.max_metadata = 1; }), HasSubstr("claims 2 key/value"));
    EXPECT_THAT(with([](ParseLimits& l) { l.max_string_bytes = 99; }),
                HasSubstr("longer than the limit of 99"));
    EXPECT_THAT(with([](ParseLimits& l) { l.max_gguf_header_bytes = 120; }),
                HasSubstr("past the end of the largest header that is read"));
}

TEST_F(HostileGguf, NamesAreMadePrintableInMessages) {
    GgufFile file;
    file.f32("a\x1B[2J", {4}).f32("a\x1B[2J", {4});
    refused(file.build(), "tensor \"a\xEF\xBF\xBD[2J\" appears twice");
}

}  // namespace
}  // namespace bitlathe::test
