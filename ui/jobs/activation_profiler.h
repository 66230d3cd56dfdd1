// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

#include "core/evaluation/profiled_text.h"
#include "core/project/activation_cache.h"
#include "ui/jobs/background_job.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/latest_worker.h"
#include "ui/jobs/quality_measurer.h"
#include "ui/models/activation_book.h"

namespace bitlathe {

/// Runs a text through the open model and enters what it shows into an ActivationBook, beside
/// whatever else is in the queue. What was profiled with a model before comes back when it is
/// opened. GUI thread only.
class ActivationProfiler : public QObject {
    Q_OBJECT
public:
    using Profile = std::shared_ptr<const ActivationProfile>;
    using Skips = std::shared_ptr<const SkipRecord>;
    using OutputErrors = std::shared_ptr<const OutputErrorRecord>;

    /// `measurer` finds out whether the model can be run.
    ActivationProfiler(PlanModel& plan, QualityMeasurer& measurer, ActivationBook& book,
                       JobQueue& queue, QObject* parent = nullptr);
    ~ActivationProfiler() override;

    /// Where profiles are kept; none: they are forgotten with the model. Counts from the next
    /// model.
    void set_cache(std::shared_ptr<const ActivationCache> cache) { cache_ = std::move(cache); }

    /// Looks at a text in the background; from then on it is what is profiled.
    void choose_text(const QString& path);
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const std::optional<Error>& text_problem() const { return text_problem_; }
    /// At most so many tokens of the text; 0: all of them.
    void set_tokens(std::uint64_t tokens) { settings_.tokens = tokens; }
    [[nodiscard]] std::uint64_t tokens() const { return settings_.tokens; }
    /// Everything is there to begin.
    [[nodiscard]] bool ready() const;
    /// A profile waits or is being made.
    [[nodiscard]] bool pending() const { return !job_.isNull(); }

    /// Queues a profile of the chosen text; nothing while one is pending.
    void profile();
    /// Shows a profile of the open model that was made elsewhere.
    void take(Profile profile);
    /// The profile that is shown, or about to be; nullptr: none.
    [[nodiscard]] const Profile& shown() const { return records_.profile; }
    /// Shows what leaving out blocks of the open model does, beside the profile.
    void take_skips(Skips skips);
    /// nullptr: not measured.
    [[nodiscard]] const Skips& skips() const { return records_.skips; }
    /// Shows what rounding experts does, beside the profile.
    void take_experts(std::shared_ptr<const ExpertRecord> experts);
    /// Shows the output errors of formats, beside the profile that they were measured with.
    void take_output_errors(OutputErrors errors);
    /// Of any profile of the open model; nullptr: not measured.
    [[nodiscard]] const OutputErrors& output_errors() const { return records_.output_errors; }
    /// What the next profile would be of: meaningful once it is ready().
    [[nodiscard]] ProfileSettings settings() const;
    /// Whether the first tokens of windows count in what is shown.
    void set_with_first(bool with_first);
    [[nodiscard]] bool with_first() const { return with_first_; }
    [[nodiscard]] bool idle() const { return !looker_.busy() && !reader_.busy() && job_.isNull(); }

signals:
    /// It is known, or not known any more, whether something can be profiled.
    void state_changed();
    /// A profile could not be kept for another time.
    void not_kept(const bitlathe::Error& error);

private:
    struct Slot;
    void forget();
    /// What was profiled with the model before, once it is known that it can be run.
    void recall();
    void read();
    void end(BackgroundJob& job, const std::shared_ptr<Slot>& slot, const Status& status,
             bool same_model);

    PlanModel& plan_;
    QualityMeasurer& measurer_;
    ActivationBook& book_;
    JobQueue& queue_;
    std::shared_ptr<const ActivationCache> cache_;
    ProfileSettings settings_;
    QString text_;
    bool looked_ = false;  ///< the text is what the settings say
    std::optional<Error> text_problem_;
    ActivationRecords records_;  ///< what is shown, or about to be
    bool with_first_ = true;
    bool recalled_ = false;  ///< of this model
    int model_ = 0;          ///< counts models, so that results of earlier ones are told apart
    QPointer<BackgroundJob> job_;
    LatestWorker looker_, reader_;  ///< last: end before anything else goes
};

}  // namespace bitlathe
