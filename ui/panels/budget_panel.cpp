// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/budget_panel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Bytes of the exported file that are no tensors: header, metadata, padding.
std::uint64_t overhead_of(const PlanModel& plan) {
    const auto file =
        plan.catalog().target().file_bytes(plan.catalog().model(), plan.plan(), ExportRequest{});
    const std::uint64_t tensors = plan.committed_totals().bytes;
    return file && *file > tensors ? *file - tensors : 0;
}

}  // namespace

BudgetPanel::BudgetPanel(PlanModel& plan, PlanSolver& solver, Theme& theme, QWidget* parent)
    : QFrame(parent), plan_(plan), solver_(solver) {
    setObjectName(u"budgetPanel"_s);
    set_look(*this, "panel");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 10, 12, 10);
    rows->setSpacing(8);
    rows->addWidget(make_label(u"budgetTitle"_s, "title", this, tr("Budget")));
    banner_ = make_label(u"objectiveBanner"_s, "warning", this);
    banner_->setWordWrap(true);
    rows->addWidget(banner_);
    set_measured({});
    auto* line = new QHBoxLayout;
    line->addWidget(make_label(u"fitsLabel"_s, "content", this, tr("Fits in")));
    size_ = new QLineEdit(this);
    size_->setObjectName(u"fitsInEdit"_s);
    size_->setAccessibleName(tr("Size the file must fit in"));
    size_->setPlaceholderText(tr("4.5 GiB or 4.2 bpw"));
    auto* apply = make_button(u"fitsInApply"_s, tr("Solve"), "", this);
    line->addWidget(size_, 1);
    line->addWidget(apply);
    rows->addLayout(line);
    range_ = make_label(u"budgetRange"_s, "muted", this);
    range_->setWordWrap(true);
    rows->addWidget(range_);
    problem_ = make_label(u"budgetProblem"_s, "warning", this);
    problem_->setWordWrap(true);
    problem_->hide();
    rows->addWidget(problem_);
    rows->addWidget(new RulesBox(plan, solver, this));
    layerwise_ = new LayerwiseBox(plan, solver, theme, this);
    rows->addWidget(layerwise_);
    rows->addStretch();

    connect(apply, &QPushButton::clicked, this, &BudgetPanel::apply_size);
    connect(size_, &QLineEdit::returnPressed, this, &BudgetPanel::apply_size);
    connect(&solver_, &PlanSolver::range_changed, this, &BudgetPanel::show_range);
    connect(&solver_, &PlanSolver::ready_changed, this, &BudgetPanel::show_range);
    show_range();
}

void BudgetPanel::set_measured(const QString& figures) {
    banner_->setText(
        figures.isEmpty()
            ? tr("The solver minimises weight error (weights × NMSE), an estimate. It does not "
                 "know the quality of the model, which has not been measured.")
            : tr("The solver minimises weight error (weights × NMSE), an estimate. The quality of "
                 "this plan was measured: %1.")
                  .arg(figures));
}

void BudgetPanel::show_range() {
    const bool known = plan_.is_open() && solver_.ready() && solver_.range();
    size_->setEnabled(known);
    if (!known) {
        range_->setText(tr("the feasible range is not known yet"));
        return;
    }
    const BudgetRange range = *solver_.range();
    const double weights = static_cast<double>(plan_.catalog().parameters());
    const auto bytes = [weights](double bits) {
        return bytes_text(static_cast<std::uint64_t>(bits * weights / 8));
    };
    range_->setText(
        tr("feasible: %1 – %2 bpw, %3 – %4 of tensors")
            .arg(bits_text(range.low), bits_text(range.high), bytes(range.low), bytes(range.high)));
}

void BudgetPanel::apply_size() {
    problem_->hide();
    const auto refuse = [this](const QString& why) {
        problem_->setText(why);
        problem_->show();
    };
    const auto budget =
        parse_budget(size_->text().replace(QLocale().decimalPoint(), u"."_s).toStdString());
    if (!budget) return refuse(core_text(budget.error().message));
    double bits = budget->value;
    if (budget->unit == Budget::Unit::kBytes) {
        const std::uint64_t parameters = plan_.catalog().parameters();
        const std::uint64_t file = budget->bytes(parameters);
        bits = bits_per_weight(file - std::min(file, overhead_of(plan_)), parameters);
    }
    if (solver_.range() && bits < solver_.range()->low) {
        return refuse(
            tr("Too small: the smallest plan has %1 bpw. Allow smaller formats, or loosen "
               "locks and rules.")
                .arg(bits_text(solver_.range()->low)));
    }
    const double weights = static_cast<double>(plan_.catalog().parameters());
    emit size_entered(static_cast<std::uint64_t>(bits * weights / 8), size_->text().simplified());
    solver_.commit_budget(bits);
}

}  // namespace bitlathe
