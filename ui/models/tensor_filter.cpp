// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_filter.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/base/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

bool has_wildcard(const QString& text) {
    return text.contains(u'*') || text.contains(u'?');
}

/// "5", "4.5", "10MiB": a number with an optional unit of bytes.
std::optional<double> read_number(const QString& text) {
    static const QRegularExpression kNumber(
        u"^([0-9]*\\.?[0-9]+(?:e[+-]?[0-9]+)?)\\s*(|b|k|m|g|kib|mib|gib)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = kNumber.match(text);
    bool ok = false;
    const double value = match.captured(1).toDouble(&ok);
    if (!match.hasMatch() || !ok) return std::nullopt;
    const QString unit = match.captured(2).toLower();
    if (unit == u"kib"_s) return value * 1024;
    if (unit == u"mib"_s) return value * 1024 * 1024;
    if (unit == u"gib"_s) return value * 1024 * 1024 * 1024;
    if (unit == u"k"_s) return value * 1e3;
    if (unit == u"m"_s) return value * 1e6;
    if (unit == u"g"_s) return value * 1e9;
    return value;
}

bool text_matches(const QString& pattern, bool glob, const QString& text) {
    if (!glob) return text.contains(pattern, Qt::CaseInsensitive);
    return glob_match(pattern.toLower().toStdString(), text.toLower().toStdString());
}

}  // namespace

TensorFilter::TensorFilter(const QString& text) {
    for (const QString& word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        terms_.push_back(parse(word));
    }
}

TensorFilter::Term TensorFilter::parse(QString word) {
    const bool negated = word.size() > 1 && word.startsWith(u'!');
    if (negated) word.remove(0, 1);
    Term term;
    if (word == u"locked"_s) {
        term.what = LockTerm{};
    } else if (auto keyed = parse_keyed(word)) {
        term = *std::move(keyed);
    } else if (auto number = parse_number(word)) {
        term = *std::move(number);
    } else {
        term.what = TextTerm{Field::kName, word, has_wildcard(word)};
    }
    term.negated = negated;
    return term;
}

std::optional<TensorFilter::Term> TensorFilter::parse_keyed(const QString& word) {
    const qsizetype colon = word.indexOf(u':');
    if (colon <= 0) return std::nullopt;
    const QString key = word.left(colon).toLower();
    const QString value = word.mid(colon + 1);
    const auto text_term = [&](Field field) {
        return Term{TextTerm{field, value, has_wildcard(value)}};
    };
    if (key == u"role"_s) return text_term(Field::kRole);
    if (key == u"format"_s) return text_term(Field::kPlanned);
    if (key == u"source"_s) return text_term(Field::kSource);
    if (key == u"name"_s) return text_term(Field::kName);
    if (key != u"block"_s) return std::nullopt;
    const QStringList ends = value.split(u'-');
    bool first_ok = false;
    bool last_ok = false;
    const std::uint32_t first = ends.front().toUInt(&first_ok);
    const std::uint32_t last = ends.back().toUInt(&last_ok);
    if (first_ok && last_ok && ends.size() <= 2) return Term{BlockTerm{first, last}};
    problem_ =
        QCoreApplication::translate("filter", "block: takes a number or a range such as 4-9");
    return Term{Impossible{}};
}

std::optional<TensorFilter::Term> TensorFilter::parse_number(const QString& word) {
    static const QRegularExpression kComparison(u"^(bits|size|error)(<=|>=|<|>|=)(.*)$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    const auto match = kComparison.match(word);
    if (!match.hasMatch()) return std::nullopt;
    const auto value = read_number(match.captured(3));
    if (!value) {
        problem_ =
            QCoreApplication::translate("filter", "%1 is compared with a number, such as %1<5")
                .arg(match.captured(1));
        return Term{Impossible{}};
    }
    const QString key = match.captured(1).toLower();
    const QString sign = match.captured(2);
    NumberTerm term{Number::kError, Compare::kEqual, *value};
    if (key == u"bits"_s) term.number = Number::kBits;
    if (key == u"size"_s) term.number = Number::kBytes;
    if (sign == u"<"_s) term.compare = Compare::kLess;
    if (sign == u"<="_s) term.compare = Compare::kLessEqual;
    if (sign == u">"_s) term.compare = Compare::kGreater;
    if (sign == u">="_s) term.compare = Compare::kGreaterEqual;
    return Term{term};
}

bool TensorFilter::holds(const TextTerm& term, const FilterSubject& subject) {
    switch (term.field) {
        case Field::kRole:
            return text_matches(term.text, term.glob, subject.role);
        case Field::kPlanned:
            return text_matches(term.text, term.glob, subject.planned);
        case Field::kSource:
            return text_matches(term.text, term.glob, subject.source);
        case Field::kName:
            break;
    }
    return text_matches(term.text, term.glob, subject.name);
}

bool TensorFilter::holds(const BlockTerm& term, const FilterSubject& subject) {
    return subject.block && *subject.block >= term.first && *subject.block <= term.last;
}

bool TensorFilter::holds(const NumberTerm& term, const FilterSubject& subject) {
    double value = subject.bits;
    if (term.number == Number::kBytes) value = static_cast<double>(subject.bytes);
    if (term.number == Number::kError) {
        if (!subject.error) return false;  // unknown is neither small nor large
        value = *subject.error;
    }
    switch (term.compare) {
        case Compare::kLess:
            return value < term.value;
        case Compare::kLessEqual:
            return value <= term.value;
        case Compare::kGreater:
            return value > term.value;
        case Compare::kGreaterEqual:
            return value >= term.value;
        case Compare::kEqual:
            break;
    }
    return value == term.value;
}

bool TensorFilter::matches(const FilterSubject& subject) const {
    for (const Term& term : terms_) {
        bool held = false;
        if (const auto* text = std::get_if<TextTerm>(&term.what)) held = holds(*text, subject);
        if (const auto* block = std::get_if<BlockTerm>(&term.what)) held = holds(*block, subject);
        if (const auto* number = std::get_if<NumberTerm>(&term.what))
            held = holds(*number, subject);
        if (std::holds_alternative<LockTerm>(term.what)) held = subject.locked;
        if (std::holds_alternative<Impossible>(term.what)) return false;
        if (held == term.negated) return false;
    }
    return true;
}

}  // namespace bitlathe
