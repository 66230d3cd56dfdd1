// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/jobs/activation_profiler.h"

namespace bitlathe {

/// Measures what storing the linears of the open model in other formats does to what they put out,
/// for the inputs that the shown profile saw, and hands that to the profiler. Formats: those of
/// which the window knows the errors of the weights, and the plain floats of the ladders. What was
/// measured with the profile before is not measured again. GUI thread only.
class OutputErrorMeasurer : public QObject {
    Q_OBJECT
public:
    OutputErrorMeasurer(PlanModel& plan, ActivationProfiler& profiler, JobQueue& queue,
                        QObject* parent = nullptr);

    /// A profile is there, and nothing is under way.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] bool idle() const { return job_.isNull(); }
    /// Queues the measurement; nothing where it is not ready().
    void measure();

signals:
    void state_changed();
    /// The profiler has what was measured just now.
    void found();

private:
    PlanModel& plan_;
    ActivationProfiler& profiler_;
    JobQueue& queue_;
    QPointer<BackgroundJob> job_;
};

}  // namespace bitlathe
