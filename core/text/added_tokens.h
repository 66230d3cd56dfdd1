// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/json_fields.h"
#include "core/text/normalizer.h"
#include "core/text/prefix_trie.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// A token that is looked for in the text itself, before anything else happens to it.
struct AddedToken {
    std::string content;
    TokenId id = 0;
    bool special = false;
    bool left_strip = false;   ///< takes the white space before it along
    bool right_strip = false;  ///< and after it
    bool single_word = false;  ///< only where no word character touches it
    bool normalized = false;   ///< looked for after normalising, in its normalised form
};

/// Reads the list "added_tokens" of a tokenizer.json; entries without text are left out. Ids may
/// lie a million above the `known` tokens. Errors: kRefused.
[[nodiscard]] Result<std::vector<AddedToken>> read_added_tokens(const JsonFields& fields,
                                                                std::size_t known);

/// A stretch of text, or an added token.
struct TextPart {
    std::size_t begin = 0, end = 0;
    std::optional<TokenId> token;
};

/// Finds added tokens as tokenizers of Hugging Face do: the leftmost, of several there the longest.
/// Immutable and thread-safe.
class AddedTokens {
public:
    AddedTokens() = default;
    /// Errors: kRefused (normalising failed).
    static Result<AddedTokens> make(std::vector<AddedToken> tokens, const Normalizer& normalizer);

    /// Splits text at the tokens that are looked for before, or after, normalising. Tokens that are
    /// special are passed over when `parse_special` is false.
    [[nodiscard]] std::vector<TextPart> split_raw(std::string_view text, bool parse_special) const;
    [[nodiscard]] std::vector<TextPart> split_normalized(std::string_view text,
                                                         bool parse_special) const;

private:
    [[nodiscard]] std::vector<TextPart> split(const PrefixTrie& trie, std::string_view text,
                                              bool parse_special) const;
    std::vector<AddedToken> tokens_;
    PrefixTrie raw_, normalized_;
};

}  // namespace bitlathe
