// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QPainter>

#include "ui/canvas/bar_look.h"
#include "ui/canvas/bits_geometry.h"
#include "ui/canvas/pixel_columns.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The thin line that joins a block through all canvases.
void paint_block_line(QPainter& painter, const QRect& plot, int x, const ThemeTokens& tokens);

/// Paints bars, rows and axis of the BITS canvas into whatever region the painter is clipped to.
/// Whole pixels and plain fills only: 2,000 bars fit in a frame.
class BarPainter {
public:
    BarPainter(const ThemeTokens& tokens, double device_pixel_ratio);

    void row(QPainter& painter, const BitsGeometry& geometry, int row) const;
    void row_label(QPainter& painter, const QRect& rect, const QString& name,
                   const QString& bits) const;
    void axis(QPainter& painter, const BitsGeometry& geometry,
              const std::vector<QString>& names) const;
    void bar(QPainter& painter, const BitsGeometry& geometry, int bar, const BarLook& look) const;
    /// Bars that share a pixel: their mean bits, a dot at the most bits, a mark below when one is
    /// selected.
    void pixel_column(QPainter& painter, const BitsGeometry& geometry,
                      const PixelColumn& column) const;
    /// Where another plan would have the bar of `look`: a line at its bits, and the outline of what
    /// it has more.
    void other_plan(QPainter& painter, const BitsGeometry& geometry, int bar, const BarLook& look,
                    double bits) const;
    /// What a bar would become: its outline.
    void hollow_bar(QPainter& painter, const BitsGeometry& geometry, int bar, double bits) const;
    /// The same of bars that share a pixel: side by side these make the line. `hollow`: what they
    /// would become, else where another plan has them.
    void other_pixel(QPainter& painter, const BitsGeometry& geometry, const PixelColumn& column,
                     bool hollow) const;
    /// A height at which the bar cannot end: a line that is struck through.
    void refused(QPainter& painter, const BitsGeometry& geometry, int bar, double bits) const;
    void selection(QPainter& painter, const QRect& bar) const;
    /// Where the keyboard is.
    void current(QPainter& painter, const QRect& slot) const;
    void rubber_band(QPainter& painter, const QRect& rect) const;

private:
    [[nodiscard]] static QBrush hatch(const QColor& colour, double device_pixel_ratio);
    const ThemeTokens& tokens_;
    QBrush lock_hatch_, unknown_hatch_;
    QFont label_, content_;
    QColor copied_;
};

}  // namespace bitlathe
