// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// Tokens that go around a single text.
struct AroundText {
    std::vector<TokenId> before, after;
};

/// Reads the "post_processor" of a tokenizer.json. Errors: kRefused (unknown type, malformed).
[[nodiscard]] Result<AroundText> read_post_processor(const Json& json);

}  // namespace bitlathe
