// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QCheckBox>
#include <QFrame>

#include "ui/canvas/depth_canvas.h"
#include "ui/canvas/outlier_strip.h"

namespace bitlathe {

/// The overview over depth with its switches, and below it, once a text was profiled, where
/// channels stand out.
class DepthPanel : public QFrame {
    Q_OBJECT
public:
    /// `measures`: the actions that find out what strips can show.
    DepthPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, ActivationBook& activations,
               const QList<QAction*>& measures, Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] DepthCanvas& canvas() { return *canvas_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show_heading();
    const ActivationBook& activations_;
    DepthCanvas* canvas_;
    QWidget* heading_;  ///< of the outliers
    OutlierStrip* outliers_;
    QCheckBox* logarithmic_;
};

}  // namespace bitlathe
