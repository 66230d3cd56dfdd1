// SPDX-License-Identifier: GPL-3.0-or-later
// The project file: what was found out about the model and the work on it, opened and saved.
#include <QFileInfo>

#include "ui/panels/file_dialogs.h"
#include "ui/panels/questions.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

void MainWindow::connect_project() {
    connect(&session_, &Session::project_opened, &recent_, &RecentFiles::add);
    connect(&session_, &Session::project_saved, this, [this](const QString& path) {
        recent_.add(path);
        jobs_->log([path] { return tr("Project: wrote %1").arg(path); });
    });
    // The job that found it is to end first: others wait for it.
    connect(&session_, &Session::other_project_found, this, &MainWindow::ask_replace_project,
            Qt::QueuedConnection);
    connect(&session_, &Session::work_kept, this, &MainWindow::note_kept);
    connect(&session_, &Session::view_found, this, &MainWindow::show_view);
    connect(&session_, &Session::plans_left_out, this, [this](int count) {
        messages_->show_message(MessageBar::Kind::kWarning, [count] {
            return tr(
                "%n plan(s) of the project are not shown: they are for the model in another "
                "form, with other tensors. They stay in the file.",
                nullptr, count);
        });
    });
}

void MainWindow::note_kept(const KeptWork& work) {
    unsaved_.note_saved(work);
    const bool all = !work.ids.empty() && unsaved_.rows().empty();
    if (all) session_.plan().undo_stack().setClean();
    autosave_.note_kept(work, all);
    show_title();
}

void MainWindow::ask_save_project() {
    QString suggestion = session_.project_path();
    if (suggestion.isEmpty())
        suggestion =
            folder() + u'/' + QFileInfo(session_.path()).completeBaseName() + u".bitlathe"_s;
    const QString path = file_dialogs::save_project(this, suggestion);
    if (!path.isEmpty()) session_.save_project(path, view_texts());
}

void MainWindow::ask_replace_project(ProjectOrder order, const ModelStamp& other) {
    const QString text = tr("%1 is the project of another model, %2. What it holds would be lost.")
                             .arg(QFileInfo(order.path).fileName(), to_qstring(other.path));
    enum { kReplace, kKeep };
    const int answer =
        questions::choose(this, tr("Save the project"), text, {tr("Replace"), tr("Keep it")});
    if (answer == kKeep) return;
    order.replace_other = true;
    session_.save_project(order);
}

}  // namespace bitlathe
