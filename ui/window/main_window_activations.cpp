// SPDX-License-Identifier: GPL-3.0-or-later
// What a text shows in the model.
#include "ui/panels/outliers_page.h"
#include "ui/theme/core_text.h"
#include "ui/window/main_window.h"
#include "ui/window/offered_texts.h"
#include "ui/window/sample.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kTextKey = u"profile/text"_s;

}  // namespace

void MainWindow::build_outliers() {
    ActivationProfiler& profiler = session_.profiler();
    outliers_ = new OutliersPage({session_.plan(), session_.hub(), session_.activations(), profiler,
                                  session_.measurer(), session_.token_tap()},
                                 *actions_.profile_activations, theme_, pages_);
    work_->addTab(outliers_, tr("Outliers"));
    offer_texts(outliers_->text_choice(), profiler.text(), remember_ ? kTextKey : QString(),
                {{calibration_text_path(), tr("Calibration text")},
                 {sample_text_path(), tr("Sample text")}});
    connect(actions_.profile_activations, &QAction::triggered, &profiler,
            &ActivationProfiler::profile);
    connect(actions_.measure_skips, &QAction::triggered, &session_.skipper(),
            &SkipMeasurer::measure);
    connect(actions_.measure_output_errors, &QAction::triggered, &session_.output_error_measurer(),
            &OutputErrorMeasurer::measure);
    connect(actions_.save_project, &QAction::triggered, this, &MainWindow::ask_save_project);
}

void MainWindow::connect_activations() {
    ActivationProfiler& profiler = session_.profiler();
    connect(&session_.skipper(), &SkipMeasurer::state_changed, this, [this] { show_profiler(); });
    connect(&session_.output_error_measurer(), &OutputErrorMeasurer::state_changed, this,
            [this] { show_profiler(); });
    connect(&profiler, &ActivationProfiler::not_kept, this, [this](const Error& error) {
        jobs_->log([error] {
            return tr("The profile is not kept for another time: %1").arg(error_text(error));
        });
    });
    connect(&profiler, &ActivationProfiler::state_changed, this, [this] { show_profiler(); });
    if (!remember_) return;
    const auto folder = ActivationCache::user_folder();
    if (!folder.empty()) profiler.set_cache(std::make_shared<const ActivationCache>(folder));
}

void MainWindow::show_profiler() {
    const ActivationProfiler& profiler = session_.profiler();
    actions_.profile_activations->setEnabled(profiler.ready() && !profiler.pending());
    actions_.measure_skips->setEnabled(session_.skipper().ready());
    actions_.measure_output_errors->setEnabled(session_.output_error_measurer().ready());
}

}  // namespace bitlathe
