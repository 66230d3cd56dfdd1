// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/shelved_plans.h"

#include <algorithm>
#include <utility>

#include "core/targets/planner.h"

namespace bitlathe {

Result<TargetCatalogs> catalogs_for(const PlanSet& set, const TensorCatalog& open,
                                    const WorkContext& context) {
    TargetCatalogs catalogs;
    for (const auto& plan : set.plans) {
        const auto is_its = [&](const auto& catalog) {
            return catalog->target().name() == plan->target();
        };
        const Target* target = find_target(plan->target());
        if (target == nullptr || target == &open.target() ||
            std::any_of(catalogs.begin(), catalogs.end(), is_its)) {
            continue;
        }
        BITLATHE_ASSIGN(auto catalog, TensorCatalog::build(open.shared_model(), *target, context));
        catalogs.push_back(std::move(catalog));
    }
    return catalogs;
}

Result<ReadPlans> read_plans(const NamedTexts& plans, const std::string& current,
                             const std::shared_ptr<const TensorCatalog>& open,
                             const WorkContext& context) {
    ReadPlans read;
    for (const auto& [name, text] : plans) {
        BITLATHE_TRY(context.check());
        const auto plan = plan_from_text(text, name);
        if (!plan || !check_plan(open->model(), *plan, nullptr)) {
            ++read.left_out;
            continue;
        }
        if (name == current) read.set.current = read.set.plans.size();
        read.set.plans.push_back(std::make_shared<const KeptPlan>(open, *plan));
    }
    BITLATHE_ASSIGN(read.catalogs, catalogs_for(read.set, *open, context));
    return read;
}

NamedTexts plan_texts(const PlanSet& set) {
    NamedTexts texts;
    for (const auto& plan : set.plans)
        texts.emplace_back(plan->name(), plan_to_text(plan->plan()));
    return texts;
}

}  // namespace bitlathe
