// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "core/jobs/job.h"
#include "ui/theme/phrase.h"

namespace bitlathe {

/// A Job whose reports arrive on the GUI thread as signals. Deleting it asks the work to stop and
/// waits; retire() does the same without waiting. The work runs at low priority, so that the window
/// stays quick.
class BackgroundJob : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Status(const WorkContext&)>;
    enum class Start { kNow, kLater };
    /// `work` runs on another thread and must hold all it needs by value or by shared pointers to
    /// constants. Connect to the signals before returning to the event loop. kLater: it waits for
    /// start().
    BackgroundJob(Phrase name, Work work, QObject* parent, Start start = Start::kNow);
    ~BackgroundJob() override;

    [[nodiscard]] const Phrase& name() const { return name_; }
    /// Until it has ended, whether it was started yet or not.
    [[nodiscard]] bool running() const { return running_; }
    [[nodiscard]] bool waiting() const { return running_ && job_ == nullptr; }
    [[nodiscard]] bool paused() const { return running_ && job_ != nullptr && job_->paused(); }
    /// Seconds of work, without waiting and pauses; up to the end.
    [[nodiscard]] double elapsed_s() const;
    /// Done share 0..1 of the phase it is in, as last reported; -1: unknown.
    [[nodiscard]] double share() const { return share_; }

    /// Starts a job that waits; else nothing happens.
    void start();
    void pause();
    void resume();
    /// A job that was never started ends as one that was stopped.
    void cancel();
    /// Cancels, goes silent, and deletes itself when the work has ended.
    void retire();

    /// What people lose when it is stopped before its end; no phrase: nothing to speak of.
    void set_loss(const Phrase& loss) { loss_ = loss; }
    [[nodiscard]] const Phrase& loss() const { return loss_; }
    /// How the same work is begun once more after the end; none: it cannot be.
    void set_again(std::function<void()> again) { again_ = std::move(again); }
    [[nodiscard]] const std::function<void()>& again() const { return again_; }

    /// What came of it, for people; no phrase: only how much was done. Whoever made the job knows,
    /// and says so before others hear of its end.
    void set_outcome(const Phrase& outcome) { outcome_ = outcome; }
    [[nodiscard]] const Phrase& outcome() const { return outcome_; }

signals:
    void progressed(const bitlathe::JobProgress& progress);
    /// It was started, paused or resumed.
    void state_changed();
    /// Once, with the result of the work.
    void finished(const bitlathe::Status& status);

private:
    void end(Status status);
    void take(const JobProgress& progress);
    Phrase name_;
    Work work_;  ///< until it is started
    Phrase loss_, outcome_;
    std::function<void()> again_;
    bool running_ = true;
    bool retired_ = false;
    double share_ = -1;
    double took_s_ = 0;
    std::unique_ptr<Job> job_;  ///< last: its thread ends before anything else goes
};

}  // namespace bitlathe
