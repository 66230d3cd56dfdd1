// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace bitlathe {

/// How positions turn queries and keys, as a model's files state it.
struct Rotary {
    double theta = 10'000;
    std::uint32_t dims = 0;  ///< rotated values of a head, even
    std::string type = {};   ///< "", "linear", "dynamic", "llama3", "yarn", "longrope"
    std::optional<double> factor = {};
    std::optional<double> attention_factor = {};
    std::optional<double> original_context = {};
    double context = 0;  ///< longest sequence the model is meant for; 0: not stated
    double low_freq_factor = 1;
    double high_freq_factor = 4;
    double beta_fast = 32;
    double beta_slow = 1;
    std::optional<double> mscale = {};
    std::optional<double> mscale_all_dim = {};
    bool truncate = true;
    std::vector<double> long_factor = {};   ///< dims / 2 values
    std::vector<double> short_factor = {};  ///< dims / 2 values
    std::vector<float> divisors = {};       ///< of a GGUF's rope_freqs; empty: ones
};

/// What the device needs: radians a position for each pair, and what sine and cosine are multiplied
/// by.
struct RotaryTable {
    std::vector<float> frequencies;
    float magnitude = 1;
};

/// Those of a model for one length of windows.
struct RotaryTables {
    RotaryTable common;
    RotaryTable local;
};

/// For sequences of `length` tokens (longrope and dynamic scaling depend on it). Errors: kRefused
/// (unknown type, values missing or out of range).
[[nodiscard]] Result<RotaryTable> rotary_table(const Rotary& rotary, std::uint64_t length);

/// What yarn multiplies sine and cosine by for a factor, where nothing else is stated.
[[nodiscard]] double yarn_magnitude(double factor);

/// By how much the type divides every frequency, for files that state just that (a GGUF's
/// rope_freqs). Only of types whose frequencies do not depend on the length. Errors: as above.
[[nodiscard]] Result<std::vector<float>> rotary_divisors(const Rotary& rotary);

}  // namespace bitlathe
