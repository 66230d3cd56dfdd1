// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/project/group_reader.h"
#include "core/project/group_writer.h"
#include "core/project/project.h"

namespace bitlathe {

/// One kind of content of a project, a group of the file by its name. Each states its own version,
/// so that one may change without the others.
struct ProjectKind {
    const char* name;
    std::uint64_t version;
    bool (*present)(const Project& project);
    std::uint64_t (*bytes)(const Project& project);  ///< about, in the file
    void (*write)(const Project& project, GroupWriter& group);
    /// `version`: of the file, from 1 to that of this row.
    Status (*read)(const GroupReader& group, std::uint64_t version, Project& project);
};

/// All kinds, in the order in which they are written. A new kind is a row here and a file.
[[nodiscard]] std::span<const ProjectKind> project_kinds();

[[nodiscard]] ProjectKind source_kind();
[[nodiscard]] ProjectKind profile_kind();
[[nodiscard]] ProjectKind gram_kind();
[[nodiscard]] ProjectKind imatrix_kind();
[[nodiscard]] ProjectKind skips_kind();
[[nodiscard]] ProjectKind experts_kind();
[[nodiscard]] ProjectKind output_errors_kind();
[[nodiscard]] ProjectKind evaluations_kind();
[[nodiscard]] ProjectKind plans_kind();
[[nodiscard]] ProjectKind view_kind();

}  // namespace bitlathe
