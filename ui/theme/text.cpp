// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <array>
#include <cmath>

#include "core/base/text.h"
#include "ui/theme/file_numbers.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Three significant digits without an exponent for ordinary sizes. The bounds are where rounding
/// brings one more digit.
QString three_digits(double value) {
    const double size = std::abs(value);
    if (size >= 99.95 || size == 0) return number_text(value, 'f', 0);
    if (size >= 9.995) return number_text(value, 'f', 1);
    if (size >= 0.9995) return number_text(value, 'f', 2);
    if (size >= 1e-4)
        return number_text(value, 'f', 2 - static_cast<int>(std::floor(std::log10(size))));
    return number_text(value, 'g', 2);
}

/// "×10⁻⁵", as people write it by hand.
QString power_of_ten(int exponent) {
    static const QString kRaised = u"⁰¹²³⁴⁵⁶⁷⁸⁹"_s;
    QString text = QLocale().language() == QLocale::German ? u"·10"_s : u"×10"_s;
    if (exponent < 0) text += u'⁻';
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += kRaised[digit.digitValue()];
    return text;
}

}  // namespace

QString to_qstring(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString format_text(FormatId format) {
    return to_qstring(format_info(format).name);
}

QString number_text(double value, char form, int digits) {
    const QLocale locale;
    const QString text = locale.toString(value, form, digits);
    const QString plain = QString::number(value, form, digits);
    const qsizetype mark = plain.indexOf(u'e');
    if (mark < 0) return text;  // "inf" and "nan" have none
    const QString digits_before = text.left(text.indexOf(locale.exponential()));
    if (FileNumbers::wanted()) return digits_before + plain.mid(mark);
    return digits_before + power_of_ten(plain.mid(mark + 1).toInt());
}

QString count_text(std::uint64_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString percent_text(double percent, char form, int digits) {
    return number_text(percent, form, digits) + u" %"_s;
}

QString bytes_text(std::uint64_t bytes) {
    return to_qstring(human_bytes(bytes)).replace(u'.', QLocale().decimalPoint());
}

QString bytes_change_text(std::uint64_t before, std::uint64_t after) {
    if (before == after) return u"±0 B"_s;
    return after > before ? u"+"_s + bytes_text(after - before)
                          : QChar(0x2212) + bytes_text(before - after);
}

QString bits_text(double bits) {
    return number_text(bits, 'f', 2);
}

QString quantity_text(double value) {
    static constexpr std::array<char, 5> kSuffix = {'\0', 'k', 'M', 'G', 'T'};
    std::size_t step = 0;
    while (std::abs(value) >= 999.5 && step + 1 < kSuffix.size()) {
        value /= 1000;
        ++step;
    }
    const QString number = three_digits(value);
    return step == 0 ? number : number + u' ' + QLatin1Char(kSuffix[step]);
}

QString without_zeros(const QString& text) {
    const QString point = QLocale().decimalPoint();
    const QRegularExpression zeros(u"(%1\\d*?)0+(?= |$)"_s.arg(QRegularExpression::escape(point)));
    QString shorter = QString(text).replace(zeros, u"\\1"_s).replace(point + u' ', u" "_s);
    if (shorter.endsWith(point)) shorter.chop(point.size());
    return shorter;
}

QString nmse_text(std::optional<double> nmse) {
    if (!nmse) return kUnknown;
    return three_digits(*nmse * 100) + u" %"_s;
}

QString longest_fit(const QFontMetrics& metrics, int width, const QStringList& texts) {
    for (const QString& text : texts) {
        if (metrics.horizontalAdvance(text) <= width) return text;
    }
    return texts.isEmpty() ? QString() : metrics.elidedText(texts.back(), Qt::ElideRight, width);
}

QString duration_text(double seconds) {
    if (seconds < 9.95) {
        return QCoreApplication::translate("duration", "%1 s").arg(number_text(seconds, 'f', 1));
    }
    const auto whole = static_cast<long long>(std::llround(seconds));
    if (whole < 90) return QCoreApplication::translate("duration", "%1 s").arg(whole);
    if (whole < 5400) {
        return QCoreApplication::translate("duration", "%1 min %2 s")
            .arg(whole / 60)
            .arg(whole % 60);
    }
    return QCoreApplication::translate("duration", "%1 h %2 min")
        .arg(whole / 3600)
        .arg(whole % 3600 / 60);
}

}  // namespace bitlathe
