// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>

#include "ui/theme/theme.h"

namespace bitlathe {

/// The frame around a canvas that has the keyboard: the same everywhere.
inline void paint_focus(QPainter& painter, const QRect& rect, const ThemeTokens& tokens) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawRect(rect.adjusted(1, 1, -1, -1));
}

}  // namespace bitlathe
