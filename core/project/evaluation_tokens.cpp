// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/evaluation_tokens.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "core/base/checked.h"

namespace bitlathe {
namespace {

/// Both lists of the most probable tokens, under their names in the file.
constexpr std::array kTopLists = {std::pair{"model", &TokenTops::model},
                                  std::pair{"reference", &TokenTops::reference}};

bool fits(const ScoredWindow& window) {
    return window.first_target > 0 && window.first_target <= window.ids.size();
}

std::uint64_t scored(const ScoredWindow& window) {
    return window.ids.size() - window.first_target;
}

/// Everything of one kind, of all rows one after another, as the file holds it.
struct WindowLists {
    std::vector<std::uint64_t> count, length, first;
    std::vector<std::uint32_t> id;
};
struct ScoreLists {
    std::vector<double> nll, kl, reference_nll;
    std::vector<std::uint8_t> same_top;
};
struct TopLists {
    std::vector<std::uint8_t> count;
    std::vector<std::uint32_t> id;
    std::vector<float> p;
};

void add(const Measurement& measurement, ScoreLists& lists) {
    for (const TokenScore& score : measurement.scores) {
        lists.nll.push_back(score.nll);
        if (measurement.kl) {
            lists.kl.push_back(*score.kl);
            lists.reference_nll.push_back(*score.reference_nll);
            lists.same_top.push_back(*score.same_top ? 1 : 0);
        }
    }
}

void add(const std::vector<TokenProbability>& tops, TopLists& lists) {
    const std::size_t kept = std::min(tops.size(), kMeasuredTops);
    lists.count.push_back(static_cast<std::uint8_t>(kept));
    for (std::size_t i = 0; i < kept; ++i) {
        lists.id.push_back(tops[i].id);
        lists.p.push_back(std::clamp(tops[i].p, 0.0F, 1.0F));
    }
}

void write_windows(std::span<const EvaluationRecord> rows, GroupWriter group) {
    WindowLists lists;
    for (const EvaluationRecord& row : rows) {
        const bool kept = has_tokens(*row.measured);
        lists.count.push_back(kept ? row.measured->windows.size() : 0);
        for (std::size_t w = 0; w < lists.count.back(); ++w) {
            const ScoredWindow& window = row.measured->windows[w];
            lists.length.push_back(window.ids.size());
            lists.first.push_back(window.first_target);
            lists.id.insert(lists.id.end(), window.ids.begin(), window.ids.end());
        }
    }
    group.numbers("count", lists.count);
    group.numbers("length", lists.length);
    group.numbers("first", lists.first);
    group.numbers("id", lists.id);
}

void write_scores(std::span<const EvaluationRecord> rows, GroupWriter group) {
    ScoreLists lists;
    for (const EvaluationRecord& row : rows) {
        if (has_tokens(*row.measured)) {
            add(*row.measured, lists);
        }
    }
    group.numbers("nll", lists.nll);
    group.numbers("kl", lists.kl);
    group.numbers("reference_nll", lists.reference_nll);
    group.numbers("same_top", lists.same_top);
}

void write_tops(std::span<const EvaluationRecord> rows, GroupWriter group) {
    for (const auto& [name, list] : kTopLists) {
        TopLists lists;
        for (const EvaluationRecord& row : rows) {
            if (!has_tokens(*row.measured)) {
                continue;
            }
            for (const TokenTops& tops : row.measured->tops) {
                add(tops.*list, lists);
            }
        }
        GroupWriter side = group.group(name);
        side.numbers("count", lists.count);
        side.numbers("id", lists.id);
        side.numbers("p", lists.p);
    }
}

/// Sum of what a file claims; refused when it is more than any file can hold.
template <class T>
Result<std::uint64_t> sum_of(const GroupReader& group, const std::vector<T>& values) {
    std::uint64_t sum = 0;
    for (const std::uint64_t value : values) {
        const auto next = checked_add(sum, value);
        if (!next) {
            return group.refuse("its lists are longer than any file");
        }
        sum = *next;
    }
    return sum;
}

Status read_windows(const GroupReader& group, std::span<Measurement> rows) {
    WindowLists lists;
    BITLATHE_ASSIGN(lists.count, group.numbers<std::uint64_t>("count", {rows.size()}));
    BITLATHE_ASSIGN(const std::uint64_t count, sum_of(group, lists.count));
    BITLATHE_ASSIGN(lists.length, group.numbers<std::uint64_t>("length", {count}));
    BITLATHE_ASSIGN(lists.first, group.numbers<std::uint64_t>("first", {count}));
    BITLATHE_ASSIGN(const std::uint64_t tokens, sum_of(group, lists.length));
    BITLATHE_ASSIGN(lists.id, group.numbers<std::uint32_t>("id", {tokens}));
    auto next = lists.id.begin();
    std::size_t place = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::uint64_t w = 0; w < lists.count[i]; ++w, ++place) {
            const auto end = next + static_cast<std::ptrdiff_t>(lists.length[place]);
            rows[i].windows.push_back({{next, end}, lists.first[place]});
            next = end;
            if (!fits(rows[i].windows.back()) ||
                lists.length[place] > std::numeric_limits<std::uint32_t>::max()) {
                return group.refuse("a window scores tokens that it does not have");
            }
        }
    }
    return {};
}

