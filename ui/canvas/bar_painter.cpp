// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bar_painter.h"

#include <QFontMetrics>
#include <QImage>

#include "ui/theme/text.h"
#include "ui/theme/viridis.h"

namespace bitlathe {
namespace {

/// Narrower bars have no sides worth the time.
constexpr int kOutlined = 5;
/// Widest mark of a refused format: two bars of one group keep theirs apart.
constexpr int kMark = 14;
constexpr int kAxisText = BitsGeometry::kAxisHeight - 4;

void frame(QPainter& painter, const QRect& r, int width, const QColor& colour) {
    painter.fillRect(r.left(), r.top(), r.width(), width, colour);
    painter.fillRect(r.left(), r.bottom() - width + 1, r.width(), width, colour);
    painter.fillRect(r.left(), r.top(), width, r.height(), colour);
    painter.fillRect(r.right() - width + 1, r.top(), width, r.height(), colour);
}

/// A bar whose upper corners miss a pixel looks rounded and costs one more fill.
void fill(QPainter& painter, const QRect& r, const QBrush& brush) {
    if (r.width() < 7 || r.height() < 4) {
        painter.fillRect(r, brush);
        return;
    }
    painter.fillRect(r.left() + 1, r.top(), r.width() - 2, 1, brush);
    painter.fillRect(r.adjusted(0, 1, 0, 0), brush);
}

}  // namespace

BarPainter::BarPainter(const ThemeTokens& tokens, double device_pixel_ratio)
    : tokens_(tokens),
      lock_hatch_(hatch(QColor(255, 255, 255, 200), device_pixel_ratio)),
      unknown_hatch_(hatch(mixed(tokens.panel, tokens.muted, 0.55), device_pixel_ratio)),
      label_(Theme::label_font()),
      content_(Theme::content_font()),
      copied_(mixed(tokens.panel, tokens.muted, 0.42)) {}

QBrush BarPainter::hatch(const QColor& colour, double device_pixel_ratio) {
    // Diagonals of one period in a square tile continue into the next tile.
    constexpr int kPeriod = 6;
    const int size = qRound(kPeriod * device_pixel_ratio);
    const int thick = qMax(1, qRound(1.5 * device_pixel_ratio));
    QImage tile(size, size, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    for (int y = 0; y < size; ++y) {
        for (int k = 0; k < thick; ++k)
            tile.setPixelColor((size - y + k) % size, y, colour);
    }
    tile.setDevicePixelRatio(device_pixel_ratio);
    QBrush brush;
    brush.setTextureImage(tile);
    return brush;
}

void BarPainter::row(QPainter& painter, const BitsGeometry& geometry, int row) const {
    const QRect band = geometry.row_rect(row);
    for (const int bits : {4, 8}) {
        const int y = geometry.y_of(row, bits);
        painter.fillRect(band.left(), y, band.width(), 1, tokens_.grid);
        if (band.height() < 40) continue;
        painter.setPen(tokens_.muted);
        painter.setFont(label_);
        painter.drawText(QRect(band.right() + 2, y - 8, BitsGeometry::kRightMargin - 6, 16),
                         Qt::AlignRight | Qt::AlignVCenter, number_text(bits, 'g', 6));
    }
    painter.fillRect(band.left(), band.bottom() + 1, band.width(), 1, tokens_.border);
}

void BarPainter::row_label(QPainter& painter, const QRect& rect, const QString& name,
                           const QString& bits) const {
    const bool two_lines = rect.height() >= 30;
    const QRect upper = two_lines ? QRect(rect.left(), rect.bottom() - 31, rect.width(), 16) : rect;
    painter.setFont(two_lines ? content_ : label_);
    painter.setPen(tokens_.text);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (!two_lines) return;
    painter.setFont(label_);
    painter.setPen(tokens_.muted);
    painter.drawText(upper.translated(0, 16), Qt::AlignLeft | Qt::AlignVCenter, bits);
}

void BarPainter::axis(QPainter& painter, const BitsGeometry& geometry,
                      const std::vector<QString>& names) const {
    if (names.empty()) return;
    painter.setFont(label_);
    painter.setPen(tokens_.muted);
    const QFontMetrics metrics(label_);
    int widest = 0;
    for (const QString& name : names)
        widest = qMax(widest, metrics.horizontalAdvance(name));
    const int top = geometry.plot().bottom() + 4;
    for (const int column : geometry.scale().labelled(widest + 10)) {
        const int half = widest / 2 + 4;
        const auto [x, width] = geometry.scale().span(column);
        const QString& name = names[static_cast<std::size_t>(column)];
        // Beside narrow columns there is room at the outer side that no block's number needs.
        const bool narrow = width < metrics.horizontalAdvance(name);
        const bool before = narrow && column < geometry.grid().left;
        const bool after = narrow && column >= geometry.grid().columns - geometry.grid().right;
        const int furthest = geometry.plot().right() + BitsGeometry::kRightMargin - 4 -
                             metrics.horizontalAdvance(name);
        const int left = before  ? x + width - 2 * half
                         : after ? qMin(x, furthest)
                                 : x + width / 2 - half;
        painter.drawText(QRect(left, top, 2 * half, kAxisText),
                         (before  ? Qt::AlignRight
                          : after ? Qt::AlignLeft
                                  : Qt::AlignHCenter) |
                             Qt::AlignVCenter,
                         name);
    }
}

void BarPainter::bar(QPainter& painter, const BitsGeometry& geometry, int bar,
                     const BarLook& look) const {
    const QRect rect = geometry.bar_rect(bar, look.bits);
    if (look.tone) {
        fill(painter, rect, look.copied ? copied_ : error_colour(tokens_, *look.tone));
    } else {
        fill(painter, rect, tokens_.unknown);
        painter.fillRect(rect, unknown_hatch_);
        if (rect.width() >= 16 && rect.height() >= 14) {
            painter.setFont(content_);
            painter.setPen(tokens_.text);
            painter.drawText(rect, Qt::AlignCenter, kUnknown);
        }
    }
    if (look.locked) painter.fillRect(rect, lock_hatch_);
    const int row = geometry.grid().bars[static_cast<std::size_t>(bar)].row;
    if (look.high > look.low) {  // the spread of what is folded: a whisker in the middle
        const int top = geometry.y_of(row, look.high);
        const int bottom = geometry.y_of(row, look.low);
        painter.fillRect(rect.center().x(), top, 1, qMax(1, bottom - top), tokens_.text);
    }
    if (look.committed_bits != look.bits) {  // where it was before the drag
        painter.fillRect(rect.left(), geometry.y_of(row, look.committed_bits), rect.width(), 1,
                         tokens_.text);
    }
}

void BarPainter::pixel_column(QPainter& painter, const BitsGeometry& geometry,
                              const PixelColumn& column) const {
    const QRect band = geometry.row_rect(column.row);
    const int top = std::min(geometry.y_of(column.row, column.bits), band.bottom());
    const QColor colour = !column.tone    ? tokens_.unknown
                          : column.copied ? copied_
                                          : error_colour(tokens_, *column.tone);
    const QRect rect(column.x, top, 1, band.bottom() - top + 1);
    painter.fillRect(rect, colour);
    if (column.locked) painter.fillRect(rect, lock_hatch_);
    const int most = geometry.y_of(column.row, column.high);
    if (most < top) painter.fillRect(column.x, most, 1, 1, tokens_.muted);
    if (column.selected) painter.fillRect(column.x, band.bottom() + 1, 1, 2, tokens_.accent);
}

void BarPainter::other_plan(QPainter& painter, const BitsGeometry& geometry, int bar,
                            const BarLook& look, double bits) const {
    const QRect other = geometry.bar_rect(bar, bits);
    const QRect own = geometry.bar_rect(bar, look.bits);
    const int thick = bits == look.bits ? 1 : 2;
    painter.fillRect(other.left(), other.top(), other.width(), thick, tokens_.warning);
    const int more = own.top() - other.top();
    if (more <= thick || other.width() < kOutlined) return;
    painter.fillRect(other.left(), other.top(), 1, more, tokens_.warning);
    painter.fillRect(other.right(), other.top(), 1, more, tokens_.warning);
}

void BarPainter::hollow_bar(QPainter& painter, const BitsGeometry& geometry, int bar,
                            double bits) const {
    const QRect rect = geometry.bar_rect(bar, bits);
    // Two tones: one of them stands out from any colour of the bar behind.
    if (rect.width() > kOutlined) frame(painter, rect.adjusted(1, 1, -1, 0), 2, tokens_.panel);
    frame(painter, rect, rect.width() > kOutlined ? 2 : 1, tokens_.accent);
}

void BarPainter::other_pixel(QPainter& painter, const BitsGeometry& geometry,
                             const PixelColumn& column, bool hollow) const {
    const int y = geometry.y_of(column.row, *column.other);
    painter.fillRect(column.x, y, 1, 2, hollow ? tokens_.accent : tokens_.warning);
}

void BarPainter::refused(QPainter& painter, const BitsGeometry& geometry, int bar,
                         double bits) const {
    const QRect slot = geometry.slot_rect(bar);
    const int y = geometry.y_of(geometry.grid().bars[static_cast<std::size_t>(bar)].row, bits);
    const int length = qMin(slot.width(), kMark);
    const int left = slot.center().x() - length / 2;
    painter.fillRect(left, y, length, 1, tokens_.warning);
    for (int step = -2; step <= 2 && length >= 2 * kOutlined; ++step)
        painter.fillRect(left + length / 2 + step, y - step, 1, 1, tokens_.warning);
}

void BarPainter::selection(QPainter& painter, const QRect& bar) const {
    frame(painter, bar.adjusted(-1, -1, 1, 1), 2, tokens_.accent);
}

void BarPainter::current(QPainter& painter, const QRect& slot) const {
    // Corners, not a frame: told from the frame of a selected bar by shape as well.
    const QRect r = slot.adjusted(-3, -3, 3, 3);
    const int arm = qBound(3, r.width() / 3, 8);
    for (const int x : {r.left(), r.right() - arm + 1}) {
        painter.fillRect(x, r.top(), arm, 2, tokens_.text);
        painter.fillRect(x, r.bottom() - 1, arm, 2, tokens_.text);
    }
    for (const int x : {r.left(), r.right() - 1}) {
        painter.fillRect(x, r.top(), 2, arm, tokens_.text);
        painter.fillRect(x, r.bottom() - arm + 1, 2, arm, tokens_.text);
    }
}

void BarPainter::rubber_band(QPainter& painter, const QRect& rect) const {
    QColor inside = tokens_.accent;
    inside.setAlpha(40);
    painter.fillRect(rect, inside);
    frame(painter, rect, 1, tokens_.accent);
}

void paint_block_line(QPainter& painter, const QRect& plot, int x, const ThemeTokens& tokens) {
    for (int y = plot.top(); y < plot.bottom(); y += 4) {
        painter.fillRect(x, y, 1, 2, tokens.accent);
    }
}

}  // namespace bitlathe
