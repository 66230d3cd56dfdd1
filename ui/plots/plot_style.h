// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRect>
#include <vector>

#include "ui/theme/theme.h"

class QCPAxis;
class QCPItemText;
class QCustomPlot;

namespace bitlathe {

/// Colours, fonts and lines of a plot: one surface, a barely visible grid, no frame.
void dress_plot(QCustomPlot& plot, const ThemeTokens& tokens);

/// Powers of ten, written as quantities: "0.01", "100 k".
void make_log_axis(QCPAxis& axis);

/// Puts each text beside its point (pixels), to the right, left, above or below, where it covers no
/// other point or text placed before and stays within `bounds`. Texts without such a place are not
/// shown.
void place_beside(const std::vector<QCPItemText*>& texts, const std::vector<QPointF>& points,
                  const QRect& bounds);

}  // namespace bitlathe
