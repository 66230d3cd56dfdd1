// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hover_card.h"

#include <QFontMetrics>
#include <algorithm>

namespace bitlathe {
namespace {

constexpr int kMargin = 10;
constexpr int kLineHeight = 17;
constexpr int kAway = 14;  ///< from the pointer
constexpr int kWidest = 470;

QFont font_of(const HoverLine& line) {
    switch (line.kind) {
        case HoverLine::Kind::kTitle:
            return Theme::title_font();
        case HoverLine::Kind::kMuted:
            return Theme::label_font();
        default:
            return Theme::content_font();
    }
}

int struck_width(const HoverLine& line, const QFontMetrics& metrics) {
    return line.struck.isEmpty() ? 0 : metrics.horizontalAdvance(line.struck) + 8;
}

}  // namespace

void HoverCard::set(std::vector<HoverLine> lines) {
    lines_ = std::move(lines);
    int width = 0;
    for (const HoverLine& line : lines_) {
        const QFontMetrics metrics(font_of(line));
        width = std::max(width, struck_width(line, metrics) + metrics.horizontalAdvance(line.text));
    }
    size_ = QSize(std::min(width + 1, kWidest) + 2 * kMargin,
                  static_cast<int>(lines_.size()) * kLineHeight + kMargin + 4);
}

QRect HoverCard::place(QPoint anchor, const QRect& bounds) {
    if (lines_.empty()) return {};
    int x = anchor.x() + kAway;
    if (x + size_.width() > bounds.right()) x = anchor.x() - kAway - size_.width();
    int y = anchor.y() - kAway - size_.height();
    if (y < bounds.top()) y = anchor.y() + kAway;
    x = std::max(bounds.left(), std::min(x, bounds.right() - size_.width()));
    y = std::max(bounds.top(), std::min(y, bounds.bottom() - size_.height()));
    rect_ = QRect(QPoint(x, y), size_);
    return rect_;
}

void HoverCard::paint(QPainter& painter, const ThemeTokens& tokens) const {
    if (lines_.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.border);
    painter.setBrush(tokens.dark ? tokens.button : tokens.panel);
    painter.drawRoundedRect(QRectF(rect_).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRect row(rect_.left() + kMargin, rect_.top() + (kMargin + 4) / 2, rect_.width() - 2 * kMargin,
              kLineHeight);
    for (const HoverLine& line : lines_) {
        QFont font = font_of(line);
        const QFontMetrics metrics(font);
        painter.setPen(line.kind == HoverLine::Kind::kMuted ? tokens.muted : tokens.text);
        const int offset = struck_width(line, metrics);
        if (offset > 0) {
            font.setStrikeOut(true);
            painter.setFont(font);
            painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.struck);
            font.setStrikeOut(false);
        }
        painter.setFont(font);
        const QRect rest = row.adjusted(offset, 0, 0, 0);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(line.text, Qt::ElideRight, rest.width()));
        row.translate(0, kLineHeight);
    }
}

}  // namespace bitlathe
