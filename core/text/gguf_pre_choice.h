// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/base/result.h"

namespace bitlathe {

/// Which `tokenizer.ggml.pre` splits text like a tokenizer.json.
struct PreChoice {
    std::string name;
    std::optional<std::string> warning;  ///< where it splits rare text otherwise
};

/// Tries all known ways of splitting on the texts of vocabulary_probe.h. Of those that split alike
/// the one that ignores merges as `document` does is taken. Errors: kRefused when everyday text is
/// split otherwise by all of them: what the nearest does, and where.
[[nodiscard]] Result<PreChoice> choose_gguf_pre(const Json& document);

}  // namespace bitlathe
