// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pareto_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

ParetoPanel::ParetoPanel(PlanModel& plan, PlanSolver& solver, PlanLandscape& landscape,
                         Theme& theme, QWidget* parent)
    : QFrame(parent),
      plan_(plan),
      solver_(solver),
      landscape_(landscape),
      plot_(new ParetoPlot(plan, landscape_, theme, this)) {
    setObjectName(u"paretoPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 10, 2, 6);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 10, 0);
    head->addWidget(make_label(u"paretoTitle"_s, "title", this, tr("Size and error")));
    remark_ = make_elided_label(u"paretoRemark"_s, "muted", this);
    remark_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(remark_, 1);
    axis_ = new QComboBox(this);
    axis_->setObjectName(u"paretoMeasured"_s);
    axis_->setAccessibleName(tr("What was measured, on the right axis"));
    axis_->addItem(tr("estimates only"), static_cast<int>(MeasuredAxis::kNone));
    axis_->addItem(tr("KL measured"), static_cast<int>(MeasuredAxis::kKl));
    axis_->addItem(tr("perplexity measured"), static_cast<int>(MeasuredAxis::kPerplexity));
    axis_->setCurrentIndex(1);
    head->addWidget(axis_);
    connect(axis_, &QComboBox::currentIndexChanged, this, [this](int index) {
        plot_->set_measured_axis(static_cast<MeasuredAxis>(axis_->itemData(index).toInt()));
        show_state();
    });
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

void ParetoPanel::follow(QualityBook& book) {
    book_ = &book;
    plot_->follow(book);
    connect(&book, &QualityBook::changed, this, &ParetoPanel::show_state);
    show_state();
}

void ParetoPanel::switch_to(PlanId plan) {
    const int row = shelf_ == nullptr ? -1 : shelf_->row_of(plan);
    if (row < 0) return;
    emit edit_begins();
    shelf_->activate(row);
}

void ParetoPanel::show_state() {
    const auto& front = landscape_.front();
    const bool drawn = std::any_of(front.begin(), front.end(),
                                   [](const FrontPoint& point) { return point.loss > 0; });
    plot_->setVisible(drawn);
    waiting_->setVisible(!drawn);
    axis_->setVisible(drawn && book_ != nullptr && !book_->empty());
    QStringList remark{tr("error est., log  ·  bits per weight"), tr("error est. by bpw"),
                       tr("estimates")};
    if (plot_->measured_axis() == MeasuredAxis::kKl) {
        remark = {tr("○ error est., left  ·  ● KL measured, nats, right"),
                  tr("○ error est.  ·  ● KL, nats"), tr("○ est.  ● KL")};
    }
    if (plot_->measured_axis() == MeasuredAxis::kPerplexity) {
        remark = {tr("○ error est., left  ·  ● perplexity measured, right"),
                  tr("○ error est.  ·  ● perplexity"), tr("○ est.  ● PPL")};
    }
    say_longest(*remark_, drawn ? remark : QStringList());
    if (!plan_.is_open()) {
        waiting_->setText(tr("No model is open."));
    } else if (!solver_.ready()) {
        waiting_->setText(
            tr("Waiting for the profile: the front is drawn when the error of every "
               "tensor in every format is known."));
    } else if (!front.empty()) {
        waiting_->setText(
            tr("Every format keeps these weights as they are: there is no error to draw."));
    } else {
        waiting_->setText(tr("Computing what is possible…"));
    }
}

}  // namespace bitlathe
