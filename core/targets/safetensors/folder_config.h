// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/forward/binding.h"
#include "core/forward/family_rows.h"
#include "core/model/family.h"

namespace bitlathe {

/// The config.json of a GGUF's model as a folder of `family`, which computes as `writer` says: the
/// opposite of read_config_spec(). What it has no key for is left out, so the result must be read
/// and compared (spec_difference()). Spelled for all generations of transformers. Errors:
/// kImpossible (a family that folders do not have, rope divisors that no rule makes).
[[nodiscard]] Result<Json> folder_config(const Model& source, const ForwardSpec& spec,
                                         const ModelRef& refs, const Family& family,
                                         const ForwardFamily& writer, FormatId format);

}  // namespace bitlathe
