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
    shelf_ = &shelf;
    connect(&shelf, &PlanShelf::compared_changed, this, &BitsPanel::show_comparison);
    show_comparison();
}

void BitsPanel::show_name(const char* look, const QString& text, const QString& tip) {
    set_look(*compared_, look);
    compared_->setText(compared_->fontMetrics().elidedText(text, Qt::ElideRight, kNameOfOther));
    compared_->setToolTip(tip);
    compared_->setVisible(!text.isEmpty());
    make_room();
}

void BitsPanel::show_comparison() {
    canvas_->set_comparison(shelf_->compared_formats());
    const auto row = shelf_->compared_row();
    if (!row) return show_name("warning", {}, {});
    const QString name = shelf_->name(*row);
    show_name("warning", tr("━ B: %1").arg(name),
              tr("The lines over the bars are the plan %1").arg(name));
}

void BitsPanel::show_outlook(const std::optional<PresetOutlook>& outlook) {
    if (!outlook) return show_comparison();
    canvas_->set_comparison(outlook->formats, true);
    show_name("accent", tr("▯ %1").arg(outlook->name),
              tr("The outlines are what %1 would make of the bars").arg(outlook->name));
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
