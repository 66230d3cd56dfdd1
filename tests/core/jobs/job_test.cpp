// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include <atomic>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/pieces.h"

namespace bitlathe {
namespace {

Status until_stopped(const WorkContext& context) {
    while (true) {
        BITLATHE_TRY(context.check());
        std::this_thread::yield();
    }
}

TEST(Job, RunsAndReportsSuccessOnceFromItsOwnThread) {
    std::vector<Status> results;
    std::thread::id worker;
    Job job(
        "count", [](const WorkContext&) -> Status { return {}; }, nullptr,
        [&](Status status) {
            worker = std::this_thread::get_id();
            results.push_back(std::move(status));
        });
    job.wait();
    EXPECT_EQ(job.name(), "count");
    ASSERT_EQ(results.size(), 1U);
    EXPECT_TRUE(results[0].has_value());
    EXPECT_NE(worker, std::this_thread::get_id());
}

TEST(Job, HandsOnTheErrorOfTheWork) {
    Status result;
    Job job(
        "export",
        [](const WorkContext&) -> Status {
            return fail(ErrorCode::kNotWritten, "disk full", "out.gguf", 17, "make room");
        },
        nullptr, [&](Status status) { result = std::move(status); });
    job.wait();
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kNotWritten);
    EXPECT_EQ(result.error().file, "out.gguf");
}

TEST(Job, CancelEndsItAsCancelled) {
    Status result;
    Job job("endless", until_stopped, nullptr, [&](Status status) { result = std::move(status); });
    job.cancel();
    job.wait();
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

TEST(Job, DestructionStopsAndWaits) {
    std::atomic<bool> ended = false;
    {
        Job job("endless", until_stopped, nullptr, [&](Status) { ended = true; });
    }
    EXPECT_TRUE(ended);
}

TEST(Job, ExceptionsBecomeErrors) {
    for (const bool standard : {true, false}) {
        Status result;
        Job job(
            "profile",
            [&](const WorkContext&) -> Status {
                if (standard) {
                    throw std::runtime_error("out of cheese");
                }
                throw 42;
            },
            nullptr, [&](Status status) { result = std::move(status); });
        job.wait();
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().code, ErrorCode::kRefused);
        EXPECT_NE(result.error().message.find("profile"), std::string::npos);
        EXPECT_EQ(result.error().message.find("out of cheese") != std::string::npos, standard);
    }
}

TEST(Job, ProgressComesThroughWithItsName) {
    std::vector<JobProgress> seen;
    Job job(
        "plan",
        [](const WorkContext& context) -> Status {
            context.report("solve", 0, 3);
            context.report("solve", 3, 3);
            return {};
        },
        [&](const JobProgress& p) { seen.push_back(p); }, nullptr);
    job.wait();
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0].job, "plan");
    EXPECT_EQ(seen[1].done, 3U);
}

TEST(Job, PassesTheNumberOfThreads) {
    unsigned threads = 0;
    Job job(
        "x",
        [&](const WorkContext& context) -> Status {
            threads = context.threads;
            return {};
        },
        nullptr, nullptr, 7);
    job.wait();
    EXPECT_EQ(threads, 7U);
}

/// Counts how often it looked whether it may go on, in every thread that it was given.
struct Loop {
    static constexpr int kThreads = 3;
    std::atomic<std::uint64_t> looks = 0;
    std::atomic<int> inside = 0;  ///< threads between two looks
    Status operator()(const WorkContext& context) {
        WorkContext threads = context;
        threads.threads = kThreads;
        return for_each_piece(kThreads, threads, [&](unsigned, std::size_t) -> Status {
            while (true) {
                BITLATHE_TRY(context.check());
                ++inside;
                ++looks;
                --inside;
            }
        });
    }
    void wait_for_looks(std::uint64_t more) const {
        const std::uint64_t enough = looks + more;
        while (looks < enough)
            std::this_thread::yield();
    }
    /// Until no thread moves any more.
    [[nodiscard]] bool comes_to_rest() const {
        for (int i = 0; i < 10'000; ++i) {
            const std::uint64_t before = looks;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            if (looks == before && inside == 0) return true;
        }
        return false;
    }
};

TEST(Job, PauseHoldsEveryThreadAndResumeLetsThemGoOn) {
    Loop loop;
    Status result;
    Job job("loop", std::ref(loop), nullptr, [&](Status status) { result = std::move(status); });
    for (int round = 0; round < 3; ++round) {
        loop.wait_for_looks(1000);
        job.pause();
        EXPECT_TRUE(job.paused());
        ASSERT_TRUE(loop.comes_to_rest());
        job.resume();
        EXPECT_FALSE(job.paused());
    }
    loop.wait_for_looks(1000);
    job.cancel();
    job.wait();
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

TEST(Job, APausedJobCanBeCancelledAndDestroyed) {
    for (const bool destroy : {false, true}) {
        Loop loop;
        std::optional<Status> result;
        auto job = std::make_unique<Job>("loop", std::ref(loop), nullptr,
                                         [&](Status status) { result = std::move(status); });
        job->pause();
        ASSERT_TRUE(loop.comes_to_rest());
        if (destroy) {
            job.reset();
        } else {
            job->cancel();
            job->wait();
        }
        ASSERT_TRUE(result);
        EXPECT_EQ(result->error().code, ErrorCode::kCancelled);
    }
}

TEST(Job, PauseResumeAndCancelMayComeFromAnywhere) {
    Loop loop;
    Status result;
    Job job("loop", std::ref(loop), nullptr, [&](Status status) { result = std::move(status); });
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&job, t] {
                for (int i = 0; i < 200; ++i) {
                    t % 2 == 0 ? job.pause() : job.resume();
                    EXPECT_GE(job.elapsed_s(), 0);
                }
            });
        }
        threads.emplace_back([&job] { job.cancel(); });
    }
    job.wait();
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

TEST(Job, ManyMayWaitAndCancelAtOnce) {
    std::atomic<int> finished = 0;
    Job job("endless", until_stopped, nullptr, [&](Status) { ++finished; });
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                job.cancel();
                job.wait();
                EXPECT_EQ(finished, 1);
            });
        }
    }
    EXPECT_EQ(finished, 1);
}

}  // namespace
}  // namespace bitlathe
