// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/text/text_model.h"
#include "core/text/tokenizer.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// The "model" of a tokenizer.json.
struct JsonModel {
    std::unique_ptr<const TextModel> model;
    TokenizerKind kind = TokenizerKind::kBpe;
    std::optional<TokenId> unknown;
};

/// Reads it, its tokens into `vocabulary`, which must stay where it is as long as the model lives.
/// `byte_level`: the pre-tokenizer leaves it to a BPE model to write bytes as characters. Errors:
/// kRefused.
[[nodiscard]] Result<JsonModel> read_json_model(const Json& json, bool byte_level,
                                                Vocabulary& vocabulary);

/// The two texts of an entry of "merges": ["a", "b"] or "a b". Nothing for anything else.
struct MergePair {
    std::string left, right;
};
[[nodiscard]] std::optional<MergePair> read_merge_pair(const Json& merge);

}  // namespace bitlathe
