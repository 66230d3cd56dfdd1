// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>
#include <vector>

#include "ui/canvas/hover_text.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The card beside the pointer: laid out inside given bounds, painted by the canvas itself so that
/// it moves in the same frame as the bars.
class HoverCard {
public:
    void set(std::vector<HoverLine> lines);
    void clear() { lines_.clear(); }
    /// Puts the card near `anchor` without covering it or leaving `bounds`. Returns its rectangle,
    /// empty without lines.
    QRect place(QPoint anchor, const QRect& bounds);
    [[nodiscard]] QRect rect() const { return lines_.empty() ? QRect() : rect_; }
    void paint(QPainter& painter, const ThemeTokens& tokens) const;

private:
    std::vector<HoverLine> lines_;
    QSize size_;
    QRect rect_;
};

}  // namespace bitlathe
