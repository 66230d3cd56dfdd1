// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "ui/jobs/background_job.h"

namespace bitlathe {

/// Jobs that compete for the same disk and cores: one runs, the others wait in order. A job that
/// has ended or was deleted leaves by itself. A paused one keeps its turn. GUI thread only.
class JobQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A job that waits. It is started when its turn comes, which may be at once.
    void add(BackgroundJob& job);
    /// Lets a waiting job go before the one in front of it.
    void move_up(const BackgroundJob& job);
    [[nodiscard]] bool can_move_up(const BackgroundJob& job) const;
    /// In the order in which they run; the first one runs.
    [[nodiscard]] const std::vector<BackgroundJob*>& jobs() const { return jobs_; }

signals:
    void changed();

private:
    [[nodiscard]] std::size_t place(const QObject* job) const;
    void leave(const QObject* job);
    void start_next();
    std::vector<BackgroundJob*> jobs_;
};

}  // namespace bitlathe
