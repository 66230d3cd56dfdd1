// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace bitlathe {

/// Colours of a report, "#rrggbb".
struct ReportColours {
    std::string paper = "#ffffff", text = "#1b1f24", muted = "#68707a", line = "#d9dde3",
                accent = "#2a6fdb", warning = "#a84a12";
};
[[nodiscard]] ReportColours dark_report_colours();

/// For browsers: light and dark by what the reader's system prefers, always light on paper.
[[nodiscard]] std::string browser_style();
/// For a document of fixed colours, in the part of CSS that Qt's text documents know; sizes in
/// points.
[[nodiscard]] std::string document_style(const ReportColours& colours);

}  // namespace bitlathe
