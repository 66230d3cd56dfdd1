// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

#include "ui/theme/theme.h"

class QCPAxis;
class QCPItemText;
class QCustomPlot;

namespace bitlathe {

/// Colours, fonts and lines of a plot: one surface, a barely visible grid, no frame.
void dress_plot(QCustomPlot& plot, const ThemeTokens& tokens);

/// Of an upright axis: powers of ten, written as quantities ("0.01", "100 k"), as many as there is
/// room for.
void make_log_axis(QCPAxis& axis);
/// The same in even steps, numbers as the language writes them.
void make_plain_axis(QCPAxis& axis);

/// Where a text that hangs from its corner is painted, in pixels.
[[nodiscard]] QRect text_rect(const QCPItemText& text);

}  // namespace bitlathe
