// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of the model under plans, a row each.
#include <array>
#include <limits>

#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

/// Columns of the figures of a divergence, in the order of the file.
constexpr std::array kKlColumns = {&KlSummary::mean,    &KlSummary::error, &KlSummary::median,
                                   &KlSummary::p90,     &KlSummary::p99,   &KlSummary::p999,
                                   &KlSummary::max,     &KlSummary::min,   &KlSummary::rms_dp,
                                   &KlSummary::same_top};

struct NumberColumn {
    const char* name;
    double Perplexity::*value;
};
constexpr std::array kNumbers = {NumberColumn{"perplexity", &Perplexity::value},
                                 NumberColumn{"perplexity_error", &Perplexity::error},
                                 NumberColumn{"mean_nll", &Perplexity::mean_nll},
                                 NumberColumn{"mean_nll_error", &Perplexity::mean_nll_error}};

struct TextColumn {
    const char* name;
    std::string EvaluationRecord::*value;
};
constexpr std::array kTexts = {TextColumn{"plan", &EvaluationRecord::plan},
                               TextColumn{"content", &EvaluationRecord::content},
                               TextColumn{"text_path", &EvaluationRecord::text_path},
                               TextColumn{"text_sha256", &EvaluationRecord::text_sha256}};

bool present(const Project& project) {
    return !project.evaluations.empty();
}

std::uint64_t bytes(const Project& project) {
    std::uint64_t sum = 16'384;
    for (const EvaluationRecord& row : project.evaluations) {
        sum += 512 + row.plan.size() + row.text_path.size();
    }
    return sum;
}

template <class T, class ValueOf>
std::vector<T> column(const Project& project, const ValueOf& value_of) {
    std::vector<T> values;
    for (const EvaluationRecord& row : project.evaluations) {
        values.push_back(T(value_of(row)));
    }
    return values;
}

void write(const Project& project, GroupWriter& group) {
    for (const TextColumn& c : kTexts) {
        group.texts(c.name,
                    column<std::string>(project, [&](const auto& row) { return row.*c.value; }));
    }
    group.texts("protocol", column<std::string>(project, [](const auto& row) {
                    return protocol_name(row.protocol);
                }));
    group.numbers("context",
                  column<std::uint64_t>(project, [](const auto& row) { return row.context; }));
    group.numbers("tokens", column<std::uint64_t>(
                                project, [](const auto& row) { return row.perplexity.tokens; }));
    for (const NumberColumn& c : kNumbers) {
        group.numbers(c.name, column<double>(project, [&](const auto& row) {
                          return row.perplexity.*c.value;
                      }));
    }
    std::vector<double> kl;
    for (const EvaluationRecord& row : project.evaluations) {
        for (const auto figure : kKlColumns) {
            kl.push_back(row.kl ? *row.kl.*figure : std::numeric_limits<double>::quiet_NaN());
        }
    }
    group.numbers("kl", kl, {project.evaluations.size(), kKlColumns.size()});
    group.numbers("compared", column<std::uint8_t>(project, [](const auto& row) {
                      return row.kl.has_value() ? 1 : 0;
                  }));
}

Status read_divergences(const GroupReader& group, std::vector<EvaluationRecord>& rows) {
    BITLATHE_ASSIGN(const auto compared, group.numbers<std::uint8_t>("compared", {rows.size()}));
    BITLATHE_ASSIGN(const auto kl,
                    group.numbers<double>("kl", {rows.size(), std::uint64_t{kKlColumns.size()}}));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (compared[i] != 0) {
            KlSummary& summary = rows[i].kl.emplace();
            for (std::size_t c = 0; c < kKlColumns.size(); ++c) {
                summary.*kKlColumns[c] = kl[i * kKlColumns.size() + c];
            }
        }
    }
    return {};
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("context"));
    BITLATHE_ASSIGN(const auto contexts, group.numbers<std::uint64_t>("context", {count}));
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {count}));
    BITLATHE_ASSIGN(const auto protocols, group.texts("protocol", count));
    std::vector<EvaluationRecord> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto protocol = find_protocol(protocols[i]);
        if (!protocol) {
            return group.refuse("a row was measured in a way that this program does not know");
        }
        rows[i].protocol = *protocol;
        rows[i].context = contexts[i];
        rows[i].perplexity.tokens = tokens[i];
    }
    for (const TextColumn& c : kTexts) {
        BITLATHE_ASSIGN(const auto texts, group.texts(c.name, count));
        for (std::size_t i = 0; i < count; ++i) {
            rows[i].*c.value = texts[i];
        }
    }
    for (const NumberColumn& c : kNumbers) {
        BITLATHE_ASSIGN(const auto numbers, group.numbers<double>(c.name, {count}));
        for (std::size_t i = 0; i < count; ++i) {
            rows[i].perplexity.*c.value = numbers[i];
        }
    }
    BITLATHE_TRY(read_divergences(group, rows));
    project.evaluations = std::move(rows);
    return {};
}

}  // namespace

ProjectKind evaluations_kind() {
    return {"evaluations", 1, present, bytes, write, read};
}

}  // namespace bitlathe
