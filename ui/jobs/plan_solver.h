// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "ui/jobs/latest_worker.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// What the budget slider can reach, in bits per weight.
struct BudgetRange {
    double low = 0;
    double high = 0;
};

/// Rules for solving: tensors whose names match stay at a format, or do not go below it.
struct PlanRules {
    std::vector<FormatRule> locks, floors;
};

/// The question whose answers are all plans that the solver can make: the target's candidates, with
/// no limit yet.
[[nodiscard]] PlanRequest budget_request(const PlanModel& plan, const PlanRules& rules = {});

/// Asks the solvers of the library for plans, off the GUI thread, and shows the answers in a
/// PlanModel. A budget that is being dragged is solved by Lagrangian relaxation and previewed; when
/// it is released the preview becomes one undo step, which the exact solver then refines. Locked
/// tensors keep their formats.
class PlanSolver : public QObject {
    Q_OBJECT
public:
    explicit PlanSolver(PlanModel& plan, QObject* parent = nullptr);

    /// Budgets can be solved once every error is known.
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] const std::optional<BudgetRange>& range() const { return range_; }
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    /// The plan whose locks questions honour: the same one until locks change. A model is open.
    [[nodiscard]] const std::shared_ptr<const KeptPlan>& kept_plan();
    /// All errors are in: finds the range of budgets.
    void errors_complete();

    /// Rules for every budget from now on; another model starts without. They are checked when
    /// they are used.
    void set_rules(PlanRules rules);
    [[nodiscard]] const PlanRules& rules() const { return rules_; }
    void preview_budget(double bits_per_weight);
    void commit_budget(double bits_per_weight);
    /// One undo step with the best plan of at most `bytes`.
    void commit_bytes(std::uint64_t bytes);
    /// One undo step with a preset of the target.
    void apply_preset(const QString& name);
    /// Drops questions and answers under way: another gesture took over.
    void abandon();

signals:
    void ready_changed();
    void range_changed();
    void failed(const bitlathe::Error& error);

private:
    struct Question {
        PlanProblem problem;
        BudgetRange range;
    };
    using Answer = std::function<void(std::vector<FormatChange>)>;
    void forget_problem();
    [[nodiscard]] bool locks_hold(const std::vector<std::size_t>& tensors) const;
    void ask(const Budget& budget, bool exact, Answer answer);
    void commit(const Budget& budget, const Phrase& text, const std::string& name);
    void take_range(const BudgetRange& range);

    PlanModel& plan_;
    bool ready_ = false;
    std::optional<BudgetRange> range_;
    /// Made by the worker when it is missing, and touched by nobody else.
    std::shared_ptr<std::optional<Question>> question_;
    PlanRules rules_;
    /// Whose locks the question honours, which are all that it depends on; empty: not asked yet.
    std::shared_ptr<const KeptPlan> kept_;
    std::uint64_t gesture_ = 0;
    LatestWorker worker_;
};

}  // namespace bitlathe
