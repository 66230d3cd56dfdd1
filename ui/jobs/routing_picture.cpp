// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/routing_picture.h"

#include "ui/jobs/value_picture.h"

namespace bitlathe {
namespace {

/// Of every expert that was measured.
std::vector<ExpertValue> values_of(const ExpertRecord& record, RoutingQuantity quantity) {
    const std::vector<double> importance = expert_importance(record.errors, {});
    std::vector<ExpertValue> values;
    for (std::size_t i = 0; i < record.errors.size(); ++i) {
        const ExpertError& row = record.errors[i];
        values.push_back({row.block, row.expert,
                          quantity == RoutingQuantity::kError ? row.error : importance[i]});
    }
    return values;
}

bool is_measured(RoutingQuantity quantity) {
    return quantity == RoutingQuantity::kError || quantity == RoutingQuantity::kImportance;
}

}  // namespace

Result<RoutingPicture> make_routing_picture(const ActivationProfile& profile,
                                            const ExpertRecord* measured, RoutingQuantity quantity,
                                            const WorkContext& context) {
    RoutingPicture result;
    result.quantity = quantity;
    result.map = measured != nullptr && is_measured(quantity)
                     ? routing_map(profile, values_of(*measured, quantity))
                     : routing_map(profile, quantity);
    if (result.map.blocks.empty()) {
        return result;
    }
    result.balance = routing_balance(profile);
    BITLATHE_ASSIGN(result.picture, value_picture(result.map.values, result.map.experts,
                                                  result.map.blocks.size(), context));
    return result;
}

}  // namespace bitlathe
