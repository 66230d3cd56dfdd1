// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/report/report_data.h"
#include "core/report/report_words.h"

namespace bitlathe {

/// A picture of a report.
struct HtmlFigure {
    std::string title, caption;  ///< text, not escaped
    std::string markup;          ///< what shows it: inline SVG, or an image element
};

/// How a report is written.
struct HtmlOptions {
    ReportWords words = {};
    std::string style;  ///< CSS; without "<"
    std::vector<HtmlFigure> figures = {};
    std::size_t most_rows = 200;  ///< of tables by tensor or block; what is left out is counted
};

/// Tensors of the table of the largest errors.
inline constexpr std::size_t kMostWorst = 20;

/// The whole report as one page that needs no other file. It is well-formed XML too. What comes
/// from files (names, paths, reasons) is escaped.
[[nodiscard]] std::string report_html(const ReportData& data, const HtmlOptions& options);

}  // namespace bitlathe
