// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/checkpoint/metadata.h"
#include "core/text/added_tokens.h"
#include "core/text/prefix_trie.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// Corrects the types of tokens whose names say what they are: many files have "<|im_end|>" as an
/// ordinary token. The same names as llama.cpp takes.
void correct_token_types(Vocabulary& vocabulary);

/// Finds tokens of control, of users and the unknown token in text as llama.cpp does: the longest
/// of them wherever it is first, then the next longest in what is left. Immutable and thread-safe.
class GgufSpecialTokens {
public:
    GgufSpecialTokens() = default;
    /// `metadata` says, by the names of models, which tokens swallow white space beside them.
    GgufSpecialTokens(const Vocabulary& vocabulary, const Metadata& metadata);

    /// Without `parse_special` only tokens of users are looked for.
    [[nodiscard]] std::vector<TextPart> split(std::string_view text, bool parse_special) const;

private:
    struct Entry {
        TokenId id = 0;
        bool always = false;  ///< also without parse_special
        bool left_strip = false, right_strip = false;
        std::uint32_t rank = 0;  ///< which is looked for before which
    };
    std::vector<Entry> entries_;
    PrefixTrie trie_;
};

}  // namespace bitlathe
