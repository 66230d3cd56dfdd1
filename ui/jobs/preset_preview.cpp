// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/preset_preview.h"

#include <utility>

namespace bitlathe {
namespace {

PresetOutlook outlook_of(const TensorCatalog& catalog, const QString& title, const Plan& plan,
                         const ErrorTable& errors) {
    PresetOutlook outlook{title, totals(catalog.model(), plan, errors), {}};
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorInfo& info = catalog.model().tensor(i);
        const auto recipe = plan.tensors.find(info.name);
        outlook.formats.push_back(recipe == plan.tensors.end() ? info.format
                                                               : recipe->second.format);
    }
    return outlook;
}

}  // namespace

Result<Plan> preset_plan(const TensorCatalog& catalog, const QString& preset, const KeptPlan& kept,
                         const WorkContext& context) {
    PlanRequest request;
    request.target = std::string(catalog.target().name());
    request.preset = preset.toStdString();
    const ErrorTable nothing;  // presets look at names and shapes only
    const Plan locked = kept.locked();
    return make_plan(catalog.model(), request, nothing, context, &locked);
}

PresetPreview::PresetPreview(PlanModel& plan, PlanSolver& solver, QObject* parent)
    : QObject(parent), plan_(plan), solver_(solver) {
    connect(&plan_, &PlanModel::opened, this, &PresetPreview::stop);
    connect(&plan_, &PlanModel::target_changed, this, &PresetPreview::stop);
}

void PresetPreview::look(const QString& preset, const QString& title) {
    if (!plan_.is_open()) return;
    // Errors may be shared only when nothing is added to them any more; until then the error of a
    // preset is as unknown as that of the plan.
    auto errors = solver_.ready() ? plan_.errors() : std::make_shared<const ErrorTable>();
    worker_.post([this, preset, title, errors = std::move(errors), catalog = plan_.shared_catalog(),
                  kept = preset.isEmpty() ? plan_.as_stored() : plan_.kept()](
                     const WorkContext& context) -> LatestWorker::Delivery {
        auto made = preset.isEmpty() ? Result<Plan>(kept.plan())
                                     : preset_plan(*catalog, preset, kept, context);
        std::optional<PresetOutlook> outlook;
        if (made) outlook = outlook_of(*catalog, title, *made, *errors);
        return [this, outlook = std::move(outlook)] {
            outlook_ = outlook;
            emit changed();
        };
    });
}

void PresetPreview::stop() {
    worker_.drop();
    if (!outlook_) return;
    outlook_.reset();
    emit changed();
}

}  // namespace bitlathe
