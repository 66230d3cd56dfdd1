// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_kinds.h"

#include <array>

namespace bitlathe {

std::span<const ProjectKind> project_kinds() {
    static const std::array kKinds = {source_kind(), profile_kind(), imatrix_kind()};
    return kKinds;
}

}  // namespace bitlathe
