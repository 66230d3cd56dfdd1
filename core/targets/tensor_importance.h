// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/formats/format.h"
#include "core/model/model.h"
#include "core/targets/importance.h"

namespace bitlathe {

/// Where importance of an expert stored on its own is found: "blk.3.ffn_down_exps.5.weight" ->
/// "blk.3.ffn_down_exps.weight".
[[nodiscard]] std::string stacked_name(const TensorPlace& place);

/// The weights of the squared error for a tensor: `cols` values, or cols x experts for stacked
/// experts; an expert stored on its own gets its run of the stacked entry. Empty when `importance`
/// is null, has no entry for it, or an entry of another length (then `problem`, when given, says
/// so).
[[nodiscard]] std::span<const float> importance_of(const Model& model, std::size_t tensor,
                                                   const Importance* importance,
                                                   std::string* problem = nullptr);

/// Whether encoding the tensor in `format` makes use of `importance`.
[[nodiscard]] bool uses_importance(const Model& model, std::size_t tensor, FormatId format,
                                   const Importance* importance);

/// The name of the stack that an expert of its own is a part of in GGUF:
/// "blk.3.ffn_down_exps.5.weight" -> "blk.3.ffn_down_exps.weight". Others keep theirs.
[[nodiscard]] std::string stacked_name(const TensorPlace& place);

}  // namespace bitlathe
