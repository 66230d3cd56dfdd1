// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_axes.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kLeft = 58;
constexpr int kBottom = 20;
constexpr int kTop = 22;    ///< the unit of the colour bar
constexpr int kRight = 96;  ///< colour bar and its numbers
constexpr int kBarWidth = 12;
constexpr int kBarGap = 14;
constexpr int kTick = 3;
constexpr int kRowGap = 34;
constexpr int kColGap = 76;
constexpr int kLabel = 16;  ///< height of a number

struct MatrixAxes {
    Q_DECLARE_TR_FUNCTIONS(matrix_axes)
};

/// Places on the bar that get a number.
constexpr std::array kBarPositions = {1.0, 0.75, 0.5, 0.25, 0.0};

QString bar_number(const MatrixScale& scale, double position, bool clipped) {
    const bool zero = scale.is_logarithmic() && !scale.magnitudes() && position == 0.5;
    if (zero) return u"±"_s + weight_text(scale.value_at(1e-9 + 0.5));
    const bool low_end = scale.is_logarithmic() && scale.magnitudes() && position == 0;
    QString number = weight_text(scale.value_at(position));
    if (low_end) return u"≤ "_s + number;
    if (clipped && position == 1) return u"≥ "_s + number;
    if (clipped && position == 0 && !scale.magnitudes()) return u"≤ "_s + number;
    return number;
}

}  // namespace

QString weight_text(double value) {
    const double size = std::fabs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e5)) return number_text(value, 'e', 2);
    return number_text(value, 'g', 3);
}

MatrixLayout MatrixLayout::of(QSize widget) {
    MatrixLayout layout;
    layout.plot = QRect(kLeft, kTop, std::max(0, widget.width() - kLeft - kRight),
                        std::max(0, widget.height() - kTop - kBottom));
    layout.bar = QRect(layout.plot.right() + 1 + kBarGap, kTop, kBarWidth, layout.plot.height());
    return layout;
}

void paint_matrix_axes(QPainter& painter, const ThemeTokens& tokens, const MatrixLayout& layout,
                       const MatrixView& view, const MatrixLook& look, double device_pixel_ratio,
                       bool sorted_rows, bool sorted_cols) {
    const QRect& plot = layout.plot;
    painter.setFont(Theme::label_font());
    painter.setPen(tokens.muted);
    const auto logical = [device_pixel_ratio](int pixel) {
        return static_cast<int>(pixel / device_pixel_ratio);
    };
    const auto device = [device_pixel_ratio](int pixel) {
        return static_cast<int>(std::ceil(pixel * device_pixel_ratio));
    };
    for (const AxisTick& tick : view.row_ticks(device(kRowGap))) {
        const int y = plot.top() + logical(tick.pixel);
        painter.fillRect(plot.left() - kTick, y, kTick, 1, tokens.muted);
        const int top = std::clamp(y - kLabel / 2, plot.top() - 2, plot.bottom() - kLabel + 3);
        painter.drawText(QRect(0, top, kLeft - kTick - 4, kLabel),
                         Qt::AlignRight | Qt::AlignVCenter, count_text(tick.place));
    }
    for (const AxisTick& tick : view.col_ticks(device(kColGap))) {
        const int x = plot.left() + logical(tick.pixel);
        painter.fillRect(x, plot.bottom() + 1, 1, kTick, tokens.muted);
        painter.drawText(
            QRect(x - kColGap / 2, plot.bottom() + 1 + kTick, kColGap, kLabel),
            Qt::AlignHCenter | Qt::AlignVCenter,
            count_text(tick.place < look.col_numbers.size() ? look.col_numbers[tick.place]
                                                            : tick.place));
    }
    const QRect title(0, 0, plot.right(), kTop - 4);
    const QString rows = !look.rows.isEmpty() ? look.rows
                         : sorted_rows        ? MatrixAxes::tr("rows by norm")
                                              : MatrixAxes::tr("row");
    const QString cols = !look.cols.isEmpty() ? look.cols
                         : sorted_cols        ? MatrixAxes::tr("columns by norm")
                                              : MatrixAxes::tr("column");
    painter.drawText(title.adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     rows + u" ↓   "_s + cols + u" →"_s);
}

void paint_colour_bar(QPainter& painter, const ThemeTokens& tokens, const MatrixLayout& layout,
                      const MatrixScale& scale, const MatrixLook& look, float max_abs,
                      std::uint64_t nonfinite) {
    const QRect& bar = layout.bar;
    if (bar.height() < 2 * kLabel) return;
    const MatrixPalette palette = matrix_palette(look.map, look.magnitudes);
    QImage strip(1, static_cast<int>(MatrixPalette::kSteps), QImage::Format_RGB32);
    for (std::size_t i = 0; i < MatrixPalette::kSteps; ++i) {
        strip.setPixel(0, static_cast<int>(MatrixPalette::kSteps - 1 - i), palette.steps[i]);
    }
    painter.drawImage(bar, strip);
    painter.setFont(Theme::label_font());
    painter.setPen(tokens.text);
    // The unit ends where the panel does: it may be longer than the bar's numbers.
    painter.drawText(QRect(0, 0, bar.right() + kRight - kBarGap - kBarWidth - 2, kTop - 4),
                     Qt::AlignRight | Qt::AlignVCenter, look.unit);
    painter.setPen(tokens.muted);
    const bool clipped = max_abs > scale.high();
    for (const double position : kBarPositions) {
        // Of nothing but zeros there is no more to say.
        if (scale.high() <= 0 && position != scale.position(0)) continue;
        const int y = bar.bottom() - static_cast<int>(position * (bar.height() - 1));
        painter.fillRect(bar.right() + 1, y, kTick, 1, tokens.muted);
        const int top = std::clamp(y - kLabel / 2, bar.top() - 2, bar.bottom() - kLabel + 3);
        painter.drawText(QRect(bar.right() + kTick + 4, top, kRight, kLabel),
                         Qt::AlignLeft | Qt::AlignVCenter, bar_number(scale, position, clipped));
    }
    if (nonfinite == 0) return;
    const int y = bar.bottom() + 6;
    painter.fillRect(QRect(bar.left(), y, kBarWidth, 9), QColor::fromRgb(nonfinite_colour()));
    painter.drawText(
        QRect(bar.right() + kTick + 4, y - 4, kRight, kLabel), Qt::AlignLeft | Qt::AlignVCenter,
        look.unknown.isEmpty() ? MatrixAxes::tr("%1 not finite").arg(count_text(nonfinite))
                               : look.unknown);
}

}  // namespace bitlathe
