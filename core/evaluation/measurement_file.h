// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/evaluation/measurement.h"

namespace bitlathe {

/// A measurement as bytes, under a key that says what the figures depend on.
[[nodiscard]] std::string encode_measurement(std::string_view key, const Measurement& measurement);
/// Nothing for bytes that are damaged, of another version, under another key, that name tokens
/// outside a vocabulary of `vocabulary`, or hold a loss or divergence that is no finite number.
[[nodiscard]] std::optional<Measurement> decode_measurement(std::span<const std::byte> bytes,
                                                            std::string_view key,
                                                            std::uint64_t vocabulary);

}  // namespace bitlathe
