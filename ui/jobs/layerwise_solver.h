// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "ui/jobs/latest_worker.h"
#include "ui/jobs/plan_solver.h"
#include "ui/models/activation_book.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// What blocks are ranked by: their weights, or what a text showed.
enum class LayerwiseScore { kZd, kLim };

/// What layer-wise allocation is asked for: whole blocks, the least important ones at `low`.
struct LayerwiseChoice {
    FormatId low, high;
    double share_low = 0;  ///< of the blocks, 0 .. 1
    LayerwiseScore score = LayerwiseScore::kZd;
    bool operator==(const LayerwiseChoice&) const = default;
};

/// Blocks by importance and how many of the last ones are low.
struct LayerwiseRanking {
    std::vector<std::uint32_t> blocks;  ///< most important first
    LayerwiseScore score = LayerwiseScore::kZd;
    std::vector<double> scores;  ///< ZD or LIM by block; NaN: unknown
    std::size_t low_blocks = 0;
    double bits_per_weight = 0;
};

/// Plans by Layer-Wise Quantization (arXiv 2406.17415) with blocks ranked by their exact ZD, or by
/// their LIM once a text was profiled, off the GUI thread, shown in a PlanModel. The first question
/// passes once over the weights to rank the blocks; later ones are answered at once. Locked tensors
/// keep their formats. GUI thread only.
class LayerwiseSolver : public QObject {
    Q_OBJECT
public:
    /// `solver` knows which locks are honoured.
    LayerwiseSolver(PlanModel& plan, PlanSolver& solver, QObject* parent = nullptr);

    /// Ranks by what is known there; it outlives this.
    void follow(ActivationBook& activations);
    [[nodiscard]] bool knows(LayerwiseScore score) const;
    /// Shows the plan of a choice as a preview.
    void preview(const LayerwiseChoice& choice);
    /// Makes one undo step of it.
    void commit(const LayerwiseChoice& choice);
    /// Works a choice out by both scores and hands the plans to solved_both().
    void solve_both(const LayerwiseChoice& choice);
    /// Makes one undo step of changes that belong to a choice.
    void show(const std::vector<FormatChange>& changes, const LayerwiseChoice& choice, bool commit);
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    void abandon();

signals:
    void answered(const bitlathe::LayerwiseRanking& ranking);
    void solved_both(const std::vector<bitlathe::FormatChange>& by_zd,
                     const std::vector<bitlathe::FormatChange>& by_lim,
                     const bitlathe::LayerwiseChoice& choice);
    void failed(const bitlathe::Error& error);

private:
    /// The problem of two formats; only the share differs from step to step of the slider.
    struct Question {
        FormatId low, high;
        std::shared_ptr<const KeptPlan> kept;
        PlanProblem problem;
    };
    /// Made by the worker where it is missing, and touched by nobody else.
    struct Memory {
        std::vector<double> zd;  ///< by block
        std::optional<Question> question;
    };
    static Status recall(Memory& memory, const TensorCatalog& catalog, const ErrorTable& errors,
                         const LayerwiseChoice& choice, const std::shared_ptr<const KeptPlan>& kept,
                         const WorkContext& context);
    /// What a choice comes to.
    struct Answer {
        LayerwiseRanking ranking;
        std::vector<FormatChange> changes;
    };
    /// The answers of several choices that differ in their score only, on the worker.
    using Answers = std::vector<Answer>;
    void ask(const std::vector<LayerwiseChoice>& choices,
             std::function<void(const Answers&)> deliver);
    static Result<Answer> solve(const Memory& memory, const TensorCatalog& catalog,
                                const LayerwiseChoice& choice,
                                const std::shared_ptr<const ActivationFindings>& findings);
    void ask(const LayerwiseChoice& choice, bool commit);

    PlanModel& plan_;
    PlanSolver& solver_;
    const ActivationBook* activations_ = nullptr;
    std::shared_ptr<Memory> memory_ = std::make_shared<Memory>();
    LatestWorker worker_;
};

}  // namespace bitlathe
