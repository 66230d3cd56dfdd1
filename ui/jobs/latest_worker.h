// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "core/base/progress.h"

namespace bitlathe {

/// One thread for interactive work where only the newest question matters. A question that waits is
/// replaced by a newer one; the one that runs is answered first, so that a slider that never rests
/// still sees answers. All tasks run one after another on the same thread.
class LatestWorker : public QObject {
    Q_OBJECT
public:
    /// Runs on the GUI thread.
    using Delivery = std::function<void()>;
    /// Runs on the worker and returns what is to be done with the answer; empty for none.
    using Task = std::function<Delivery(const WorkContext&)>;

    explicit LatestWorker(QObject* parent = nullptr);
    ~LatestWorker() override;

    void post(Task task);
    /// Stops what runs, forgets what waits, and drops answers that are on their way.
    void drop();
    [[nodiscard]] bool busy() const { return outstanding_ > 0; }

private:
    void run(const std::stop_token& stop);
    void settle(std::uint64_t epoch, const Delivery& delivery);

    std::mutex mutex_;
    std::condition_variable_any wake_;
    Task waiting_;
    std::stop_source task_stop_;
    std::uint64_t epoch_ = 0;  ///< guarded by mutex_; answers of an older one are dropped
    int outstanding_ = 0;      ///< GUI thread only
    std::jthread thread_;      ///< last: ends before anything else goes
};

}  // namespace bitlathe
