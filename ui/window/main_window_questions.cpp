// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks in dialogs, and the menus that depend on what is open.
#include <QFileInfo>
#include <utility>

#include "ui/panels/export_dialog.h"
#include "ui/panels/file_dialogs.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

QString MainWindow::folder() const {
    const QString path = !session_.path().isEmpty()  ? session_.path()
                         : recent_.paths().isEmpty() ? QString()
                                                     : recent_.paths().front();
    return path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
}

void MainWindow::ask_open() {
    open_path(file_dialogs::open_checkpoint(this, folder()));
}

void MainWindow::ask_open_folder() {
    open_path(file_dialogs::open_folder(this, folder()));
}

void MainWindow::ask_load_plan() {
    const QString path = file_dialogs::open_plan(this, folder());
    if (!path.isEmpty()) session_.load_plan(path);
}

QString MainWindow::ask_save_plan() {
    const QString suggestion =
        folder() + u'/' + QFileInfo(session_.path()).completeBaseName() + u".plan.json"_s;
    const QString path = file_dialogs::save_plan(this, suggestion);
    if (path.isEmpty() || !session_.save_plan(path)) return {};
    session_.plan().undo_stack().setClean();
    unsaved_.note_saved();
    show_title();
    return path;
}

ExportSubject MainWindow::export_subject() {
    PlanModel& plan = session_.plan();
    return {plan.shared_catalog(), std::make_shared<const Plan>(plan.plan()), session_.path(),
            session_.saved_plan()};
}

void MainWindow::ask_export() {
    const ExportSubject subject = export_subject();
    ExportWishes wishes = std::exchange(export_wishes_, std::nullopt).value_or(ExportWishes());
    wishes.report = wishes.report || settings_.flag(Setting::kExportReport);
    if (wishes.destination.isEmpty())
        wishes.destination = suggested_destination(subject.catalog->model(), *subject.plan);
    ExportDialog dialog(subject, wishes, this);
    connect(&dialog, &ExportDialog::save_plan_wanted, this, [this, &dialog] {
        const QString path = ask_save_plan();
        if (!path.isEmpty()) dialog.set_saved_plan(path);
    });
    const int result = dialog.exec();
    if (result == QDialog::Accepted) {
        export_command_ = session_.saved_plan().isEmpty() ? QString() : dialog.command_line();
        settings_.set(Setting::kExportReport, dialog.wishes().report);
        exports_.start({subject.catalog, subject.plan, dialog.request()}, dialog.wishes().report);
    } else if (result == ExportDialog::kOtherTarget) {
        export_wishes_ = dialog.wishes();
        export_wishes_->destination.clear();  // another kind of thing: a file, a folder
        choose_target(dialog.other_target());
    }
}

void MainWindow::fill_recent_menu() {
    actions_.recent->clear();
    int key = 1;
    for (const QString& path : recent_.paths()) {
        QAction* action =
            actions_.recent->addAction(QFileInfo(path).fileName().replace(u'&', u"&&"_s));
        action->setObjectName(u"recent_%1"_s.arg(key));
        action->setToolTip(path);
        action->setShortcut(static_cast<Qt::Key>(Qt::Key_0 + key++) | Qt::ALT);
        connect(action, &QAction::triggered, this, [this, path] { open_path(path); });
    }
    if (recent_.paths().isEmpty()) actions_.recent->addAction(tr("Nothing yet"))->setEnabled(false);
    actions_.recent->addSeparator();
    actions_.recent->addAction(actions_.open_folder);
    actions_.recent->addAction(actions_.open_sample);
    empty_->set_recent(recent_.paths());
    comfort_->adopt_actions();
}

void MainWindow::fill_plan_menu() {
    actions_.plan->clear();
    if (!session_.plan().is_open()) return;
    QAction* stored = actions_.plan->addAction(tr("Everything as stored"));
    stored->setObjectName(u"presetStored"_s);
    stored->setData(QString());
    connect(stored, &QAction::triggered, &session_, &Session::apply_stored);
    actions_.plan->addSeparator();
    for (const std::string_view preset : preset_names(session_.plan().catalog().target().name())) {
        const QString name = to_qstring(preset);
        QAction* action = actions_.plan->addAction(name);
        action->setObjectName(u"preset_"_s + name);
        action->setData(name);
        connect(action, &QAction::triggered, &session_,
                [this, name] { session_.apply_preset(name); });
    }
}

}  // namespace bitlathe
