// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>

#include "ui/canvas/matrix_look.h"
#include "ui/canvas/matrix_view.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// Where the parts of the matrix canvas are, in logical pixels.
struct MatrixLayout {
    QRect plot, bar;
    [[nodiscard]] static MatrixLayout of(QSize widget);
};

/// Numbers of rows and columns beside the plot, and above it what they are, by their look.
/// `sorted_*`: they are ranks.
void paint_matrix_axes(QPainter& painter, const ThemeTokens& tokens, const MatrixLayout& layout,
                       const MatrixView& view, const MatrixLook& look, double device_pixel_ratio,
                       bool sorted_rows, bool sorted_cols);

/// The colour bar with its unit and numbers. `max_abs`: what the matrix reaches; ends that clip say
/// so.
void paint_colour_bar(QPainter& painter, const ThemeTokens& tokens, const MatrixLayout& layout,
                      const MatrixScale& scale, const MatrixLook& look, float max_abs,
                      std::uint64_t nonfinite);

/// A weight with three significant digits, exponents where they are short: "-0.0123", "3.1e-07".
[[nodiscard]] QString weight_text(double value);

}  // namespace bitlathe
