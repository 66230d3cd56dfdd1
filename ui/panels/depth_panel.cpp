// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/depth_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/panels/widgets.h"
#include "ui/plots/depth_figure.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

DepthPanel::DepthPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
                       QWidget* parent)
    : QFrame(parent), canvas_(new DepthCanvas(plan, hub, axis, theme, this)) {
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
    logarithmic_ = new QCheckBox(tr("logarithmic"), this);
    logarithmic_->setObjectName(u"depthLogarithmic"_s);
    logarithmic_->setAccessibleName(tr("Logarithmic strips"));
    logarithmic_->setChecked(canvas_->logarithmic());
    head->addWidget(logarithmic_);
    layout->addLayout(head);
    layout->addWidget(canvas_, 1);
    offer_figure(*canvas_, depth_figure(*canvas_), theme);
    connect(logarithmic_, &QCheckBox::toggled, canvas_, &DepthCanvas::set_logarithmic);
}

}  // namespace bitlathe
