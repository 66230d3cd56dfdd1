// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing what the plan is for.
#include "core/targets/target_choice.h"
#include "ui/panels/target_dialog.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

void MainWindow::connect_targets() {
    connect(&session_.plan(), &PlanModel::target_changed, this, [this] {
        fill_plan_menu();
        fill_target_menu();
    });
    connect(&session_, &Session::target_started, this,
            [this](BackgroundJob& job) { jobs_->add(job, JobsPanel::Keep::kIfLong); });
    connect(&session_, &Session::target_checked, this, &MainWindow::ask_target);
    connect(&session_, &Session::target_ended, this, &MainWindow::export_again);
    // A target with other tensors: the model was opened once more for it.
    connect(&session_, &Session::open_ended, this, [this] {
        if (export_wishes_) export_again();
        if (session_.plan().is_open()) fill_target_menu();
    });
}

void MainWindow::fill_target_menu() {
    const PlanModel& plan = session_.plan();
    for (const Target* target : all_targets()) {
        const QString name = to_qstring(target->name());
        auto* action = actions_.target->findChild<QAction*>(u"target_"_s + name);
        if (action == nullptr) {
            action = actions_.target->addAction(QString());
            action->setObjectName(u"target_"_s + name);
            action->setCheckable(true);
            connect(action, &QAction::triggered, this, [this, name] { choose_target(name); });
        }
        const Status accepted =
            plan.is_open() ? can_open_for(*target, plan.catalog().model()) : Status();
        action->setChecked(plan.is_open() && target == &plan.catalog().target());
        action->setEnabled(plan.is_open() && accepted);
        // Without the reason a person would look for the mistake elsewhere.
        action->setText(accepted
                            ? tr("Target %1").arg(target_text(*target))
                            : tr("Target %1: %2")
                                  .arg(target_text(*target), core_text(accepted.error().message)));
        action->setToolTip(core_text(target->description()));
    }
}

void MainWindow::choose_target(const QString& name) {
    // Other tensors: the plans of those that are open cannot come along.
    if (session_.opens_again(name) && !leave_plans(tr("Other tensors"))) {
        export_wishes_.reset();
        return fill_target_menu();  // the check mark went to what was asked for
    }
    session_.change_target(name);
}

void MainWindow::ask_target(const TargetOffer& offer) {
    TargetDialog dialog(offer.catalog, offer.change, this);
    if (dialog.exec() == QDialog::Accepted) {
        session_.accept_target(offer);
        return;
    }
    fill_target_menu();  // the check mark went to what was asked for
    export_again();
}

void MainWindow::export_again() {
    fill_target_menu();
    // Later: this may be the answer of a job, which should not wait for a dialog.
    if (export_wishes_)
        QMetaObject::invokeMethod(this, &MainWindow::ask_export, Qt::QueuedConnection);
}

}  // namespace bitlathe
