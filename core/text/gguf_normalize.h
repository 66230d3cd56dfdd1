// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/charsmap.h"
#include "core/text/prefix_trie.h"

namespace bitlathe {

/// The text with every space written as U+2581.
[[nodiscard]] std::string with_marks(std::string_view text);

/// How a GGUF runtime splits text for WordPiece: words with U+2581 before them.
struct WordPieceText {
    bool lower = true;
    bool strip_accents = true;
};
[[nodiscard]] std::vector<std::string> word_piece_words(std::string_view text,
                                                        const WordPieceText& how);

/// How a GGUF runtime normalises text for Unigram.
struct UnigramText {
    std::optional<Charsmap> rules;
    PrefixTrie kept;  ///< texts that no rule touches: tokens of users
    bool add_space = false;
    bool merge_spaces = false;
};
[[nodiscard]] std::string normalize_for_unigram(std::string_view text, const UnigramText& how);

}  // namespace bitlathe
