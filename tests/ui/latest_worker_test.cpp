// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/latest_worker.h"

#include <atomic>
#include <chrono>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;

TEST(LatestWorker, AnswersArriveOnTheThreadOfTheOwner) {
    LatestWorker worker;
    const auto owner = std::this_thread::get_id();
    std::thread::id worked, delivered;
    worker.post([&](const WorkContext&) -> LatestWorker::Delivery {
        worked = std::this_thread::get_id();
        return [&] { delivered = std::this_thread::get_id(); };
    });
    EXPECT_TRUE(worker.busy());
    ASSERT_TRUE(testing::wait_for([&] { return !worker.busy(); }));
    EXPECT_NE(worked, owner);
    EXPECT_EQ(delivered, owner);
}

TEST(LatestWorker, OnlyTheNewestOfWaitingQuestionsIsAnswered) {
    LatestWorker worker;
    std::atomic<bool> hold = true;
    std::vector<int> answers;
    std::atomic<bool> running = false;
    worker.post([&](const WorkContext&) -> LatestWorker::Delivery {
        running = true;
        while (hold)
            std::this_thread::sleep_for(1ms);
        return [&] { answers.push_back(0); };
    });
    ASSERT_TRUE(testing::wait_for([&] { return running.load(); }));
    for (int i = 1; i <= 20; ++i) {
        worker.post([&answers, i](const WorkContext&) -> LatestWorker::Delivery {
            return [&answers, i] { answers.push_back(i); };
        });
    }
    hold = false;
    ASSERT_TRUE(testing::wait_for([&] { return !worker.busy(); }));
    EXPECT_EQ(answers, (std::vector<int>{0, 20}));
}

TEST(LatestWorker, DroppedQuestionsAreStoppedAndNeverAnswered) {
    LatestWorker worker;
    std::atomic<bool> running = false;
    std::atomic<bool> stopped = false;
    bool answered = false;
    worker.post([&](const WorkContext& context) -> LatestWorker::Delivery {
        running = true;
        while (!context.stop.stop_requested())
            std::this_thread::sleep_for(1ms);
        stopped = true;
        return [&] { answered = true; };
    });
    ASSERT_TRUE(testing::wait_for([&] { return running.load(); }));
    worker.drop();
    EXPECT_FALSE(worker.busy());
    bool next = false;
    worker.post([&](const WorkContext&) -> LatestWorker::Delivery { return [&] { next = true; }; });
    ASSERT_TRUE(testing::wait_for([&] { return next; }));
    EXPECT_TRUE(stopped);
    EXPECT_FALSE(answered);
}

TEST(LatestWorker, GoesAwayWhileItWorks) {
    std::atomic<bool> running = false;
    {
        LatestWorker worker;
        worker.post([&](const WorkContext& context) -> LatestWorker::Delivery {
            running = true;
            while (!context.stop.stop_requested())
                std::this_thread::sleep_for(1ms);
            return {};
        });
        ASSERT_TRUE(testing::wait_for([&] { return running.load(); }));
    }
    SUCCEED();
}

}  // namespace
}  // namespace bitlathe
