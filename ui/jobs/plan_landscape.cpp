// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/plan_landscape.h"

#include <algorithm>

#include "ui/theme/text.h"

namespace bitlathe {

PlanLandscape::PlanLandscape(PlanModel& plan, PlanSolver& solver, QObject* parent)
    : QObject(parent), plan_(plan), solver_(solver) {
    connect(&plan_, &PlanModel::opened, this, &PlanLandscape::clear);
    connect(&plan_, &PlanModel::target_changed, this, &PlanLandscape::clear);
    connect(&plan_, &PlanModel::tensors_changed, this, &PlanLandscape::follow_locks);
    connect(&solver_, &PlanSolver::ready_changed, this, [this] {
        if (solver_.ready()) start();
    });
    if (solver_.ready()) start();
}

void PlanLandscape::clear() {
    worker_.drop();
    kept_.reset();
    front_.clear();
    presets_.clear();
    emit changed();
}

void PlanLandscape::follow_locks() {
    if (!solver_.ready() || plan_.previewing() || solver_.kept_plan() == kept_) return;
    start();
}

void PlanLandscape::start() {
    worker_.drop();
    kept_ = solver_.kept_plan();
    ++computations_;
    worker_.post(
        [this, kept = kept_, catalog = plan_.shared_catalog(), errors = plan_.errors(),
         request = budget_request(plan_)](const WorkContext& context) -> LatestWorker::Delivery {
            auto locked = std::make_shared<const Plan>(kept->locked());
            const auto problem = make_problem(catalog->model(), request, *errors, locked.get());
            auto front = problem ? pareto_front(problem->problem, context, kMaxPoints)
                                 : Result<std::vector<FrontPoint>>(fail(problem.error()));
            if (!front) {
                if (front.error().code == ErrorCode::kCancelled) return {};
                return [this, error = front.error()] { emit failed(error); };
            }
            return [this, locked, points = *std::move(front)]() mutable {
                front_ = std::move(points);
                presets_.clear();
                emit changed();
                ask_preset(0, std::move(locked));
            };
        });
}

void PlanLandscape::ask_preset(std::size_t index, std::shared_ptr<const Plan> locked) {
    const auto names = preset_names(plan_.catalog().target().name());
    if (index >= names.size()) return;
    PlanRequest request;
    request.target = std::string(plan_.catalog().target().name());
    request.preset = std::string(names[index]);
    worker_.post([this, index, locked = std::move(locked), request = std::move(request),
                  catalog = plan_.shared_catalog(),
                  errors = plan_.errors()](const WorkContext& context) -> LatestWorker::Delivery {
        const auto made = make_plan(catalog->model(), request, *errors, context, locked.get());
        PresetPoint point{to_qstring(*request.preset), {}};
        // Some presets need importance or formats that nobody can write: they are no choice here.
        if (made) point.totals = totals(catalog->model(), *made, *errors);
        return [this, index, locked, point = std::move(point)] {
            take_preset(point);
            ask_preset(index + 1, locked);
        };
    });
}

void PlanLandscape::take_preset(PresetPoint point) {
    if (!point.totals.estimated_loss) return;
    const auto place = std::upper_bound(
        presets_.begin(), presets_.end(), point.totals.bytes,
        [](std::uint64_t bytes, const PresetPoint& other) { return bytes < other.totals.bytes; });
    presets_.insert(place, std::move(point));
    emit changed();
}

}  // namespace bitlathe
