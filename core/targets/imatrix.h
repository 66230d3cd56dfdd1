// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/model.h"
#include "core/profile/activation/activation_profile.h"
#include "core/targets/importance.h"

namespace bitlathe {

/// One weight in an imatrix file of llama.cpp.
struct ImatrixEntry {
    std::string name;           ///< as GGUF spells it
    std::vector<float> sums;    ///< of squared inputs, [matrices, cols]
    std::vector<float> counts;  ///< of inputs, one a matrix: experts count their own
};

struct Imatrix {
    std::vector<ImatrixEntry> entries;  ///< in the order of their names
    std::string dataset;                ///< "" when unknown
    std::uint32_t chunks = 0;
    std::uint32_t chunk_size = 0;  ///< tokens; 0 when unknown
};

/// What llama-imatrix would have found, from a profile of the same tokens: an entry for every
/// linear of every block. `with_first`: the first tokens of windows too, as it does.
[[nodiscard]] Imatrix imatrix_of(const Model& model, const ActivationProfile& profile,
                                 bool with_first = true);
/// What an imatrix file holds. Errors: those of Importance::load().
[[nodiscard]] Imatrix imatrix_of(const Importance& importance);

/// Writes the GGUF form. Errors: kNotWritten.
[[nodiscard]] Status write_imatrix(const Imatrix& imatrix, const std::filesystem::path& path);

}  // namespace bitlathe
