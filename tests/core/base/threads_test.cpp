// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <stop_token>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/parallel.h"
#include "core/base/progress.h"

namespace bitlathe {
namespace {

TEST(ParallelFor, EveryIndexRunsOnce) {
    for (const unsigned threads : {0U, 1U, 2U, 7U, 64U}) {
        for (const std::size_t count : {0UL, 1UL, 2UL, 1000UL}) {
            std::vector<std::atomic<int>> runs(count);
            parallel_for(count, threads, [&](std::size_t i) { ++runs[i]; });
            for (const auto& run : runs) {
                EXPECT_EQ(run, 1);
            }
        }
    }
}

TEST(ParallelFor, AllWorkIsDoneWhenItReturns) {
    std::vector<std::size_t> squares(10'000);
    parallel_for(squares.size(), 4, [&](std::size_t i) { squares[i] = i * i; });
    for (std::size_t i = 0; i < squares.size(); ++i) {
        ASSERT_EQ(squares[i], i * i);
    }
}

TEST(WorkContext, StopsWhenAsked) {
    std::stop_source source;
    WorkContext context;
    context.stop = source.get_token();
    EXPECT_TRUE(context.check());
    source.request_stop();
    ASSERT_FALSE(context.check());
    EXPECT_EQ(context.check().error().code, ErrorCode::kCancelled);
}

TEST(WorkContext, ReportsWhereSomebodyListens) {
    WorkContext context;
    context.report("reading", 1, 2);
    std::uint64_t done = 0;
    context.progress = [&](const Progress& progress) { done = progress.done; };
    context.report("reading", 3, 4);
    EXPECT_EQ(done, 3U);
    EXPECT_GE(default_threads(), 1U);
}

}  // namespace
}  // namespace bitlathe
