// SPDX-License-Identifier: GPL-3.0-or-later
// What an export did, and what can be done with it.
#include <QApplication>
#include <QClipboard>
#include <QDateTime>

#include "ui/panels/open_outside.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

void copy(const QString& text) {
    QApplication::clipboard()->setText(text);
}

}  // namespace

void MainWindow::show_export_result(JobRow& row, const Result<ExportReport>& report) {
    if (!report && report.error().code == ErrorCode::kCancelled) {
        row.set_failed(tr("cancelled, nothing was left behind"));
        jobs_->log(tr("Export: cancelled, nothing was left behind"));
        return;
    }
    if (report) return show_written(row, *report);
    const QString what = to_qstring(report.error().to_string());
    row.set_failed(to_qstring(report.error().message));
    jobs_->log(tr("Export: %1").arg(what));
    messages_->show_error(tr("The export failed"), report.error());
    const QStringList details{
        QApplication::applicationName() + u' ' + QApplication::applicationVersion(),
        QDateTime::currentDateTime().toString(Qt::ISODate),
        row.accessibleName(),
        session_.path(),
        what,
        export_command_};
    row.add_link(u"exportCopyDetails"_s, tr("Copy details"),
                 [text = details.join(u'\n')] { copy(text); });
}

void MainWindow::show_written(JobRow& row, const ExportReport& report) {
    std::uint64_t bytes = 0;
    for (const OutputFile& file : report.output)
        bytes += file.bytes;
    QStringList lines{tr("written %1 in %2, read back, %3 of %3 tensors equal")
                          .arg(bytes_text(bytes), duration_text(report.seconds))
                          .arg(report.tensors)};
    if (!report.output.empty()) {
        const OutputFile& first = report.output.front();
        const QString path = to_qstring(first.path.string());
        lines += path;
        lines += tr("SHA-256 %1").arg(to_qstring(first.sha256));
        row.add_link(u"exportShowFolder"_s, tr("Show in folder"), [path] { show_in_folder(path); });
        row.add_link(u"exportOpenResult"_s, tr("Open the exported file"),
                     [this, path] { open_path(path); });
    }
    if (!export_command_.isEmpty()) {
        row.add_link(u"exportCopyDone"_s, tr("Copy command line"),
                     [command = export_command_] { copy(command); });
    }
    row.set_done(lines.join(u'\n'));
    for (const OutputFile& file : report.output) {
        jobs_->log(tr("Export: wrote %1, SHA-256 %2")
                       .arg(to_qstring(file.path.string()), to_qstring(file.sha256)));
    }
    for (const std::string& warning : report.warnings)
        messages_->show_message(MessageBar::Kind::kWarning, to_qstring(warning));
}

}  // namespace bitlathe
