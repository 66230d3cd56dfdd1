// SPDX-License-Identifier: GPL-3.0-or-later
// What storing linears in formats does to what they put out: tensors by formats.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/names.h"
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

struct Table {
    const char* name;
    std::vector<FormatError> OutputErrorRow::*errors;
};
constexpr std::array kTables = {Table{"diagonal", &OutputErrorRow::diagonal},
                                Table{"full", &OutputErrorRow::full}};

bool knows(const OutputErrorRecord& record, const Table& table) {
    return std::any_of(record.tensors.begin(), record.tensors.end(), [&](const auto& row) {
        const auto& errors = row.*table.errors;
        return std::any_of(errors.begin(), errors.end(),
                           [](const FormatError& error) { return error.nmse.has_value(); });
    });
}

/// Every format that some error is known in, in the order of their ids.
std::vector<FormatId> known_formats(const OutputErrorRecord& record) {
    std::vector<FormatId> formats;
    for (const OutputErrorRow& row : record.tensors) {
        for (const Table& table : kTables) {
            for (const FormatError& error : row.*table.errors) {
                if (error.nmse) {
                    formats.push_back(error.format);
                }
            }
        }
        std::sort(formats.begin(), formats.end());
        formats.erase(std::unique(formats.begin(), formats.end()), formats.end());
    }
    return formats;
}

bool present(const Project& project) {
    return project.output_errors &&
           std::any_of(kTables.begin(), kTables.end(),
                       [&](const Table& table) { return knows(*project.output_errors, table); });
}

std::uint64_t bytes(const Project& project) {
    const OutputErrorRecord& record = *project.output_errors;
    std::uint64_t longest = 1;
    for (const OutputErrorRow& row : record.tensors) {
        longest = std::max<std::uint64_t>(longest, row.tensor.size() + 1);
    }
    const std::uint64_t of_row =
        longest + known_formats(record).size() * kTables.size() * sizeof(double);
    return 16'384 + record.tensors.size() * of_row;
}

/// Rows by formats; NaN where nothing is known.
std::vector<double> values_of(const OutputErrorRecord& record, const Table& table,
                              const std::vector<FormatId>& formats) {
    std::vector<double> values(record.tensors.size() * formats.size(),
                               std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < record.tensors.size(); ++i) {
        for (const FormatError& error : record.tensors[i].*table.errors) {
            const auto column = std::lower_bound(formats.begin(), formats.end(), error.format);
            if (error.nmse) {
                values[i * formats.size() + static_cast<std::size_t>(column - formats.begin())] =
                    *error.nmse;
            }
        }
    }
    return values;
}

void write(const Project& project, GroupWriter& group) {
    const OutputErrorRecord& record = *project.output_errors;
    group.attribute("text_path", record.text_path);
    group.attribute("text_sha256", record.text_sha256);
    group.attribute("ids", record.text_ids);
    group.attribute("with_first", std::uint64_t{record.with_first ? 1U : 0U});
    std::vector<std::string> tensors, names;
    for (const OutputErrorRow& row : record.tensors) {
        tensors.push_back(row.tensor);
    }
    const std::vector<FormatId> formats = known_formats(record);
    for (const FormatId format : formats) {
        names.emplace_back(format_info(format).name);
    }
    group.texts("tensor", tensors);
    group.texts("format", names);
    for (const Table& table : kTables) {
        if (knows(record, table)) {
            group.numbers(table.name, values_of(record, table, formats),
                          {tensors.size(), formats.size()});
        }
    }
}

/// The formats of the columns; nothing for one that this program does not know.
using Columns = std::vector<std::optional<FormatId>>;

Result<Columns> read_columns(const GroupReader& group, std::uint64_t count) {
    BITLATHE_ASSIGN(const auto names, group.texts("format", count));
    Columns columns;
    for (const std::string& name : names) {
        const auto format = find_format(name);
        if (format && std::find(columns.begin(), columns.end(), format) != columns.end()) {
            return group.refuse("a format stands twice");
        }
        columns.push_back(format);
    }
    return columns;
}

Status read_table(const GroupReader& group, const Table& table, const Columns& columns,
                  std::vector<OutputErrorRow>& rows) {
    BITLATHE_ASSIGN(const auto values,
                    group.numbers<double>(table.name, {rows.size(), columns.size()}));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) {
            continue;
        }
        if (!std::isfinite(values[i]) || values[i] < 0) {
            return group.refuse("an error is no number from 0 on");
        }
        if (const auto& format = columns[i % columns.size()]) {
            (rows[i / columns.size()].*table.errors).push_back({*format, values[i]});
        }
    }
    return {};
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    OutputErrorRecord record;
    BITLATHE_ASSIGN(record.text_path, group.text("text_path"));
    BITLATHE_ASSIGN(record.text_sha256, group.text("text_sha256"));
    BITLATHE_ASSIGN(record.text_ids, group.text("ids"));
    BITLATHE_ASSIGN(const std::uint64_t with_first, group.integer("with_first"));
    record.with_first = with_first != 0;
    BITLATHE_ASSIGN(const std::uint64_t tensors, group.length("tensor"));
    BITLATHE_ASSIGN(const std::uint64_t formats, group.length("format"));
    BITLATHE_ASSIGN(const Columns columns, read_columns(group, formats));
    BITLATHE_ASSIGN(auto names, group.texts("tensor", tensors));
    if (first_duplicate(names.size(),
                        [&](std::size_t i) -> std::string_view { return names[i]; })) {
        return group.refuse("a tensor stands twice");
    }
    std::vector<OutputErrorRow> rows;
    for (std::string& name : names) {
        rows.push_back({std::move(name), {}, {}});
    }
    for (const Table& table : kTables) {
        if (group.has(table.name)) {
            BITLATHE_TRY(read_table(group, table, columns, rows));
        }
    }
    record.tensors = std::move(rows);
    project.output_errors = std::move(record);
    return {};
}

}  // namespace

ProjectKind output_errors_kind() {
    return {"output_errors", 1, present, bytes, write, read};
}

}  // namespace bitlathe
