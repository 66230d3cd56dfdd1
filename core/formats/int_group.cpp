// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/int_group.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/checked.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

constexpr std::array<unsigned, 6> kBits = {8, 6, 5, 4, 3, 2};
constexpr std::array<unsigned, 4> kGroups = {32, 64, 128, 0};
constexpr std::size_t kLayouts = kBits.size() * kGroups.size() * 2;

constexpr IntGroupLayout layout_at(std::size_t index) {
    const std::size_t per_width = kGroups.size() * 2;
    return {kBits[index / per_width], kGroups[index % per_width / 2], index % 2 == 0};
}

std::string name_of(IntGroupLayout layout) {
    return "INT" + std::to_string(layout.bits) +
           (layout.group == 0 ? "_ROW" : "_G" + std::to_string(layout.group)) +
           (layout.symmetric ? "_SYM" : "_ASYM");
}

using u8 = std::uint8_t;

// Elements unpacked at a time: whole bytes at every width, whole groups at every group size.
constexpr std::size_t kChunk = 256;

template <unsigned kWidth>
void unpack_bits(const std::byte* bytes, std::size_t count, u8* codes) {
    for (std::size_t i = 0; i < count; i += 8, bytes += kWidth) {
        const std::size_t here = std::min<std::size_t>(8, count - i);
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, here == 8 ? kWidth : (here * kWidth + 7) / 8);
        for (std::size_t k = 0; k < here; ++k) {
            codes[i + k] = static_cast<u8>((word >> (k * kWidth)) & ((1U << kWidth) - 1));
        }
    }
}

template <unsigned kWidth>
void pack_bits(const u8* codes, std::size_t count, std::byte* bytes) {
    for (std::size_t i = 0; i < count; i += 8, bytes += kWidth) {
        const std::size_t here = std::min<std::size_t>(8, count - i);
        std::uint64_t word = 0;
        for (std::size_t k = 0; k < here; ++k) {
            word |= static_cast<std::uint64_t>(codes[i + k]) << (k * kWidth);
        }
        std::memcpy(bytes, &word, here == 8 ? kWidth : (here * kWidth + 7) / 8);
    }
}

// Zero points come one per group and start at any bit of a region that is zero before.
void put_bits(std::byte* bytes, std::size_t bit, unsigned value) {
    const unsigned shifted = value << (bit % 8);
    bytes[bit / 8] |= static_cast<std::byte>(shifted & 255U);
    if (shifted > 255U) bytes[bit / 8 + 1] |= static_cast<std::byte>(shifted >> 8);
}

unsigned get_bits(const std::byte* bytes, std::size_t bit, unsigned width) {
    unsigned value = std::to_integer<unsigned>(bytes[bit / 8]) >> (bit % 8);
    if (bit % 8 + width > 8) {
        value |= std::to_integer<unsigned>(bytes[bit / 8 + 1]) << (8 - bit % 8);
    }
    return value & ((1U << width) - 1);
}

// Where the sections of a row start.
struct Sections {
    std::size_t group;
    std::size_t groups;
    std::size_t zeros;
    std::size_t codes;
};

constexpr Sections sections_of(IntGroupLayout layout, std::size_t cols) {
    const std::size_t groups = int_group_count(layout, cols);
    const std::size_t zero_bytes = layout.symmetric ? 0 : (groups * layout.bits + 7) / 8;
    return {layout.group == 0 ? cols : layout.group, groups, 2 * groups, 2 * groups + zero_bytes};
}

struct Grid {
    float scale = 0;  // as float16 holds it
    float zero = 0;   // the code that stands for 0
    float lowest = 0;
    float highest = 0;
};

float stored_scale(float scale) {
    return float_of_half(half_of_float(finite_scale(scale)));
}

template <IntGroupLayout kLayout>
Grid fit_grid(const float* values, std::size_t count) {
    float low = 0;
    float high = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const float value = finite_or_zero(values[i]);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    constexpr float kTop = (1U << kLayout.bits) - 1;
    if constexpr (kLayout.symmetric) {
        constexpr float kMiddle = 1U << (kLayout.bits - 1);
        return {stored_scale(std::max(high, -low) / (kMiddle - 1)), kMiddle, 1, kTop};
    }
    const float scale = stored_scale((high - low) / kTop);
    const float zero = scale > 0 ? round_half_even(std::min(-low / scale, kTop)) : 0;
    return {scale, zero, 0, kTop};
}

u8 nearest_code(float value, const Grid& grid) {
    constexpr float kFarOutside = 1024;
    if (grid.scale == 0) return static_cast<u8>(grid.zero);
    const float steps = std::clamp(finite_or_zero(value) / grid.scale, -kFarOutside, kFarOutside);
    return static_cast<u8>(
        std::clamp(round_half_even(steps) + grid.zero, grid.lowest, grid.highest));
}

