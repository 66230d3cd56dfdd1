// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the safetensors container, and the malformed files that have fooled readers.
#include <array>
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

class Safetensors : public ::testing::Test {
protected:
    std::shared_ptr<const Checkpoint> opens(std::string_view header, std::string_view data) const {
        return expect_opens(folder_.write("model.safetensors", safetensors(header, data)));
    }
    void refused(std::string_view header, std::string_view data, std::string_view reason,
                 std::optional<std::uint64_t> offset = {}) const {
        refused_bytes(safetensors(header, data), reason, offset);
    }
    void refused_bytes(std::string_view bytes, std::string_view reason,
                       std::optional<std::uint64_t> offset = {}) const {
        expect_refused(folder_.write("model.safetensors", bytes), reason, offset);
    }
    /// One tensor "a" of 16 bytes of data whose description is `fields`.
    void refused_entry(std::string_view fields, std::string_view reason) const {
        refused(R"({"a":{)" + std::string(fields) + "}}", floats(1, 4), reason, 9);
    }
    TempFolder folder_;
};

TEST_F(Safetensors, FileOpens) {
    const auto model = opens(R"({"__metadata__":{"format":"pt","quote":"\"\u00e9"},)"
                             R"("b":{"dtype":"F32","shape":[2,3],"data_offsets":[8,32]},)"
                             R"("a":{"data_offsets":[0,8],"shape":[2],"dtype":"F32"}}    )",
                             floats(1, 2) + floats(2, 6));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
    EXPECT_THAT(names_of(*model), ElementsAre("b", "a"));  // as in the header
    EXPECT_THAT(model->tensors()[0].shape, ElementsAre(2, 3));
    EXPECT_EQ(model->metadata().string("format"), "pt");
    EXPECT_EQ(model->metadata().string("quote"), "\"\xC3\xA9");
    EXPECT_EQ(model->metadata().to_json()["format"], "pt");
    std::array<float, 3> values = {};
    model->view(0).decode_rows(1, 1, values.data());
    EXPECT_THAT(values, ElementsAre(2, 2, 2));
    EXPECT_TRUE(model->config().is_null());
}

TEST_F(Safetensors, FileIsKnownByItsHeaderWhateverItsName) {
    const auto path = folder_.write("blob-without-extension", safetensors_of({"a"}));
    EXPECT_TRUE(expect_opens(path));
}

TEST_F(Safetensors, NoTensorsOpen) {
    const auto model = opens("{}", "");
    ASSERT_TRUE(model);
    EXPECT_TRUE(model->tensors().empty());
}

TEST_F(Safetensors, ScalarsAndZeroSizedTensorsOpen) {
    const auto model = opens(R"({"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},)"
                             R"("z":{"dtype":"F32","shape":[2,0],"data_offsets":[4,4]},)"
                             R"("y":{"dtype":"I64","shape":[0],"data_offsets":[0,0]}})",
                             floats(1, 1));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
    EXPECT_THAT(model->tensors()[0].shape, IsEmpty());
    EXPECT_EQ(model->parameters(), 1U);
    EXPECT_TRUE(model->view(1).bytes().empty());
}

TEST_F(Safetensors, EveryDtypeOfTheFormatIsKnown) {
    const std::vector<std::pair<const char*, int>> dtypes = {
        {"BOOL", 8}, {"U8", 8},      {"I8", 8},   {"F8_E4M3", 8}, {"F8_E5M2", 8},
        {"I16", 16}, {"U16", 16},    {"F16", 16}, {"BF16", 16},   {"I32", 32},
        {"U32", 32}, {"F32", 32},    {"F64", 64}, {"I64", 64},    {"U64", 64},
        {"C64", 64}, {"F8_E8M0", 8}, {"F4", 4},   {"F6_E2M3", 6}, {"F6_E3M2", 6},
    };
    for (const auto& [dtype, bits] : dtypes) {
        const int bytes = 3 * 8 * bits / 8;
        const auto model =
            opens(std::string(R"({"a":{"dtype":")") + dtype +
                      R"(","shape":[3,8],"data_offsets":[0,)" + std::to_string(bytes) + "]}}",
                  std::string(static_cast<std::size_t>(bytes), '\0'));
        ASSERT_TRUE(model) << dtype;
        EXPECT_THAT(warnings_of(*model), IsEmpty()) << dtype;
        EXPECT_EQ(model->tensors().size(), 1U) << dtype;
    }
}

