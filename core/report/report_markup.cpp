// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_markup.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {

std::string escaped(std::string_view text, std::size_t max_bytes) {
    std::string result;
    for (const char letter : printable(text, max_bytes)) {
        switch (letter) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += letter;
        }
    }
    return result;
}

std::string filled(std::string_view text, std::initializer_list<std::string> values) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t number =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9'
                ? static_cast<std::size_t>(text[i + 1] - '0')
                : 0;
        if (number == 0 || number > values.size()) {
            result += text[i];
            continue;
        }
        result += *(values.begin() + static_cast<std::ptrdiff_t>(number - 1));
        ++i;
    }
    return result;
}

std::string with_point(std::string number, const NumberMarks& marks) {
    const std::size_t point = number.find('.');
    if (point != std::string::npos) number.replace(point, 1, marks.point);
    return number;
}

std::string bits_words(double bits, const NumberMarks& marks) {
    return with_point(fmt::format("{:.2f}", bits), marks);
}

std::string grouped(std::uint64_t number, const NumberMarks& marks) {
    const std::string digits = std::to_string(number);
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += marks.group;
        result += digits[i];
    }
    return result;
}

std::string bytes_words(std::uint64_t bytes, const NumberMarks& marks) {
    return fmt::format("{} ({})", with_point(human_bytes(bytes), marks), grouped(bytes, marks));
}

std::string percent_words(double share, const NumberMarks& marks) {
    const double percent = share * 100;
    if (percent == 0) return "0 %";
    return with_point(std::abs(percent) >= 1 ? fmt::format("{:.1f} %", percent)
                                             : fmt::format("{:.3g} %", percent),
                      marks);
}

HtmlTable::HtmlTable(std::vector<HtmlColumn> columns)
    : columns_(std::move(columns)), text_("<table class=\"data\"><thead><tr>") {
    for (const HtmlColumn& column : columns_) {
        text_ += column.number ? "<th class=\"number\">" : "<th>";
        text_ += escaped(column.title) + "</th>";
    }
    text_ += "</tr></thead><tbody>\n";
}

void HtmlTable::add(std::initializer_list<std::string> cells, std::string_view look) {
    text_ += look.empty() ? "<tr>" : fmt::format("<tr class=\"{}\">", look);
    std::size_t i = 0;
    for (const std::string& cell : cells) {
        text_ += i < columns_.size() && columns_[i].number ? "<td class=\"number\">" : "<td>";
        text_ += cell + "</td>";
        ++i;
    }
    text_ += "</tr>\n";
}

}  // namespace bitlathe
