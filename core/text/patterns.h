// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/text/regex.h"

namespace bitlathe {

/// A pattern as it stands in tokenizer.json: {"String": text}, {"Regex": pattern} or a text.
/// Errors: kRefused.
[[nodiscard]] Result<Regex> read_pattern(const Json& json, const std::string& where);

}  // namespace bitlathe