TEST_F(Safetensors, UnknownDtypeIsLeftOutWithAWarning) {
    const auto model = opens(R"({"a":{"dtype":"F3","shape":[2],"data_offsets":[0,8]},)"
                             R"("b":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})",
                             floats(1, 4));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("b"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("tensor \"a\" has unknown dtype \"F3\""));
    EXPECT_EQ(model->warnings()[0].offset, 9U);
}

TEST_F(Safetensors, UnknownFieldsOfATensorAreIgnored) {
    const auto model =
        opens(R"({"a":{"dtype":"F32","x":{"shape":[1],"y":[null,{}]},"shape":[2],"z":-1.5,)"
              R"("data_offsets":[0,8],"w":"text","v":true}})",
              floats(1, 2));
    ASSERT_TRUE(model);
    EXPECT_THAT(model->tensors()[0].shape, ElementsAre(2));
}

TEST_F(Safetensors, LeadingSpaceIsAWarning) {
    const auto model = opens(
        "  "
        R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
        floats(1, 2));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), HasSubstr("header begins with spaces"));
}

TEST_F(Safetensors, HeaderLengthPastTheEnd) {
    for (const std::uint64_t length : {~0ULL, ~0ULL - 7, 1ULL << 63, 100'000'001ULL}) {
        refused_bytes(Bytes().put(length).raw("{}").text(), "more than the limit of 100000000", 0);
    }
    refused_bytes(Bytes().put<std::uint64_t>(3).raw("{}").text(), "past the end of the file", 0);
    refused_bytes(Bytes().put<std::uint64_t>(100'000'000).raw("{}").text(),
                  "past the end of the file", 0);
}

TEST_F(Safetensors, FileShorterThanTheLength) {
    for (const char* bytes : {"", "1234567"}) {
        refused_bytes(bytes, "too short", 0);
    }
}

TEST_F(Safetensors, HeaderOfALimitByTheCaller) {
    const auto path = folder_.write("model.safetensors", safetensors_of({"a", "b"}));
    ParseLimits limits;
    limits.max_header_bytes = 20;
    EXPECT_THAT(Checkpoint::open(path, limits).error().message, HasSubstr("limit of 20"));
    limits = {};
    limits.max_tensors = 1;
    EXPECT_THAT(Checkpoint::open(path, limits).error().message, HasSubstr("more than 1 tensors"));
}

TEST_F(Safetensors, HeaderThatIsNotAnObject) {
    for (const char* header : {"", "    ", "[]", "null", "1", "\"a\"", "\xEF\xBB\xBF{}"}) {
        refused(header, "", "not a JSON object", 8);
    }
}

TEST_F(Safetensors, HeaderThatIsNotJson) {
    refused("{abc", "", "not valid JSON", 9);
    refused("{\"a\":}", "", "not valid JSON", 13);
    refused("{", "", "not valid JSON");
}

TEST_F(Safetensors, HeaderThatIsNotUtf8) {
    refused("{\"a\xFF\":{}}", "", "not valid JSON");
}

TEST_F(Safetensors, ZeroBytesInsteadOfSpacesBehindTheHeader) {
    refused(std::string("{}") + std::string(6, '\0'), "", "not valid JSON: it contains a zero byte",
            10);
}

TEST_F(Safetensors, SomethingBehindTheHeaderObject) {
    refused("{}{}", "", "not valid JSON", 10);
}

TEST_F(Safetensors, DepthBomb) {
    refused(R"({"a":)" + std::string(1'000'000, '['), "", "nested deeper than 64 levels", 8);
    refused(R"({"a":{"x":)" + std::string(60, '[') + std::string(60, ']') + "}}", "",
            "has no dtype", 9);
}

TEST_F(Safetensors, DuplicateTensor) {
    const std::string entry = R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]})";
    refused("{" + entry + "," + entry + "}", floats(1, 2), "tensor \"a\" appears twice",
            8 + 1 + entry.size() + 1);
}

TEST_F(Safetensors, DuplicateTensorSpelledDifferently) {
    refused(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
            R"("\u0061":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
            floats(1, 2), "tensor \"a\" appears twice");
}

