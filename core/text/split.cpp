// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/split.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/text/utf8.h"

namespace bitlathe {
namespace {

/// Matches join the stretch before them, unless that is a match too.
std::vector<Stretch> merged(const std::vector<Stretch>& found) {
    std::vector<Stretch> kept;
    bool previous = false;
    for (const Stretch& stretch : found) {
        if (stretch.match && !previous && !kept.empty()) {
            kept.back().begin = std::min(kept.back().begin, stretch.begin);
            kept.back().end = std::max(kept.back().end, stretch.end);
        } else {
            kept.push_back(stretch);
        }
        previous = stretch.match;
    }
    return kept;
}

std::vector<Stretch> contiguous(const std::vector<Stretch>& found) {
    std::vector<Stretch> kept;
    for (const Stretch& stretch : found) {
        if (!kept.empty() && kept.back().match == stretch.match) {
            kept.back().end = stretch.end;
        } else {
            kept.push_back(stretch);
        }
    }
    return kept;
}

}  // namespace

FindStretches by_regex(Regex regex, bool invert) {
    const auto shared = std::make_shared<const Regex>(std::move(regex));
    return [shared, invert](std::string_view text, std::vector<Stretch>& out) -> Status {
        std::size_t end = 0;
        Regex::Matches matches(*shared, text);
        while (true) {
            BITLATHE_ASSIGN(const auto match, matches.next());
            if (!match) {
                break;
            }
            if (match->begin > end) {
                out.push_back({end, match->begin, invert});
            }
            out.push_back({match->begin, match->end, !invert});
            end = match->end;
        }
        if (end < text.size()) {
            out.push_back({end, text.size(), invert});
        }
        return {};
    };
}

FindStretches by_character(std::function<bool(char32_t)> is) {
    return [is = std::move(is)](std::string_view text, std::vector<Stretch>& out) -> Status {
        std::size_t end = 0;
        for (std::size_t at = 0; at < text.size();) {
            const Utf8Char c = utf8_at(text, at);
            if (is(c.code)) {
                if (at > end) {
                    out.push_back({end, at, false});
                }
                end = at + c.bytes;
                out.push_back({at, end, true});
            }
            at += c.bytes;
        }
        if (end < text.size()) {
            out.push_back({end, text.size(), false});
        }
        return {};
    };
}

std::vector<Stretch> kept_stretches(const std::vector<Stretch>& found, SplitBehavior behavior) {
    switch (behavior) {
        case SplitBehavior::kIsolated:
            return found;
        case SplitBehavior::kRemoved: {
            std::vector<Stretch> kept;
            std::copy_if(found.begin(), found.end(), std::back_inserter(kept),
                         [](const Stretch& s) { return !s.match; });
            return kept;
        }
        case SplitBehavior::kMergedWithPrevious:
            return merged(found);
        case SplitBehavior::kMergedWithNext: {
            std::vector<Stretch> kept = merged({found.rbegin(), found.rend()});
            std::reverse(kept.begin(), kept.end());
            return kept;
        }
        case SplitBehavior::kContiguous:
            return contiguous(found);
    }
    return found;
}

PreTokenizer::Step split_step(FindStretches find, SplitBehavior behavior) {
    return [find = std::move(find), behavior](Pieces& pieces) -> Status {
        std::vector<Piece> out;
        out.reserve(pieces.list.size());
        std::vector<Stretch> found;
        const bool as_found = behavior == SplitBehavior::kIsolated;
        for (const Piece& piece : pieces.list) {
            found.clear();
            BITLATHE_TRY(find(piece.text, found));
            const std::vector<Stretch> kept =
                as_found ? std::vector<Stretch>() : kept_stretches(found, behavior);
            for (const Stretch& s : as_found ? found : kept) {
                if (s.end > s.begin) {
                    out.push_back({piece.text.substr(s.begin, s.end - s.begin),
                                   piece.at_start && s.begin == 0});
                }
            }
        }
        pieces.list = std::move(out);
        return {};
    };
}

}  // namespace bitlathe