template <IntGroupLayout kLayout>
void encode_row(const float* values, const float* /*importance*/, std::byte* out,
                std::size_t cols) {
    if (cols == 0) return;
    const Sections row = sections_of(kLayout, cols);
    std::memset(out + row.zeros, 0, row.codes - row.zeros);
    u8 codes[kChunk];
    Grid grid;
    for (std::size_t first = 0; first < cols; first += kChunk) {
        const std::size_t count = std::min(kChunk, cols - first);
        for (std::size_t i = 0; i < count; ++i) {
            if ((first + i) % row.group == 0) {
                const std::size_t g = (first + i) / row.group;
                grid = fit_grid<kLayout>(values + first + i, row.group);
                const std::uint16_t scale = half_of_float(grid.scale);
                std::memcpy(out + 2 * g, &scale, sizeof scale);
                if (!kLayout.symmetric) {
                    put_bits(out + row.zeros, g * kLayout.bits, static_cast<unsigned>(grid.zero));
                }
            }
            codes[i] = nearest_code(values[first + i], grid);
        }
        pack_bits<kLayout.bits>(codes, count, out + row.codes + first / 8 * kLayout.bits);
    }
}

template <IntGroupLayout kLayout>
void decode_row(const std::byte* bytes, float* out, std::size_t cols) {
    if (cols == 0) return;
    const Sections row = sections_of(kLayout, cols);
    u8 codes[kChunk];
    for (std::size_t first = 0; first < cols; first += kChunk) {
        const std::size_t count = std::min(kChunk, cols - first);
        unpack_bits<kLayout.bits>(bytes + row.codes + first / 8 * kLayout.bits, count, codes);
        const std::size_t run = std::min(row.group, count);
        for (std::size_t i = 0; i < count; i += run) {
            const std::size_t g = (first + i) / row.group;
            const float scale = float_of_half(load_as<std::uint16_t>(bytes + 2 * g));
            const int zero =
                kLayout.symmetric
                    ? 1 << (kLayout.bits - 1)
                    : static_cast<int>(get_bits(bytes + row.zeros, g * kLayout.bits, kLayout.bits));
            for (std::size_t k = i; k < i + run; ++k) {
                out[first + k] = canonical_nan(static_cast<float>(codes[k] - zero) * scale);
            }
        }
    }
}

template <IntGroupLayout kLayout>
WeightCode code_in_row(const std::byte* bytes, std::size_t cols, std::size_t col) {
    const Sections row = sections_of(kLayout, cols);
    const std::size_t g = col / row.group;
    const unsigned zero = kLayout.symmetric
                              ? 1U << (kLayout.bits - 1)
                              : get_bits(bytes + row.zeros, g * kLayout.bits, kLayout.bits);
    const unsigned code = get_bits(bytes + row.codes, col * kLayout.bits, kLayout.bits);
    return {static_cast<int>(code) - static_cast<int>(zero),
            float_of_half(load_as<std::uint16_t>(bytes + 2 * g)), 0};
}

template <std::size_t Index>
std::optional<std::uint64_t> bytes_at(std::uint64_t cols) {
    return int_group_row_bytes(layout_at(Index), cols);
}

template <std::size_t... Index>
std::vector<FormatRow> make_rows(const std::vector<std::string>& names,
                                 std::index_sequence<Index...>) {
    return {FormatRow{.info = {.id = {},
                               .name = names[Index],
                               .kind = FormatKind::kIntGroup,
                               .block_elems = layout_at(Index).group,
                               .decode = decode_row<layout_at(Index)>,
                               .encode = encode_row<layout_at(Index)>},
                      .row_bytes = bytes_at<Index>,
                      .code = code_in_row<layout_at(Index)>}...};
}

}  // namespace

std::optional<std::uint64_t> int_group_row_bytes(IntGroupLayout layout, std::uint64_t cols) {
    const std::uint64_t groups = int_group_count(layout, cols);
    const auto bytes_of_bits = [&](std::uint64_t count) -> std::optional<std::uint64_t> {
        const auto bits = checked_mul({count, layout.bits});
        return bits ? std::optional(*bits / 8 + (*bits % 8 != 0 ? 1 : 0)) : std::nullopt;
    };
    const auto scales = checked_mul({groups, 2});
    const auto zeros = layout.symmetric ? std::optional<std::uint64_t>(0) : bytes_of_bits(groups);
    const auto codes = bytes_of_bits(cols);
    if (!scales || !zeros || !codes) {
        return std::nullopt;
    }
    const auto head = checked_add(*scales, *zeros);
    return head ? checked_add(*head, *codes) : std::nullopt;
}

std::span<const FormatRow> int_group_rows() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < kLayouts; ++i) {
            all.push_back(name_of(layout_at(i)));
        }
        return all;
    }();
    static const std::vector<FormatRow> rows =
        make_rows(names, std::make_index_sequence<kLayouts>());
    return rows;
}

}  // namespace bitlathe
