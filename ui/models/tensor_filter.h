// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace bitlathe {

/// What a filter can ask of one tensor under the plan that is shown.
struct FilterSubject {
    QString name, role, planned, source;
    std::optional<std::uint32_t> block;
    double bits = 0;
    std::uint64_t bytes = 0;
    std::optional<double> error;  ///< weights x NMSE
    bool locked = false;
};

/// The text of the filter box, understood. Words are separated by blanks and must all hold:
///   down            the name contains it, any case; with * or ? it is a glob for the whole name
///   role:down       the role contains it; also block:3, block:4-9, format:Q4_K, source:BF16
///   bits<5          also bits, size (bytes; KiB MiB GiB) and error with < <= > >= =
///   locked          and !locked; a ! before any word turns it round
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

private:
    enum class Field : std::uint8_t { kName, kRole, kPlanned, kSource };
    enum class Number : std::uint8_t { kBits, kBytes, kError };
    enum class Compare : std::uint8_t { kLess, kLessEqual, kGreater, kGreaterEqual, kEqual };
    struct TextTerm {
        Field field;
        QString text;
        bool glob;
    };
    struct BlockTerm {
        std::uint32_t first, last;
    };
    struct NumberTerm {
        Number number;
        Compare compare;
        double value;
    };
    struct LockTerm {};
    struct Impossible {};
    struct Term {
        std::variant<TextTerm, BlockTerm, NumberTerm, LockTerm, Impossible> what;
        bool negated = false;
    };

    [[nodiscard]] Term parse(QString word);
    [[nodiscard]] std::optional<Term> parse_keyed(const QString& word);
    [[nodiscard]] std::optional<Term> parse_number(const QString& word);
    [[nodiscard]] static bool holds(const TextTerm& term, const FilterSubject& subject);
    [[nodiscard]] static bool holds(const BlockTerm& term, const FilterSubject& subject);
    [[nodiscard]] static bool holds(const NumberTerm& term, const FilterSubject& subject);
    std::vector<Term> terms_;
    QString problem_;
};

}  // namespace bitlathe
