// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <vector>

#include "core/text/vocabulary.h"

namespace bitlathe {

/// A stretch of a word that merging treats as one.
struct Symbol {
    TokenId id = 0;
    std::uint32_t begin = 0, end = 0;  ///< bytes of the word
    std::uint32_t previous = 0, next = 0;
};

/// What two neighbours become.
struct MergeRule {
    double order = 0;  ///< smaller is sooner
    TokenId id = 0;
};

/// Merges neighbours in the order of their rules, leftmost first among equals, until none is left:
/// n log n for n symbols. `find(left, right, rule)` says whether two symbols merge and into what;
/// it must depend on the two symbols alone.
class Merger {
public:
    std::vector<Symbol> symbols;  ///< the word; afterwards what is left of it

    template <class Find>
    void run(const Find& find) {
        if (symbols.size() < 2) {
            return;
        }
        if (symbols.size() <= kFew) {
            run_few(find);
        } else {
            run_many(find);
        }
    }

private:
    static constexpr std::size_t kFew = 24;
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};

    struct Candidate {
        MergeRule rule;
        std::uint32_t left;
        std::uint32_t bytes;  ///< of both, to know whether one has changed since
        bool operator>(const Candidate& other) const {
            return rule.order != other.rule.order ? rule.order > other.rule.order
                                                  : left > other.left;
        }
    };

    /// For short words looking through all pairs is faster than any queue.
    template <class Find>
    void run_few(const Find& find) {
        rules_.resize(symbols.size());
        found_.assign(symbols.size(), 0);
        const auto look = [&](std::size_t i) {
            found_[i] =
                i + 1 < symbols.size() && find(symbols[i], symbols[i + 1], rules_[i]) ? 1 : 0;
        };
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
            look(i);
        }
        while (true) {
            std::size_t best = symbols.size();
            for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
                if (found_[i] != 0 &&
                    (best == symbols.size() || rules_[i].order < rules_[best].order)) {
                    best = i;
                }
            }
            if (best == symbols.size()) {
                return;
            }
            symbols[best].id = rules_[best].id;
            symbols[best].end = symbols[best + 1].end;
            const auto gone = static_cast<std::ptrdiff_t>(best + 1);
            symbols.erase(symbols.begin() + gone);
            rules_.erase(rules_.begin() + gone);
            found_.erase(found_.begin() + gone);
            look(best);
            if (best > 0) {
                look(best - 1);
            }
        }
    }

    template <class Find>
    void run_many(const Find& find) {
        std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
        const auto count = static_cast<std::uint32_t>(symbols.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            symbols[i].previous = i == 0 ? kNone : i - 1;
            symbols[i].next = i + 1 == count ? kNone : i + 1;
        }
        const auto offer = [&](std::uint32_t left) {
            if (left == kNone || symbols[left].next == kNone) {
                return;
            }
            const Symbol& a = symbols[left];
            const Symbol& b = symbols[a.next];
            Candidate candidate{{}, left, b.end - a.begin};
            if (find(a, b, candidate.rule)) {
                queue.push(candidate);
            }
        };
        for (std::uint32_t i = 0; i < count; ++i) {
            offer(i);
        }
        while (!queue.empty()) {
            const Candidate top = queue.top();
            queue.pop();
            Symbol& left = symbols[top.left];
            if (left.begin == left.end || left.next == kNone ||
                symbols[left.next].end - left.begin != top.bytes) {
                continue;
            }
            Symbol& right = symbols[left.next];
            left.id = top.rule.id;
            left.end = right.end;
            right.begin = right.end;
            left.next = right.next;
            if (left.next != kNone) {
                symbols[left.next].previous = top.left;
            }
            offer(left.previous);
            offer(top.left);
        }
        symbols.erase(std::remove_if(symbols.begin(), symbols.end(),
                                     [](const Symbol& s) { return s.begin == s.end; }),
                      symbols.end());
    }

    std::vector<MergeRule> rules_;
    std::vector<char> found_;
};

}  // namespace bitlathe
