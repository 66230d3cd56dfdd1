// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/forward/family_rows.h"

namespace bitlathe {

/// How a spec turns positions, as keys of config.json: base, part of a head, scaling, in the
/// spelling of transformers before version 5 (rope_theta, rope_scaling) and after
/// (rope_parameters). The divisors of a GGUF's rope_freqs become the rule of llama3 that makes
/// them. Errors: kImpossible (divisors
/// that the rule does not make).
[[nodiscard]] Status write_folder_rope(const ForwardSpec& spec, const ForwardFamily& writer,
                                       Json& config);

}  // namespace bitlathe
