// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string_view>

#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// U+2581, which SentencePiece writes for a space.
inline constexpr std::string_view kSpaceMark = "\xE2\x96\x81";

/// Knows where a text without words can be cut so that no merge crosses the cut: before a space
/// mark, when no token has the character before it and the mark side by side. Merging depends on
/// neighbours alone, so the parts give the same tokens as the whole.
class SafeCuts {
public:
    /// No cuts at all.
    SafeCuts() = default;
    explicit SafeCuts(const Vocabulary& vocabulary);
    /// Calls `visit(part)` for the parts of a text, in order. Errors: those of `visit`.
    template <class Visit>
    Status for_each_part(std::string_view text, Visit&& visit) const {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = next(text, at);
            BITLATHE_TRY(visit(text.substr(at, end - at)));
            at = end;
        }
        return {};
    }

private:
    /// End of the part that begins at `begin` (inside the text).
    [[nodiscard]] std::size_t next(std::string_view text, std::size_t begin) const;
    bool active_ = false;
    std::set<char32_t> joined_;  ///< characters that stand before a mark in some token
};

}  // namespace bitlathe
