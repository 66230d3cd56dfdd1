// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/formats/format.h"

namespace bitlathe {

/// Numbers and names as people read them. Unknown values are written as kUnknown, never as 0.
inline constexpr QChar kUnknown = QChar(0x2026);  // an ellipsis

[[nodiscard]] QString to_qstring(std::string_view text);
/// "Q4_K"
[[nodiscard]] QString format_text(FormatId format);
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
/// "0.4 s", "42 s", "3 min 40 s", "2 h 1 min".
[[nodiscard]] QString duration_text(double seconds);

}  // namespace bitlathe
