// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/int_group.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/checked.h"

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
                               .block_elems = layout_at(Index).group},
                      .row_bytes = bytes_at<Index>}...};
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
