// SPDX-License-Identifier: GPL-3.0-or-later
// Properties that every encoder has; the table says which there are.
#include <cmath>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "tests/core/formats/codec_test_support.h"

namespace bitlathe {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kMax = std::numeric_limits<float>::max();

class Encoder : public ::testing::TestWithParam<FormatInfo> {};
class Quantizer : public Encoder {};     // all but plain floats, which keep NaN and infinity
class BlockEncoder : public Encoder {};  // rows are blocks one after another

std::vector<FormatInfo> encodable(const std::function<bool(const FormatInfo&)>& wanted) {
    std::vector<FormatInfo> formats;
    for (const FormatInfo& format : all_formats()) {
        if (format.encode != nullptr && wanted(format)) formats.push_back(format);
    }
    return formats;
}

bool any(const FormatInfo&) {
    return true;
}
bool quantizes(const FormatInfo& format) {
    return format.kind != FormatKind::kFloat;
}
bool has_blocks(const FormatInfo& format) {
    return format.block_bytes != 0;
}

std::string test_name(const ::testing::TestParamInfo<FormatInfo>& info) {
    return std::string(info.param.name);
}

INSTANTIATE_TEST_SUITE_P(Formats, Encoder, ::testing::ValuesIn(encodable(any)), test_name);
INSTANTIATE_TEST_SUITE_P(Formats, Quantizer, ::testing::ValuesIn(encodable(quantizes)), test_name);
INSTANTIATE_TEST_SUITE_P(Formats, BlockEncoder, ::testing::ValuesIn(encodable(has_blocks)),
                         test_name);

// Rows with everything a broken checkpoint may hold.
std::vector<float> hostile_values(std::size_t cols, std::mt19937& engine) {
    const float special[] = {kNan,   -kNan,  kInfinity, -kInfinity, kMax,   -kMax,
                             1e30F,  -3e20F, 65504.0F,  -65520.0F,  8.4e6F, -1e-38F,
                             1e-45F, -0.0F,  0.0F,      6e-8F,      2e-39F, 1e-36F};
    std::vector<float> values = gaussian(cols, 1.0F, engine);
    const unsigned density = 1 + engine() % 16;
    for (float& value : values) {
        if (engine() % 16 < density) value = special[engine() % std::size(special)];
    }
    return values;
}

TEST_P(Encoder, SameBytesOnEveryInstructionSet) {
    const FormatInfo& format = GetParam();
    std::vector<std::vector<std::byte>> first;
    for_each_target([&](const std::string& target) {
        std::mt19937 engine(19);
        std::vector<std::vector<std::byte>> all;
        for (const std::size_t cols : row_lengths(format)) {
            all.push_back(encode(format, gaussian(cols, 0.02F, engine)));
            all.push_back(encode(format, hostile_values(cols, engine)));
        }
        if (first.empty()) first = all;
        EXPECT_EQ(all, first) << target;
    });
}

TEST_P(Encoder, WritesItsBytesAndNoOthers) {
    const FormatInfo& format = GetParam();
    std::mt19937 engine(23);
    for (const std::size_t cols : row_lengths(format)) {
        const std::size_t bytes = row_bytes(format.id, cols).value();
        const auto row = gaussian(cols, 0.02F, engine);
        for (const auto side : {GuardedBuffer::Side::kAfter, GuardedBuffer::Side::kBefore}) {
            const GuardedBuffer in(cols * sizeof(float), side);
            const GuardedBuffer out(bytes, side);
            std::memcpy(in.data(), row.data(), cols * sizeof(float));
            // Twice over different old contents: equal results mean that every byte was written.
            std::vector<std::byte> results[2];
            for (const int old : {0, 255}) {
                std::memset(out.data(), old, bytes);
                format.encode(reinterpret_cast<const float*>(in.data()), nullptr, out.data(), cols);
                results[old & 1].assign(out.data(), out.data() + bytes);
            }
            ASSERT_EQ(results[0], results[1]) << cols;
        }
    }
    format.encode(nullptr, nullptr, nullptr, 0);
}

TEST_P(Quantizer, HostileValuesGiveFiniteWeights) {
    const FormatInfo& format = GetParam();
    std::mt19937 engine(29);
    const std::size_t cols = row_lengths(format).back();
    for (int trial = 0; trial < 200; ++trial) {
        const auto values = hostile_values(cols, engine);
        for (const float value : round_trip(format, values)) {
            ASSERT_TRUE(std::isfinite(value)) << trial;
        }
    }
    for (const float constant : {kNan, kInfinity, -kInfinity, kMax, -kMax, 1e-45F, -1e-38F}) {
        for (const float value : round_trip(format, std::vector<float>(cols, constant))) {
            ASSERT_TRUE(std::isfinite(value)) << constant;
        }
    }
}

TEST_P(Quantizer, NonFiniteElementsCountAsZero) {
    const FormatInfo& format = GetParam();
    std::mt19937 engine(31);
    const std::size_t cols = row_lengths(format).back();
    auto with = gaussian(cols, 0.02F, engine);
    auto without = with;
    for (std::size_t i = 0; i < cols; i += 7) {
        with[i] = i % 3 == 0 ? kNan : (i % 3 == 1 ? kInfinity : -kInfinity);
        without[i] = 0;
    }
    EXPECT_EQ(encode(format, with), encode(format, without));
}

TEST_P(Encoder, ZerosStayZeros) {
    const FormatInfo& format = GetParam();
    for (const std::size_t cols : row_lengths(format)) {
        for (const float value : round_trip(format, std::vector<float>(cols, 0.0F))) {
            ASSERT_EQ(value, 0.0F);
        }
    }
}

TEST_P(BlockEncoder, BlocksAreIndependent) {
    const FormatInfo& format = GetParam();
    std::mt19937 engine(37);
    const std::size_t block = format.block_elems;
    std::vector<float> row = gaussian(9 * block, 0.02F, engine);
    for (std::size_t i = 0; i < block; ++i) {
        row[4 * block + i] *= 100;
    }
    const auto whole = encode(format, row);
    std::vector<std::byte> joined;
    for (std::size_t b = 0; b < 9; ++b) {
        const auto part = encode(format, std::span(row).subspan(b * block, block));
        joined.insert(joined.end(), part.begin(), part.end());
    }
    EXPECT_EQ(whole, joined);
}

// While float16 scales stay normal, powers of two go through every format of floating-point scales.
TEST_P(Encoder, PowersOfTwoGoThrough) {
    const FormatInfo& format = GetParam();
    std::mt19937 engine(41);
    const std::size_t cols = format.block_elems > 1 ? format.block_elems : 256;
    for (int trial = 0; trial < 40; ++trial) {
        const auto row = gaussian(cols, 3.0F, engine);
        const auto decoded = round_trip(format, row);
        for (const int exponent : {-2, 1, 3}) {
            auto scaled = row;
            for (float& value : scaled) {
                value = std::ldexp(value, exponent);
            }
            const auto result = round_trip(format, scaled);
            for (std::size_t i = 0; i < cols; ++i) {
                ASSERT_EQ(result[i], std::ldexp(decoded[i], exponent)) << exponent << " " << i;
            }
        }
    }
}

// Formats of three bits and more have steps of at most a third over [-1, 1].
TEST_P(Encoder, OutlierIsKeptAndErrorIsBounded) {
    const FormatInfo& format = GetParam();
    const float half_step = format.bits_per_weight < 3 ? 1.01F : 0.17F;
    std::mt19937 engine(43);
    const std::size_t cols = format.block_elems > 1 ? format.block_elems : 128;
    for (const float outlier : {1.0F, -1.0F}) {
        auto row = gaussian(cols, 0.01F, engine);
        row[cols / 3] = outlier;
        const auto decoded = round_trip(format, row);
        for (std::size_t i = 0; i < cols; ++i) {
            ASSERT_LE(std::fabs(decoded[i] - row[i]), half_step) << i;
        }
    }
}

}  // namespace
}  // namespace bitlathe
