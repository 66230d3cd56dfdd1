// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/checkpoint/metadata.h"
#include "core/forward/family_rows.h"

namespace bitlathe {

/// A list of numbers that GGUF keeps in a tensor beside the metadata.
struct SpecTensor {
    std::string name;
    std::vector<float> values;
};

/// The opposite of read_metadata_spec(): adds the keys (under `architecture`) from which the family
/// `reader` reads this spec again, and returns the tensors that belong to them. What metadata has
/// no key for is left out, so the result must be read and compared (spec_difference()). `spec`: of
/// tensors that were found (bind_tensors()). Errors: kRefused (rotary settings that are not
/// possible, or of a type that GGUF does not have).
[[nodiscard]] Result<std::vector<SpecTensor>> write_metadata_spec(const ForwardSpec& spec,
                                                                  const ForwardFamily& reader,
                                                                  std::string_view architecture,
                                                                  Metadata& metadata);

/// How two specs compute differently, for people: "" when they do not (numbers that came through
/// float32 count as equal), else a few words: "the rotation of positions". Windows are not looked
/// at, nor how rotary pairs and linears are stored.
[[nodiscard]] std::string spec_difference(const ForwardSpec& a, const ForwardSpec& b);

/// The length of the first block's window that the other spec does not have; 0 when all are equal.
[[nodiscard]] std::uint64_t lost_window(const ForwardSpec& from, const ForwardSpec& to);

}  // namespace bitlathe