TEST_F(Safetensors, DuplicateFieldOfATensor) {
    refused_entry(R"("dtype":"F32","dtype":"F16","shape":[4],"data_offsets":[0,16])",
                  "has two dtype");
    refused_entry(R"("dtype":"F32","shape":[4],"shape":[4],"data_offsets":[0,16])",
                  "has two shape");
}

TEST_F(Safetensors, DuplicateMetadata) {
    refused(R"({"__metadata__":{"k":"1","k":"2"}})", "", "metadata key \"k\" appears twice", 33);
    refused(R"({"__metadata__":{},"__metadata__":{}})", "", "__metadata__ appears twice");
}

TEST_F(Safetensors, MetadataThatIsNotAMapOfStrings) {
    for (const char* value : {"1", "[]", "\"x\"", R"({"k":1})", R"({"k":{}})", R"({"k":null})"}) {
        refused(std::string(R"({"__metadata__":)") + value + "}", "",
                "__metadata__ is not a map from strings to strings");
    }
}

TEST_F(Safetensors, MissingField) {
    refused_entry("", "has no dtype");
    refused_entry(R"("dtype":"F32","data_offsets":[0,16])", "has no shape");
    refused_entry(R"("dtype":"F32","shape":[4])", "has no data_offsets");
}

TEST_F(Safetensors, FieldOfAnotherType) {
    for (const char* entry : {"1", "[]", "null", "\"x\"", "true"}) {
        refused(std::string(R"({"a":)") + entry + "}", "", "is not described by a JSON object", 9);
    }
    for (const char* dtype : {"1", "null", "[]", "{}"}) {
        refused_entry(std::string(R"("dtype":)") + dtype, "has a dtype that is not a string");
    }
    for (const char* shape : {"4", "[4.0]", "[-4]", "[\"4\"]", "[[4]]", "{}", "null", "[1e2]",
                              "[18446744073709551616]", "[true]"}) {
        refused_entry(std::string(R"("dtype":"F32","shape":)") + shape,
                      "has a shape that is not a list of sizes");
    }
    for (const char* data : {"16", "[]", "[0]", "[0,8,16]", "[-1,16]", "[0.0,16]", "[0,[16]]", "{}",
                             "null", "\"x\""}) {
        refused_entry(std::string(R"("dtype":"F32","shape":[4],"data_offsets":)") + data,
                      "has data_offsets that are not two offsets");
    }
}

TEST_F(Safetensors, ShapeProductWrapsToZero) {
    refused(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", "",
            "size does not fit in 64 bits", 9);
    refused(R"({"a":{"dtype":"F32","shape":[2,18446744073709551614],"data_offsets":[0,16]}})",
            floats(1, 4), "size does not fit in 64 bits", 9);
    refused(R"({"a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}})", "",
            "size does not fit in 64 bits", 9);
}

TEST_F(Safetensors, ShapeThatDoesNotFitItsData) {
    refused_entry(R"("dtype":"F32","shape":[1000,1000],"data_offsets":[0,16])",
                  "needs 4000000 bytes for its shape, its data_offsets give 16");
    refused_entry(R"("dtype":"F32","shape":[1],"data_offsets":[0,16])", "needs 4 bytes");
    refused_entry(R"("dtype":"F32","shape":[0],"data_offsets":[0,16])", "needs 0 bytes");
    refused_entry(R"("dtype":"F32","shape":[],"data_offsets":[0,16])", "needs 4 bytes");
    refused_entry(R"("dtype":"F16","shape":[4],"data_offsets":[0,16])", "needs 8 bytes");
}

TEST_F(Safetensors, SubByteTypeWithAnOddCount) {
    refused(R"({"a":{"dtype":"F4","shape":[3,3],"data_offsets":[0,5]}})", "12345",
            "is not a whole number of bytes in F4", 9);
}

TEST_F(Safetensors, DataEndsBeforeItBegins) {
    refused_entry(R"("dtype":"F32","shape":[4],"data_offsets":[16,0])", "end before they begin");
    refused_entry(R"("dtype":"F32","shape":[0],"data_offsets":[18446744073709551615,0])",
                  "end before they begin");
}

TEST_F(Safetensors, HoleInTheData) {
    refused_entry(R"("dtype":"F32","shape":[2],"data_offsets":[8,16])", "leaves a hole");
    refused(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
            R"("b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})",
            floats(1, 3), "tensor \"b\" leaves a hole: its data begin at 8, those before end at 4");
}

