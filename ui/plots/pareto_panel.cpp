// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pareto_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

ParetoPanel::ParetoPanel(PlanModel& plan, PlanSolver& solver, Theme& theme, QWidget* parent)
    : QFrame(parent),
      plan_(plan),
      solver_(solver),
      landscape_(plan, solver),
      plot_(new ParetoPlot(plan, landscape_, theme, this)) {
    setObjectName(u"paretoPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 10, 2, 6);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 10, 0);
    head->addWidget(make_label(u"paretoTitle"_s, "title", this, tr("Size and error")));
    head->addStretch();
    remark_ = make_label(u"paretoRemark"_s, "muted", this);
    head->addWidget(remark_);
    layout->addLayout(head);
    waiting_ = make_label(u"paretoWaiting"_s, "muted", this);
    waiting_->setAlignment(Qt::AlignCenter);
    waiting_->setWordWrap(true);
    layout->addWidget(waiting_, 1);
    layout->addWidget(plot_, 1);
    menu_ = offer_figure(
        *plot_, plot_figure(*plot_, u"size-and-quality"_s, [this] { return plot_->data(); }),
        theme);
    connect(plot_, &ParetoPlot::preset_chosen, this, [this](const QString& name) {
        emit edit_begins();
        solver_.apply_preset(name);
    });
    connect(plot_, &ParetoPlot::size_chosen, this, [this](std::uint64_t bytes) {
        emit edit_begins();
        solver_.commit_bytes(bytes);
    });
    connect(plot_, &ParetoPlot::plan_chosen, this, &ParetoPanel::switch_to);
    connect(&landscape_, &PlanLandscape::changed, this, &ParetoPanel::show_state);
    connect(&landscape_, &PlanLandscape::failed, this,
            [this](const Error& error) { waiting_->setText(error_text(error)); });
    connect(&solver_, &PlanSolver::ready_changed, this, &ParetoPanel::show_state);
    show_state();
}

void ParetoPanel::follow(PlanShelf& shelf) {
    shelf_ = &shelf;
    plot_->follow(shelf);
}

void ParetoPanel::switch_to(PlanId plan) {
    const int row = shelf_ == nullptr ? -1 : shelf_->row_of(plan);
    if (row < 0) return;
    emit edit_begins();
    shelf_->activate(row);
}

void ParetoPanel::show_state() {
    const bool known = !landscape_.front().empty();
    plot_->setVisible(known);
    waiting_->setVisible(!known);
    remark_->setText(known ? tr("error est., log  ·  bits per weight") : QString());
    if (!plan_.is_open()) {
        waiting_->setText(tr("No model is open."));
    } else if (!solver_.ready()) {
        waiting_->setText(
            tr("Waiting for the profile: the front is drawn when the error of every "
               "tensor in every format is known."));
    } else {
        waiting_->setText(tr("Computing what is possible…"));
    }
}

}  // namespace bitlathe
