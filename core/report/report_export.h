// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/report/report_data.h"
#include "core/report/report_html.h"

namespace bitlathe {

/// Where the reports beside an exported file go.
struct ReportFiles {
    std::filesystem::path html, json;
};
/// "model.gguf" -> "model.report.html" and "model.report.json"; the folder "out" -> files of these
/// names in it ("out/report.html"), so that they move with it.
[[nodiscard]] ReportFiles report_files(const std::filesystem::path& exported);

/// Writes the HTML and the JSON report beside an export, with what the export measured. An earlier
/// report of these names is replaced. Errors: kNotWritten.
[[nodiscard]] Result<ReportFiles> write_export_report(const std::filesystem::path& exported,
                                                      ReportData data, const ExportReport& written,
                                                      const HtmlOptions& options);

/// The same for an export that is done whatever becomes of its report: what went wrong is added to
/// its warnings.
[[nodiscard]] std::optional<ReportFiles> leave_export_report(const std::filesystem::path& exported,
                                                             const ReportData& data,
                                                             ExportReport& written,
                                                             const HtmlOptions& options);

/// HTML or JSON by the ending of `path` (".html", ".htm", ".json"). Errors: kUsage (another
/// ending), kNotWritten.
[[nodiscard]] Status write_report(const ReportData& data, const HtmlOptions& options,
                                  const std::filesystem::path& path);

}  // namespace bitlathe
