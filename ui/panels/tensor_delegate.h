// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace bitlathe {

/// Paints the cells of the tensor table: quiet columns muted, what the plan changes in full, a lock
/// behind a locked format, and the estimated error as a bar behind its number. Selection and hover
/// are the row's, which the view paints before.
class TensorDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit TensorDelegate(Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    void paint_error(QPainter* painter, const QRect& cell, double share) const;
    void paint_lock(QPainter* painter, const QRect& cell) const;
    Theme& theme_;
};

}  // namespace bitlathe
