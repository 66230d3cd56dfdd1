// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/code_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "core/formats/iq4.h"

namespace bitlathe {
namespace {

/// Multiples of one step.
struct StepGrid {
    std::string_view name;
    std::uint32_t group;
    int low, high;
    int extreme;  ///< the code that the weight of largest magnitude gets
};

// Rules of the plain encoders: ggml, src/ggml-quants.c.
constexpr StepGrid kStepGrids[] = {
    {"Q8_0", 32, -127, 127, 127}, {"Q6_K", 16, -32, 31, -32}, {"Q5_0", 32, -16, 15, -16},
    {"Q4_0", 32, -8, 7, -8},      {"Q3_K", 16, -4, 3, -4},    {"Q2_0", 64, -1, 2, 1},
    {"TQ1_0", 256, -1, 1, 1},     {"TQ2_0", 256, -1, 1, 1},
};

struct AffineGrid {
    std::string_view name;
    std::uint32_t group;
    int steps;
};
constexpr AffineGrid kAffineGrids[] = {
    {"Q5_1", 32, 31}, {"Q5_K", 32, 31}, {"Q4_1", 32, 15}, {"Q4_K", 32, 15}, {"Q2_K", 16, 3},
};

/// Values of a table times one scale.
struct TableGrid {
    std::string_view name;
    std::uint32_t group;
};
constexpr TableGrid kTableGrids[] = {{"IQ4_NL", 32}, {"IQ4_XS", 32}, {"MXFP4", 32}, {"NVFP4", 16}};

template <class Row, std::size_t kCount>
const Row* find_row(const Row (&rows)[kCount], std::string_view name) {
    const auto found = std::find_if(std::begin(rows), std::end(rows),
                                    [name](const Row& r) { return r.name == name; });
    return found == std::end(rows) ? nullptr : found;
}

CodeGrid multiples(double step, int low, int high) {
    CodeGrid grid;
    for (int code = low; code <= high; ++code)
        grid.levels.push_back(code * step);
    return grid;
}

/// core/formats/int_group.h has the rules.
CodeGrid int_grid(std::string_view name, double extreme) {
    const int half = 1 << (name[3] - '0' - 1);
    if (name.ends_with("_SYM"))
        return multiples(std::abs(extreme) / (half - 1), 1 - half, half - 1);
    CodeGrid grid = multiples(2 * std::abs(extreme) / (2 * half - 1), -half, half - 1);
    grid.affine = true;
    return grid;
}

CodeGrid e2m1_grid(double scale) {
    CodeGrid grid;
    for (const double value : {0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0}) {
        grid.levels.push_back(value * scale);
        if (value > 0) grid.levels.push_back(-value * scale);
    }
    return grid;
}

CodeGrid table_grid(std::string_view name, double extreme) {
    if (name == "NVFP4") return e2m1_grid(std::abs(extreme) / 6);
    if (name == "MXFP4") return e2m1_grid(std::exp2(std::floor(std::log2(std::abs(extreme))) - 2));
    CodeGrid grid;
    for (const std::int8_t value : kIq4Values)
        grid.levels.push_back(value * extreme / kIq4Values[0]);
    return grid;
}

std::optional<CodeGrid> unsorted_grid(const FormatInfo& info, double extreme) {
    if (info.kind == FormatKind::kIntGroup) return int_grid(info.name, extreme);
    if (const auto* row = find_row(kStepGrids, info.name)) {
        return multiples(extreme / row->extreme, row->low, row->high);
    }
    if (const auto* row = find_row(kAffineGrids, info.name)) {
        CodeGrid grid;
        for (int code = 0; code <= row->steps; ++code)
            grid.levels.push_back(std::abs(extreme) * (2.0 * code / row->steps - 1));
        grid.affine = true;
        return grid;
    }
    if (find_row(kTableGrids, info.name) != nullptr) return table_grid(info.name, extreme);
    return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> grid_group(FormatId format) {
    const FormatInfo& info = format_info(format);
    if (info.kind == FormatKind::kIntGroup) return info.block_elems;
    if (const auto* row = find_row(kStepGrids, info.name)) return row->group;
    if (const auto* row = find_row(kAffineGrids, info.name)) return row->group;
    if (const auto* row = find_row(kTableGrids, info.name)) return row->group;
    return std::nullopt;
}

std::optional<CodeGrid> code_grid(FormatId format, double extreme) {
    if (!std::isfinite(extreme) || extreme == 0) return std::nullopt;
    auto grid = unsorted_grid(format_info(format), extreme);
    if (grid) std::sort(grid->levels.begin(), grid->levels.end());
    return grid;
}

}  // namespace bitlathe
