// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/report_words.h"

namespace bitlathe {

/// Small makers of HTML that is also well-formed XML. Text is escaped by whoever puts it in, once.

/// What may be shown of a text from a file, with & < > " ' as references.
[[nodiscard]] std::string escaped(std::string_view text, std::size_t max_bytes = 400);
/// `text` with "%1", "%2", ... replaced; what is filled in is not looked at again.
[[nodiscard]] std::string filled(std::string_view text, std::initializer_list<std::string> values);

/// A number that was written with a point, in another language.
[[nodiscard]] std::string with_point(std::string number, const NumberMarks& marks);
/// "4.20"
[[nodiscard]] std::string bits_words(double bits, const NumberMarks& marks = {});
/// "3.53 GiB (3,790,000,000)"
[[nodiscard]] std::string bytes_words(std::uint64_t bytes, const NumberMarks& marks = {});
/// "1,234,567"
[[nodiscard]] std::string grouped(std::uint64_t number, const NumberMarks& marks = {});
/// A share as "12.3 %", with three digits where it is small.
[[nodiscard]] std::string percent_words(double share, const NumberMarks& marks = {});

/// One column of a table.
struct HtmlColumn {
    std::string title;  ///< not escaped yet
    bool number = false;
};

/// Builds a table row by row. Cells are HTML already.
class HtmlTable {
public:
    explicit HtmlTable(std::vector<HtmlColumn> columns);
    void add(std::initializer_list<std::string> cells, std::string_view look = {});
    [[nodiscard]] std::string text() const { return text_ + "</tbody></table>\n"; }

private:
    std::vector<HtmlColumn> columns_;
    std::string text_;
};

}  // namespace bitlathe
