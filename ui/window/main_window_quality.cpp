// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring what plans do to the model, as the window shows it.
#include <QDockWidget>

#include "ui/models/quality_words.h"
#include "ui/panels/plans_panel.h"
#include "ui/panels/quality_panel.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/window/main_window.h"
#include "ui/window/offered_texts.h"
#include "ui/window/sample.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kTextKey = u"quality/text"_s;

}  // namespace

void MainWindow::build_quality() {
    QualityMeasurer& measurer = session_.measurer();
    auto* quality = new QualityPanel(
        session_.plan(), session_.quality(), measurer,
        {actions_.measure, actions_.measure_all, actions_.measure_original}, theme_);
    docks_->add(u"quality"_s, tr("Quality"), quality, Qt::LeftDockWidgetArea);
    offer_texts(quality->text_choice(), measurer.text(), remember_ ? kTextKey : QString(),
                {{sample_text_path(), tr("Sample text")}});
    connect(actions_.measure, &QAction::triggered, &measurer, &QualityMeasurer::measure_current);
    connect(actions_.measure_all, &QAction::triggered, &session_, &Session::measure_all);
    connect(actions_.measure_original, &QAction::triggered, &measurer,
            [&measurer] { measurer.measure([] { return tr("the original"); }, nullptr); });
}

void MainWindow::connect_quality() {
    QualityMeasurer& measurer = session_.measurer();
    connect(&measurer, &QualityMeasurer::not_kept, this, [this](const Error& error) {
        jobs_->log([error] {
            return tr("The measurement is not kept for another time: %1").arg(error_text(error));
        });
    });
    connect(&measurer, &QualityMeasurer::state_changed, this, &MainWindow::show_quality);
    connect(&session_.quality(), &QualityBook::changed, this, &MainWindow::show_quality);
}

void MainWindow::show_try_page() {
    const QualityMeasurer& measurer = session_.measurer();
    const bool runs = measurer.runnable() != nullptr;
    // While a model is looked at, the page stays as it was for the one before.
    if (!runs && !measurer.refusal() && session_.plan().is_open()) return;
    work_->setTabVisible(work_->indexOf(try_), runs);
    if (auto* page = whole_->findChild<QAction*>(u"page_tryPage"_s)) page->setVisible(runs);
}

void MainWindow::show_quality() {
    show_try_page();
    const bool ready = session_.measurer().ready();
    for (QAction* action : {actions_.measure, actions_.measure_all, actions_.measure_original})
        action->setEnabled(ready);
    const bool open = session_.plan().is_open();
    const QualityBook::Entry entry = open ? session_.quality().current() : nullptr;
    const QString figures = entry ? measured_text(*entry) : QString();
    header_->set_measured(entry ? short_measured_text(*entry) : QString(),
                          entry ? figures + u'\n' + measured_on_text(*entry) : QString());
    budget_->set_measured(figures);
    if (auto* plans = findChild<PlansPanel*>(u"plansPanel"_s))
        plans->show_measured(open && !session_.quality().empty());
}

}  // namespace bitlathe
