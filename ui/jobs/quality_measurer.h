// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>

#include "core/evaluation/measurement_cache.h"
#include "ui/jobs/background_job.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/latest_worker.h"
#include "ui/models/quality_book.h"

namespace bitlathe {

/// Measures plans of the open model by running them over a text, one after another beside whatever
/// else is in the queue, and enters the results into a QualityBook. Finds out first whether the
/// model can be run, and what is remembered of it. GUI thread only.
class QualityMeasurer : public QObject {
    Q_OBJECT
public:
    QualityMeasurer(PlanModel& plan, QualityBook& book, JobQueue& queue, QObject* parent = nullptr);
    ~QualityMeasurer() override;

    /// Where results are kept; none: they are forgotten with the model. Counts from the next model.
    void set_cache(std::shared_ptr<const MeasurementCache> cache) { cache_ = std::move(cache); }

    /// The model with its tokenizer; nullptr while it is looked at, and when it cannot be run.
    [[nodiscard]] const std::shared_ptr<const RunnableModel>& runnable() const { return runnable_; }
    /// Why the model cannot be run; nothing while that is not known.
    [[nodiscard]] const std::optional<Error>& refusal() const { return refusal_; }

    /// Looks at a text in the background; from then on it is what plans are measured on.
    void choose_text(const QString& path);
    /// Takes in what was measured of the open model at another time, as soon as it is known that it
    /// can be run. What has no tokens, or names some that the tokenizer lacks, is left out.
    /// `shown`: settings_key() of what is to be looked at; where nothing is known for it, nor for
    /// the settings of now, those of the last entry are chosen.
    void take(const std::vector<QualityBook::Entry>& entries, const std::string& shown = {});
    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const std::optional<Error>& text_problem() const { return text_problem_; }
    /// Everything is there to begin.
    [[nodiscard]] bool ready() const;

    /// Queues a plan, nullptr: the model as stored. One that waits or runs already is not queued
    /// again. `name`: for people.
    void measure(const Phrase& name, const std::shared_ptr<const KeptPlan>& plan);
    void measure_current();
    [[nodiscard]] bool pending(const std::string& content) const;
    [[nodiscard]] bool idle() const { return !checker_.busy() && !looker_.busy(); }

signals:
    /// It is known, or not known any more, whether something can be measured.
    void state_changed();
    /// The open model was measured just now.
    void found(const bitlathe::QualityBook::Entry& entry);
    /// A result could not be kept for another time.
    void not_kept(const bitlathe::Error& error);

private:
    struct Slot {
        std::shared_ptr<const Measurement> measurement;
        Status kept;
    };
    void check_model();
    void take(BackgroundJob& job, const std::shared_ptr<Slot>& slot, const Status& status,
              bool same_model);
    /// `expected`: the hash that the text had; "": any.
    void look(const std::string& expected = {});
    void enter_offered();
    void show_entered(const std::vector<QualityBook::Entry>& entries, const std::string& shown);
    void choose(const MeasureSettings& settings);

    PlanModel& plan_;
    QualityBook& book_;
    JobQueue& queue_;
    std::shared_ptr<const MeasurementCache> cache_;
    std::shared_ptr<const RunnableModel> runnable_;
    std::optional<Error> refusal_, text_problem_;
    QString text_;
    bool looked_ = false;  ///< the text is what the settings of the book say
    int model_ = 0;        ///< counts models, so that results of earlier ones are told apart
    std::map<BackgroundJob*, std::string> pending_;
    std::vector<QualityBook::Entry> offered_;  ///< not looked through yet
    std::string offered_shown_;
    LatestWorker looker_, checker_;  ///< last: end before anything else goes
};

}  // namespace bitlathe
