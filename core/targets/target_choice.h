// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/targets/target.h"

namespace bitlathe {

/// Whether plans for `target` speak of the tensors of this model as it was opened or adapted. Where
/// they do not, the target may still take what the model was made from: see can_open_for().
[[nodiscard]] bool speaks_of(const Target& target, const Model& model);

/// Whether the checkpoint of this model can be opened for plans of `target`, as far as that can be
/// told at once. Errors: kImpossible, with the reason.
[[nodiscard]] Status can_open_for(const Target& target, const Model& model);

}  // namespace bitlathe