TEST_F(Safetensors, OverlappingData) {
    refused(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
            R"("b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
            floats(1, 3),
            "tensor \"b\" overlaps another: its data begin at 4, those before end at 8");
}

TEST_F(Safetensors, ManyTensorsShareTheirData) {
    std::string header = "{";
    for (int i = 0; i < 100'000; ++i) {
        header += (i > 0 ? ",\"" : "\"") + std::to_string(i) +
                  R"(":{"dtype":"F32","shape":[4],"data_offsets":[0,16]})";
    }
    refused(header + "}", floats(1, 4), "tensor \"1\" overlaps another");
}

TEST_F(Safetensors, BytesBehindTheLastTensor) {
    const std::string bytes = safetensors_of({"a"});
    refused_bytes(bytes + "PK", "2 bytes after the last tensor belong to none", bytes.size());
    refused("{}", "x", "1 bytes after the last tensor belong to none", 10);
}

TEST_F(Safetensors, DataCutShortKeepsTheTensorsThatAreThere) {
    const std::string bytes = safetensors_of({"a", "b", "c"});
    const auto path = folder_.write("model.safetensors", bytes.substr(0, bytes.size() - 17));
    const auto model = expect_opens(path);
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("a"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("2 of 3 tensors are left out: b, c"));
    EXPECT_EQ(model->warnings()[0].offset, bytes.size() - 17);
}

TEST_F(Safetensors, NothingBehindTheHeaderIsRefused) {
    refused(R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", "",
            "no tensor can be read: the file ends too early");
    refused(R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", "123456789012345",
            "no tensor can be read");
}

TEST_F(Safetensors, EveryTruncationOfTheHeaderIsRefused) {
    const std::string bytes = safetensors_of({"a", "b"});
    for (std::size_t size = 0; size <= bytes.size() - 32; ++size) {
        refused_bytes(bytes.substr(0, size), "");
    }
}

TEST_F(Safetensors, ManyNamesAreCheckedQuickly) {
    std::string header = "{";
    for (int i = 0; i < 200'000; ++i) {
        header += (i > 0 ? ",\"" : "\"") + std::string("model.layers.") + std::to_string(i) +
                  R"(":{"dtype":"F32","shape":[0],"data_offsets":[0,0]})";
    }
    const auto model = opens(header + "}", "");
    ASSERT_TRUE(model);
    EXPECT_EQ(model->tensors().size(), 200'000U);
    EXPECT_EQ(model->find("model.layers.123456"), 123'456U);
}

TEST_F(Safetensors, ConfigBesideIsRead) {
    folder_.write("config.json", R"({"model_type":"llama","z":1,"a":2})");
    const auto model = expect_opens(folder_.write("model.safetensors", safetensors_of({"a"})));
    ASSERT_TRUE(model);
    EXPECT_EQ(model->config()["model_type"], "llama");
    EXPECT_EQ(model->config().begin().key(), "model_type");
}

TEST_F(Safetensors, ConfigThatCannotBeReadIsAWarning) {
    const auto file = folder_.write("model.safetensors", safetensors_of({"a"}));
    for (const std::string& config :
         {std::string("{"), std::string("[]"), std::string("{\"a\":1,\"a\":2}"), std::string(),
          std::string(100'000, '[')}) {
        const auto path = folder_.write("config.json", config);
        const auto model = expect_opens(file);
        ASSERT_TRUE(model);
        EXPECT_TRUE(model->config().is_null());
        EXPECT_THAT(warnings_of(*model), HasSubstr("config.json is not used"));
        EXPECT_EQ(model->warnings()[0].file, path.string());
    }
}

TEST_F(Safetensors, ConfigOfManyKeysIsReadQuickly) {
    std::string config = "{";
    for (int i = 0; i < 300'000; ++i) {
        config += (i > 0 ? ",\"key" : "\"key") + std::to_string(i) + "\":0";
    }
    folder_.write("config.json", config + "}");
    const auto model = expect_opens(folder_.write("model.safetensors", safetensors_of({"a"})));
    ASSERT_TRUE(model);
    EXPECT_EQ(model->config().size(), 300'000U);
}

TEST_F(Safetensors, PartOfASetOpenedByItselfSaysSo) {
    const auto model =
        expect_opens(folder_.write("model-00002-of-00003.safetensors", safetensors_of({"a"})));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), HasSubstr("part 2 of 3"));
}

}  // namespace
}  // namespace bitlathe::test
