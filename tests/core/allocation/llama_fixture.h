// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/allocation/problem.h"

/// Published loss coefficients of the 224 linear layers of Llama-3.1-8B and errors of a family of
/// quantizers: an allocation problem with known answers. From snu-mllab/Q-Palette (MIT),
/// `3_8b_err_coeffs` and `quant_err`, to four significant digits.
namespace bitlathe::llama_fixture {

/// Rows: block; columns: q k v o gate up down.
inline constexpr std::array<std::array<double, 7>, 32> kCoefficients{{
    {0.0005702, 0.001614, 0.1333, 0.01787, 0.0134, 0.01964, 0.08549},
    {0.005906, 0.006521, 0.1235, 0.02371, 0.02044, 0.02556, 2.097},
    {0.01957, 0.01158, 0.04554, 0.01258, 0.02367, 0.02873, 0.0414},
    {0.014, 0.009975, 0.05393, 0.02086, 0.02575, 0.03542, 0.04421},
    {0.01509, 0.008546, 0.04714, 0.02357, 0.02891, 0.04056, 0.05047},
    {0.01714, 0.0106, 0.02913, 0.02462, 0.03228, 0.04534, 0.05544},
    {0.01887, 0.01064, 0.03126, 0.031, 0.03436, 0.04998, 0.05807},
    {0.0224, 0.01217, 0.03138, 0.04368, 0.03669, 0.05112, 0.05687},
    {0.02221, 0.01119, 0.03868, 0.05072, 0.03717, 0.05099, 0.05688},
    {0.02185, 0.01174, 0.05561, 0.05656, 0.03704, 0.05039, 0.05523},
    {0.02242, 0.01037, 0.04089, 0.04572, 0.03315, 0.04601, 0.05216},
    {0.02624, 0.01164, 0.03786, 0.05881, 0.03165, 0.0458, 0.04913},
    {0.01834, 0.01438, 0.04311, 0.05414, 0.03341, 0.04509, 0.04967},
    {0.0197, 0.01089, 0.04319, 0.05812, 0.02955, 0.04201, 0.05005},
    {0.02388, 0.01079, 0.02901, 0.04741, 0.03058, 0.04373, 0.04851},
    {0.01163, 0.008396, 0.0344, 0.03549, 0.02859, 0.04124, 0.05312},
    {0.01504, 0.008528, 0.02719, 0.02532, 0.02782, 0.03804, 0.04935},
    {0.00853, 0.006302, 0.0252, 0.02006, 0.02601, 0.03683, 0.05067},
    {0.006574, 0.004027, 0.01419, 0.01213, 0.0249, 0.03254, 0.04432},
    {0.005679, 0.003942, 0.0148, 0.009688, 0.02424, 0.03048, 0.03902},
    {0.00606, 0.003412, 0.01247, 0.007871, 0.02333, 0.02938, 0.03627},
    {0.006322, 0.00374, 0.01226, 0.009291, 0.02304, 0.02833, 0.03587},
    {0.005005, 0.00327, 0.01041, 0.006874, 0.02105, 0.02582, 0.03153},
    {0.003463, 0.002599, 0.008845, 0.00412, 0.02032, 0.02358, 0.02819},
    {0.003922, 0.003217, 0.009051, 0.004442, 0.01959, 0.02189, 0.02438},
    {0.005518, 0.003396, 0.00819, 0.004282, 0.01897, 0.02061, 0.02197},
    {0.004125, 0.002699, 0.009184, 0.005849, 0.01861, 0.02008, 0.02048},
    {0.003283, 0.002758, 0.007496, 0.004824, 0.01882, 0.0199, 0.02141},
    {0.004147, 0.002928, 0.00954, 0.006209, 0.01735, 0.01953, 0.02071},
    {0.03151, 0.002974, 0.006423, 0.006069, 0.01676, 0.02216, 0.02466},
    {0.003485, 0.00281, 0.009676, 0.007264, 0.01975, 0.03743, 0.04447},
    {0.006235, 0.004589, 0.01104, 0.02877, 0.03542, 0.1661, 0.3253},
}};

/// Weights of the seven tensors of a block in units of 1024 x 4096.
inline constexpr std::array<std::uint64_t, 7> kSizes{4, 1, 1, 4, 14, 14, 14};
inline constexpr std::uint64_t kWeights = 32 * (4 + 1 + 1 + 4 + 14 + 14 + 14);

/// Code bits -> relative squared error on Gaussian weights.
inline constexpr std::array<std::pair<double, double>, 15> kQuantizers{{{1.5, 0.140339},
                                                                        {1.75, 0.105689},
                                                                        {2, 0.071013},
                                                                        {2.25, 0.053663},
                                                                        {2.5, 0.036314},
                                                                        {2.75, 0.027617},
                                                                        {3, 0.018913},
                                                                        {3.25, 0.014547},
                                                                        {3.5, 0.010177},
                                                                        {3.75, 0.008040},
                                                                        {4, 0.005901},
                                                                        {4.25, 0.004143},
                                                                        {4.5, 0.003027},
                                                                        {4.75, 0.002194},
                                                                        {5, 0.001616}}};

/// Bytes of one quarter of a bit for one unit of weights.
inline constexpr std::uint64_t kQuarterBit = 1024 * 4096 / 4 / 8;

/// The problem at `bits` per weight, with all quantizers or those of 2, 3, 4 and 5 bits.
inline Problem problem(double bits, bool integers_only = false) {
    Problem result;
    for (const auto& row : kCoefficients) {
        for (std::size_t role = 0; role < row.size(); ++role) {
            Item item;
            for (std::size_t k = 0; k < kQuantizers.size(); ++k) {
                const auto [code_bits, error] = kQuantizers[k];
                const auto quarters = static_cast<std::uint64_t>(code_bits * 4);
                if (!integers_only || (quarters % 4 == 0 && quarters >= 8)) {
                    item.levels.push_back({FormatId(static_cast<std::uint16_t>(k)),
                                           kSizes[role] * quarters * kQuarterBit,
                                           row[role] * error});
                }
            }
            result.items.push_back(std::move(item));
        }
    }
    result.budget_bytes = kWeights * static_cast<std::uint64_t>(bits * 4) * kQuarterBit;
    return result;
}

}  // namespace bitlathe::llama_fixture
