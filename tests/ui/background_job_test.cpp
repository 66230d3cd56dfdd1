// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/background_job.h"

#include <QPointer>
#include <atomic>
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

Status until_stopped(const WorkContext& context) {
    while (context.check())
        std::this_thread::sleep_for(1ms);
    return context.check();
}

TEST(BackgroundJob, ReportsItsResultOnce) {
    BackgroundJob job(
        u"work"_s, [](const WorkContext&) { return Status(); }, nullptr);
    int ends = 0;
    bool good = false;
    QObject::connect(&job, &BackgroundJob::finished, &job, [&](const Status& status) {
        ++ends;
        good = status.has_value();
    });
    ASSERT_TRUE(testing::wait_for([&] { return ends > 0; }));
    EXPECT_TRUE(good);
    EXPECT_FALSE(job.running());
}

TEST(BackgroundJob, CancelEndsItAsCancelled) {
    BackgroundJob job(u"work"_s, until_stopped, nullptr);
    std::optional<ErrorCode> code;
    QObject::connect(&job, &BackgroundJob::finished, &job,
                     [&](const Status& status) { code = status.error().code; });
    job.cancel();
    ASSERT_TRUE(testing::wait_for([&] { return code.has_value(); }));
    EXPECT_EQ(code, ErrorCode::kCancelled);
}

TEST(BackgroundJob, ARetiredJobIsSilentAndGoesByItself) {
    QPointer<BackgroundJob> job = new BackgroundJob(u"work"_s, until_stopped, nullptr);
    bool heard = false;
    QObject::connect(job, &BackgroundJob::finished, job, [&] { heard = true; });
    job->retire();
    ASSERT_TRUE(testing::wait_for([&] { return job.isNull(); }));
    EXPECT_FALSE(heard);
}

TEST(BackgroundJob, ProgressArrivesOnTheGuiThread) {
    const auto owner = std::this_thread::get_id();
    BackgroundJob job(
        u"work"_s,
        [](const WorkContext& context) {
            for (std::uint64_t i = 1; i <= 300 && context.check(); ++i) {
                context.report("phase", i, 300);
                std::this_thread::sleep_for(1ms);
            }
            return Status();
        },
        nullptr);
    int reports = 0;
    bool ended = false;
    QObject::connect(&job, &BackgroundJob::progressed, &job, [&](const JobProgress& progress) {
        ++reports;
        EXPECT_EQ(std::this_thread::get_id(), owner);
        EXPECT_EQ(progress.total, 300U);
    });
    QObject::connect(&job, &BackgroundJob::finished, &job, [&] { ended = true; });
    ASSERT_TRUE(testing::wait_for([&] { return ended; }));
    EXPECT_GE(reports, 1);
}

}  // namespace
}  // namespace bitlathe
