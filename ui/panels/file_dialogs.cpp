// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/file_dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <optional>
#include <utility>

namespace bitlathe::file_dialogs {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QLatin1String kFigureFolder("figures/folder");

std::optional<QString> next_path;
std::optional<bool> next_confirmation;

struct FileDialogs {
    Q_DECLARE_TR_FUNCTIONS(file_dialogs)
};

}  // namespace

void answer_next(const QString& path) {
    next_path = path;
}

void confirm_next(bool yes) {
    next_confirmation = yes;
}

QString open_checkpoint(QWidget* parent, const QString& folder) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getOpenFileName(
        parent, FileDialogs::tr("Open a checkpoint"), folder,
        FileDialogs::tr("Checkpoints, plans and projects (*.gguf *.safetensors *.index.json "
                        "*.plan.json *.bitlathe);;All files (*)"));
}

QString open_folder(QWidget* parent, const QString& folder) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getExistingDirectory(parent, FileDialogs::tr("Open a model folder"),
                                             folder);
}

QString open_plan(QWidget* parent, const QString& folder) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getOpenFileName(parent, FileDialogs::tr("Load a plan"), folder,
                                        FileDialogs::tr("Plans (*.json);;All files (*)"));
}

QString save_plan(QWidget* parent, const QString& suggestion) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getSaveFileName(parent, FileDialogs::tr("Save the plan"), suggestion,
                                        FileDialogs::tr("Plans (*.json)"));
}

QString save_picture(QWidget* parent, const QString& suggestion) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getSaveFileName(parent, FileDialogs::tr("Save the picture"), suggestion,
                                        FileDialogs::tr("PNG pictures (*.png)"));
}

QString save_table(QWidget* parent, const QString& suggestion) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getSaveFileName(parent, FileDialogs::tr("Save the values"), suggestion,
                                        FileDialogs::tr("Tables (*.csv)"));
}

QString open_text(QWidget* parent, const QString& folder) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getOpenFileName(
        parent, QCoreApplication::translate("file_dialogs", "Choose a text"), folder,
        QCoreApplication::translate("file_dialogs",
                                    "Text (*.txt *.md *.raw *.jsonl *.ndjson);;All files (*)"));
}

QString open_importance(QWidget* parent, const QString& folder) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    return QFileDialog::getOpenFileName(
        parent, QCoreApplication::translate("file_dialogs", "Choose an importance file"), folder,
        QCoreApplication::translate("file_dialogs",
                                    "Importance files (*.gguf *.dat *.imatrix);;All files (*)"));
}

QString export_destination(QWidget* parent, const QString& suggestion, bool folder) {
    if (auto path = std::exchange(next_path, std::nullopt)) return *path;
    // The export asks for itself whether a file may be replaced.
    return QFileDialog::getSaveFileName(
        parent, folder ? FileDialogs::tr("Export to a new folder") : FileDialogs::tr("Export to"),
        suggestion, folder ? QString() : FileDialogs::tr("GGUF (*.gguf)"), nullptr,
        QFileDialog::DontConfirmOverwrite);
}

namespace {

QString figure_folder() {
    return QSettings()
        .value(kFigureFolder, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
        .toString();
}

/// The path with an ending; "" when the person would rather keep what has that name.
QString with_ending(QWidget* parent, QString path, const QString& ending, const QString& title) {
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty()) return path;
    path += u'.' + ending;  // the dialog has not asked about this name
    const bool keep =
        QFileInfo::exists(path) && !confirm(parent, title, FileDialogs::tr("Replace %1?").arg(path),
                                            FileDialogs::tr("Replace"), FileDialogs::tr("Keep it"));
    return keep ? QString() : path;
}

}  // namespace

QString save_figure(QWidget* parent, const QString& name, const QString& ending) {
    const QString file = name + u'.' + ending;
    auto answer = std::exchange(next_path, std::nullopt);
    QString path = answer
                       ? *answer
                       : QFileDialog::getSaveFileName(parent, FileDialogs::tr("Save the figure"),
                                                      QDir(figure_folder()).filePath(file),
                                                      ending.toUpper() + u" (*."_s + ending + u')');
    path = with_ending(parent, path, ending, FileDialogs::tr("Save the figure"));
    if (!path.isEmpty()) QSettings().setValue(kFigureFolder, QFileInfo(path).absolutePath());
    return path;
}

QString ask_name(QWidget* parent, const QString& title, const QString& question,
                 const QString& suggestion) {
    if (auto name = std::exchange(next_path, std::nullopt)) return *name;
    return QInputDialog::getText(parent, title, question, QLineEdit::Normal, suggestion).trimmed();
}

QString save_report(QWidget* parent, const QString& suggestion) {
    auto answer = std::exchange(next_path, std::nullopt);
    const QString path = answer ? *answer
                                : QFileDialog::getSaveFileName(
                                      parent, FileDialogs::tr("Save the report"), suggestion,
                                      FileDialogs::tr("Reports (*.html *.pdf *.json)"));
    return with_ending(parent, path, u"html"_s, FileDialogs::tr("Save the report"));
}

QString save_project(QWidget* parent, const QString& suggestion) {
    auto answer = std::exchange(next_path, std::nullopt);
    const QString path =
        answer ? *answer
               : QFileDialog::getSaveFileName(parent, FileDialogs::tr("Save the project"),
                                              suggestion, FileDialogs::tr("Projects (*.bitlathe)"));
    return with_ending(parent, path, u"bitlathe"_s, FileDialogs::tr("Save the project"));
}

QString figures_folder(QWidget* parent) {
    auto answer = std::exchange(next_path, std::nullopt);
    const QString folder =
        answer ? *answer
               : QFileDialog::getExistingDirectory(
                     parent, FileDialogs::tr("Save all figures into a folder"), figure_folder());
    if (!folder.isEmpty()) QSettings().setValue(kFigureFolder, folder);
    return folder;
}

bool confirm(QWidget* parent, const QString& title, const QString& text, const QString& yes,
             const QString& no) {
    if (auto answer = std::exchange(next_confirmation, std::nullopt)) return *answer;
    QMessageBox box(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    QPushButton* accept = box.addButton(yes, QMessageBox::DestructiveRole);
    QPushButton* refuse = box.addButton(no, QMessageBox::RejectRole);
    box.setDefaultButton(refuse);
    box.setEscapeButton(refuse);
    box.exec();
    return box.clickedButton() == accept;
}

}  // namespace bitlathe::file_dialogs
