// SPDX-License-Identifier: GPL-3.0-or-later
#include <cctype>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/formats/format.h"

namespace bitlathe {
namespace {

using Shape = std::vector<std::uint64_t>;
constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

FormatId id_of(std::string_view name) {
    const auto id = find_format(name);
    EXPECT_TRUE(id.has_value()) << name;
    return id.value_or(FormatId());
}

std::optional<std::uint64_t> bytes_of(std::string_view name, const Shape& shape) {
    return tensor_bytes(id_of(name), shape);
}

TEST(Registry, IndexIsPositionAndNamesAreUnique) {
    std::set<std::string> names;
    std::set<std::uint32_t> ggml_types;
    std::set<std::string> dtypes;
    for (std::size_t i = 0; i < all_formats().size(); ++i) {
        const FormatInfo& info = all_formats()[i];
        EXPECT_EQ(info.id.index(), i);
        EXPECT_EQ(&format_info(info.id), &info);
        EXPECT_TRUE(names.emplace(info.name).second) << info.name;
        EXPECT_TRUE(!info.ggml_type || ggml_types.insert(*info.ggml_type).second) << info.name;
        EXPECT_TRUE(info.safetensors_dtype.empty() || dtypes.emplace(info.safetensors_dtype).second)
            << info.name;
        EXPECT_GT(info.bits_per_weight, 0) << info.name;
        EXPECT_EQ(find_format(info.name), info.id);
        EXPECT_TRUE(!info.needs_importance || info.uses_importance) << info.name;
    }
    EXPECT_EQ(names.size(), 4 + 2 + 27 + 48 + 18);
}

TEST(Registry, NamesAreFoundInAnyCase) {
    EXPECT_EQ(find_format("q4_k"), find_format("Q4_K"));
    EXPECT_EQ(find_format("Int4_g128_Sym"), find_format("INT4_G128_SYM"));
    EXPECT_EQ(find_format("bf16"), formats::bf16());
    EXPECT_EQ(format_info(formats::f32()).name, "F32");
    EXPECT_EQ(format_info(formats::f16()).name, "F16");
    EXPECT_FALSE(find_format("").has_value());
    EXPECT_FALSE(find_format("Q4_K ").has_value());
    EXPECT_FALSE(find_format("Q7_K").has_value());
}

// Ids from ggml's include/ggml.h.
TEST(Registry, GgmlTypeIds) {
    const std::map<std::uint32_t, std::string> expected = {
        {0, "F32"},     {1, "F16"},      {2, "Q4_0"},   {3, "Q4_1"},    {6, "Q5_0"},
        {7, "Q5_1"},    {8, "Q8_0"},     {9, "Q8_1"},   {10, "Q2_K"},   {11, "Q3_K"},
        {12, "Q4_K"},   {13, "Q5_K"},    {14, "Q6_K"},  {15, "Q8_K"},   {16, "IQ2_XXS"},
        {17, "IQ2_XS"}, {18, "IQ3_XXS"}, {19, "IQ1_S"}, {20, "IQ4_NL"}, {21, "IQ3_S"},
        {22, "IQ2_S"},  {23, "IQ4_XS"},  {24, "I8"},    {25, "I16"},    {26, "I32"},
        {27, "I64"},    {28, "F64"},     {29, "IQ1_M"}, {30, "BF16"},   {34, "TQ1_0"},
        {35, "TQ2_0"},  {39, "MXFP4"},   {40, "NVFP4"}, {41, "Q1_0"},   {42, "Q2_0"}};
    for (std::uint32_t type = 0; type < 1000; ++type) {
        const auto id = format_of_ggml_type(type);
        const auto wanted = expected.find(type);
        ASSERT_EQ(id.has_value(), wanted != expected.end()) << type;
        if (id) {
            EXPECT_EQ(format_info(*id).name, wanted->second);
        }
    }
    EXPECT_FALSE(format_of_ggml_type(0xFFFFFFFFU).has_value());
}

TEST(Registry, SafetensorsDtypes) {
    for (const char* dtype :
         {"BOOL",    "F4",  "F6_E2M3", "F6_E3M2", "U8",          "I8",         "F8_E5M2", "F8_E4M3",
          "F8_E8M0", "I16", "U16",     "F16",     "BF16",        "I32",        "U32",     "F32",
          "C64",     "F64", "I64",     "U64",     "F8_E4M3FNUZ", "F8_E5M2FNUZ"}) {
        const auto id = format_of_safetensors_dtype(dtype);
        ASSERT_TRUE(id.has_value()) << dtype;
        EXPECT_EQ(format_info(*id).name, dtype);
    }
    EXPECT_FALSE(format_of_safetensors_dtype("Q4_K").has_value());
    EXPECT_FALSE(format_of_safetensors_dtype("f32").has_value());
    EXPECT_FALSE(format_of_safetensors_dtype("FP8_E4M3").has_value());
    EXPECT_FALSE(format_of_safetensors_dtype("").has_value());
}

// Bytes of one block, from the layouts of ggml's src/ggml-common.h.
TEST(Sizes, BlockFormats) {
    struct Case {
        const char* name;
        std::uint64_t elems;
        std::uint64_t bytes;
        double bits;
    };
    for (const Case& c : std::vector<Case>{{"F64", 1, 8, 64},
                                           {"F32", 1, 4, 32},
                                           {"F16", 1, 2, 16},
                                           {"BF16", 1, 2, 16},
                                           {"Q8_0", 32, 34, 8.5},
                                           {"Q4_0", 32, 18, 4.5},
                                           {"Q4_1", 32, 20, 5},
                                           {"Q5_0", 32, 22, 5.5},
                                           {"Q5_1", 32, 24, 6},
                                           {"Q1_0", 128, 18, 1.125},
                                           {"Q2_0", 64, 18, 2.25},
                                           {"Q2_K", 256, 84, 2.625},
                                           {"Q3_K", 256, 110, 3.4375},
                                           {"Q4_K", 256, 144, 4.5},
                                           {"Q5_K", 256, 176, 5.5},
                                           {"Q6_K", 256, 210, 6.5625},
                                           {"IQ4_NL", 32, 18, 4.5},
                                           {"IQ4_XS", 256, 136, 4.25},
                                           {"MXFP4", 32, 17, 4.25},
                                           {"NVFP4", 64, 36, 4.5},
                                           {"TQ1_0", 256, 54, 1.6875},
                                           {"TQ2_0", 256, 66, 2.0625},
                                           {"IQ2_XXS", 256, 66, 2.0625},
                                           {"IQ2_XS", 256, 74, 2.3125},
                                           {"IQ2_S", 256, 82, 2.5625},
                                           {"IQ3_XXS", 256, 98, 3.0625},
                                           {"IQ3_S", 256, 110, 3.4375},
                                           {"IQ1_S", 256, 50, 1.5625},
                                           {"IQ1_M", 256, 56, 1.75},
                                           {"Q8_1", 32, 36, 9},
                                           {"Q8_K", 256, 292, 9.125}}) {
        const FormatInfo& info = format_info(id_of(c.name));
        EXPECT_EQ(info.block_elems, c.elems) << c.name;
        EXPECT_DOUBLE_EQ(info.bits_per_weight, c.bits) << c.name;
        EXPECT_EQ(row_bytes(info.id, c.elems), c.bytes) << c.name;
        EXPECT_EQ(row_bytes(info.id, 3 * c.elems), 3 * c.bytes) << c.name;
        EXPECT_EQ(row_bytes(info.id, 0), 0U) << c.name;
        for (const std::uint64_t off : {c.elems - 1, c.elems + 1, c.elems / 2}) {
            if (c.elems == 1) break;
            EXPECT_FALSE(row_bytes(info.id, off).has_value()) << c.name << " " << off;
            EXPECT_FALSE(row_fits(info.id, off)) << c.name << " " << off;
            EXPECT_FALSE(bytes_of(c.name, {7, off}).has_value()) << c.name << " " << off;
        }
    }
}

TEST(Sizes, RowFormats) {
    EXPECT_EQ(row_bytes(id_of("FP8_E4M3"), 4096), 4100U);
    EXPECT_DOUBLE_EQ(format_info(id_of("FP8_E5M2")).bits_per_weight, 8 + 32.0 / 4096);
    EXPECT_DOUBLE_EQ(format_info(id_of("INT4_G128_SYM")).bits_per_weight, 4.125);
    EXPECT_DOUBLE_EQ(format_info(id_of("INT4_G128_ASYM")).bits_per_weight, 4.15625);
    EXPECT_DOUBLE_EQ(format_info(id_of("INT8_G32_SYM")).bits_per_weight, 8.5);
    EXPECT_DOUBLE_EQ(format_info(id_of("INT4_ROW_SYM")).bits_per_weight, 4 + 16.0 / 4096);
    // 3 bits x 5 elements = 15 bits -> 2 bytes, one scale; asymmetric: 3 more bits -> 1 byte.
    EXPECT_EQ(row_bytes(id_of("INT3_ROW_SYM"), 5), 4U);
    EXPECT_EQ(row_bytes(id_of("INT3_ROW_ASYM"), 5), 5U);
    // 3 groups of 32: 6 bytes of scales, 9 bits of zero points -> 2 bytes, 36 bytes of codes.
    EXPECT_EQ(row_bytes(id_of("INT3_G32_ASYM"), 96), 44U);
    EXPECT_FALSE(row_bytes(id_of("INT3_G32_ASYM"), 100).has_value());
    EXPECT_TRUE(row_fits(id_of("INT8_ROW_ASYM"), 7));
    for (const char* name : {"FP8_E4M3", "INT4_ROW_SYM", "INT4_G128_ASYM"}) {
        EXPECT_EQ(row_bytes(id_of(name), 0), 0U) << name;
    }
}

TEST(Sizes, TensorShapes) {
    EXPECT_EQ(bytes_of("F32", {}), 4U);
    EXPECT_EQ(bytes_of("F32", {0}), 0U);
    EXPECT_EQ(bytes_of("Q4_K", {2, 0}), 0U);
    EXPECT_EQ(bytes_of("Q4_K", {0, 256}), 0U);
    EXPECT_FALSE(bytes_of("Q4_K", {0, 100}).has_value());
    EXPECT_EQ(bytes_of("Q4_K", {2, 3, 512}), 2U * 3 * 288);
    EXPECT_EQ(bytes_of("INT4_ROW_SYM", {3, 5}), 3U * 5);
    EXPECT_FALSE(bytes_of("Q8_0", {}).has_value());
}

TEST(Sizes, SubByteTypesRunOnAcrossRows) {
    EXPECT_EQ(bytes_of("F4", {2, 3}), 3U);
    EXPECT_EQ(bytes_of("F6_E2M3", {2, 2}), 3U);
    EXPECT_FALSE(bytes_of("F4", {3, 3}).has_value());
    EXPECT_FALSE(bytes_of("F6_E3M2", {2, 3}).has_value());
    EXPECT_FALSE(row_bytes(id_of("F4"), 3).has_value());
    EXPECT_EQ(row_bytes(id_of("F4"), 4), 2U);
}

// Shapes whose product wraps 64 bits to a small number, as seen in reports against other readers.
TEST(Sizes, OverflowIsNothing) {
    const std::vector<Shape> wrapping = {
        {1ULL << 32, 1ULL << 32},
        {1ULL << 63, 2},
        {4194305, 4194305, 211106198978564},
        {2, 18446744073709551614ULL},
        {4, 1073741823, 1073741825, 16},
        {kMax, kMax},
    };
    for (const FormatInfo& info : all_formats()) {
        for (Shape shape : wrapping) {
            shape.push_back(256);
            EXPECT_FALSE(tensor_bytes(info.id, shape).has_value()) << info.name;
        }
        const std::uint64_t cols = kMax / 256 * 256;
        EXPECT_FALSE(tensor_bytes(info.id, Shape{2, cols}).has_value()) << info.name;
        if (info.bits_per_weight > 8.1) {
            EXPECT_FALSE(row_bytes(info.id, cols).has_value()) << info.name;
        }
    }
    EXPECT_FALSE(row_bytes(id_of("F32"), kMax / 4 + 1).has_value());
    EXPECT_EQ(row_bytes(id_of("F32"), kMax / 4), kMax - 3);
    EXPECT_FALSE(row_bytes(id_of("FP8_E4M3"), kMax - 3).has_value());
    EXPECT_FALSE(row_bytes(id_of("INT2_ROW_SYM"), kMax / 2 + 2).has_value());
}

}  // namespace
}  // namespace bitlathe
