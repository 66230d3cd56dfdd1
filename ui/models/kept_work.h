// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/models/plan_shelf.h"
#include "ui/models/quality_book.h"

namespace bitlathe {

/// Work on the open model that a project on the disk holds as it was at a moment. A value.
struct KeptWork {
    PlanSet plans;
    std::vector<PlanId> ids;  ///< of the plans on the shelf
    std::vector<QualityBook::Entry> measured;
};

}  // namespace bitlathe
