// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/depth_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/panels/strip_choice.h"
#include "ui/panels/widgets.h"
#include "ui/plots/depth_figure.h"
#include "ui/plots/figure_menu.h"
#include "ui/plots/outlier_figure.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

DepthPanel::DepthPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis,
                       ActivationBook& activations, const QList<QAction*>& measures, Theme& theme,
                       QWidget* parent)
    : QFrame(parent),
      activations_(activations),
      canvas_(new DepthCanvas(plan, hub, axis, theme, this)),
      outliers_(new OutlierStrip(plan, hub, axis, activations, theme, this)) {
    canvas_->follow(activations);
    setObjectName(u"depthPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 10, 2, 6);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 10, 0);
    head->setSpacing(8);
    head->addWidget(make_label(u"depthTitle"_s, "title", this, tr("Depth")));
    head->addStretch();
    head->addWidget(new StripChoice(*canvas_, measures, this));
    logarithmic_ = new QCheckBox(tr("logarithmic"), this);
    logarithmic_->setObjectName(u"depthLogarithmic"_s);
    logarithmic_->setAccessibleName(tr("Logarithmic strips"));
    logarithmic_->setChecked(canvas_->logarithmic());
    head->addWidget(logarithmic_);
    layout->addLayout(head);
    layout->addWidget(canvas_, 1);
    heading_ = new QWidget(this);
    heading_->setObjectName(u"outlierStripHead"_s);
    auto* line = new QHBoxLayout(heading_);
    line->setContentsMargins(10, 2, 10, 0);
    line->addWidget(make_label(u"outlierStripTitle"_s, "title", heading_, tr("Outliers")));
    line->addStretch();
    line->addWidget(make_label(u"outlierStripRemark"_s, "muted", heading_,
                               tr("largest channel ÷ median channel, logarithmic")));
    layout->addWidget(heading_);
    layout->addWidget(outliers_);
    connect(&activations, &ActivationBook::changed, this, &DepthPanel::show_heading);
    show_heading();
    offer_figure(*canvas_, depth_figure(*canvas_), theme);
    offer_figure(*outliers_, outlier_figure(*outliers_), theme);
    connect(logarithmic_, &QCheckBox::toggled, canvas_, &DepthCanvas::set_logarithmic);
}

void DepthPanel::show_heading() {
    // In a low window the strips need the room.
    constexpr int kRoomy = 330;
    heading_->setVisible(activations_.findings() != nullptr && height() >= kRoomy);
}

void DepthPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    show_heading();
}

}  // namespace bitlathe
