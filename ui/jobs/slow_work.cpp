// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/slow_work.h"

#include <chrono>
#include <utility>

namespace bitlathe {

using namespace std::chrono_literals;

SlowWork::SlowWork(Source source, QObject* parent) : QObject(parent), source_(std::move(source)) {
    // Seldom enough not to keep a resting machine awake.
    timer_.setInterval(1s);
    timer_.setTimerType(Qt::VeryCoarseTimer);
    connect(&timer_, &QTimer::timeout, this, &SlowWork::look);
    timer_.start();
}

void SlowWork::look() {
    const bool busy = source_.busy();
    if (busy && !was_busy_) since_.start();
    if (shown_ && busy) emit moved();
    if (busy && was_busy_ && !std::exchange(shown_, true)) emit began();
    if (!busy && std::exchange(shown_, false)) {
        emit ended(static_cast<double>(since_.elapsed()) / 1000);
    }
    was_busy_ = busy;
}

}  // namespace bitlathe
