// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/formats/format.h"

namespace bitlathe {

/// The weights between which rounding chooses.
struct CodeGrid {
    std::vector<double> levels;  ///< rising
    /// Whether the levels span a range of their own (smallest to largest weight of a group) instead
    /// of being multiples of one step around 0.
    bool affine = false;
};

/// How many neighbouring weights of a row share a grid: the smallest group with a scale of its own.
/// 0: the whole row; nothing for formats without such a grid (see code_grid()).
[[nodiscard]] std::optional<std::uint32_t> grid_group(FormatId format);

/// What a group can hold whose weight of largest magnitude is `extreme` (finite, not 0); in affine
/// formats of a group from -|extreme| to |extreme|. Scales are taken as the format's plain rule has
/// them, unrounded: encoders that search move them a little. Nothing for formats whose values are
/// not told by the extreme alone: plain and 8-bit floats, lattices, Q1_0.
[[nodiscard]] std::optional<CodeGrid> code_grid(FormatId format, double extreme);

}  // namespace bitlathe
