// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of the filter box to what they ask, and what is wrong with those that ask nothing.
#include <QCoreApplication>

#include "ui/models/tensor_filter.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

bool has_wildcard(const QString& text) {
    return text.contains(u'*') || text.contains(u'?');
}

double unit_of(const QString& unit) {
    if (unit == u"%"_s) return 0.01;
    if (unit == u"kib"_s) return 1024;
    if (unit == u"mib"_s) return 1024.0 * 1024;
    if (unit == u"gib"_s) return 1024.0 * 1024 * 1024;
    if (unit == u"k"_s) return 1e3;
    if (unit == u"m"_s) return 1e6;
    if (unit == u"g"_s) return 1e9;
    return 1;
}

/// "5", "4.5", "1e-3", "10MiB", "2%": a number with an optional unit.
std::optional<double> read_number(const QString& text) {
    static const QRegularExpression kNumber(
        u"^([0-9]*\\.?[0-9]+(?:e[+-]?[0-9]+)?)\\s*(|%|b|k|m|g|kib|mib|gib)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = kNumber.match(text);
    bool ok = false;
    const double value = match.captured(1).toDouble(&ok);
    if (!match.hasMatch() || !ok) return std::nullopt;
    return value * unit_of(match.captured(2).toLower());
}

}  // namespace

TensorFilter::TensorFilter(const QString& text) {
    for (const QString& word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        terms_.push_back(parse(word));
    }
}

TensorFilter::Term TensorFilter::impossible(const QString& problem) {
    if (problem_.isEmpty()) problem_ = problem;
    return Term{Impossible{}};
}

TensorFilter::Term TensorFilter::parse(QString word) {
    const bool negated = word.size() > 1 && word.startsWith(u'!');
    if (negated) word.remove(0, 1);
    Term term;
    const QString low = word.toLower();
    if (low == u"locked"_s || low == u"changed"_s) {
        term.what = low == u"locked"_s ? Flag::kLocked : Flag::kChanged;
        asks_plan_ = true;
    } else if (auto expression = parse_regex(word)) {
        term = *std::move(expression);
    } else if (auto keyed = parse_keyed(low)) {
        term = *std::move(keyed);
    } else if (auto number = parse_number(low)) {
        term = *std::move(number);
    } else {
        term.what = TextTerm{Field::kName, low, has_wildcard(low)};
    }
    term.negated = negated;
    return term;
}

std::optional<TensorFilter::Term> TensorFilter::parse_regex(const QString& word) {
    if (word.size() < 3 || !word.startsWith(u'/') || !word.endsWith(u'/')) return std::nullopt;
    QRegularExpression expression(
        word.mid(1, word.size() - 2),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DontCaptureOption);
    if (!expression.isValid()) {
        return impossible(QCoreApplication::translate("filter", "%1 at character %2: %3")
                              .arg(word)
                              .arg(expression.patternErrorOffset() + 1)
                              .arg(expression.errorString()));
    }
    expression.optimize();
    return Term{RegexTerm{std::move(expression)}};
}

TensorFilter::Term TensorFilter::parse_place(Place place, const QString& key,
                                             const QString& value) {
    const QStringList ends = value.split(u'-');
    bool first_ok = false;
    bool last_ok = false;
    const std::uint32_t first = ends.front().toUInt(&first_ok);
    const std::uint32_t last = ends.back().toUInt(&last_ok);
    if (!first_ok || !last_ok || ends.size() > 2) {
        return impossible(
            QCoreApplication::translate("filter", "%1: takes a number or a range such as 4-9")
                .arg(key));
    }
    if (last < first) {
        return impossible(QCoreApplication::translate("filter", "%1:%2 is empty: write %1:%4-%3")
                              .arg(key, value, ends.front(), ends.back()));
    }
    return Term{PlaceTerm{place, first, last}};
}

std::optional<TensorFilter::Term> TensorFilter::parse_keyed(const QString& word) {
    const qsizetype colon = word.indexOf(u':');
    if (colon <= 0) return std::nullopt;
    const QString key = word.left(colon);
    const QString value = word.mid(colon + 1);
    if (value.isEmpty()) {
        return impossible(
            QCoreApplication::translate("filter", "%1: wants something after the colon").arg(key));
    }
    const auto text_term = [&](Field field) {
        return Term{TextTerm{field, value, has_wildcard(value)}};
    };
    if (key == u"role"_s) return text_term(Field::kRole);
    if (key == u"source"_s) return text_term(Field::kSource);
    if (key == u"name"_s) return text_term(Field::kName);
    if (key == u"block"_s) return parse_place(Place::kBlock, key, value);
    if (key == u"expert"_s) return parse_place(Place::kExpert, key, value);
    if (key == u"shard"_s) return parse_place(Place::kFile, key, value);
    if (key == u"format"_s) {
        asks_plan_ = true;
        return text_term(Field::kPlanned);
    }
    return impossible(QCoreApplication::translate(
                          "filter",
                          "%1: is no key; there are role: format: source: name: block: expert: "
                          "shard:")
                          .arg(key));
}

std::optional<TensorFilter::Term> TensorFilter::parse_number(const QString& word) {
    static const QRegularExpression kComparison(u"^([a-z_]+)(<=|>=|<|>|=)(.*)$"_s);
    const auto match = kComparison.match(word);
    if (!match.hasMatch()) return std::nullopt;
    const QString key = match.captured(1);
    NumberTerm term{Number::kBits, Compare::kEqual, 0};
    if (key == u"size"_s) term.number = Number::kBytes;
    if (key == u"error"_s) term.number = Number::kError;
    if (key == u"nmse"_s) term.number = Number::kNmse;
    if (key == u"kurtosis"_s) term.number = Number::kKurtosis;
    if (key == u"outlier"_s) term.number = Number::kOutlier;
    if (term.number == Number::kBits && key != u"bits"_s) {
        return impossible(
            QCoreApplication::translate(
                "filter", "%1 cannot be compared; bits size error nmse kurtosis outlier can")
                .arg(key));
    }
    const auto value = read_number(match.captured(3));
    if (!value) {
        return impossible(
            QCoreApplication::translate("filter", "%1 is compared with a number, such as %1<5")
                .arg(key));
    }
    term.value = *value;
    const QString sign = match.captured(2);
    if (sign == u"<"_s) term.compare = Compare::kLess;
    if (sign == u"<="_s) term.compare = Compare::kLessEqual;
    if (sign == u">"_s) term.compare = Compare::kGreater;
    if (sign == u">="_s) term.compare = Compare::kGreaterEqual;
    const bool of_weights = term.number == Number::kKurtosis || term.number == Number::kOutlier;
    asks_plan_ = asks_plan_ || !of_weights;
    asks_measured_ =
        asks_measured_ || (term.number != Number::kBits && term.number != Number::kBytes);
    return Term{term};
}

}  // namespace bitlathe
