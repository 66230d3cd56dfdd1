// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/routing_picture.h"

#include "ui/jobs/value_picture.h"

namespace bitlathe {

Result<RoutingPicture> make_routing_picture(const ActivationProfile& profile,
                                            RoutingQuantity quantity, const WorkContext& context) {
    RoutingPicture result;
    result.quantity = quantity;
    result.map = routing_map(profile, quantity);
    if (result.map.blocks.empty()) {
        return result;
    }
    result.balance = routing_balance(profile);
    BITLATHE_ASSIGN(result.picture, value_picture(result.map.values, result.map.experts,
                                                  result.map.blocks.size(), context));
    return result;
}

}  // namespace bitlathe
