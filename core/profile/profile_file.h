// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// What was found out about a tensor in one format.
struct KnownError {
    bool fits = false;           ///< the format can hold its rows
    std::optional<double> nmse;  ///< as in FormatError
};

/// What was found out about one tensor.
struct KnownProfile {
    WeightStatistics statistics;
    std::map<FormatId, KnownError> errors;
};

/// By index of the tensor.
using KnownProfiles = std::map<std::size_t, KnownProfile>;

/// The profiles as the bytes of a file for `key`: which weights, and which program measured them.
/// Little-endian: magic, XXH3 of the rest, key, then a record per tensor.
[[nodiscard]] std::string encode_profiles(std::string_view key, const KnownProfiles& profiles);

/// The other way round. Nothing when the bytes are damaged, are for another key, or speak of a
/// tensor that is not among the first `tensors`. Formats this program does not know are left out.
/// Takes memory in proportion to the bytes, whatever they say.
[[nodiscard]] std::optional<KnownProfiles> decode_profiles(std::span<const std::byte> bytes,
                                                           std::string_view key,
                                                           std::size_t tensors);

}  // namespace bitlathe
