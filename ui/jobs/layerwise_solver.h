// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "ui/jobs/latest_worker.h"
#include "ui/jobs/plan_solver.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// What layer-wise allocation is asked for: whole blocks, the least important ones at `low`.
struct LayerwiseChoice {
    FormatId low, high;
    double share_low = 0;  ///< of the blocks, 0 .. 1
    bool operator==(const LayerwiseChoice&) const = default;
};

/// Blocks by importance and how many of the last ones are low.
struct LayerwiseRanking {
    std::vector<std::uint32_t> blocks;  ///< most important first
    std::vector<double> zd;             ///< by block; NaN: unknown
    std::size_t low_blocks = 0;
    double bits_per_weight = 0;
};

/// Plans by Layer-Wise Quantization (arXiv 2406.17415) with blocks ranked by their exact ZD, off
/// the GUI thread, shown in a PlanModel. The first question passes once over the weights to rank
/// the blocks; later ones are answered at once. Locked tensors keep their formats. GUI thread only.
class LayerwiseSolver : public QObject {
    Q_OBJECT
public:
    /// `solver` knows which locks are honoured.
    LayerwiseSolver(PlanModel& plan, PlanSolver& solver, QObject* parent = nullptr);

    /// Shows the plan of a choice as a preview.
    void preview(const LayerwiseChoice& choice);
    /// Makes one undo step of it.
    void commit(const LayerwiseChoice& choice);
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    void abandon();

signals:
    void answered(const bitlathe::LayerwiseRanking& ranking);
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
        std::optional<LayerwiseRanking> ranking;
        std::optional<Question> question;
    };
    static Status recall(Memory& memory, const TensorCatalog& catalog, const ErrorTable& errors,
                         const LayerwiseChoice& choice, const std::shared_ptr<const KeptPlan>& kept,
                         const WorkContext& context);
    void ask(const LayerwiseChoice& choice, bool commit);
    void show(const std::vector<FormatChange>& changes, const LayerwiseChoice& choice, bool commit);

    PlanModel& plan_;
    PlanSolver& solver_;
    std::shared_ptr<Memory> memory_ = std::make_shared<Memory>();
    LatestWorker worker_;
};

}  // namespace bitlathe
