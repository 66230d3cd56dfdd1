// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of the model under plans, a row each; since version 2 also token by token.
#include <array>
#include <limits>
#include <utility>

#include "core/project/evaluation_tokens.h"
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

/// The first version holds the figures alone.
constexpr std::uint64_t kWithTokens = 2;

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

bool present(const Project& project) {
    return !project.evaluations.empty();
}

std::uint64_t bytes(const Project& project) {
    std::uint64_t sum = 32'768;
    for (const EvaluationRecord& row : project.evaluations) {
        const EvaluationText& text = row.measured->settings.text;
        sum += 512 + row.plan.size() + text.path.native().size() + text.name.size() +
               token_bytes(*row.measured);
    }
    return sum;
}

template <class T, class ValueOf>
std::vector<T> column(const Project& project, const ValueOf& value_of) {
    std::vector<T> values;
    for (const EvaluationRecord& row : project.evaluations) {
        values.push_back(T(value_of(*row.measured)));
    }
    return values;
}

void write_settings(const Project& project, GroupWriter& group) {
    const auto texts = [&](const char* name, const auto& value_of) {
        group.texts(name, column<std::string>(project, value_of));
    };
    using M = Measurement;
    texts("content", [](const M& row) { return row.content; });
    texts("text_path", [](const M& row) { return row.settings.text.path.string(); });
    texts("text_name", [](const M& row) { return row.settings.text.name; });
    texts("text_sha256", [](const M& row) { return row.settings.text.sha256; });
    texts("protocol", [](const M& row) { return protocol_name(row.settings.protocol); });
    group.numbers("context", column<std::uint64_t>(
                                 project, [](const M& row) { return row.settings.context; }));
    group.numbers("most_windows", column<std::uint64_t>(
                                      project, [](const M& row) { return row.settings.windows; }));
    group.numbers("compare", column<std::uint8_t>(project, [](const M& row) {
                      return row.settings.compare ? 1 : 0;
                  }));
}

void write_figures(const Project& project, GroupWriter& group) {
    group.numbers("tokens", column<std::uint64_t>(project, [](const Measurement& row) {
                      return row.perplexity.tokens;
                  }));
    for (const NumberColumn& c : kNumbers) {
        group.numbers(c.name, column<double>(project, [&](const Measurement& row) {
                          return row.perplexity.*c.value;
                      }));
    }
    std::vector<double> kl;
    for (const EvaluationRecord& row : project.evaluations) {
        for (const auto figure : kKlColumns) {
            kl.push_back(row.measured->kl ? *row.measured->kl.*figure
                                          : std::numeric_limits<double>::quiet_NaN());
        }
    }
    group.numbers("kl", kl, {project.evaluations.size(), kKlColumns.size()});
    group.numbers("compared", column<std::uint8_t>(project, [](const Measurement& row) {
                      return row.kl.has_value() ? 1 : 0;
                  }));
}

void write(const Project& project, GroupWriter& group) {
    std::vector<std::string> plans;
    for (const EvaluationRecord& row : project.evaluations) {
        plans.push_back(row.plan);
    }
    group.texts("plan", plans);
    write_settings(project, group);
    write_figures(project, group);
    write_tokens(project.evaluations, group);
}

Status read_settings(const GroupReader& group, std::uint64_t version,
                     std::vector<Measurement>& rows) {
    const std::uint64_t count = rows.size();
    const bool whole = version >= kWithTokens;
    BITLATHE_ASSIGN(const auto contents, group.texts("content", count));
    BITLATHE_ASSIGN(const auto paths, group.texts("text_path", count));
    BITLATHE_ASSIGN(const auto names, group.texts(whole ? "text_name" : "text_path", count));
    BITLATHE_ASSIGN(const auto hashes, group.texts("text_sha256", count));
    BITLATHE_ASSIGN(const auto protocols, group.texts("protocol", count));
    BITLATHE_ASSIGN(const auto contexts, group.numbers<std::uint64_t>("context", {count}));
    std::vector<std::uint64_t> windows(count);
    std::vector<std::uint8_t> compare(count, 1);
    if (whole) {
        BITLATHE_ASSIGN(windows, group.numbers<std::uint64_t>("most_windows", {count}));
        BITLATHE_ASSIGN(compare, group.numbers<std::uint8_t>("compare", {count}));
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto protocol = find_protocol(protocols[i]);
        if (!protocol) {
            return group.refuse("a row was measured in a way that this program does not know");
        }
        const std::filesystem::path name(names[i]);
        rows[i].content = contents[i];
        rows[i].settings = {{paths[i], whole ? names[i] : name.filename().string(), hashes[i]},
                            *protocol,
                            contexts[i],
                            windows[i],
                            compare[i] != 0};
    }
    return {};
}

Status read_figures(const GroupReader& group, std::vector<Measurement>& rows) {
    const std::uint64_t count = rows.size();
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {count}));
    BITLATHE_ASSIGN(const auto compared, group.numbers<std::uint8_t>("compared", {count}));
    BITLATHE_ASSIGN(const auto kl,
                    group.numbers<double>("kl", {count, std::uint64_t{kKlColumns.size()}}));
    for (std::size_t i = 0; i < count; ++i) {
        rows[i].perplexity.tokens = tokens[i];
        if (compared[i] != 0) {
            KlSummary& summary = rows[i].kl.emplace();
            for (std::size_t c = 0; c < kKlColumns.size(); ++c) {
                summary.*kKlColumns[c] = kl[i * kKlColumns.size() + c];
            }
        }
    }
    for (const NumberColumn& c : kNumbers) {
        BITLATHE_ASSIGN(const auto numbers, group.numbers<double>(c.name, {count}));
        for (std::size_t i = 0; i < count; ++i) {
            rows[i].perplexity.*c.value = numbers[i];
        }
    }
    return {};
}

Status read(const GroupReader& group, std::uint64_t version, Project& project) {
    // A row takes far more in memory than a number of any one list: this one is the widest.
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("context"));
    BITLATHE_TRY(group.numbers<double>("kl", {count, std::uint64_t{kKlColumns.size()}}));
    BITLATHE_ASSIGN(const auto plans, group.texts("plan", count));
    std::vector<Measurement> rows(count);
    BITLATHE_TRY(read_settings(group, version, rows));
    BITLATHE_TRY(read_figures(group, rows));
    if (version >= kWithTokens) {
        BITLATHE_TRY(read_tokens(group, rows));
    }
    for (std::size_t i = 0; i < count; ++i) {
        project.evaluations.push_back(
            {plans[i], std::make_shared<const Measurement>(std::move(rows[i]))});
    }
    return {};
}

}  // namespace

ProjectKind evaluations_kind() {
    return {"evaluations", kWithTokens, present, bytes, write, read};
}

}  // namespace bitlathe
