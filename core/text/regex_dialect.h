// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace bitlathe {

/// Rewrites a pattern in Oniguruma's Ruby syntax for PCRE2 with UTF and UCP: classes that differ
/// (`\s` of PCRE2 has U+180E, its `\w` has no marks, its `\h` are blanks), nested classes, class
/// intersections and `{n,m}+`, which repeats and is not possessive. Errors: kRefused.
[[nodiscard]] Result<std::string> to_pcre2(std::string_view pattern);

}  // namespace bitlathe
