// SPDX-License-Identifier: GPL-3.0-or-later
// How the window goes: what it asks, what it waits for, and how it ends when it is not asked.
#include <QCloseEvent>
#include <QFileInfo>
#include <QSettings>

#include "ui/panels/file_dialogs.h"
#include "ui/panels/questions.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Stopping work that has run for so long is worth a question, whatever it is.
constexpr double kLong_s = 10;

}  // namespace

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool leave = may_leave();
    event->setAccepted(leave);
    if (!leave) return;
    quitting_ = false;
    docks_->save();
    autosave_.end_cleanly();
    if (remember_) QSettings().setValue(u"window/geometry"_s, saveGeometry());
}

bool MainWindow::may_leave() {
    return leave_jobs() && leave_plans(tr("Quit"));
}

std::vector<BackgroundJob*> MainWindow::jobs_to_lose() const {
    std::vector<BackgroundJob*> jobs = jobs_->active();
    std::erase_if(jobs, [](const BackgroundJob* job) {
        return job->loss().empty() && job->elapsed_s() < kLong_s;
    });
    return jobs;
}

bool MainWindow::leave_jobs() {
    const std::vector<BackgroundJob*> jobs = jobs_to_lose();
    if (jobs.empty()) return true;
    QStringList lines{tr("%n job(s) have not ended:", nullptr, static_cast<int>(jobs.size()))};
    for (const BackgroundJob* job : jobs) {
        const QString name = job->name().text();
        lines.push_back(job->loss().empty()
                            ? tr("• %1: what it found so far is kept").arg(name)
                            : tr("• %1: when it is stopped, %2").arg(name, job->loss().text()));
    }
    enum { kWhenDone, kStop, kStay };
    switch (questions::choose(this, tr("Quit"), lines.join(u'\n'),
                              {tr("Quit when done"), tr("Stop and quit"), tr("Keep working")})) {
        case kWhenDone:
            wait_and_quit();
            return false;
        case kStop:
            return true;
        default:
            quitting_ = false;
            return false;
    }
}

void MainWindow::wait_and_quit() {
    if (!leave_plans(tr("Quit"))) return;
    quitting_ = true;
    for (BackgroundJob* job : jobs_->active())
        job->resume();  // a paused one would never be done
    messages_->ask(
        [] { return tr("Bitlathe quits when the jobs are done."); },
        {{u"stayButton"_s, [] { return tr("Keep working"); }, [this] { quitting_ = false; }}});
}

void MainWindow::quit_when_done() {
    if (quitting_ && jobs_to_lose().empty()) close();
}

bool MainWindow::leave_plans(const QString& title) {
    const std::vector<int> rows = unsaved_.rows();
    if (rows.empty() || quitting_) return true;
    QStringList lines{
        tr("%n plan(s) have changes that were not saved:", nullptr, static_cast<int>(rows.size()))};
    for (const int row : rows)
        lines.push_back(u"• "_s + session_.shelf().name(row));
    enum { kSave, kDiscard, kStay };
    switch (questions::choose(this, title, lines.join(u'\n'),
                              {tr("Save …"), tr("Discard"), tr("Cancel")})) {
        case kSave:
            return save_all(rows);
        case kDiscard:
            return true;
        default:
            return false;
    }
}

bool MainWindow::save_all(const std::vector<int>& rows) {
    for (const int row : rows) {
        const auto plan = session_.shelf().plan(row);
        const QString suggestion =
            folder() + u'/' + to_qstring(plan->name).replace(u'/', u'_') + u".plan.json"_s;
        const QString path = file_dialogs::save_plan(this, suggestion);
        if (path.isEmpty()) return false;
        const Status saved = save_plan(*plan, path.toStdString());
        if (!saved) {
            messages_->show_error([] { return tr("Could not save the plan"); }, saved.error());
            return false;
        }
    }
    return true;
}

void MainWindow::end_now(int exit_code) {
    autosave_.flush();
    autosave_.wait();
    for (BackgroundJob* job : jobs_->active())
        job->cancel();
    docks_->save();
    QCoreApplication::exit(exit_code);  // dialogs end too
}

}  // namespace bitlathe
