// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/targets/target.h"

namespace bitlathe {

/// What an export would do, known before anything is written.
struct ExportPreview {
    std::vector<PlannedFile> files;
    std::uint64_t bytes = 0;        ///< of all files
    bool folder = false;            ///< the files go into a folder named like the destination
    bool exists = false;            ///< something is there: it needs ExportRequest::replace
    std::optional<Error> obstacle;  ///< why it must not be written there, replacing or not
};

/// Errors: those of Target::files(): the plan or the source does not allow an export at all.
[[nodiscard]] Result<ExportPreview> preview_export(const Target& target, const Model& model,
                                                   const Plan& plan, const ExportRequest& request);

}  // namespace bitlathe
