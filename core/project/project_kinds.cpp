// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_kinds.h"

#include <array>

namespace bitlathe {

std::span<const ProjectKind> project_kinds() {
    static const std::array kKinds = {
        source_kind(),  profile_kind(),       gram_kind(),        imatrix_kind(), skips_kind(),
        experts_kind(), output_errors_kind(), evaluations_kind(), plans_kind(),   view_kind()};
    return kKinds;
}

}  // namespace bitlathe
