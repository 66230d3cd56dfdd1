// SPDX-License-Identifier: GPL-3.0-or-later
// Properties that every decoder has; the table says which there are.
#include <cstring>
#include <set>

#include <gtest/gtest.h>

#include "tests/core/formats/codec_test_support.h"
#include "tests/core/formats/reference_decoders.h"

namespace bitlathe {
namespace {

class Decoder : public ::testing::TestWithParam<FormatInfo> {};

std::vector<FormatInfo> decodable() {
    std::vector<FormatInfo> formats;
    for (const FormatInfo& format : all_formats()) {
        if (format.decode != nullptr) formats.push_back(format);
    }
    return formats;
}

std::string test_name(const ::testing::TestParamInfo<FormatInfo>& info) {
    return std::string(info.param.name);
}

INSTANTIATE_TEST_SUITE_P(Formats, Decoder, ::testing::ValuesIn(decodable()), test_name);

// Random bytes reach NaN and infinite float16 scales (one in 32), subnormal ones and all codes;
// some rows get them everywhere.
std::vector<std::byte> hostile_row(std::size_t bytes, unsigned trial, std::mt19937& engine) {
    std::vector<std::byte> row = random_bytes(bytes, engine);
    constexpr std::uint16_t kSpecial[] = {0x7C00, 0xFC00, 0x7E01, 0xFD00, 0x0001, 0x8000};
    if (trial % 4 == 0) {
        const std::uint16_t special = kSpecial[trial / 4 % std::size(kSpecial)];
        for (std::size_t i = engine() % 2; i + 1 < bytes; i += 2) {
            std::memcpy(row.data() + i, &special, sizeof special);
        }
    }
    return row;
}

TEST_P(Decoder, EqualsReferenceBitForBitOnEveryInstructionSet) {
    const FormatInfo& format = GetParam();
    const int targets = for_each_target([&](const std::string& target) {
        std::mt19937 engine(7);
        for (const std::size_t cols : row_lengths(format)) {
            for (unsigned trial = 0; trial < 24; ++trial) {
                const std::size_t bytes = row_bytes(format.id, cols).value();
                const auto row = hostile_row(bytes, trial, engine);
                // One byte off any alignment, as tensors in safetensors files may be.
                std::vector<std::byte> shifted(bytes + 1);
                std::memcpy(shifted.data() + 1, row.data(), bytes);
                std::vector<float> values(cols);
                format.decode(shifted.data() + 1, values.data(), cols);
                const auto expected = reference_decode(format.id, row, cols);
                for (std::size_t i = 0; i < cols; ++i) {
                    ASSERT_EQ(bits_of(values[i]), bits_of(expected[i]))
                        << target << ", " << cols << " columns, element " << i << ": " << values[i]
                        << ", not " << expected[i];
                }
            }
        }
    });
    EXPECT_GE(targets, 1);
}

TEST_P(Decoder, StaysInsideItsBuffers) {
    const FormatInfo& format = GetParam();
    for_each_target([&](const std::string&) {
        std::mt19937 engine(11);
        for (const std::size_t cols : row_lengths(format)) {
            const std::size_t bytes = row_bytes(format.id, cols).value();
            const auto row = random_bytes(bytes, engine);
            for (const auto side : {GuardedBuffer::Side::kAfter, GuardedBuffer::Side::kBefore}) {
                const GuardedBuffer in(bytes, side);
                const GuardedBuffer out(cols * sizeof(float), side);
                std::memcpy(in.data(), row.data(), bytes);
                format.decode(in.data(), reinterpret_cast<float*>(out.data()), cols);
            }
        }
        format.decode(nullptr, nullptr, 0);
    });
}

TEST_P(Decoder, ChangesOnlyItsOutput) {
    const FormatInfo& format = GetParam();
    std::mt19937 engine(13);
    const std::size_t cols = row_lengths(format).back();
    const auto row = random_bytes(row_bytes(format.id, cols).value(), engine);
    constexpr float kSentinel = 123456.0F;
    std::vector<float> out(cols + 32, kSentinel);
    format.decode(row.data(), out.data() + 16, cols);
    for (std::size_t i = 0; i < 16; ++i) {
        EXPECT_EQ(out[i], kSentinel);
        EXPECT_EQ(out[16 + cols + i], kSentinel);
    }
}

// Elements that flipping a bit of the block can change, over many random blocks.
std::vector<std::set<std::size_t>> reach_of_bits(const FormatInfo& format) {
    std::vector<std::set<std::size_t>> reach(std::size_t{8} * format.block_bytes);
    std::mt19937 engine(17);
    for (int trial = 0; trial < 32; ++trial) {
        auto block = random_bytes(format.block_bytes, engine);
        const auto before = decode(format, block, format.block_elems);
        for (std::size_t bit = 0; bit < reach.size(); ++bit) {
            block[bit / 8] ^= std::byte{1} << (bit % 8);
            const auto after = decode(format, block, format.block_elems);
            block[bit / 8] ^= std::byte{1} << (bit % 8);
            for (std::size_t i = 0; i < after.size(); ++i) {
                if (bits_of(before[i]) != bits_of(after[i])) reach[bit].insert(i);
            }
        }
    }
    return reach;
}

// Catches swapped nibbles and wrong strides: every code bit belongs to one element, every element
// has as many as its codes are wide, and no bit is dead.
TEST(BlockLayout, EveryBitHasItsElements) {
    const std::vector<std::pair<const char*, std::size_t>> code_bits = {
        {"Q8_0", 8},  {"Q6_K", 6},  {"Q5_K", 5},   {"Q5_1", 5},   {"Q5_0", 5}, {"Q4_K", 4},
        {"Q4_1", 4},  {"Q4_0", 4},  {"IQ4_NL", 4}, {"IQ4_XS", 4}, {"Q3_K", 3}, {"Q2_K", 2},
        {"MXFP4", 4}, {"NVFP4", 4}, {"TQ2_0", 2},  {"Q2_0", 2},   {"Q1_0", 1}};
    for (const auto& [name, width] : code_bits) {
        const FormatInfo& format = format_info(format_named(name));
        std::vector<std::size_t> own_bits(format.block_elems, 0);
        std::size_t dead = 0;
        for (const auto& elements : reach_of_bits(format)) {
            if (elements.empty()) ++dead;
            if (elements.size() == 1) ++own_bits[*elements.begin()];
        }
        EXPECT_EQ(own_bits, std::vector<std::size_t>(format.block_elems, width)) << name;
        // The sign bits of NVFP4's four scales only tell 7F (NaN, decoded as 0) from FF.
        EXPECT_LE(dead, std::string(name) == "NVFP4" ? 4U : 0U) << name;
    }
}

TEST(BlockLayout, EveryByteOfTernaryHasItsFiveElements) {
    const auto reach = reach_of_bits(format_info(format_named("TQ1_0")));
    std::vector<int> owners(256, 0);
    for (std::size_t byte = 0; byte < 52; ++byte) {
        std::set<std::size_t> elements;
        for (std::size_t bit = 8 * byte; bit < 8 * byte + 8; ++bit) {
            EXPECT_FALSE(reach[bit].empty()) << bit;
            elements.insert(reach[bit].begin(), reach[bit].end());
        }
        EXPECT_EQ(elements.size(), byte < 48 ? 5U : 4U) << byte;
        for (const std::size_t i : elements) {
            ++owners[i];
        }
    }
    EXPECT_EQ(owners, std::vector<int>(256, 1));
}

// Formats whose decoders need tables of codebooks that are not here yet say so by having none.
TEST(Decoders, SizeOnlyFormats) {
    std::set<std::string> without;
    for (const FormatInfo& format : all_formats()) {
        if (format.decode == nullptr) without.emplace(format.name);
        EXPECT_TRUE(format.decode != nullptr || format.encode == nullptr) << format.name;
    }
    const std::set<std::string> expected = {"IQ1_S",   "IQ1_M", "IQ2_XXS", "IQ2_XS", "IQ2_S",
                                            "IQ3_XXS", "IQ3_S", "Q8_1",    "Q8_K",   "F6_E2M3",
                                            "F6_E3M2", "F4",    "C64"};
    EXPECT_EQ(without, expected);
}

}  // namespace
}  // namespace bitlathe