/// A score for every token that the windows score, still without its numbers.
void make_scores(Measurement& row) {
    for (std::size_t w = 0; w < row.windows.size(); ++w) {
        const ScoredWindow& window = row.windows[w];
        for (std::size_t i = window.first_target; i < window.ids.size(); ++i) {
            row.scores.push_back(
                {static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(i), window.ids[i]});
        }
    }
}

std::uint64_t scored(const Measurement& row) {
    return std::accumulate(
        row.windows.begin(), row.windows.end(), std::uint64_t{0},
        [](std::uint64_t sum, const ScoredWindow& w) { return sum + scored(w); });
}

Status read_scores(const GroupReader& group, std::span<Measurement> rows) {
    std::uint64_t all = 0;
    std::uint64_t compared = 0;
    for (const Measurement& row : rows) {
        all += scored(row);
        compared += row.kl ? scored(row) : 0;
    }
    ScoreLists lists;
    BITLATHE_ASSIGN(lists.nll, group.numbers<double>("nll", {all}));
    BITLATHE_ASSIGN(lists.kl, group.numbers<double>("kl", {compared}));
    BITLATHE_ASSIGN(lists.reference_nll, group.numbers<double>("reference_nll", {compared}));
    BITLATHE_ASSIGN(lists.same_top, group.numbers<std::uint8_t>("same_top", {compared}));
    std::size_t next = 0;
    std::size_t next_compared = 0;
    for (Measurement& row : rows) {
        make_scores(row);
        for (TokenScore& score : row.scores) {
            score.nll = lists.nll[next++];
            if (row.kl) {
                score.kl = lists.kl[next_compared];
                score.reference_nll = lists.reference_nll[next_compared];
                score.same_top = lists.same_top[next_compared++] != 0;
            }
            if (!is_complete(score, row.kl.has_value())) {
                return group.refuse("a loss is no number");
            }
        }
    }
    return {};
}

Status read_tops(const GroupReader& group, std::span<Measurement> rows,
                 std::vector<TokenProbability> TokenTops::*list) {
    std::uint64_t all = 0;
    for (const Measurement& row : rows) {
        all += row.scores.size();
    }
    TopLists lists;
    BITLATHE_ASSIGN(lists.count, group.numbers<std::uint8_t>("count", {all}));
    BITLATHE_ASSIGN(const std::uint64_t count, sum_of(group, lists.count));
    BITLATHE_ASSIGN(lists.id, group.numbers<std::uint32_t>("id", {count}));
    BITLATHE_ASSIGN(lists.p, group.numbers<float>("p", {count}));
    std::size_t place = 0;
    std::size_t next = 0;
    for (Measurement& row : rows) {
        row.tops.resize(row.scores.size());
        for (TokenTops& tops : row.tops) {
            if (lists.count[place] > kMeasuredTops) {
                return group.refuse("it lists more tokens than are kept");
            }
            for (std::uint8_t i = 0; i < lists.count[place]; ++i, ++next) {
                if (!(lists.p[next] >= 0 && lists.p[next] <= 1)) {
                    return group.refuse("a probability is not between 0 and 1");
                }
                (tops.*list).push_back({lists.id[next], lists.p[next]});
            }
            ++place;
        }
    }
    return {};
}

}  // namespace

bool has_tokens(const Measurement& measurement) {
    const auto& scores = measurement.scores;
    return !scores.empty() && measurement.tops.size() == scores.size() &&
           std::all_of(measurement.windows.begin(), measurement.windows.end(), fits) &&
           scored(measurement) == scores.size() &&
           std::all_of(scores.begin(), scores.end(), [&measurement](const TokenScore& score) {
               return is_complete(score, measurement.kl.has_value());
           });
}

std::uint64_t token_bytes(const Measurement& measurement) {
    if (!has_tokens(measurement)) {
        return 0;
    }
    std::uint64_t sum = 0;
    for (const ScoredWindow& window : measurement.windows) {
        sum += 16 + window.ids.size() * sizeof(std::uint32_t);
    }
    constexpr std::uint64_t kScore = 3 * sizeof(double) + 3;
    constexpr std::uint64_t kTops =
        kMeasuredTops * kTopLists.size() * (sizeof(std::uint32_t) + sizeof(float));
    return sum + measurement.scores.size() * (kScore + kTops);
}

void write_tokens(std::span<const EvaluationRecord> rows, GroupWriter& group) {
    write_windows(rows, group.group("windows"));
    write_scores(rows, group.group("scores"));
    write_tops(rows, group.group("tops"));
}

Status read_tokens(const GroupReader& group, std::span<Measurement> rows) {
    BITLATHE_ASSIGN(const GroupReader windows, group.group("windows"));
    BITLATHE_TRY(read_windows(windows, rows));
    BITLATHE_ASSIGN(const GroupReader scores, group.group("scores"));
    BITLATHE_TRY(read_scores(scores, rows));
    BITLATHE_ASSIGN(const GroupReader tops, group.group("tops"));
    for (const auto& [name, list] : kTopLists) {
        BITLATHE_ASSIGN(const GroupReader side, tops.group(name));
        BITLATHE_TRY(read_tops(side, rows, list));
    }
    for (Measurement& row : rows) {
        if (!row.scores.empty()) {
            row.perplexity = perplexity(row.scores);
            row.kl = kl_summary(row.scores);
        } else if (!row.windows.empty()) {
            return group.refuse("a row has windows of which nothing is scored");
        }
    }
    return {};
}

}  // namespace bitlathe
