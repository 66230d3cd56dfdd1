// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel_head.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/flow_layout.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kGap = 8;

}  // namespace

PanelHead::PanelHead(const QString& name, const QString& title, QWidget* parent) : QWidget(parent) {
    QVBoxLayout* lines = make_column(*this, 6);
    line_ = new QHBoxLayout;
    line_->setSpacing(kGap);
    title_ = make_label(name + u"Title"_s, "title", this, title);
    remark_ = make_elided_label(name + u"Remark"_s, "muted", this);
    line_->addWidget(title_);
    line_->addWidget(remark_, 1);
    beside_ = new QHBoxLayout;
    beside_->setSpacing(kGap);
    line_->addLayout(beside_);
    lines->addLayout(line_);
    below_ = new FlowLayout(nullptr, 6);
    lines->addLayout(below_);
}

void PanelHead::add(QWidget& control) {
    controls_.push_back(&control);
    beside_->addWidget(&control);
    updateGeometry();
}

QSize PanelHead::minimumSizeHint() const {
    int width = title_->sizeHint().width();
    for (const QWidget* control : controls_)
        if (!control->isHidden()) width = std::max(width, control->sizeHint().width());
    const QMargins around = contentsMargins();
    return {width + around.left() + around.right(), QWidget::minimumSizeHint().height()};
}

void PanelHead::make_room() {
    int needed = title_->sizeHint().width() + kGap;
    for (const QWidget* control : controls_)
        if (!control->isHidden()) needed += control->sizeHint().width() + kGap;
    const bool narrow = needed > contentsRect().width();
    if (narrow == narrow_) return;
    narrow_ = narrow;
    for (QWidget* control : controls_) {
        if (narrow) {
            below_->addWidget(control);
        } else {
            beside_->addWidget(control);
        }
    }
    updateGeometry();
}

void PanelHead::resizeEvent(QResizeEvent* event) {
    make_room();
    QWidget::resizeEvent(event);
}

bool PanelHead::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) make_room();  // a control came, went or changed
    return QWidget::event(event);
}

}  // namespace bitlathe
