// SPDX-License-Identifier: GPL-3.0-or-later
// Plans, and what a window was showing.
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

template <NamedTexts Project::*kTexts>
ProjectKind kind_of(const char* name) {
    return {name,
            1,
            [](const Project& project) { return !(project.*kTexts).empty(); },
            [](const Project& project) { return bytes_of(project.*kTexts); },
            [](const Project& project, GroupWriter& group) {
                write_named_texts(project.*kTexts, group);
            },
            [](const GroupReader& group, std::uint64_t, Project& project) -> Status {
                BITLATHE_ASSIGN(project.*kTexts, read_named_texts(group));
                return {};
            }};
}

}  // namespace

ProjectKind plans_kind() {
    return kind_of<&Project::plans>("plans");
}

ProjectKind view_kind() {
    return kind_of<&Project::view>("view");
}

}  // namespace bitlathe
