// SPDX-License-Identifier: GPL-3.0-or-later
// What an export did, and what can be done with it.
#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <algorithm>

#include "ui/panels/open_outside.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The command line of the export a row is about: several may wait.
constexpr const char* kCommand = "command";

void copy(const QString& text) {
    QApplication::clipboard()->setText(text);
}

}  // namespace

void MainWindow::show_export(BackgroundJob& job) {
    JobRow* row = jobs_->row_of(job);
    row->setProperty(kCommand, export_command_);
    connect(&session_, &Session::export_ended, row,
            [this, row, &job](const Result<ExportReport>& report, const BackgroundJob& ended,
                              const QString& beside) {
                if (&ended == &job) show_export_result(*row, report, beside);
            });
}

void MainWindow::show_export_result(JobRow& row, const Result<ExportReport>& report,
                                    const QString& beside) {
    if (!report && report.error().code == ErrorCode::kCancelled) {
        row.set_failed([] { return tr("cancelled, nothing was left behind"); });
        return;
    }
    if (report) return show_written(row, *report, beside);
    quitting_ = false;  // somebody has to read why
    row.set_error(report.error());
    row.hide_copy();  // that of an export tells more
    messages_->show_error([] { return tr("The export failed"); }, report.error());
    const QStringList details{
        QApplication::applicationName() + u' ' + QApplication::applicationVersion(),
        QDateTime::currentDateTime().toString(Qt::ISODate),
        row.accessibleName(),
        session_.path(),
        error_text(report.error()),
        row.property(kCommand).toString(),
        row.details()};
    row.add_link(
        u"exportCopyDetails"_s, [] { return tr("Copy details"); },
        [text = details.join(u'\n')] { copy(text); });
}

void MainWindow::show_written(JobRow& row, const ExportReport& report, const QString& beside) {
    std::uint64_t bytes = 0;
    for (const OutputFile& file : report.output)
        bytes += file.bytes;
    const auto rate =
        static_cast<std::uint64_t>(static_cast<double>(bytes) / std::max(report.seconds, 1e-3));
    if (!report.output.empty()) {
        const QString path = to_qstring(report.output.front().path.string());
        row.add_link(
            u"exportShowFolder"_s, [] { return tr("Show in folder"); },
            [path] { show_in_folder(path); });
        row.add_link(
            u"exportOpenResult"_s, [] { return tr("Open the exported file"); },
            [this, path] { open_path(path); });
    }
    if (!beside.isEmpty()) {
        row.add_link(
            u"exportOpenReport"_s, [] { return tr("Open the report"); },
            [beside] { open_outside(beside); });
        jobs_->log([beside] { return tr("Report: wrote %1").arg(beside); });
    }
    const QString command = row.property(kCommand).toString();
    if (!command.isEmpty()) {
        row.add_link(
            u"exportCopyDone"_s, [] { return tr("Copy command line"); },
            [command] { copy(command); });
    }
    row.set_done(
        [bytes, rate, seconds = report.seconds, tensors = report.tensors, output = report.output] {
            QStringList lines{tr("written %1 in %2 (%3/s), read back, %4 of %4 tensors equal")
                                  .arg(bytes_text(bytes), duration_text(seconds), bytes_text(rate),
                                       count_text(tensors))};
            if (!output.empty()) {
                lines += to_qstring(output.front().path.string());
                lines += tr("SHA-256 %1").arg(to_qstring(output.front().sha256));
            }
            return lines.join(u'\n');
        });
    for (const OutputFile& file : report.output) {
        jobs_->log([path = to_qstring(file.path.string()), sum = to_qstring(file.sha256)] {
            return tr("Export: wrote %1, SHA-256 %2").arg(path, sum);
        });
    }
    for (const std::string& warning : report.warnings)
        messages_->show_message(MessageBar::Kind::kWarning,
                                [warning] { return core_text(warning); });
}

}  // namespace bitlathe
