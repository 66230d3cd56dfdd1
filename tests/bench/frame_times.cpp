// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frame_times.h"

#include <QCoreApplication>
#include <QProcess>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace bitlathe::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kFrame = 1000.0 / 60;
/// Timers that follow a change have run by then.
constexpr auto kRest = std::chrono::milliseconds(250);

double wall_milliseconds() {
    return std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count();
}

void paint() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

}  // namespace

double thread_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = values.begin() +
                    static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

int run_at_both_ratios(int argc, char** argv, int (*measure)(int argc, char** argv)) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1) {
        qputenv("QT_SCALE_FACTOR", argv[1]);
        return measure(argc, argv);
    }
    int result = 0;
    for (const char* ratio : {"1", "2"})
        result |= QProcess::execute(QString::fromLocal8Bit(argv[0]), {QString::fromLatin1(ratio)});
    return result;
}

void FrameTimes::measure(const std::function<void()>& step) {
    const double wall_since = wall_milliseconds();
    const double busy_since = thread_milliseconds();
    step();
    paint();
    busy_.push_back(thread_milliseconds() - busy_since);
    wall_.push_back(wall_milliseconds() - wall_since);
}

void FrameTimes::print(const std::string& what) const {
    const auto late =
        std::count_if(wall_.begin(), wall_.end(), [](double time) { return time > kFrame; });
    std::printf(
        "%-40s p50 %6.2f  p99 %6.2f  max %6.2f ms  late %3td of %zu   "
        "thread alone p50 %6.2f  p99 %6.2f ms\n",
        what.c_str(), quantile(wall_, 0.5), quantile(wall_, 0.99), quantile(wall_, 1), late,
        wall_.size(), quantile(busy_, 0.5), quantile(busy_, 0.99));
    std::fflush(stdout);
}

void StepTimes::measure(const std::function<void()>& step) {
    const double busy_since = thread_milliseconds();
    step();
    paint();
    double longest = thread_milliseconds() - busy_since;
    const auto start = Clock::now();
    while (Clock::now() - start < kRest) {
        const double before = thread_milliseconds();
        QCoreApplication::processEvents();
        longest = std::max(longest, thread_milliseconds() - before);
        QThread::msleep(2);
    }
    longest_.push_back(longest);
    all_.push_back(thread_milliseconds() - busy_since);
}

void StepTimes::print(const std::string& what) const {
    std::printf("%-40s thread alone: longest p50 %6.2f  max %6.2f ms   in all p50 %6.2f ms\n",
                what.c_str(), quantile(longest_, 0.5), quantile(longest_, 1), quantile(all_, 0.5));
    std::fflush(stdout);
}

}  // namespace bitlathe::bench
