// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_html.h"

#include <fmt/format.h>

#include "core/report/report_html_parts.h"
#include "core/report/report_markup.h"

namespace bitlathe {
namespace {

std::string figures(const HtmlOptions& options) {
    if (options.figures.empty()) return {};
    std::string text = fmt::format("<h2>{}</h2>\n", escaped(options.words.figures));
    for (const HtmlFigure& figure : options.figures) {
        text += fmt::format(
            "<figure><h3>{}</h3>{}<figcaption class=\"caption\">{}</figcaption></figure>\n",
            escaped(figure.title), figure.markup, escaped(figure.caption));
    }
    return text;
}

}  // namespace

std::string report_html(const ReportData& data, const HtmlOptions& options) {
    using namespace report_parts;
    const ReportWords& words = options.words;
    const std::string title = filled(words.title, {data.model_name});
    std::string text = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"/>"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
        "<meta name=\"generator\" content=\"Bitlathe {}\"/>"
        "<title>{}</title><style>\n{}</style></head><body>\n",
        escaped(words.language), escaped(data.version), escaped(title), options.style);
    text += head(data, words);
    text += figures(options);
    text += model(data, words);
    text += plan(data, words);
    text += rules(data, words);
    text += bytes_tables(data, options);
    text += worst(data, options);
    text += comparison(data, words);
    text += differing(data, options);
    text += changed(data, options);
    text += exporting(data, words);
    return text + "</body></html>\n";
}

}  // namespace bitlathe
