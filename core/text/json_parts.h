// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

// Parts of a tokenizer.json, spelt as the tokenizers library reads them.

/// {"text": id, ...}; the texts must differ.
using NamedToken = std::pair<std::string, TokenId>;
[[nodiscard]] Json vocabulary_json(std::span<const NamedToken> tokens);

/// An entry of "added_tokens" that is found wherever it stands.
[[nodiscard]] Json added_token_json(TokenId id, std::string_view content, bool special);

/// {"type": "Sequence", `list`: parts}; the part itself when it is alone, null without any.
[[nodiscard]] Json sequence_json(const char* list, std::vector<Json> parts);

/// A pre-tokenizer that makes every match of a pattern a piece.
[[nodiscard]] Json split_json(std::string_view pattern);

/// The "ByteLevel" that is pre-tokenizer, decoder and post-processor. `use_regex`: it splits as
/// GPT-2 does.
[[nodiscard]] Json byte_level_json(bool use_regex, bool add_prefix_space = false);

/// Replaces one text by another: normalizer or decoder.
[[nodiscard]] Json replace_json(std::string_view text, std::string_view by);

/// The normalizer of BERT.
[[nodiscard]] Json bert_normalizer_json(bool lower, bool strip_accents, bool apart);

/// Puts tokens around a text, and around two: the second follows the first's last token, where
/// there is one. Null without tokens.
[[nodiscard]] Json template_json(std::span<const NamedToken> before,
                                 std::span<const NamedToken> after);

/// A whole tokenizer.json. Parts may be null.
struct TokenizerParts {
    Json added_tokens = Json::array();
    Json normalizer, pre_tokenizer, post_processor, decoder, model;
};
/// The parts of BERT around a vocabulary in which "##" begins what goes on a word: words of at most
/// 100 characters, as GGUF does not say otherwise. No tokens around a text.
[[nodiscard]] TokenizerParts bert_parts(Json normalizer, Json unknown, Json vocabulary);
[[nodiscard]] Json tokenizer_json(TokenizerParts parts);

}  // namespace bitlathe
