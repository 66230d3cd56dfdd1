// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says of the model and the plan as wholes.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/report/report_html_parts.h"
#include "core/report/report_markup.h"

namespace bitlathe::report_parts {
namespace {

constexpr std::size_t kLongText = 4000;   ///< bytes of paths and commands
constexpr std::size_t kMostHistory = 50;  ///< steps that are shown, the latest

std::string heading(const std::string& title) {
    return fmt::format("<h2>{}</h2>\n", escaped(title));
}

std::string paragraph(const std::string& text, const char* look = "") {
    return fmt::format("<p class=\"{}\">{}</p>\n", look, escaped(text, kLongText));
}

/// Rows of a name and what it is.
class Facts {
public:
    void add(const std::string& name, const std::string& value) {
        text_ += fmt::format("<tr><td class=\"muted\">{}</td><td>{}</td></tr>\n", escaped(name),
                             escaped(value, kLongText));
    }
    [[nodiscard]] std::string text() const {
        return "<table class=\"facts\"><tbody>" + text_ + "</tbody></table>\n";
    }

private:
    std::string text_;
};

std::string card(const std::string& value, const std::string& what, const std::string& how) {
    return fmt::format(
        "<td><div class=\"big\">{}</div><div>{}</div><div class=\"muted\">{}</div></td>",
        escaped(value), escaped(what), escaped(how));
}

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string list(const std::vector<std::string>& lines, std::size_t first = 0) {
    std::string text = "<ul>";
    for (std::size_t i = first; i < lines.size(); ++i)
        text += "<li>" + escaped(lines[i]) + "</li>\n";
    return text + "</ul>\n";
}

}  // namespace

std::string error_words(const std::optional<double>& error, const ReportWords& words) {
    return error ? percent_words(*error, words.numbers) : words.unknown;
}

std::string head(const ReportData& data, const ReportWords& words) {
    std::string text =
        fmt::format("<h1>{}</h1>\n", escaped(filled(words.title, {data.model_name})));
    text += paragraph(filled(words.made, {data.version, data.created}), "muted");
    text += "<table class=\"cards\" width=\"100%\"><tbody><tr>";
    text += card(bits_words(data.totals.bits_per_weight, words.numbers), words.bits_per_weight,
                 words.exact);
    text += card(
        data.file_bytes ? with_point(human_bytes(*data.file_bytes), words.numbers) : words.unknown,
        words.file_size,
        data.file_bytes ? words.exact + ", " +
                              filled(words.of_source,
                                     {percent_words(ratio(*data.file_bytes, data.source_file_bytes),
                                                    words.numbers)})
                        : words.exact);
    text += card(error_words(relative_error(data.totals, data.parameters), words),
                 words.weight_error, words.estimated);
    text += card(grouped(changed_tensors(data).size(), words.numbers) + " / " +
                     grouped(data.tensors.size(), words.numbers),
                 words.tensors, words.changed);
    text += "</tr></tbody></table>\n";
    if (data.made_for_another) text += paragraph(words.other_model, "warning");
    return text + paragraph(words.size_exact, "muted") + paragraph(words.what_error_is, "muted") +
           paragraph(words.what_error_is_not, "muted");
}

std::string model(const ReportData& data, const ReportWords& words) {
    Facts facts;
    facts.add(words.name, data.model_name);
    facts.add(words.path, data.model_path);
    facts.add(words.container, data.container);
    facts.add(words.architecture, data.architecture);
    facts.add(words.parameters, grouped(data.parameters, words.numbers));
    facts.add(words.tensors, grouped(data.tensors.size(), words.numbers));
    facts.add(words.blocks, grouped(data.blocks, words.numbers));
    facts.add(words.files, grouped(data.files, words.numbers));
    facts.add(words.source_size, bytes_words(data.source_file_bytes, words.numbers));
    facts.add(words.fingerprint, data.fingerprint);
    return heading(words.model) + facts.text();
}

std::string plan(const ReportData& data, const ReportWords& words) {
    Facts facts;
    facts.add(words.name, data.plan_name);
    facts.add(words.target, data.target_description);
    facts.add(words.bits_per_weight, bits_words(data.totals.bits_per_weight, words.numbers));
    facts.add(words.tensor_bytes, bytes_words(data.totals.bytes, words.numbers));
    facts.add(words.file_bytes,
              data.file_bytes ? bytes_words(*data.file_bytes, words.numbers) : words.unknown);
    facts.add(words.plan_error, error_words(relative_error(data.totals, data.parameters), words));
    std::string text = heading(words.plan) + facts.text();
    if (data.history.empty()) return text;
    text += fmt::format("<h3>{}</h3>\n", escaped(words.history));
    const std::size_t first = data.history.size() - std::min(data.history.size(), kMostHistory);
    return text + list(data.history, first);
}

std::string rules(const ReportData& data, const ReportWords& words) {
    std::string text = heading(words.rules);
    if (data.locked == 0 && data.locks.empty() && data.floors.empty())
        return text + paragraph(words.no_locks);
    if (data.locked > 0)
        text += paragraph(filled(words.locked_count, {grouped(data.locked, words.numbers)}));
    std::vector<std::string> lines;
    for (const std::string& rule : data.locks)
        lines.push_back(words.rule_lock + ": " + rule);
    for (const std::string& rule : data.floors)
        lines.push_back(words.rule_floor + ": " + rule);
    return lines.empty() ? text : text + list(lines);
}

std::string comparison(const ReportData& data, const ReportWords& words) {
    if (!data.compared) return {};
    HtmlTable table({{"", false}, {data.plan_name, true}, {data.compared->name, true}});
    const PlanTotals& here = data.totals;
    const PlanTotals& there = data.compared->totals;
    table.add({escaped(words.bits_per_weight), bits_words(here.bits_per_weight, words.numbers),
               bits_words(there.bits_per_weight, words.numbers)});
    table.add({escaped(words.tensor_bytes), bytes_words(here.bytes, words.numbers),
               bytes_words(there.bytes, words.numbers)});
    table.add({escaped(words.plan_error),
               escaped(error_words(relative_error(here, data.parameters), words)),
               escaped(error_words(relative_error(there, data.parameters), words))});
    return heading(words.compared) + table.text();
}

std::string exporting(const ReportData& data, const ReportWords& words) {
    std::string text = heading(words.export_title);
    if (data.written) {
        text += paragraph(
            filled(words.export_done,
                   {with_point(fmt::format("{:.1f}", data.written->seconds), words.numbers),
                    grouped(data.written->tensors, words.numbers)}));
        HtmlTable table({{words.file, false}, {words.bytes, true}, {"SHA-256", false}});
        for (const OutputFile& file : data.written->output) {
            table.add({escaped(file.path.string(), kLongText), grouped(file.bytes, words.numbers),
                       escaped(file.sha256)});
        }
        text += table.text();
        if (!data.written->warnings.empty()) {
            text += fmt::format("<h3>{}</h3>\n", escaped(words.warnings));
            text += list(data.written->warnings);
        }
    }
    text += paragraph(words.export_how);
    return text + "<pre>" + escaped(data.command, kLongText) + "</pre>\n";
}

}  // namespace bitlathe::report_parts
