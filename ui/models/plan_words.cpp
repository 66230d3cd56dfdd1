// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <charconv>

#include <fmt/format.h>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::string_view kEditedMark = " edited";

/// Without a number and without "edited".
QString base_text(const QString& name) {
    if (name.isEmpty()) return QCoreApplication::translate("plan names", "without a name");
    if (name == to_qstring(kStoredName))
        return QCoreApplication::translate("plan names", "as stored");
    static const QRegularExpression layerwise(u"^(\\S+/\\S+), (\\d+) % low(, LIM)?$"_s);
    const auto match = layerwise.match(name);
    if (!match.hasMatch()) return name;
    //: %1 two formats, %2 a number: the share of blocks in the first of them
    return QCoreApplication::translate("plan names", "%1, %2 % low")
               .arg(match.captured(1), match.captured(2)) +
           match.captured(3);
}

}  // namespace

std::string edited_name(const std::string& name) {
    return numbered_name(name).base.ends_with(kEditedMark) ? name : name + std::string(kEditedMark);
}

std::string layerwise_name(std::string_view low, std::string_view high, double share_low,
                           bool by_lim) {
    return fmt::format("{}/{}, {:.0f} % low{}", low, high, share_low * 100, by_lim ? ", LIM" : "");
}

NumberedName numbered_name(const std::string& name) {
    constexpr std::size_t most_digits = 4;  // more are no number of a copy
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos || space == 0) return {name};
    const std::string_view digits = std::string_view(name).substr(space + 1);
    int number = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size();
    if (!whole || digits.size() > most_digits || number < 2) return {name};
    return {name.substr(0, space), number};
}

QString plan_name_text(const std::string& name) {
    const NumberedName numbered = numbered_name(name);
    if (numbered.number > 1) {
        return plan_name_text(numbered.base) + u' ' + QString::number(numbered.number);
    }
    if (name.ends_with(kEditedMark)) {
        //: %1 the name of a plan
        return QCoreApplication::translate("plan names", "%1 edited")
            .arg(plan_name_text(name.substr(0, name.size() - kEditedMark.size())));
    }
    return base_text(to_qstring(name));
}

}  // namespace bitlathe
