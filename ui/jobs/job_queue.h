// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "ui/jobs/background_job.h"

namespace bitlathe {

/// Work that somebody wants done when its turn comes.
struct JobOrder {
    Phrase name;
    BackgroundJob::Work work;
    /// Hears of the end of the job before anybody else who follows it.
    std::function<void(BackgroundJob& job, const Status& status)> end;
    Phrase loss = {};                  ///< see BackgroundJob::set_loss()
    std::function<void()> again = {};  ///< see BackgroundJob::set_again()
};

/// Jobs that compete for the same disk and cores: one runs, the others wait in order. A job that
/// has ended or was deleted leaves by itself. A paused one keeps its turn. GUI thread only.
class JobQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A job that waits. It is started when its turn comes, which may be at once.
    void add(BackgroundJob& job);
    /// Makes a job of an order and adds it. It is a child of `owner`, which `order.end` may use,
    /// and deletes itself after its end.
    BackgroundJob& add(QObject& owner, JobOrder order);
    /// Lets a waiting job go before the one in front of it.
    void move_up(const BackgroundJob& job);
    [[nodiscard]] bool can_move_up(const BackgroundJob& job) const;
    /// In the order in which they run; the first one runs.
    [[nodiscard]] const std::vector<BackgroundJob*>& jobs() const { return jobs_; }

signals:
    /// A job was added; who follows it from here on misses nothing of its end.
    void added(bitlathe::BackgroundJob& job);
    void changed();

private:
    [[nodiscard]] std::size_t place(const QObject* job) const;
    void leave(const QObject* job);
    void start_next();
    std::vector<BackgroundJob*> jobs_;
};

}  // namespace bitlathe
