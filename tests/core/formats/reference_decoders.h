// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/formats/format.h"

namespace bitlathe {

/// Whether there is a second decoder of the format.
[[nodiscard]] bool has_reference_decoder(FormatId id);

/// Decodes a row element by element with formulas that share nothing with the library, slowly.
/// Where block formats give NaN, it is the quiet NaN 0x7FC00000.
[[nodiscard]] std::vector<float> reference_decode(FormatId id, std::span<const std::byte> bytes,
                                                  std::size_t cols);

/// Value of a binary16 code from the definition; NaN keeps its payload.
[[nodiscard]] float reference_half(unsigned code);

}  // namespace bitlathe
