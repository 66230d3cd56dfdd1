// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/plan_solver.h"

#include <algorithm>

#include "ui/jobs/preset_preview.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

/// Names of plans stand in files: they are the same in every language.
std::string name_of_budget(double bits) {
    return QString::number(bits, 'f', 2).toStdString() + " bpw";
}

}  // namespace

PlanRequest budget_request(const PlanModel& plan, const PlanRules& rules) {
    PlanRequest request;
    request.locks = rules.locks;
    request.floors = rules.floors;
    request.target = std::string(plan.catalog().target().name());
    request.budget = Budget{Budget::Unit::kBitsPerWeight, 4.0};  // replaced in the problem
    return request;
}

PlanSolver::PlanSolver(PlanModel& plan, QObject* parent)
    : QObject(parent), plan_(plan), question_(std::make_shared<std::optional<Question>>()) {
    connect(&plan_, &PlanModel::opened, this, [this] {
        worker_.drop();
        forget_problem();
        ready_ = false;
        rules_ = {};
        range_.reset();
        emit ready_changed();
    });
    connect(&plan_, &PlanModel::target_changed, this, [this] {
        worker_.drop();
        forget_problem();
        ready_ = false;
        range_.reset();
        emit ready_changed();
    });
    connect(&plan_, &PlanModel::tensors_changed, this, [this](const auto& tensors) {
        if (kept_ && !plan_.previewing() && !locks_hold(tensors)) forget_problem();
    });
}

void PlanSolver::forget_problem() {
    question_ = std::make_shared<std::optional<Question>>();
    kept_.reset();
}

/// Whether the locks are those of the kept plan, though `tensors` have changed since. A preview
/// moves no locked tensor.
bool PlanSolver::locks_hold(const std::vector<std::size_t>& tensors) const {
    return std::all_of(tensors.begin(), tensors.end(), [this](std::size_t tensor) {
        const Recipe& kept = kept_->recipe(tensor);
        return plan_.locked(tensor) == kept.locked &&
               (!kept.locked || plan_.committed_format(tensor) == kept.format);
    });
}

void PlanSolver::take_range(const BudgetRange& range) {
    if (range_ && range_->low == range.low && range_->high == range.high) return;
    range_ = range;
    emit range_changed();
}

const std::shared_ptr<const KeptPlan>& PlanSolver::kept_plan() {
    if (!kept_) kept_ = std::make_shared<const KeptPlan>(plan_.kept());
    return kept_;
}

void PlanSolver::ask(const Budget& budget, bool exact, Answer answer) {
    // The plan is taken now, on the thread that owns it; the worker sees values only.
    worker_.post([this, question = question_, kept = kept_plan(), catalog = plan_.shared_catalog(),
                  errors = plan_.errors(), request = budget_request(plan_, rules_), budget, exact,
                  answer](const WorkContext& context) -> LatestWorker::Delivery {
        const auto refuse = [this](Error error) -> LatestWorker::Delivery {
            if (error.code == ErrorCode::kCancelled) return {};
            return [this, error] { emit failed(error); };
        };
        if (!*question) {
            const Plan locked = kept->locked();
            auto made = make_problem(catalog->model(), request, *errors, &locked);
            if (!made) return refuse(made.error());
            const FeasibleRange bytes = feasible_range(made->problem);
            const BudgetRange range{bits_per_weight(bytes.min_bytes, catalog->parameters()),
                                    bits_per_weight(bytes.max_bytes, catalog->parameters())};
            *question = Question{*std::move(made), range};
        }
        const BudgetRange range = (*question)->range;
        if (!answer) return [this, range] { take_range(range); };
        Problem& problem = (*question)->problem.problem;
        const FeasibleRange bytes = feasible_range(problem);
        problem.budget_bytes = std::max(budget.bytes(catalog->parameters()), bytes.min_bytes);
        const auto solution = exact ? solve_dp(problem, context) : solve_lagrange(problem, context);
        if (!solution) return refuse(solution.error());
        return [this, range, answer, changes = changes_of(problem, *solution)]() mutable {
            take_range(range);
            answer(std::move(changes));
        };
    });
}

void PlanSolver::errors_complete() {
    ready_ = true;
    ask({}, false, {});
    emit ready_changed();
}

void PlanSolver::set_rules(PlanRules rules) {
    rules_ = std::move(rules);
    worker_.drop();
    forget_problem();
    if (ready_) ask({}, false, {});
}

void PlanSolver::preview_budget(double target_bits) {
    if (!ready_) return;
    ask(Budget{Budget::Unit::kBitsPerWeight, target_bits}, false,
        [this](const std::vector<FormatChange>& changes) { plan_.preview(changes); });
}

void PlanSolver::commit(const Budget& budget, const Phrase& text, const std::string& name) {
    worker_.drop();
    const std::uint64_t gesture = ++gesture_;
    plan_.commit_preview(text, gesture, name);
    ask(budget, true, [this, gesture, text, name](const std::vector<FormatChange>& changes) {
        plan_.preview(changes);
        plan_.commit_preview(text, gesture, name);
    });
}

void PlanSolver::commit_budget(double target_bits) {
    if (!ready_) return;
    commit(
        Budget{Budget::Unit::kBitsPerWeight, target_bits},
        [target_bits] { return tr("Budget %1 bits per weight").arg(bits_text(target_bits)); },
        name_of_budget(target_bits));
}

void PlanSolver::commit_bytes(std::uint64_t bytes) {
    if (!ready_) return;
    plan_.cancel_preview();  // somebody else's, it is no part of this step
    commit(
        Budget{Budget::Unit::kBytes, static_cast<double>(bytes)},
        [bytes] { return tr("Budget %1").arg(bytes_text(bytes)); },
        name_of_budget(bits_per_weight(bytes, plan_.catalog().parameters())));
}

void PlanSolver::abandon() {
    worker_.drop();
}

void PlanSolver::apply_preset(const QString& name) {
    worker_.drop();
    worker_.post([this, name, catalog = plan_.shared_catalog(),
                  kept = plan_.kept()](const WorkContext& context) -> LatestWorker::Delivery {
        auto made = preset_plan(*catalog, name, kept, context);
        if (!made) return [this, error = made.error()] { emit failed(error); };
        return [this, name, plan = KeptPlan(catalog, *made)] {
            plan_.replace(plan, [name] { return tr("Preset %1").arg(name); });
        };
    });
}

}  // namespace bitlathe
