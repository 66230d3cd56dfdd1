// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/jobs/job.h"
#include "ui/panels/log_view.h"

namespace bitlathe {

/// One job: name, bar, phase with throughput and time left, its own log, and what can be done with
/// it: pause, go on, go first, cancel; afterwards dismiss, once more, copy what went wrong. It says
/// what it was told; JobsPanel ties it to a job. It stays when the language changes.
class JobRow : public QFrame {
    Q_OBJECT
public:
    JobRow(Phrase name, QWidget* parent);

    void set_progress(const JobProgress& progress);
    /// Only how far it is, 0..1.
    void set_share(double share);
    /// It waits for `in_front` others.
    void set_waiting(int in_front, bool can_move_up);
    void set_running(bool paused);
    void set_pausable(bool pausable);
    void set_done(const Phrase& result);
    /// How it ended without a result: cancelled, say.
    void set_failed(const Phrase& reason);
    /// A link below the result, for what can be done with it.
    void add_link(const QString& name, const Phrase& text, std::function<void()> act);
    /// What went wrong, where, and what to do.
    void set_error(const Error& error);
    /// For a row that gets a link of its own to copy more.
    void hide_copy() { copy_->hide(); }
    /// Offers to begin the same once more.
    void offer_again();
    /// A line of the row's own log, with the time of day.
    void log(Phrase line);

    [[nodiscard]] bool ended() const { return ended_; }
    /// It went wrong and somebody should read why.
    [[nodiscard]] bool has_failed() const { return failed_; }
    [[nodiscard]] QString status() const { return said_.text(); }
    [[nodiscard]] const Phrase& said() const { return said_; }
    [[nodiscard]] QString name() const { return name_.text(); }
    [[nodiscard]] const Phrase& title() const { return name_; }
    /// All there is to say, for a report.
    [[nodiscard]] QString details() const;
    /// "1.2 GiB in 3 s, 410 MiB/s", as far as it is known.
    [[nodiscard]] Phrase work_text(double seconds) const;

signals:
    void cancel_requested();
    void pause_toggled();
    void up_requested();
    void again_requested();
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QPushButton* add_button(const QString& name);
    /// Every text anew, in the language in use.
    void show_words();
    void say(Phrase status);
    void press_main();
    void end(const Phrase& text, const char* look);
    void begin_phase(const JobProgress& progress);
    [[nodiscard]] Phrase figures(const JobProgress& progress) const;
    [[nodiscard]] Phrase paused_text() const;

    Phrase name_, said_;
    QLabel* title_ = nullptr;
    QProgressBar* bar_;
    QLabel* status_ = nullptr;
    QPushButton *again_ = nullptr, *copy_ = nullptr, *log_button_ = nullptr, *up_ = nullptr,
                *pause_ = nullptr, *button_ = nullptr;
    QHBoxLayout* links_ = nullptr;
    LogView* log_ = nullptr;
    std::vector<std::pair<QPushButton*, Phrase>> added_;  ///< links
    std::string phase_;
    Phrase running_text_;
    double phase_start_s_ = 0;
    std::uint64_t phase_start_done_ = 0;
    std::uint64_t work_ = 0;  ///< bytes of the largest phase
    bool cancelling_ = false;
    bool ended_ = false;
    bool failed_ = false;
};

}  // namespace bitlathe
