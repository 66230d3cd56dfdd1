// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/allocation/problem.h"
#include "ui/jobs/latest_worker.h"
#include "ui/jobs/plan_solver.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// A preset of the target and what it would come to.
struct PresetPoint {
    QString name;
    PlanTotals totals;
};

/// What plans a model could have: the front of size and error, and the presets of the target.
/// Computed on a worker once all errors are known, and again when locks change; never for the sake
/// of another format, as the front does not depend on the current one. GUI thread only.
class PlanLandscape : public QObject {
    Q_OBJECT
public:
    /// More points than a small plot has pixels between them would show nothing new. They also
    /// bound the time: 50,000 tensors are answered from the front's convex hull alone.
    static constexpr std::size_t kMaxPoints = 240;

    PlanLandscape(PlanModel& plan, PlanSolver& solver, QObject* parent = nullptr);

    /// Sizes rising, errors falling; empty until it is known.
    [[nodiscard]] const std::vector<FrontPoint>& front() const { return front_; }
    /// Those whose error is known, by rising size. They come one by one.
    [[nodiscard]] const std::vector<PresetPoint>& presets() const { return presets_; }
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    /// How often a front was computed.
    [[nodiscard]] int computations() const { return computations_; }

signals:
    void changed();
    void failed(const bitlathe::Error& error);

private:
    void clear();
    void start();
    void follow_locks();
    void ask_preset(std::size_t index, std::shared_ptr<const Plan> locked);
    void take_preset(PresetPoint point);

    PlanModel& plan_;
    PlanSolver& solver_;
    std::vector<FrontPoint> front_;
    std::vector<PresetPoint> presets_;
    std::shared_ptr<const KeptPlan> kept_;  ///< whose locks the front was asked with
    int computations_ = 0;
    LatestWorker worker_;
};

}  // namespace bitlathe
