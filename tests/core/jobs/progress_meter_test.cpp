// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/jobs/job.h"

namespace bitlathe {
namespace {

using std::chrono::milliseconds;

/// A meter on a clock that moves only when told to.
class ProgressMeterTest : public ::testing::Test {
protected:
    ProgressMeter make(milliseconds interval) {
        return ProgressMeter(
            "export", [this](const JobProgress& p) { seen_.push_back(p); }, interval,
            [this] { return now_; });
    }
    void pass(milliseconds time) { now_ += time; }

    std::vector<JobProgress> seen_;
    ProgressMeter::Clock::time_point now_{std::chrono::hours(1)};
};

TEST_F(ProgressMeterTest, FirstReportPassesAndKnowsNoTimeLeft) {
    auto meter = make(milliseconds(100));
    pass(milliseconds(250));
    meter.update({"encode", 0, 1000});
    ASSERT_EQ(seen_.size(), 1U);
    EXPECT_EQ(seen_[0].job, "export");
    EXPECT_EQ(seen_[0].phase, "encode");
    EXPECT_EQ(seen_[0].done, 0U);
    EXPECT_EQ(seen_[0].total, 1000U);
    EXPECT_DOUBLE_EQ(seen_[0].elapsed_s, 0.25);
    EXPECT_FALSE(seen_[0].eta_s.has_value());
}

TEST_F(ProgressMeterTest, ReportsAtMostOncePerInterval) {
    auto meter = make(milliseconds(100));
    for (std::uint64_t i = 0; i < 1000; ++i) {
        meter.update({"encode", i, 1000});
        pass(milliseconds(1));
    }
    EXPECT_EQ(seen_.size(), 10U);
}

TEST_F(ProgressMeterTest, PhaseChangesAndCompletionAlwaysPass) {
    auto meter = make(milliseconds(1000));
    meter.update({"encode", 0, 10});
    meter.update({"encode", 5, 10});
    meter.update({"encode", 10, 10});
    meter.update({"encode", 10, 10});
    meter.update({"verify", 0, 10});
    meter.update({"verify", 1, 10});
    ASSERT_EQ(seen_.size(), 3U);
    EXPECT_EQ(seen_[1].done, 10U);
    EXPECT_EQ(seen_[1].eta_s, 0.0);
    EXPECT_EQ(seen_[2].phase, "verify");
}

TEST_F(ProgressMeterTest, TimeLeftComesFromTheRateWithinThePhase) {
    auto meter = make(milliseconds(0));
    meter.update({"encode", 0, 100});
    pass(milliseconds(10'000));
    meter.update({"encode", 100, 100});
    meter.update({"verify", 0, 100});
    pass(milliseconds(2000));
    meter.update({"verify", 20, 100});
    EXPECT_DOUBLE_EQ(seen_.back().eta_s.value(), 8.0);
    EXPECT_DOUBLE_EQ(seen_.back().elapsed_s, 12.0);
}

TEST_F(ProgressMeterTest, APhaseThatStartsInTheMiddleCountsOnlyWhatMoved) {
    auto meter = make(milliseconds(0));
    meter.update({"encode", 50, 100});
    pass(milliseconds(5000));
    meter.update({"encode", 60, 100});
    EXPECT_DOUBLE_EQ(seen_.back().eta_s.value(), 20.0);
}

TEST_F(ProgressMeterTest, TooLittleSaysNothing) {
    auto meter = make(milliseconds(0));
    meter.update({"encode", 0, 1000});
    pass(milliseconds(10));
    meter.update({"encode", 1, 1000});
    EXPECT_FALSE(seen_.back().eta_s.has_value());
    pass(milliseconds(10));
    meter.update({"encode", 0, 0});
    EXPECT_FALSE(seen_.back().eta_s.has_value());
}

TEST_F(ProgressMeterTest, APauseCountsNeitherAsTimeNorAgainstTheRate) {
    auto meter = make(milliseconds(0));
    meter.update({"encode", 0, 100});
    pass(milliseconds(2000));
    meter.pause();
    meter.pause();
    pass(milliseconds(3'600'000));
    EXPECT_DOUBLE_EQ(meter.elapsed_s(), 2.0);
    meter.update({"encode", 20, 100});  // a piece that was under way
    EXPECT_DOUBLE_EQ(seen_.back().elapsed_s, 2.0);
    EXPECT_DOUBLE_EQ(seen_.back().eta_s.value(), 8.0);
    meter.resume();
    meter.resume();
    pass(milliseconds(2000));
    meter.update({"encode", 40, 100});
    EXPECT_DOUBLE_EQ(seen_.back().elapsed_s, 4.0);
    EXPECT_DOUBLE_EQ(seen_.back().eta_s.value(), 6.0);
}

TEST(ProgressMeter, ManyThreadsNeverOverlapInTheSink) {
    int inside = 0;
    std::size_t calls = 0;
    ProgressMeter meter(
        "x",
        [&](const JobProgress&) {
            EXPECT_EQ(inside++, 0);
            ++calls;
            --inside;
        },
        milliseconds(0));
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (std::uint64_t i = 0; i < 500; ++i) {
                    meter.update({"p", i, 500});
                }
            });
        }
    }
    EXPECT_EQ(calls, 2000U);
}

TEST(ProgressMeter, WorksWithoutASink) {
    ProgressMeter meter("x", nullptr);
    meter.update({"p", 1, 2});
}

}  // namespace
}  // namespace bitlathe
