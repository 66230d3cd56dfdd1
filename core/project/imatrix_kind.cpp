// SPDX-License-Identifier: GPL-3.0-or-later
// Importance values that somebody else's imatrix file brought.
#include <numeric>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

bool present(const Project& project) {
    return project.imatrix.has_value();
}

std::uint64_t bytes(const Project& project) {
    std::uint64_t sum = 16'384;
    for (const ImatrixEntry& entry : project.imatrix->entries) {
        sum += (entry.sums.size() + entry.counts.size()) * sizeof(float) + 128;
    }
    return sum;
}

void write(const Project& project, GroupWriter& group) {
    const Imatrix& imatrix = *project.imatrix;
    std::vector<std::string> names;
    std::vector<std::uint64_t> columns, matrices;
    std::vector<float> sums, counts;
    for (const ImatrixEntry& entry : imatrix.entries) {
        names.push_back(entry.name);
        matrices.push_back(entry.counts.size());
        columns.push_back(entry.sums.size() / entry.counts.size());
        sums.insert(sums.end(), entry.sums.begin(), entry.sums.end());
        counts.insert(counts.end(), entry.counts.begin(), entry.counts.end());
    }
    group.attribute("dataset", imatrix.dataset);
    group.attribute("chunks", std::uint64_t{imatrix.chunks});
    group.attribute("chunk_size", std::uint64_t{imatrix.chunk_size});
    group.texts("name", names);
    group.numbers("columns", columns);
    group.numbers("matrices", matrices);
    group.numbers("sums", sums);
    group.numbers("counts", counts);
}

/// Reads the columns of the table of entries, whose values are still to be handed out.
struct Entries {
    std::vector<std::string> names;
    std::vector<std::uint64_t> columns, matrices;
    std::uint64_t sums = 0, counts = 0;
};

Result<Entries> read_entries(const GroupReader& group) {
    Entries entries;
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("columns"));
    BITLATHE_ASSIGN(entries.names, group.texts("name", count));
    BITLATHE_ASSIGN(entries.columns, group.numbers<std::uint64_t>("columns", {count}));
    BITLATHE_ASSIGN(entries.matrices, group.numbers<std::uint64_t>("matrices", {count}));
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto values = checked_mul({entries.columns[i], entries.matrices[i]});
        const auto sums = values ? checked_add(entries.sums, *values) : std::nullopt;
        const auto counts = checked_add(entries.counts, entries.matrices[i]);
        if (!sums || !counts || *values == 0) {
            return group.refuse(fmt::format("entry {} has no size that can be", i));
        }
        entries.sums = *sums;
        entries.counts = *counts;
    }
    return entries;
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    Imatrix imatrix;
    BITLATHE_ASSIGN(imatrix.dataset, group.text("dataset"));
    BITLATHE_ASSIGN(const std::uint64_t chunks, group.integer("chunks"));
    BITLATHE_ASSIGN(const std::uint64_t chunk_size, group.integer("chunk_size"));
    imatrix.chunks = static_cast<std::uint32_t>(chunks);
    imatrix.chunk_size = static_cast<std::uint32_t>(chunk_size);
    BITLATHE_ASSIGN(const Entries entries, read_entries(group));
    BITLATHE_ASSIGN(const auto sums, group.numbers<float>("sums", {entries.sums}));
    BITLATHE_ASSIGN(const auto counts, group.numbers<float>("counts", {entries.counts}));
    auto sum = sums.begin();
    auto count = counts.begin();
    for (std::size_t i = 0; i < entries.names.size(); ++i) {
        const auto matrices = static_cast<std::ptrdiff_t>(entries.matrices[i]);
        const auto values = static_cast<std::ptrdiff_t>(entries.columns[i]) * matrices;
        imatrix.entries.push_back(
            {entries.names[i], {sum, sum + values}, {count, count + matrices}});
        sum += values;
        count += matrices;
    }
    project.imatrix = std::move(imatrix);
    return {};
}

}  // namespace

ProjectKind imatrix_kind() {
    return {"imatrix", 1, present, bytes, write, read};
}

}  // namespace bitlathe
