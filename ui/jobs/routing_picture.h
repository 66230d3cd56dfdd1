// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/profile/outliers/routing_map.h"
#include "core/project/project.h"
#include "ui/jobs/matrix_feed.h"

namespace bitlathe {

/// What routers chose: experts (down) of all blocks that have some (across), ready for the matrix
/// canvas, and how even that is.
struct RoutingPicture {
    RoutingMap map;
    RoutingQuantity quantity = RoutingQuantity::kTokens;
    std::vector<RoutingBalance> balance;           ///< beside map.blocks
    std::shared_ptr<const MatrixPicture> picture;  ///< null: the profile has no routers
};

/// `measured`: of the same model; null: nothing, and quantities that are measured are unknown.
/// Blocking. Errors: kCancelled, kRefused (no memory).
[[nodiscard]] Result<RoutingPicture> make_routing_picture(const ActivationProfile& profile,
                                                          const ExpertRecord* measured,
                                                          RoutingQuantity quantity,
                                                          const WorkContext& context);

}  // namespace bitlathe
