// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/json_fwd.h"
#include "core/checkpoint/metadata.h"

namespace bitlathe {

// Ids of tokens with a meaning, from the metadata of a GGUF. What is not below `vocabulary` says
// "none" (some files state -1 as an unsigned number).

/// "bos_token_id" and its like in config.json; null for those that the model does not have.
void write_folder_token_ids(const Metadata& metadata, std::uint64_t vocabulary, Json& config);

/// generation_config.json: the tokens that begin and end a text, as far as the metadata names them.
[[nodiscard]] Json folder_generation_config(const Metadata& metadata, std::uint64_t vocabulary);

}  // namespace bitlathe
