// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

#include "ui/theme/theme.h"

namespace bitlathe {

/// A slider over bits per weight, in hundredths, with its scale written below. It jumps to where it
/// is pressed. While it is disabled it shows a remark instead of its scale.
class BudgetSlider : public QAbstractSlider {
    Q_OBJECT
public:
    explicit BudgetSlider(Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    void set_remark(const QString& remark);
    [[nodiscard]] const QString& remark() const { return remark_; }
    /// The centre of the handle for a value; for tests too.
    [[nodiscard]] QPoint handle_at(int value) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] int value_at(int x) const;
    void paint_scale(QPainter& painter) const;
    Theme& theme_;
    QString remark_;
};

}  // namespace bitlathe
