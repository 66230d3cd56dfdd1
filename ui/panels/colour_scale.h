// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/bar_colours.h"
#include "ui/models/plan_model.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The scale of what bars are coloured by, with the numbers at its ends.
class ColourScale : public QWidget {
    Q_OBJECT
public:
    ColourScale(PlanModel& plan, BarColours& colours, Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void say();
    PlanModel& plan_;
    BarColours& colours_;
    Theme& theme_;
};

}  // namespace bitlathe
