// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include "core/base/result.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// Saving of figures. Pictures are painted over `background`, at the size the figure has on screen.
/// Files are written beside their final name and renamed when they are complete; an existing file
/// is replaced. Errors: kNotWritten (nothing to paint, no permission, no space); an earlier file is
/// still there then. GUI thread only.

/// The picture with `scale` device pixels per pixel of the figure (1 .. 8).
[[nodiscard]] QImage figure_image(const Figure& figure, const QColor& background, double scale);
[[nodiscard]] Status save_figure_png(const Figure& figure, const QColor& background, double scale,
                                     const QString& path);
/// The figure as an SVG document; empty when it has no size.
[[nodiscard]] QByteArray figure_svg(const Figure& figure, const QColor& background);
[[nodiscard]] Status save_figure_svg(const Figure& figure, const QColor& background,
                                     const QString& path);
/// One page of the figure's size, 96 pixels to the inch.
[[nodiscard]] Status save_figure_pdf(const Figure& figure, const QColor& background,
                                     const QString& path);
[[nodiscard]] Status save_figure_csv(const Figure& figure, const QString& path);
void copy_figure_image(const Figure& figure, const QColor& background, double scale);
void copy_figure_data(const Figure& figure);

}  // namespace bitlathe
