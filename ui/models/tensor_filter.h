// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace bitlathe {

/// What a filter can ask of one tensor under the plan that is shown.
struct FilterSubject {
    QString name, role, planned, source;  ///< all in lower case: folding per question would be slow
    std::optional<std::uint32_t> block, expert;
    std::uint32_t file = 0;  ///< shard, counted from 0
    double bits = 0;
    std::uint64_t bytes = 0;
    std::optional<double> error;     ///< weights x NMSE
    std::optional<double> nmse;      ///< 0..1 as a rule
    std::optional<double> kurtosis;  ///< of the weights
    std::optional<double> outlier;   ///< largest magnitude of the weights in units of their sigma
    bool locked = false;
    bool changed = false;  ///< planned differs from stored
};

/// The text of the filter box, understood. Words are separated by blanks and must all hold:
///   down            the name contains it, any case; with * or ? it is a glob for the whole name
///   /q_proj|k_proj/ a regular expression that is found in the name, any case
///   role:down       the role contains it; also block:3, block:4-9, expert:0-7, shard:1,
///                   format:Q4_K, source:BF16, name:*
///   bits<5          also size (bytes; KiB MiB GiB), error, nmse (1% is 0.01), kurtosis and
///                   outlier (absmax / sigma), with < <= > >= =
///   locked, changed and !locked; a ! before any word turns it round
/// A value; pure.
class TensorFilter {
public:
    TensorFilter() = default;
    /// Words that cannot be understood are named in problem() and match nothing.
    explicit TensorFilter(const QString& text);

    [[nodiscard]] bool empty() const { return terms_.empty(); }
    [[nodiscard]] bool matches(const FilterSubject& subject) const;
    /// What is wrong with the text, for people; empty when all of it was understood.
    [[nodiscard]] const QString& problem() const { return problem_; }
    /// Whether answers depend on what was measured; error, nmse, kurtosis and outlier may stay
    /// empty if not.
    [[nodiscard]] bool asks_measured() const { return asks_measured_; }
    /// Whether answers depend on the plan.
    [[nodiscard]] bool asks_plan() const { return asks_plan_; }

private:
    enum class Field : std::uint8_t { kName, kRole, kPlanned, kSource };
    enum class Place : std::uint8_t { kBlock, kExpert, kFile };
    enum class Number : std::uint8_t { kBits, kBytes, kError, kNmse, kKurtosis, kOutlier };
    enum class Compare : std::uint8_t { kLess, kLessEqual, kGreater, kGreaterEqual, kEqual };
    struct TextTerm {
        Field field;
        QString text;  ///< lower case
        bool glob;
    };
    struct RegexTerm {
        QRegularExpression expression;
    };
    struct PlaceTerm {
        Place place;
        std::uint32_t first, last;
    };
    struct NumberTerm {
        Number number;
        Compare compare;
        double value;
    };
    enum class Flag : std::uint8_t { kLocked, kChanged };
    struct Impossible {};
    struct Term {
        std::variant<TextTerm, RegexTerm, PlaceTerm, NumberTerm, Flag, Impossible> what;
        bool negated = false;
    };

    // Reading, in tensor_filter_words.cpp.
    [[nodiscard]] Term parse(QString word);
    [[nodiscard]] std::optional<Term> parse_regex(const QString& word);
    [[nodiscard]] std::optional<Term> parse_keyed(const QString& word);
    [[nodiscard]] std::optional<Term> parse_number(const QString& word);
    [[nodiscard]] Term parse_place(Place place, const QString& key, const QString& value);
    [[nodiscard]] Term impossible(const QString& problem);

    [[nodiscard]] static bool holds(const TextTerm& term, const FilterSubject& subject);
    [[nodiscard]] static bool holds(const RegexTerm& term, const FilterSubject& subject);
    [[nodiscard]] static bool holds(const PlaceTerm& term, const FilterSubject& subject);
    [[nodiscard]] static bool holds(const NumberTerm& term, const FilterSubject& subject);
    [[nodiscard]] static bool holds(Flag flag, const FilterSubject& subject);
    [[nodiscard]] static bool holds(const Impossible&, const FilterSubject&) { return false; }
    std::vector<Term> terms_;
    QString problem_;
    bool asks_measured_ = false;
    bool asks_plan_ = false;
};

}  // namespace bitlathe
