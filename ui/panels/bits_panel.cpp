// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/bits_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/canvas/minimap.h"
#include "ui/panels/colour_scale.h"
#include "ui/panels/widgets.h"
#include "ui/plots/bits_figure.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Title and colour scale.
constexpr int kRestOfHead = 270;
constexpr int kNameOfOther = 180;

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
    compared_ = make_label(u"bitsCompared"_s, "warning", this);
    compared_->hide();
    head->addWidget(compared_);
    head->addStretch();
    remark_ = make_label(
        u"bitsRemark"_s, "muted", this,
        tr("height: bits per weight  ·  drag, paint, 2–8, Space locks  ·  colour: error est."));
    head->addWidget(remark_);
    head->addWidget(new ColourScale(plan, theme, this));
    layout->addLayout(head);
    layout->addWidget(canvas_, 1);
    layout->addWidget(new Minimap(plan, hub, axis, theme, this));
    offer_figure(*canvas_, bits_figure(*canvas_, plan), theme);
}

void BitsPanel::follow(PlanShelf& shelf) {
    connect(&shelf, &PlanShelf::compared_changed, this, [this, &shelf] { show_comparison(shelf); });
    show_comparison(shelf);
}

void BitsPanel::show_comparison(const PlanShelf& shelf) {
    canvas_->set_comparison(shelf.compared_formats());
    const auto row = shelf.compared_row();
    const QString name = row ? shelf.name(*row) : QString();
    compared_->setText(
        compared_->fontMetrics().elidedText(tr("━ B: %1").arg(name), Qt::ElideRight, kNameOfOther));
    compared_->setToolTip(tr("The lines over the bars are the plan %1").arg(name));
    compared_->setVisible(row.has_value());
    make_room();
}

void BitsPanel::make_room() {
    const int other = compared_->isHidden() ? 0 : compared_->sizeHint().width() + 8;
    remark_->setVisible(width() > remark_->sizeHint().width() + kRestOfHead + other);
}

void BitsPanel::resizeEvent(QResizeEvent* event) {
    make_room();
    QFrame::resizeEvent(event);
}

}  // namespace bitlathe
