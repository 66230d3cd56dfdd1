// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "core/jobs/job.h"

namespace bitlathe {

/// A Job whose reports arrive on the GUI thread as signals. Deleting it asks the work to stop and
/// waits; retire() does the same without waiting.
class BackgroundJob : public QObject {
    Q_OBJECT
public:
    using Work = std::function<Status(const WorkContext&)>;
    /// Starts at once. `work` runs on another thread and must hold all it needs by value or by
    /// shared pointers to constants. Connect to the signals before returning to the event loop.
    BackgroundJob(QString name, Work work, QObject* parent);
    ~BackgroundJob() override;

    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] bool running() const { return running_; }
    void cancel();
    /// Cancels, goes silent, and deletes itself when the work has ended.
    void retire();

signals:
    void progressed(const bitlathe::JobProgress& progress);
    /// Once, with the result of the work.
    void finished(const bitlathe::Status& status);

private:
    void end(Status status);
    QString name_;
    bool running_ = true;
    bool retired_ = false;
    std::unique_ptr<Job> job_;  ///< last: its thread ends before anything else goes
};

}  // namespace bitlathe
