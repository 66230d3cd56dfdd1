// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QFrame>

#include "ui/canvas/depth_canvas.h"

namespace bitlathe {

/// The overview over depth with its switches.
class DepthPanel : public QFrame {
    Q_OBJECT
public:
    DepthPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
               QWidget* parent = nullptr);
    [[nodiscard]] DepthCanvas& canvas() { return *canvas_; }

private:
    DepthCanvas* canvas_;
    QCheckBox* logarithmic_;
};

}  // namespace bitlathe
