// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "ui/canvas/depth_canvas.h"
#include "ui/models/keeps_view.h"

namespace bitlathe {

/// A button with a menu of all strips over depth that can be shown.
class StripChoice : public QToolButton, public KeepsView {
    Q_OBJECT
public:
    /// `measures`: the actions that find out what some strips show; at the end of the menu.
    StripChoice(DepthCanvas& canvas, QList<QAction*> measures, QWidget* parent = nullptr);
    /// Names of the strips that a person chose; none: nobody has chosen.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

private:
    void fill();
    void toggle(std::size_t metric, bool on);
    DepthCanvas& canvas_;
    QList<QAction*> measures_;
    QStringList chosen_;
};

}  // namespace bitlathe
