// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/opened_project.h"

namespace bitlathe::cli {

Result<Project> open_profile(const std::string& path) {
    BITLATHE_ASSIGN(Project project, load_project(path));
    if (!project.profile) {
        return fail(ErrorCode::kImpossible, "the project holds no profile of activations", path, {},
                    "make one with bitlathe-cli profile CHECKPOINT --text FILE -o PROJECT");
    }
    return project;
}

}  // namespace bitlathe::cli
