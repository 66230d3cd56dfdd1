// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/model/model.h"

namespace bitlathe {

/// The role of a weight by its canonical name without block and ending: "attn_q", "ffn_up_exps",
/// "token_embd". Nothing when the name says nothing.
[[nodiscard]] std::optional<Role> role_of_canonical(std::string_view stem);

/// Whether the last part of a name calls the tensor a norm ("q_norm", "LayerNorm", "ln_1").
[[nodiscard]] bool names_a_norm(std::string_view stem);

}  // namespace bitlathe
