// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/colour_scale.h"

#include <QPainter>

#include "ui/theme/text.h"
#include "ui/theme/viridis.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kBar = 96;
constexpr int kNumber = 46;

}  // namespace

ColourScale::ColourScale(PlanModel& plan, Theme& theme, QWidget* parent)
    : QWidget(parent), plan_(plan), theme_(theme) {
    setObjectName(u"colourScale"_s);
    setAccessibleName(tr("Colour scale of the estimated error"));
    setToolTip(tr("Colour: weights × NMSE of each tensor, an estimate, logarithmic"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&plan_, &PlanModel::errors_changed, this, qOverload<>(&QWidget::update));
    connect(&plan_, &PlanModel::opened, this, qOverload<>(&QWidget::update));
}

QSize ColourScale::sizeHint() const {
    return {kBar + 2 * kNumber, 16};
}

void ColourScale::paintEvent(QPaintEvent*) {
    const ErrorRange& range = plan_.error_range();
    if (range.empty()) return;
    QPainter painter(this);
    for (int x = 0; x < kBar; ++x) {
        painter.fillRect(kNumber + x, 5, 1, 7, error_colour(theme_.tokens(), x / (kBar - 1.0)));
    }
    painter.setFont(Theme::label_font());
    painter.setPen(theme_.tokens().muted);
    painter.drawText(QRect(0, 0, kNumber - 5, height()), Qt::AlignRight | Qt::AlignVCenter,
                     quantity_text(range.low));
    painter.drawText(QRect(kNumber + kBar + 5, 0, kNumber - 5, height()),
                     Qt::AlignLeft | Qt::AlignVCenter, quantity_text(range.high));
}

}  // namespace bitlathe
