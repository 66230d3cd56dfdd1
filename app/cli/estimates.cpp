// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/estimates.h"

namespace bitlathe::cli {

ErrorTable empty_table(const Model& model) {
    return {std::vector<SharedProfile>(model.places.size())};
}

Status profile_choices(const Model& model, const Plan& plan, const Importance* importance,
                       ErrorTable& table, const WorkContext& context) {
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const TensorInfo& tensor = model.tensor(i);
        const auto recipe = plan.tensors.find(tensor.name);
        if (recipe == plan.tensors.end() || recipe->second.format == tensor.format ||
            table.nmse(i, recipe->second.format) || format_info(tensor.format).decode == nullptr) {
            continue;
        }
        context.report("estimate", i, model.places.size());
        const auto weights = importance != nullptr ? importance->find(model.places[i].canonical)
                                                   : std::span<const float>();
        BITLATHE_ASSIGN(auto errors, format_errors(model.checkpoint->view(i),
                                                   {&recipe->second.format, 1}, weights, context));
        table.profiles[i].edit([&](TensorProfile& profile) {
            profile.tensor = i;
            profile.errors.insert(profile.errors.end(), errors.begin(), errors.end());
        });
    }
    return {};
}

}  // namespace bitlathe::cli
