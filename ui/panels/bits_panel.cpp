// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/bits_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/panels/colour_scale.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Title and colour scale.
constexpr int kRestOfHead = 270;

}  // namespace

BitsPanel::BitsPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
                     QWidget* parent)
    : QFrame(parent), canvas_(new BitsCanvas(plan, hub, axis, theme, this)) {
    setObjectName(u"bitsPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 10, 2, 6);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 10, 0);
    head->setSpacing(8);
    head->addWidget(make_label(u"bitsTitle"_s, "title", this, tr("Bits")));
    head->addStretch();
    remark_ = make_label(
        u"bitsRemark"_s, "muted", this,
        tr("height: bits per weight  ·  drag, paint, 2–8, Space locks  ·  colour: error est."));
    head->addWidget(remark_);
    head->addWidget(new ColourScale(plan, theme, this));
    layout->addLayout(head);
    layout->addWidget(canvas_, 1);
}

void BitsPanel::resizeEvent(QResizeEvent* event) {
    remark_->setVisible(width() > remark_->sizeHint().width() + kRestOfHead);
    QFrame::resizeEvent(event);
}

}  // namespace bitlathe
