// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace bitlathe {

/// SentencePiece's compiled normalisation rules: a double array of texts (Darts-clone) and what
/// each becomes. Immutable and thread-safe; every look-up is bounded, whatever the rules are.
class Charsmap {
public:
    /// Errors: kRefused.
    static Result<Charsmap> read(std::string_view bytes);

    struct Match {
        std::size_t bytes = 0;         ///< of the text that is replaced
        std::string_view replacement;  ///< alive as long as the map
    };
    /// The shortest, and the longest, rule for what `text` begins with.
    [[nodiscard]] std::optional<Match> shortest(std::string_view text) const;
    [[nodiscard]] std::optional<Match> longest(std::string_view text) const;

private:
    [[nodiscard]] std::optional<Match> find(std::string_view text, bool stop_at_first) const;
    std::vector<std::uint32_t> units_;
    std::string replacements_;  ///< each ended by NUL
};

/// The text as tokenizer.json's "Precompiled" normalises it: whole grapheme clusters of less than
/// six bytes first, then characters.
[[nodiscard]] std::string normalize_graphemes(const Charsmap& map, std::string_view text);

}  // namespace bitlathe
