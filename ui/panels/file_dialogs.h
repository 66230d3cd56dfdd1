// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace bitlathe {

/// The questions the window asks in dialogs of the system. Tests answer them beforehand.
namespace file_dialogs {

/// The next question of any kind is answered with this instead of being shown.
void answer_next(const QString& path);
/// The next yes/no question is answered with this.
void confirm_next(bool yes);

/// "" when the person cancels.
[[nodiscard]] QString open_checkpoint(QWidget* parent, const QString& folder);
[[nodiscard]] QString open_folder(QWidget* parent, const QString& folder);
[[nodiscard]] QString open_plan(QWidget* parent, const QString& folder);
[[nodiscard]] QString save_plan(QWidget* parent, const QString& suggestion);
/// Where a project goes; .bitlathe where the ending is left out.
[[nodiscard]] QString save_project(QWidget* parent, const QString& suggestion);
/// Where a picture (PNG) or a table (CSV) goes.
[[nodiscard]] QString save_picture(QWidget* parent, const QString& suggestion);
[[nodiscard]] QString save_table(QWidget* parent, const QString& suggestion);
/// Plain text or JSON lines to measure with.
[[nodiscard]] QString open_text(QWidget* parent, const QString& folder);
/// llama.cpp's importance values (imatrix).
[[nodiscard]] QString open_importance(QWidget* parent, const QString& folder);
[[nodiscard]] QString export_destination(QWidget* parent, const QString& suggestion, bool folder);
/// `name`: of the file, without its ending ("png", "svg", "pdf", "csv"). Starts in the folder where
/// the last figure went, and adds the ending where it is left out.
[[nodiscard]] QString save_figure(QWidget* parent, const QString& name, const QString& ending);
/// A name for something; "" when the person cancels.
[[nodiscard]] QString ask_name(QWidget* parent, const QString& title, const QString& question,
                               const QString& suggestion);
/// Where a report goes: .html, .pdf or .json; .html where the ending is left out.
[[nodiscard]] QString save_report(QWidget* parent, const QString& suggestion);
/// A folder for several figures. Starts where the last figure went.
[[nodiscard]] QString figures_folder(QWidget* parent);
[[nodiscard]] bool confirm(QWidget* parent, const QString& title, const QString& text,
                           const QString& yes, const QString& no);

}  // namespace file_dialogs
}  // namespace bitlathe
