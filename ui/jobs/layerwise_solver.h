// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "ui/jobs/latest_worker.h"
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
    explicit LayerwiseSolver(PlanModel& plan, QObject* parent = nullptr);

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
    struct Ranked {
        std::vector<double> zd;
        std::vector<std::uint32_t> blocks;
    };
    void ask(const LayerwiseChoice& choice, bool commit);
    void show(const std::vector<FormatChange>& changes, const LayerwiseChoice& choice, bool commit);

    PlanModel& plan_;
    /// Made by the worker when it is missing, and touched by nobody else.
    std::shared_ptr<std::optional<Ranked>> ranked_;
    LatestWorker worker_;
};

}  // namespace bitlathe
