// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a report.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/report/report_html_parts.h"
#include "core/report/report_markup.h"

namespace bitlathe::report_parts {
namespace {

std::string heading(const std::string& title) {
    return fmt::format("<h2>{}</h2>\n", escaped(title));
}

std::string remark(const std::string& text) {
    return fmt::format("<p class=\"muted\">{}</p>\n", escaped(text));
}

std::string name_of(FormatId format) {
    return escaped(format_info(format).name);
}

/// What is said where a table was cut off.
std::string rest(std::size_t all, std::size_t shown, const ReportWords& words) {
    return all > shown ? remark(filled(words.more, {grouped(all - shown, words.numbers)}))
                       : std::string();
}

std::string share_of(std::uint64_t part, std::uint64_t whole, const ReportWords& words) {
    return whole == 0 ? "0 %"
                      : percent_words(static_cast<double>(part) / static_cast<double>(whole),
                                      words.numbers);
}

std::string bytes_table(const std::string& title, const std::string& what,
                        const std::vector<ByteRow>& rows, const HtmlOptions& options) {
    const ReportWords& words = options.words;
    HtmlTable table({{what, false},
                     {words.tensors, true},
                     {words.stored, true},
                     {words.planned, true},
                     {words.share, true}});
    std::uint64_t before = 0, after = 0, tensors = 0;
    for (const ByteRow& row : rows) {
        before += row.before;
        after += row.after;
        tensors += row.tensors_after;
    }
    const std::size_t shown = std::min(rows.size(), options.most_rows);
    for (std::size_t i = 0; i < shown; ++i) {
        const ByteRow& row = rows[i];
        const std::string count = row.tensors_before == row.tensors_after
                                      ? grouped(row.tensors_after, words.numbers)
                                      : grouped(row.tensors_before, words.numbers) + " → " +
                                            grouped(row.tensors_after, words.numbers);
        table.add({escaped(row.name.empty() ? words.outside : row.name), count,
                   bytes_words(row.before, words.numbers), bytes_words(row.after, words.numbers),
                   share_of(row.after, after, words)});
    }
    table.add(
        {escaped(words.all), grouped(tensors, words.numbers), bytes_words(before, words.numbers),
         bytes_words(after, words.numbers), share_of(after, after, words)},
        "total");
    return fmt::format("<h3>{}</h3>\n", escaped(title)) + table.text() +
           rest(rows.size(), shown, words);
}

}  // namespace

std::string bytes_tables(const ReportData& data, const HtmlOptions& options) {
    const ReportWords& words = options.words;
    return heading(words.where_bytes) +
           bytes_table(words.bytes_by_role, words.role, data.by_role, options) +
           bytes_table(words.bytes_by_format, words.format, data.by_format, options) +
           bytes_table(words.bytes_by_block, words.block, data.by_block, options);
}

std::string worst(const ReportData& data, const HtmlOptions& options) {
    const ReportWords& words = options.words;
    std::string text = heading(words.worst_title);
    const auto tensors = worst_tensors(data, kMostWorst);
    if (tensors.empty()) return text + remark(words.nothing);
    HtmlTable table({{words.tensor, false},
                     {words.planned, false},
                     {words.weights, true},
                     {words.nmse, true},
                     {words.share_of_error, true}});
    double sum = 0;
    for (const std::size_t i : tensors)
        sum += *data.tensors[i].estimated_loss;
    const auto share = [&data, &words](double loss) {
        return data.totals.estimated_loss > 0.0
                   ? percent_words(loss / *data.totals.estimated_loss, words.numbers)
                   : words.unknown;
    };
    for (const std::size_t i : tensors) {
        const ReportTensor& tensor = data.tensors[i];
        table.add({escaped(tensor.name), name_of(tensor.planned),
                   grouped(tensor.weights, words.numbers), escaped(error_words(tensor.nmse, words)),
                   escaped(share(*tensor.estimated_loss))});
    }
    return text + table.text() +
           remark(filled(words.worst_remark, {share(sum), grouped(tensors.size(), words.numbers)}));
}

std::string changed(const ReportData& data, const HtmlOptions& options) {
    const ReportWords& words = options.words;
    std::string text = heading(words.changed_title);
    const auto tensors = changed_tensors(data);
    if (tensors.empty()) return text + remark(words.nothing);
    HtmlTable table({{words.tensor, false},
                     {words.stored, false},
                     {words.planned, false},
                     {words.bytes, true},
                     {words.bits_per_weight, true},
                     {words.nmse, true},
                     {words.why, false}});
    const std::size_t shown = std::min(tensors.size(), options.most_rows);
    for (std::size_t row = 0; row < shown; ++row) {
        const ReportTensor& tensor = data.tensors[tensors[row]];
        const std::string lock = tensor.locked ? words.locked + ". " : std::string();
        table.add({escaped(tensor.name), name_of(tensor.source), name_of(tensor.planned),
                   grouped(tensor.bytes, words.numbers),
                   bits_words(bits_per_weight(tensor.bytes, tensor.weights), words.numbers),
                   escaped(error_words(tensor.nmse, words)), escaped(lock + tensor.reason)});
    }
    return text + table.text() + rest(tensors.size(), shown, words);
}

std::string differing(const ReportData& data, const HtmlOptions& options) {
    if (!data.compared) return {};
    const ReportWords& words = options.words;
    std::string text =
        fmt::format("<h3>{}</h3>\n", escaped(filled(words.differing_title, {data.compared->name})));
    const auto tensors = differing_tensors(data);
    if (tensors.empty()) return text + remark(words.nothing);
    HtmlTable table({{words.tensor, false},
                     {words.planned, false},
                     {words.in_compared, false},
                     {words.bytes, true},
                     {words.nmse, true}});
    const std::size_t shown = std::min(tensors.size(), options.most_rows);
    for (std::size_t row = 0; row < shown; ++row) {
        const ReportTensor& tensor = data.tensors[tensors[row]];
        table.add({escaped(tensor.name), name_of(tensor.planned), name_of(*tensor.compared),
                   grouped(tensor.bytes, words.numbers), escaped(error_words(tensor.nmse, words))});
    }
    return text + table.text() + rest(tensors.size(), shown, words);
}

}  // namespace bitlathe::report_parts
