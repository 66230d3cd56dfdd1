// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/jobs/activation_profiler.h"

namespace bitlathe {

/// Runs the text of the profile once more without each block of the open model, and hands what that
/// does to the profiler, which shows it beside the estimates. GUI thread only.
class SkipMeasurer : public QObject {
    Q_OBJECT
public:
    /// Tokens that are run at most: there are half as many passes as blocks, and means of so many
    /// tokens tell blocks apart (their errors are shown).
    static constexpr std::uint64_t kMostTokens = 2048;

    SkipMeasurer(ActivationProfiler& profiler, QualityMeasurer& measurer, JobQueue& queue,
                 QObject* parent = nullptr);

    /// A profile is there to stand beside, and nothing is under way.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] bool idle() const { return job_.isNull(); }
    /// Queues the measurement; nothing where it is not ready().
    void measure();

signals:
    void state_changed();
    /// The profiler has what was measured just now.
    void found();

private:
    ActivationProfiler& profiler_;
    QualityMeasurer& measurer_;
    JobQueue& queue_;
    QPointer<BackgroundJob> job_;
};

}  // namespace bitlathe
