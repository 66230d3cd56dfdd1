// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/checkpoint/metadata.h"
#include "core/model/family.h"
#include "core/model/model.h"

namespace bitlathe {

/// An integer hyperparameter: its GGUF key without the architecture, and its names in config.json,
/// separated by spaces.
struct IntegerField {
    std::optional<std::uint64_t> Hyperparameters::*member;
    std::string_view gguf;
    std::string_view config;
};
[[nodiscard]] std::span<const IntegerField> integer_fields();

/// Of GGUF metadata. Keys of a wrong type are left out and named in `warnings`.
[[nodiscard]] Hyperparameters hyperparameters_of_metadata(const Metadata& metadata,
                                                          std::string_view architecture,
                                                          std::vector<Warning>& warnings);

/// Of a config.json, both generations of spellings: `rope_theta` + `rope_scaling`, and
/// `rope_parameters` (flat, or one object per kind of layer: the full attention's counts); a
/// `text_config` inside goes before the outer values. `family`: nullptr when unknown.
[[nodiscard]] Hyperparameters hyperparameters_of_config(const Json& config, const Family* family,
                                                        std::vector<Warning>& warnings);

/// Fills in what the formats define for silence.
void fill_defaults(Hyperparameters& hyper);

}  // namespace bitlathe
