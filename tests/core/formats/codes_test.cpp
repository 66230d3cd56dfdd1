// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/codes.h"

#include <bit>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/formats/codec_test_support.h"

namespace bitlathe {
namespace {

/// What the decoder makes of the row, or nothing where the scale is no number.
void expect_code_gives(const FormatInfo& format, std::span<const std::byte> row, std::size_t cols) {
    std::vector<float> values(cols);
    format.decode(row.data(), values.data(), cols);
    for (std::size_t col = 0; col < cols; ++col) {
        const auto code = read_code(format.id, row, cols, col);
        ASSERT_TRUE(code) << format.name;
        const float product = static_cast<float>(code->code) * code->scale;
        const float value = product + code->offset;
        if (std::isnan(value)) {
            EXPECT_TRUE(std::isnan(values[col])) << format.name << " column " << col;
        } else {
            EXPECT_EQ(value, values[col]) << format.name << " column " << col;
        }
    }
}

TEST(Codes, CodeTimesScalePlusOffsetIsTheDecodedValue) {
    std::mt19937 engine(3);
    for (const FormatInfo& format : all_formats()) {
        const bool coded = format.decode != nullptr && (format.kind == FormatKind::kBlock ||
                                                        format.kind == FormatKind::kIntGroup);
        if (!coded) continue;
        for (const std::size_t cols : row_lengths(format)) {
            for (int trial = 0; trial < 4; ++trial) {
                const auto row = random_bytes(row_bytes(format.id, cols).value(), engine);
                expect_code_gives(format, row, cols);
            }
        }
    }
}

TEST(Codes, RowsOfCodesGiveTheDecodedBits) {
    std::mt19937 engine(4);
    int formats = 0;
    for (const FormatInfo& format : all_formats()) {
        const ReadRowCodes read = row_codes_reader(format.id);
        EXPECT_EQ(read != nullptr, format.kind == FormatKind::kBlock && format.decode != nullptr)
            << format.name;
        if (read == nullptr) continue;
        ++formats;
        for (const std::size_t cols : row_lengths(format)) {
            const auto row = random_bytes(row_bytes(format.id, cols).value(), engine);
            std::vector<float> values(cols), scales(cols / 16), offsets(cols / 16);
            std::vector<std::int8_t> codes(cols);
            format.decode(row.data(), values.data(), cols);
            read(row.data(), cols, {codes.data(), scales.data(), offsets.data()});
            for (std::size_t i = 0; i < cols; ++i) {
                const float product = static_cast<float>(codes[i]) * scales[i / 16];
                const float value = product + offsets[i / 16];
                if (std::isnan(value)) {
                    EXPECT_TRUE(std::isnan(values[i])) << format.name;
                } else {
                    EXPECT_EQ(std::bit_cast<std::uint32_t>(value),
                              std::bit_cast<std::uint32_t>(values[i]))
                        << format.name << " column " << i;
                }
            }
        }
    }
    EXPECT_GE(formats, 15);
}

TEST(Codes, FloatsAndUndecodableFormatsHaveNone) {
    const std::vector<std::byte> row(4096);
    for (const char* name : {"F32", "BF16", "FP8_E4M3", "I8", "IQ2_S", "IQ1_M"})
        EXPECT_FALSE(read_code(*find_format(name), row, 256, 3)) << name;
}

TEST(Codes, AreTheIntegersThatTheFormatHolds) {
    // Q8_0: a half scale of 0.5, then codes 0, 1, 2 ...
    std::vector<std::byte> row(34);
    row[1] = std::byte{0x38};
    for (std::size_t i = 0; i < 32; ++i)
        row[2 + i] = static_cast<std::byte>(i);
    const auto code = read_code(*find_format("Q8_0"), row, 32, 7);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->code, 7);
    EXPECT_EQ(code->scale, 0.5F);
    EXPECT_EQ(code->offset, 0);
}

}  // namespace
}  // namespace bitlathe
