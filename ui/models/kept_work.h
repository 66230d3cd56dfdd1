// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/project/project.h"
#include "ui/models/plan_shelf.h"
#include "ui/models/quality_book.h"

namespace bitlathe {

/// What was measured of the blocks and linears of the open model beside a profile. A value.
struct MeasuredRecords {
    std::shared_ptr<const SkipRecord> skips;                 ///< null: not measured
    std::shared_ptr<const OutputErrorRecord> output_errors;  ///< null: not measured

    [[nodiscard]] bool empty() const { return !skips && !output_errors; }
    bool operator==(const MeasuredRecords&) const = default;
};

/// Work on the open model that a project on the disk holds as it was at a moment. A value.
struct KeptWork {
    PlanSet plans;
    std::vector<PlanId> ids;  ///< of the plans on the shelf
    std::vector<QualityBook::Entry> measured;
    MeasuredRecords records = {};
};

}  // namespace bitlathe
