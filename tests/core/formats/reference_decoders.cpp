// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/reference_decoders.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <map>
#include <string>

namespace bitlathe {
namespace {

using Bytes = std::span<const std::byte>;

// Value of element i of a block.
using Element = std::function<float(Bytes block, unsigned i)>;

unsigned at(Bytes bytes, std::size_t i) {
    return std::to_integer<unsigned>(bytes[i]);
}

template <class T>
T read(Bytes bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.subspan(offset, sizeof(T)).data(), sizeof(T));
    return value;
}

float half(Bytes bytes, std::size_t offset) {
    return reference_half(read<std::uint16_t>(bytes, offset));
}

unsigned bit(Bytes bytes, std::size_t offset, unsigned index) {
    return (at(bytes, offset + index / 8) >> (index % 8)) & 1U;
}

// `width` bits at any bit position, least significant first.
unsigned field(Bytes bytes, std::size_t bit_offset, unsigned width) {
    unsigned value = 0;
    for (unsigned k = 0; k < width; ++k) {
        const std::size_t position = bit_offset + k;
        value |= ((at(bytes, position / 8) >> (position % 8)) & 1U) << k;
    }
    return value;
}

float as_float(unsigned value) {
    return static_cast<float>(value);
}
float as_float(int value) {
    return static_cast<float>(value);
}

// Low nibble of byte i, or the high one of byte i - n / 2.
unsigned split_nibble(Bytes bytes, std::size_t offset, unsigned i, unsigned n) {
    return i < n / 2 ? at(bytes, offset + i) & 15U : at(bytes, offset + i - n / 2) >> 4;
}

constexpr int kIq4[16] = {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

float e2m1(unsigned code) {
    const float magnitudes[8] = {0, 0.5F, 1, 1.5F, 2, 3, 4, 6};
    return (code & 8U) != 0 && (code & 7U) != 0 ? -magnitudes[code & 7U] : magnitudes[code & 7U];
}

float ue4m3(unsigned code) {
    if (code == 0x7F) return 0;
    const int exponent = static_cast<int>((code >> 3) & 15U);
    const double mantissa = code & 7U;
    return static_cast<float>(exponent == 0 ? std::ldexp(mantissa, -9)
                                            : std::ldexp(1 + mantissa / 8, exponent - 7));
}

unsigned crumb(Bytes b, std::size_t offset, unsigned i) {
    return (at(b, offset + 32 * (i / 128) + i % 32) >> (2 * (i % 128 / 32))) & 3U;
}

float q2_k(Bytes b, unsigned i) {
    const unsigned s = at(b, i / 16);
    return half(b, 80) * as_float(s & 15U) * as_float(crumb(b, 16, i)) -
           half(b, 82) * as_float(s >> 4);
}

float q3_k(Bytes b, unsigned i) {
    const unsigned j = i / 16;
    const unsigned low = j < 8 ? at(b, 96 + j) & 15U : at(b, 96 + j - 8) >> 4;
    const unsigned high = (at(b, 104 + j % 4) >> (2 * (j / 4))) & 3U;
    const int scale = static_cast<int>(low + 16 * high) - 32;
    const int third = static_cast<int>((at(b, i % 32) >> (i / 32)) & 1U);
    const int code = static_cast<int>(crumb(b, 32, i)) - (third != 0 ? 0 : 4);
    return half(b, 108) * as_float(scale) * as_float(code);
}

// Q4_K and Q5_K: scale and minimum of sub-block j.
unsigned pair_scale(Bytes b, unsigned j) {
    return j < 4 ? at(b, 4 + j) & 63U : (at(b, 8 + j) & 15U) | ((at(b, j) >> 6) << 4);
}
unsigned pair_min(Bytes b, unsigned j) {
    return j < 4 ? at(b, 8 + j) & 63U : (at(b, 8 + j) >> 4) | ((at(b, 4 + j) >> 6) << 4);
}

float q45_k(Bytes b, unsigned i, std::size_t qs, unsigned fifth) {
    const unsigned byte = at(b, qs + 32 * (i / 64) + i % 32);
    const unsigned code = (i % 64 < 32 ? byte & 15U : byte >> 4) | (fifth << 4);
    return half(b, 0) * as_float(pair_scale(b, i / 32)) * as_float(code) -
           half(b, 2) * as_float(pair_min(b, i / 32));
}

float q6_k(Bytes b, unsigned i) {
    const unsigned h = i / 128;
    const unsigned k = i % 128 / 32;
    const unsigned l = i % 32;
    const unsigned byte = at(b, 64 * h + l + 32 * (k % 2));
    const unsigned low = k < 2 ? byte & 15U : byte >> 4;
    const unsigned high = (at(b, 128 + 32 * h + l) >> (2 * k)) & 3U;
    const int scale = static_cast<std::int8_t>(at(b, 192 + i / 16));
    return half(b, 208) * as_float(scale) * as_float(static_cast<int>(low + 16 * high) - 32);
}

float iq4_xs(Bytes b, unsigned i) {
    const unsigned g = i / 32;
    const unsigned low = (at(b, 4 + g / 2) >> (4 * (g % 2))) & 15U;
    const unsigned high = (read<std::uint16_t>(b, 2) >> (2 * g)) & 3U;
    const unsigned code = split_nibble(b, 8 + std::size_t{16} * g, i % 32, 32);
    return half(b, 0) * as_float(static_cast<int>(low + 16 * high) - 32) * as_float(kIq4[code]);
}

// Digit n of `byte` read as a fraction of 256 in base 3.
int trit(unsigned byte, unsigned n) {
    double fraction = byte / 256.0;
    int digit = 0;
    for (unsigned k = 0; k <= n; ++k) {
        fraction *= 3;
        digit = static_cast<int>(fraction);
        fraction -= digit;
    }
    return digit - 1;
}

float tq1_0(Bytes b, unsigned i) {
    int digit = 0;
    if (i < 160) {
        digit = trit(at(b, i % 32), i / 32);
    } else if (i < 240) {
        digit = trit(at(b, 32 + (i - 160) % 16), (i - 160) / 16);
    } else {
        digit = trit(at(b, 48 + (i - 240) % 4), (i - 240) / 4);
    }
    return half(b, 52) * as_float(digit);
}

const std::map<std::string, Element, std::less<>>& block_elements() {
    static const std::map<std::string, Element, std::less<>> elements = {
        {"Q8_0",
         [](Bytes b, unsigned i) {
             return half(b, 0) * as_float(int{read<std::int8_t>(b, 2 + i)});
         }},
        {"Q4_0",
         [](Bytes b, unsigned i) {
             return half(b, 0) * as_float(static_cast<int>(split_nibble(b, 2, i, 32)) - 8);
         }},
        {"Q4_1",
         [](Bytes b, unsigned i) {
             return half(b, 0) * as_float(split_nibble(b, 4, i, 32)) + half(b, 2);
         }},
        {"Q5_0",
         [](Bytes b, unsigned i) {
             return half(b, 0) *
                    as_float(static_cast<int>(split_nibble(b, 6, i, 32) + 16 * bit(b, 2, i)) - 16);
         }},
        {"Q5_1",
         [](Bytes b, unsigned i) {
             return half(b, 0) * as_float(split_nibble(b, 8, i, 32) + 16 * bit(b, 4, i)) +
                    half(b, 2);
         }},
        {"Q2_K", q2_k},
        {"Q3_K", q3_k},
        {"Q4_K", [](Bytes b, unsigned i) { return q45_k(b, i, 16, 0); }},
        {"Q5_K", [](Bytes b,
                    unsigned i) { return q45_k(b, i, 48, (at(b, 16 + i % 32) >> (i / 32)) & 1U); }},
        {"Q6_K", q6_k},
        {"IQ4_NL",
         [](Bytes b, unsigned i) {
             return half(b, 0) * as_float(kIq4[split_nibble(b, 2, i, 32)]);
         }},
        {"IQ4_XS", iq4_xs},
        {"MXFP4",
         [](Bytes b, unsigned i) {
             return static_cast<float>(
                 std::ldexp(static_cast<double>(e2m1(split_nibble(b, 1, i, 32))),
                            static_cast<int>(at(b, 0)) - 127));
         }},
        {"NVFP4",
         [](Bytes b, unsigned i) {
             return ue4m3(at(b, i / 16)) *
                    e2m1(split_nibble(b, 4 + std::size_t{8} * (i / 16), i % 16, 16));
         }},
        {"TQ1_0", tq1_0},
        {"TQ2_0",
         [](Bytes b, unsigned i) {
             return half(b, 64) * as_float(static_cast<int>(crumb(b, 0, i)) - 1);
         }},
        {"Q2_0",
         [](Bytes b, unsigned i) {
             return half(b, 0) *
                    as_float(static_cast<int>(field(b, 16 + std::size_t{2} * i, 2)) - 1);
         }},
        {"Q1_0", [](Bytes b, unsigned i) { return bit(b, 2, i) != 0 ? half(b, 0) : -half(b, 0); }},
    };
    return elements;
}

// sign | exponent | mantissa from the definition, in double.
double small_float(unsigned code, int exponent_bits, int mantissa_bits, int bias) {
    const int exponent = static_cast<int>(code >> mantissa_bits) & ((1 << exponent_bits) - 1);
    const double mantissa = (code & ((1U << mantissa_bits) - 1)) / std::ldexp(1.0, mantissa_bits);
    const double sign = ((code >> (exponent_bits + mantissa_bits)) & 1U) != 0 ? -1 : 1;
    return exponent == 0 ? sign * std::ldexp(mantissa, 1 - bias)
                         : sign * std::ldexp(1 + mantissa, exponent - bias);
}

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

float e4m3(unsigned code) {
    return (code & 127U) == 127 ? kNan : static_cast<float>(small_float(code, 4, 3, 7));
}

float e5m2(unsigned code) {
    if ((code & 127U) > 124) return kNan;
    if ((code & 127U) == 124) return code > 127 ? -HUGE_VALF : HUGE_VALF;
    return static_cast<float>(small_float(code, 5, 2, 15));
}

const std::map<std::string, Element, std::less<>>& plain_elements() {
    static const std::map<std::string, Element, std::less<>> elements = {
        {"F32", [](Bytes b, unsigned) { return read<float>(b, 0); }},
        {"F64", [](Bytes b, unsigned) { return static_cast<float>(read<double>(b, 0)); }},
        {"F16", [](Bytes b, unsigned) { return half(b, 0); }},
        {"BF16",
         [](Bytes b, unsigned) {
             return std::bit_cast<float>(std::uint32_t{read<std::uint16_t>(b, 0)} << 16);
         }},
        {"I8", [](Bytes b, unsigned) { return static_cast<float>(read<std::int8_t>(b, 0)); }},
        {"I16", [](Bytes b, unsigned) { return static_cast<float>(read<std::int16_t>(b, 0)); }},
        {"I32", [](Bytes b, unsigned) { return static_cast<float>(read<std::int32_t>(b, 0)); }},
        {"I64", [](Bytes b, unsigned) { return static_cast<float>(read<std::int64_t>(b, 0)); }},
        {"U8", [](Bytes b, unsigned) { return static_cast<float>(read<std::uint8_t>(b, 0)); }},
        {"U16", [](Bytes b, unsigned) { return static_cast<float>(read<std::uint16_t>(b, 0)); }},
        {"U32", [](Bytes b, unsigned) { return static_cast<float>(read<std::uint32_t>(b, 0)); }},
        {"U64", [](Bytes b, unsigned) { return static_cast<float>(read<std::uint64_t>(b, 0)); }},
        {"BOOL", [](Bytes b, unsigned) { return at(b, 0) != 0 ? 1.0F : 0.0F; }},
        {"F8_E4M3", [](Bytes b, unsigned) { return e4m3(at(b, 0)); }},
        {"F8_E5M2", [](Bytes b, unsigned) { return e5m2(at(b, 0)); }},
        {"F8_E4M3FNUZ",
         [](Bytes b, unsigned) {
             return at(b, 0) == 128 ? kNan : static_cast<float>(small_float(at(b, 0), 4, 3, 8));
         }},
        {"F8_E5M2FNUZ",
         [](Bytes b, unsigned) {
             return at(b, 0) == 128 ? kNan : static_cast<float>(small_float(at(b, 0), 5, 2, 16));
         }},
        {"F8_E8M0",
         [](Bytes b, unsigned) {
             return at(b, 0) == 255
                        ? kNan
                        : static_cast<float>(std::pow(2.0, static_cast<int>(at(b, 0)) - 127));
         }},
    };
    return elements;
}

struct IntGroup {
    unsigned bits = 0;
    std::size_t group = 0;
    bool symmetric = false;
};

// The layout as the name says it: INT4_G128_SYM, INT3_ROW_ASYM.
IntGroup parse_int_group(std::string_view name, std::size_t cols) {
    const std::string text(name);
    const bool row = text.find("_ROW_") != std::string::npos;
    return {static_cast<unsigned>(text[3] - '0'),
            row ? cols : static_cast<std::size_t>(std::stoi(text.substr(text.find("_G") + 2))),
            text.find("_SYM") != std::string::npos};
}

float int_group_element(const IntGroup& format, Bytes row, std::size_t cols, std::size_t i) {
    const std::size_t groups = cols / format.group;
    const std::size_t g = i / format.group;
    const std::size_t zero_bits = format.symmetric ? 0 : groups * format.bits;
    const std::size_t codes_at = 2 * groups + (zero_bits + 7) / 8;
    const int code = static_cast<int>(field(row, 8 * codes_at + i * format.bits, format.bits));
    const int zero = format.symmetric
                         ? 1 << (format.bits - 1)
                         : static_cast<int>(field(row, 16 * groups + g * format.bits, format.bits));
    return half(row, 2 * g) * as_float(code - zero);
}

float settle_nan(float value) {
    return std::isnan(value) ? std::bit_cast<float>(0x7FC00000U) : value;
}

}  // namespace

float reference_half(unsigned code) {
    const unsigned mantissa = code & 0x3FFU;
    const unsigned exponent = (code >> 10) & 31U;
    const unsigned sign = code >> 15;
    if (exponent == 31) return std::bit_cast<float>(sign << 31 | 0x7F800000U | mantissa << 13);
    const double magnitude = exponent == 0
                                 ? std::ldexp(mantissa, -24)
                                 : std::ldexp(1024 + mantissa, static_cast<int>(exponent) - 25);
    return static_cast<float>(sign != 0 ? -magnitude : magnitude);
}

bool has_reference_decoder(FormatId id) {
    const FormatInfo& format = format_info(id);
    return format.kind == FormatKind::kIntGroup || format.kind == FormatKind::kFp8 ||
           block_elements().count(format.name) != 0 || plain_elements().count(format.name) != 0;
}

std::vector<float> reference_decode(FormatId id, std::span<const std::byte> bytes,
                                    std::size_t cols) {
    const FormatInfo& format = format_info(id);
    std::vector<float> values;
    for (std::size_t i = 0; i < cols; ++i) {
        if (format.kind == FormatKind::kIntGroup) {
            values.push_back(
                settle_nan(int_group_element(parse_int_group(format.name, cols), bytes, cols, i)));
        } else if (format.kind == FormatKind::kFp8) {
            const unsigned code = at(bytes, 4 + i);
            values.push_back(settle_nan((format.name == "FP8_E4M3" ? e4m3(code) : e5m2(code)) *
                                        read<float>(bytes, 0)));
        } else {
            const Bytes block =
                bytes.subspan(i / format.block_elems * format.block_bytes, format.block_bytes);
            const auto within = static_cast<unsigned>(i % format.block_elems);
            values.push_back(
                format.kind == FormatKind::kBlock
                    ? settle_nan(block_elements().find(format.name)->second(block, within))
                    : plain_elements().find(format.name)->second(block, within));
        }
    }
    return values;
}

}  // namespace bitlathe
