// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "ui/jobs/latest_worker.h"
#include "ui/jobs/plan_solver.h"
#include "ui/plots/report_document.h"

namespace bitlathe {

/// Makes a report of the plan as it is: numbers on a worker, pictures on the GUI thread, one per
/// turn of the event loop. GUI thread only.
class ReportMaker : public QObject {
    Q_OBJECT
public:
    ReportMaker(const ReportSources& sources, PlanSolver& solver, QObject* parent = nullptr);

    /// Begins anew; what was begun before is dropped. A model is open.
    void start();
    void drop();
    [[nodiscard]] bool busy() const { return busy_; }
    /// How many reports were begun.
    [[nodiscard]] int started() const { return started_; }

signals:
    void ready(const std::shared_ptr<const bitlathe::ReportDocument>& report);
    void failed(const bitlathe::Error& error);

private:
    void draw_next();
    void finish();

    ReportSources sources_;
    PlanSolver& solver_;
    ReportDocument report_;
    std::vector<DrawReportPicture> drawings_;
    std::size_t next_ = 0;
    bool busy_ = false;
    int started_ = 0;
    QTimer turn_;
    LatestWorker worker_;
};

}  // namespace bitlathe
