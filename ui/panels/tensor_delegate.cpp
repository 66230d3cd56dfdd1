// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tensor_delegate.h"

#include <QPainter>

#include "ui/models/tensor_table_model.h"

namespace bitlathe {

TensorDelegate::TensorDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

QSize TensorDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    constexpr int kRowHeight = 20;
    return {60, kRowHeight};
}

void TensorDelegate::paint_error(QPainter* painter, const QRect& cell, double share) const {
    const int width = static_cast<int>((cell.width() - 8) * share);
    const QColor tint =
        mixed(theme_.tokens().panel, theme_.tokens().accent, theme_.tokens().dark ? 0.30 : 0.20);
    painter->fillRect(cell.right() - 3 - width, cell.top() + 3, width, cell.height() - 6, tint);
}

void TensorDelegate::paint_lock(QPainter* painter, const QRect& cell) const {
    // Drawn, as few fonts have a padlock: the body and the bow.
    const QColor colour = theme_.tokens().text;
    const int x = cell.right() - 13;
    const int y = cell.center().y() - 1;
    painter->fillRect(x, y, 8, 6, colour);
    painter->fillRect(x + 1, y - 4, 6, 1, colour);
    painter->fillRect(x + 1, y - 4, 1, 4, colour);
    painter->fillRect(x + 6, y - 4, 1, 4, colour);
}

void TensorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const ThemeTokens& t = theme_.tokens();
    const int column = index.column();
    if (column == TensorTableModel::kError) {
        const double share = index.data(TensorTableModel::kErrorShareRole).toDouble();
        if (share > 0) paint_error(painter, option.rect, share);
    }
    const bool locked =
        column == TensorTableModel::kPlanned && index.data(TensorTableModel::kLockedRole).toBool();
    if (locked) paint_lock(painter, option.rect);

    const bool planned = column >= TensorTableModel::kPlanned;
    const bool loud = column == TensorTableModel::kName ||
                      (planned && index.data(TensorTableModel::kChangedRole).toBool());
    painter->setPen(loud ? t.text : t.muted);
    painter->setFont(option.font);
    const int left = column == TensorTableModel::kName ? 2 : 6;
    const QRect text_rect = option.rect.adjusted(left, 0, locked ? -16 : -6, 0);
    const QString text = option.fontMetrics.elidedText(
        index.data().toString(),
        column == TensorTableModel::kName ? Qt::ElideMiddle : Qt::ElideRight, text_rect.width());
    painter->drawText(text_rect, index.data(Qt::TextAlignmentRole).toInt(), text);
}

}  // namespace bitlathe
