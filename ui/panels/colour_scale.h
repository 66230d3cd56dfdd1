// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/models/plan_model.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The colour scale of the estimated error, with the numbers at its ends.
class ColourScale : public QWidget {
    Q_OBJECT
public:
    ColourScale(PlanModel& plan, Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PlanModel& plan_;
    Theme& theme_;
};

}  // namespace bitlathe
