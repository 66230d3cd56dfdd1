// SPDX-License-Identifier: GPL-3.0-or-later
// What rounding experts does to the outputs of their mixtures, a row each.
#include <cmath>
#include <tuple>
#include <utility>

#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

bool present(const Project& project) {
    return project.experts && !project.experts->errors.empty();
}

std::uint64_t bytes(const Project& project) {
    return 8192 + project.experts->errors.size() * sizeof(ExpertError);
}

template <class T>
std::vector<T> column(const ExpertRecord& record, T ExpertError::*value) {
    std::vector<T> values;
    for (const ExpertError& error : record.errors) {
        values.push_back(error.*value);
    }
    return values;
}

void write(const Project& project, GroupWriter& group) {
    const ExpertRecord& record = *project.experts;
    group.attribute("text_path", record.text_path);
    group.attribute("text_sha256", record.text_sha256);
    group.attribute("context", record.context);
    group.attribute("format", record.format);
    group.numbers("block", column(record, &ExpertError::block));
    group.numbers("expert", column(record, &ExpertError::expert));
    group.numbers("tokens", column(record, &ExpertError::tokens));
    group.numbers("weight", column(record, &ExpertError::weight));
    group.numbers("error", column(record, &ExpertError::error));
}

/// Puts a column of the file into the rows, which are as many.
template <class T>
Status read_column(const GroupReader& group, const char* name, T ExpertError::*value,
                   std::vector<ExpertError>& errors) {
    BITLATHE_ASSIGN(const auto values, group.numbers<T>(name, {std::uint64_t{errors.size()}}));
    for (std::size_t i = 0; i < errors.size(); ++i) {
        errors[i].*value = values[i];
    }
    return {};
}

bool is_size(double value) {
    return std::isfinite(value) && value >= 0;
}

Status check(const GroupReader& group, const std::vector<ExpertError>& errors) {
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const ExpertError& row = errors[i];
        if (row.tokens == 0 || !is_size(row.weight) || !is_size(row.error)) {
            return group.refuse("an expert has a figure that cannot be");
        }
        if (i > 0 && std::tie(errors[i - 1].block, errors[i - 1].expert) >=
                         std::tie(row.block, row.expert)) {
            return group.refuse("the experts are out of order");
        }
    }
    return {};
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    ExpertRecord record;
    BITLATHE_ASSIGN(record.text_path, group.text("text_path"));
    BITLATHE_ASSIGN(record.text_sha256, group.text("text_sha256"));
    BITLATHE_ASSIGN(record.context, group.integer("context"));
    BITLATHE_ASSIGN(record.format, group.text("format"));
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("error"));
    std::vector<ExpertError> errors(count);
    BITLATHE_TRY(read_column(group, "block", &ExpertError::block, errors));
    BITLATHE_TRY(read_column(group, "expert", &ExpertError::expert, errors));
    BITLATHE_TRY(read_column(group, "tokens", &ExpertError::tokens, errors));
    BITLATHE_TRY(read_column(group, "weight", &ExpertError::weight, errors));
    BITLATHE_TRY(read_column(group, "error", &ExpertError::error, errors));
    BITLATHE_TRY(check(group, errors));
    record.errors = std::move(errors);
    project.experts = std::move(record);
    return {};
}

}  // namespace

ProjectKind experts_kind() {
    return {"experts", 1, present, bytes, write, read};
}

}  // namespace bitlathe
