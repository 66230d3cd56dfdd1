// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_export.h"

#include <fmt/format.h>

#include "core/base/atomic_file.h"
#include "core/report/report_json.h"

namespace bitlathe {

ReportFiles report_files(const std::filesystem::path& exported) {
    std::error_code ignored;
    if (std::filesystem::is_directory(exported, ignored))
        return {exported / "report.html", exported / "report.json"};
    std::filesystem::path stem = exported;
    stem.replace_extension();
    return {stem.string() + ".report.html", stem.string() + ".report.json"};
}

Result<ReportFiles> write_export_report(const std::filesystem::path& exported, ReportData data,
                                        const ExportReport& written, const HtmlOptions& options) {
    data.written = written;
    ReportFiles files = report_files(exported);
    BITLATHE_TRY(write_file(files.json, report_json_text(data)));
    BITLATHE_TRY(write_file(files.html, report_html(data, options)));
    return files;
}

std::optional<ReportFiles> leave_export_report(const std::filesystem::path& exported,
                                               const ReportData& data, ExportReport& written,
                                               const HtmlOptions& options) {
    auto files = write_export_report(exported, data, written, options);
    if (files) return *std::move(files);
    written.warnings.push_back(
        fmt::format("the report was not written: {}", files.error().message));
    return std::nullopt;
}

Status write_report(const ReportData& data, const HtmlOptions& options,
                    const std::filesystem::path& path) {
    const std::string ending = path.extension().string();
    if (ending == ".json") return write_file(path, report_json_text(data));
    if (ending == ".html" || ending == ".htm") return write_file(path, report_html(data, options));
    return fail(ErrorCode::kUsage, "a report is a .html or a .json file", path.string());
}

}  // namespace bitlathe
