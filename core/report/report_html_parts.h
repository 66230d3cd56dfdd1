// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/report/report_html.h"

namespace bitlathe {

/// The parts of report_html(), each a piece of HTML.
namespace report_parts {

[[nodiscard]] std::string head(const ReportData& data, const ReportWords& words);
[[nodiscard]] std::string model(const ReportData& data, const ReportWords& words);
[[nodiscard]] std::string plan(const ReportData& data, const ReportWords& words);
[[nodiscard]] std::string rules(const ReportData& data, const ReportWords& words);
[[nodiscard]] std::string comparison(const ReportData& data, const ReportWords& words);
[[nodiscard]] std::string exporting(const ReportData& data, const ReportWords& words);

[[nodiscard]] std::string bytes_tables(const ReportData& data, const HtmlOptions& options);
[[nodiscard]] std::string worst(const ReportData& data, const HtmlOptions& options);
[[nodiscard]] std::string changed(const ReportData& data, const HtmlOptions& options);
[[nodiscard]] std::string differing(const ReportData& data, const HtmlOptions& options);

/// "0.61 %", or the word for what is not known.
[[nodiscard]] std::string error_words(const std::optional<double>& error, const ReportWords& words);

}  // namespace report_parts
}  // namespace bitlathe
