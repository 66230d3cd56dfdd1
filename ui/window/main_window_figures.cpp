// SPDX-License-Identifier: GPL-3.0-or-later
// What the window saves of what it shows: the report, and all figures.
#include <QDir>
#include <algorithm>

#include "ui/panels/file_dialogs.h"
#include "ui/panels/jobs_figure.h"
#include "ui/plots/figure_batch.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

void MainWindow::build_report() {
    const ReportSources sources{session_.plan(), session_.shelf(), session_.landscape()};
    report_ = new ReportPage(sources, session_.solver(), theme_, pages_);
    report_->add_button(*actions_.save_report, u"reportSaveButton"_s);
    report_->add_button(*actions_.save_figures, u"reportFiguresButton"_s);
    work_->addTab(report_, tr("Report"));
    connect(actions_.save_report, &QAction::triggered, report_, &ReportPage::ask_save);
    connect(report_, &ReportPage::failed, messages_, &MessageBar::show_error);
    connect(report_, &ReportPage::job_started, this, &MainWindow::show_page_job);
    connect(report_, &ReportPage::saved, this, [this](const QString& path) {
        jobs_->log([path] { return tr("Report: wrote %1").arg(path); });
    });
}

void MainWindow::build_figures() {
    // The page's own actions save the values; this adds the kinds of picture.
    auto* matrix = new FigureMenu(widget_figure(matrix_->canvas(), u"matrix"_s, {}), theme_,
                                  &matrix_->canvas());
    matrix_->canvas().addAction(matrix->menuAction());
    for (FigureMenu* menu : findChildren<FigureMenu*>()) {
        // That of the jobs stays when all others are made again.
        connect(menu, &FigureMenu::failed, this, &MainWindow::show_figure_failed,
                Qt::UniqueConnection);
        connect(menu, &FigureMenu::saved, this, &MainWindow::show_figure_saved,
                Qt::UniqueConnection);
    }
    connect(actions_.save_figures, &QAction::triggered, this, &MainWindow::ask_save_figures);
}

void MainWindow::show_figure_failed(const Error& error) {
    messages_->show_error([] { return tr("The figure could not be saved"); }, error);
}

void MainWindow::show_figure_saved(const QString& path) {
    jobs_->log([path] { return tr("Figure: wrote %1").arg(path); });
}

void MainWindow::connect_figures() {
    offer_figure(*jobs_, jobs_figure(*jobs_), theme_);
    connect(figures_, &FigureBatch::failed, this, [this](const Error& error) {
        messages_->show_error([] { return tr("Not all figures could be saved"); }, error);
    });
    connect(figures_, &FigureBatch::finished, this, [this](int saved) {
        messages_->show_message(MessageBar::Kind::kDone, [saved] {
            return tr("%n figure(s) saved, each with its data", nullptr, saved);
        });
    });
}

void MainWindow::ask_save_figures() {
    if (figures_->busy()) return;
    const QString folder = file_dialogs::figures_folder(this);
    if (folder.isEmpty()) return;
    const QStringList files = figures_->files();
    const auto there =
        static_cast<int>(std::count_if(files.begin(), files.end(), [&folder](const QString& name) {
            return QDir(folder).exists(name);
        }));
    if (there > 0 &&
        !file_dialogs::confirm(this, tr("Save all figures"),
                               tr("%n file(s) of these names are there already.", nullptr, there),
                               tr("Replace"), tr("Keep"))) {
        return;
    }
    figures_->start(folder);
}

}  // namespace bitlathe
