// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the window about plans beside the one that is edited: several, compared, earlier
// states, and what a crash left.
#include "ui/panels/compare_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/plans_panel.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

void MainWindow::build_plan_docks() {
    PlanShelf& shelf = session_.shelf();
    auto* plans = new PlansPanel(shelf, theme_);
    docks_->add(u"plans"_s, tr("Plans"), plans, Qt::RightDockWidgetArea);
    plans->add_button(*actions_.measure_all, u"plansMeasureAll"_s);
    auto* difference = new ComparePanel(session_.plan(), shelf, session_.hub(), theme_);
    difference->follow(session_.quality());
    QDockWidget* compare =
        docks_->add(u"compare"_s, tr("Compare"), difference, Qt::RightDockWidgetArea);
    auto* history = new HistoryPanel(session_.plan(), theme_);
    docks_->add(u"history"_s, tr("History"), history, Qt::RightDockWidgetArea);
    bits_->follow(shelf);
    connect(actions_.new_plan, &QAction::triggered, this, [this] {
        session_.solver().abandon();
        session_.shelf().duplicate();
    });
    connect(plans, &PlansPanel::switching, &session_.solver(), &PlanSolver::abandon);
    connect(history, &HistoryPanel::going, &session_.solver(), &PlanSolver::abandon);
    connect(plans, &PlansPanel::comparison_wanted, compare, [compare] {
        compare->show();
        compare->raise();
    });
}

void MainWindow::build_outlook() {
    connect(&outlook_, &PresetPreview::changed, whole_, [this] {
        bits_->show_outlook(outlook_.outlook());
        header_->set_outlook(outlook_.outlook());
    });
    connect(actions_.plan, &QMenu::hovered, &outlook_, [this](const QAction* action) {
        const QVariant preset = action->data();
        if (preset.isValid()) outlook_.look(preset.toString(), action->text());
    });
    connect(actions_.plan, &QMenu::aboutToHide, &outlook_, &PresetPreview::stop);
    connect(&pareto_->plot(), &ParetoPlot::preset_marked, &outlook_, [this](const QString& name) {
        if (name.isEmpty()) {
            outlook_.stop();
        } else {
            outlook_.look(name, name);
        }
    });
}

void MainWindow::connect_autosave() {
    if (remember_) autosave_.set_folder(Autosave::user_folder());
    connect(&autosave_, &Autosave::offered, this, [this](int differing) {
        messages_->ask(
            [differing] {
                return tr(
                    "Plans of this model were not saved when the program ended last time. "
                    "%n tensor(s) differ from the plan on screen.",
                    nullptr, differing);
            },
            {{u"restoreButton"_s, [] { return tr("Restore"); },
              [this] {
                  session_.solver().abandon();
                  autosave_.restore();
              }},
             {u"discardButton"_s, [] { return tr("Discard"); }, [this] { autosave_.discard(); }}});
    });
    connect(&session_.measurer(), &QualityMeasurer::found, &autosave_, &Autosave::keep);
    connect(&autosave_, &Autosave::measured_left, this,
            [this](const std::vector<QualityBook::Entry>& measured) {
                session_.measurer().take(measured);
                messages_->show_message(
                    MessageBar::Kind::kDone, [count = static_cast<int>(measured.size())] {
                        return tr(
                            "%n measurement(s) of this model that no project holds are back: "
                            "the program did not end in order last time.",
                            nullptr, count);
                    });
            });
    const auto keep_records = [this] {
        const ActivationProfiler& profiler = session_.profiler();
        autosave_.keep_records({profiler.skips(), profiler.output_errors()});
    };
    connect(&session_.skipper(), &SkipMeasurer::found, this, keep_records);
    connect(&session_.output_error_measurer(), &OutputErrorMeasurer::found, this, keep_records);
    connect(&autosave_, &Autosave::records_left, this, [this](const MeasuredRecords& records) {
        if (records.skips) session_.profiler().take_skips(records.skips);
        if (records.output_errors) session_.profiler().take_output_errors(records.output_errors);
        messages_->show_message(MessageBar::Kind::kDone, [] {
            return tr(
                "What was measured of blocks and formats beside a profile is back: the "
                "program did not end in order last time.");
        });
    });
    autosave_.set_view([this] { return view_state(); });
    connect(&autosave_, &Autosave::view_restored, this, &MainWindow::restore_view);
    connect(&session_.hub(), &SelectionHub::selection_changed, &autosave_, &Autosave::touch);
    connect(&session_.axis(), &BlockAxis::changed, &autosave_, &Autosave::touch);
    connect(&autosave_, &Autosave::failed, this,
            [this](const Phrase& what, const Error& error) { messages_->show_error(what, error); });
}

}  // namespace bitlathe
