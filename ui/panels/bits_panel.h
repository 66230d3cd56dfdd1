// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

#include "ui/canvas/bits_canvas.h"

namespace bitlathe {

/// The BITS canvas with its title, what its marks mean, and the state of the profile.
class BitsPanel : public QFrame {
    Q_OBJECT
public:
    BitsPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
              QWidget* parent = nullptr);
    [[nodiscard]] BitsCanvas& canvas() { return *canvas_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    BitsCanvas* canvas_;
    QLabel* remark_;
};

}  // namespace bitlathe
