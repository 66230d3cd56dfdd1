// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/model/model.h"
#include "core/targets/file_layout.h"

namespace bitlathe {

/// How a tensor of the source is stored in a safetensors file: as it is where safetensors has its
/// type, else its values as F32. Nothing for a type that neither has nor can be decoded.
[[nodiscard]] std::optional<FormatId> safetensors_storage(FormatId source);

/// A checkpoint that opened with parts of it left out (a missing shard, a type that is not known)
/// must not become a whole-looking output. Errors: kRefused.
[[nodiscard]] Status check_complete_safetensors(const Checkpoint& source);

/// The files of the source with other values: headers byte for byte, every tensor at its place.
/// Errors: kRefused when tensors of the source could not be read, because the output would lack
/// them.
[[nodiscard]] Result<std::vector<FileLayout>> safetensors_shards(const Model& model,
                                                                 std::span<const FormatId> formats);

/// One file `name` with all tensors in source order; the header of a single source file is kept.
/// Tensors of another container keep their names; texts of its metadata come along. Errors as
/// above, kImpossible (a type that cannot be stored).
[[nodiscard]] Result<FileLayout> safetensors_single(const Model& model,
                                                    std::span<const FormatId> formats,
                                                    const std::string& name);

/// The text of model.safetensors.index.json for the shards of the source.
[[nodiscard]] std::string safetensors_index(const Checkpoint& source);

}  // namespace bitlathe
