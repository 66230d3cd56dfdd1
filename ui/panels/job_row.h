// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <functional>

#include "core/jobs/job.h"

namespace bitlathe {

/// One job: name, bar, phase with throughput and time left, and a button
/// that cancels while it runs and dismisses afterwards.
class JobRow : public QFrame {
    Q_OBJECT
public:
    JobRow(const QString& name, QWidget* parent);

    void set_progress(const JobProgress& progress);
    void set_done(const QString& result);
    void set_failed(const QString& reason);
    /// A link below the result, for what can be done with it.
    void add_link(const QString& name, const QString& text, std::function<void()> act);
    [[nodiscard]] bool ended() const { return ended_; }
    [[nodiscard]] QString status() const { return status_->text(); }

signals:
    void cancel_requested();
    void dismissed();

private:
    void end(const QString& text, const char* look);
    QProgressBar* bar_;
    QLabel* status_;
    QPushButton* button_;
    QHBoxLayout* links_;
    QString phase_;
    double phase_start_s_ = 0;
    std::uint64_t phase_start_done_ = 0;
    bool ended_ = false;
};

}  // namespace bitlathe
