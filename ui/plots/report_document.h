// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QTextDocument>
#include <memory>
#include <vector>

#include "core/report/report_html.h"
#include "core/report/report_style.h"
#include "ui/plots/report_pictures.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// A report with its pictures and its words: a value that any thread may write to a file.
struct ReportDocument {
    std::shared_ptr<const ReportData> data;
    std::vector<ReportPicture> pictures;
    ReportWords words;
};

/// How report_html() writes the document for browsers: pictures as inline SVG, light and dark.
[[nodiscard]] HtmlOptions browser_options(const ReportDocument& report);
/// Fills `document`, which belongs to the calling thread, with the report. Pictures are painted as
/// vectors and shrink to its width.
void fill_document(QTextDocument& document, const ReportDocument& report,
                   const ReportColours& colours, bool dark);
[[nodiscard]] ReportColours report_colours(const ThemeTokens& tokens);

/// HTML, PDF or JSON by the ending of `path`: .html, .htm, .pdf, .json. An earlier file is replaced
/// when the new one is complete. For any thread. Errors: kUsage (another ending), kNotWritten.
[[nodiscard]] Status write_report_file(const ReportDocument& report, const QString& path);

}  // namespace bitlathe
