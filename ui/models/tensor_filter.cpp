// SPDX-License-Identifier: GPL-3.0-or-later
// Asking one tensor; the words are read in tensor_filter_words.cpp.
#include "ui/models/tensor_filter.h"

#include <string>
#include <string_view>

#include "core/base/text.h"

namespace bitlathe {
namespace {

/// UTF-8 of a text in memory that is used again: names are ASCII, and there are 50,000 of them.
std::string_view narrow(const QString& text, std::string& room) {
    room.resize(static_cast<std::size_t>(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t letter = text[i].unicode();
        if (letter > 127) return room = text.toStdString();
        room[static_cast<std::size_t>(i)] = static_cast<char>(letter);
    }
    return room;
}

bool text_matches(const QString& pattern, bool glob, const QString& text) {
    if (!glob) return text.contains(pattern);
    thread_local std::string pattern_room;
    thread_local std::string text_room;
    return glob_match(narrow(pattern, pattern_room), narrow(text, text_room));
}

}  // namespace

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

bool TensorFilter::holds(const RegexTerm& term, const FilterSubject& subject) {
    return term.expression.match(subject.name).hasMatch();
}

bool TensorFilter::holds(const PlaceTerm& term, const FilterSubject& subject) {
    std::optional<std::uint32_t> place = subject.block;
    if (term.place == Place::kExpert) place = subject.expert;
    if (term.place == Place::kFile) place = subject.file;
    return place && *place >= term.first && *place <= term.last;
}

bool TensorFilter::holds(const NumberTerm& term, const FilterSubject& subject) {
    std::optional<double> value = subject.bits;
    if (term.number == Number::kBytes) value = static_cast<double>(subject.bytes);
    if (term.number == Number::kError) value = subject.error;
    if (term.number == Number::kNmse) value = subject.nmse;
    if (term.number == Number::kKurtosis) value = subject.kurtosis;
    if (term.number == Number::kOutlier) value = subject.outlier;
    if (!value) return false;  // unknown is neither small nor large
    switch (term.compare) {
        case Compare::kLess:
            return *value < term.value;
        case Compare::kLessEqual:
            return *value <= term.value;
        case Compare::kGreater:
            return *value > term.value;
        case Compare::kGreaterEqual:
            return *value >= term.value;
        case Compare::kEqual:
            break;
    }
    return *value == term.value;
}

bool TensorFilter::holds(Flag flag, const FilterSubject& subject) {
    return flag == Flag::kLocked ? subject.locked : subject.changed;
}

bool TensorFilter::matches(const FilterSubject& subject) const {
    for (const Term& term : terms_) {
        if (std::holds_alternative<Impossible>(term.what)) return false;
        const bool held =
            std::visit([&subject](const auto& what) { return holds(what, subject); }, term.what);
        if (held == term.negated) return false;
    }
    return true;
}

}  // namespace bitlathe
