// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/formats/format.h"

namespace bitlathe {

/// Numbers and names as people read them: in the language of the window (decimal point, thousands).
/// What goes into files is written with QString::number or data_text() instead, whatever the
/// language. Values that are not known yet are written as kUnknown, never as 0.
inline constexpr QChar kUnknown = QChar(0x2026);  // an ellipsis
/// In place of a figure that nobody has asked for, and that will not come by itself: a dash.
inline constexpr QChar kNotMeasured = QChar(0x2014);

[[nodiscard]] QString to_qstring(std::string_view text);
/// "Q4_K"
[[nodiscard]] QString format_text(FormatId format);
/// As QString::number has it, but as the language does: "0,5", "4·10⁻⁵"; "4e-05" in FileNumbers.
[[nodiscard]] QString number_text(double value, char form, int digits);
/// "1,234,567"
[[nodiscard]] QString count_text(std::uint64_t count);
/// "12.5 %"
[[nodiscard]] QString percent_text(double percent, char form, int digits);
/// "31.5 MiB"
[[nodiscard]] QString bytes_text(std::uint64_t bytes);
/// "+6.9 MiB", "-1.2 KiB", "±0 B"
[[nodiscard]] QString bytes_change_text(std::uint64_t before, std::uint64_t after);
/// Bits per weight with two decimals: "4.50".
[[nodiscard]] QString bits_text(double bits);
/// Three significant digits with an SI suffix: "6.71 M", "412", "0.0123".
[[nodiscard]] QString quantity_text(double value);
/// The number in a text without zeros at its end, for ticks of axes: "10.0 k" -> "10 k".
[[nodiscard]] QString without_zeros(const QString& text);
/// A relative squared error: "0.61 %", "0.0034 %"; kUnknown when it is not known.
[[nodiscard]] QString nmse_text(std::optional<double> nmse);
/// The first of several ways to say the same, longest first, that is not wider than `width` pixels;
/// the last one, with an ellipsis, where none is. "" of no texts.
[[nodiscard]] QString longest_fit(const QFontMetrics& metrics, int width, const QStringList& texts);
/// "0.4 s", "42 s", "3 min 40 s", "2 h 1 min".
[[nodiscard]] QString duration_text(double seconds);

}  // namespace bitlathe
