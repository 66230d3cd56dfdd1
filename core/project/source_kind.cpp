// SPDX-License-Identifier: GPL-3.0-or-later
// Which model a project is about.
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

bool present(const Project&) {
    return true;
}

std::uint64_t bytes(const Project&) {
    return 4096;
}

void write(const Project& project, GroupWriter& group) {
    group.attribute("path", project.model.path);
    group.attribute("fingerprint", project.model.fingerprint);
    group.attribute("architecture", project.model.architecture);
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    BITLATHE_ASSIGN(project.model.path, group.text("path"));
    BITLATHE_ASSIGN(project.model.fingerprint, group.text("fingerprint"));
    BITLATHE_ASSIGN(project.model.architecture, group.text("architecture"));
    return {};
}

}  // namespace

ProjectKind source_kind() {
    return {"model", 1, present, bytes, write, read};
}

}  // namespace bitlathe
