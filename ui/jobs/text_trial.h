// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

#include "ui/jobs/background_job.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/quality_measurer.h"
#include "ui/models/tried_text.h"

namespace bitlathe {

/// Lets the open model go on with a prompt, once as stored and once as the current plan makes it,
/// token by token. What was said stays until another prompt is tried or another model is opened.
/// GUI thread only.
class TextTrial : public QObject {
    Q_OBJECT
public:
    TextTrial(PlanModel& plan, QualityBook& book, QualityMeasurer& measurer, JobQueue& queue,
              QObject* parent = nullptr);
    ~TextTrial() override;

    [[nodiscard]] const TrySettings& settings() const { return settings_; }
    /// For the next run.
    void set_settings(const TrySettings& settings) { settings_ = settings; }

    /// Everything is there to begin, except perhaps a prompt.
    [[nodiscard]] bool ready() const { return measurer_.runnable() != nullptr && !running(); }
    /// Queues a run with the settings as they are. Of the original, what is known for the same
    /// settings is kept.
    void start();
    /// Asks the run to end; what was said so far stays.
    void stop();
    [[nodiscard]] bool running() const { return !job_.isNull(); }
    /// It has not begun: other jobs are in front of it.
    [[nodiscard]] bool waiting() const { return running() && job_->waiting(); }

    [[nodiscard]] const TriedText& original() const { return original_; }
    [[nodiscard]] const TriedText& plan() const { return planned_; }
    /// What plan() was made from is not the current plan any more.
    [[nodiscard]] bool outdated() const;
    [[nodiscard]] std::optional<std::size_t> difference() const {
        return first_difference(original_, planned_);
    }
    /// Why the last run ended early; nothing when it did not, or when somebody stopped it.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

signals:
    /// More was said, a run began or ended, or something else can be tried.
    void changed();

private:
    struct Slot;
    void forget();
    void take_tokens(Slot& slot);
    void end(const std::shared_ptr<Slot>& slot, const Status& status);

    PlanModel& plan_;
    QualityBook& book_;
    QualityMeasurer& measurer_;
    JobQueue& queue_;
    TrySettings settings_;
    TriedText original_, planned_;
    std::optional<Error> problem_;
    QPointer<BackgroundJob> job_;
};

}  // namespace bitlathe
