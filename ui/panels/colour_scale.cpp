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

ColourScale::ColourScale(PlanModel& plan, BarColours& colours, Theme& theme, QWidget* parent)
    : QWidget(parent), plan_(plan), colours_(colours), theme_(theme) {
    setObjectName(u"colourScale"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&plan_, &PlanModel::errors_changed, this, qOverload<>(&QWidget::update));
    connect(&plan_, &PlanModel::opened, this, qOverload<>(&QWidget::update));
    connect(&colours_, &BarColours::changed, this, &ColourScale::say);
    say();
}

void ColourScale::say() {
    if (colours_.by_error()) {
        setAccessibleName(tr("Colour scale of the estimated error"));
        setToolTip(tr("Colour: weights × NMSE of each tensor, an estimate, logarithmic"));
    } else {
        const DepthMetric& metric = depth_metrics()[colours_.metric()];
        setAccessibleName(tr("Colour scale of %1").arg(metric.title_text()));
        setToolTip(tr("Colour: %1").arg(metric.explanation_text()));
    }
    update();
}

QSize ColourScale::sizeHint() const {
    return {kBar + 2 * kNumber, 16};
}

void ColourScale::paintEvent(QPaintEvent*) {
    const ErrorRange& error = plan_.error_range();
    if (colours_.by_error() ? error.empty() : !colours_.range()) return;
    const auto text = [this](double value) {
        return colours_.by_error() ? quantity_text(value)
                                   : depth_metrics()[colours_.metric()].text(value);
    };
    const double low = colours_.by_error() ? error.low : colours_.range()->low;
    const double high = colours_.by_error() ? error.high : colours_.range()->high;
    QPainter painter(this);
    for (int x = 0; x < kBar; ++x) {
        painter.fillRect(kNumber + x, 5, 1, 7, error_colour(theme_.tokens(), x / (kBar - 1.0)));
    }
    painter.setFont(Theme::label_font());
    painter.setPen(theme_.tokens().muted);
    painter.drawText(QRect(0, 0, kNumber - 5, height()), Qt::AlignRight | Qt::AlignVCenter,
                     text(low));
    painter.drawText(QRect(kNumber + kBar + 5, 0, kNumber - 5, height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text(high));
}

}  // namespace bitlathe
