// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/stream_change.h"

#include <array>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

FirstAndRest<StreamChange> change_of(const std::vector<float>& x, const std::vector<float>& y,
                                     std::size_t cols, unsigned threads = 1) {
    std::vector<TokenPlace> places;
    for (std::uint32_t t = 0; t < x.size() / cols; ++t) {
        places.push_back({t, t, 0});
    }
    FirstAndRest<StreamChange> change;
    WorkContext context;
    context.threads = threads;
    EXPECT_TRUE(accumulate_change({x.data(), places.size(), cols, cols},
                                  {y.data(), places.size(), cols, cols}, places, change, context));
    return change;
}

TEST(StreamChange, MeansAreOverTokensNotOverOneLongVector) {
    // x = (1,0),(0,2), y = (1,1),(0,2): cosines 0.707107 and 1; of the flattened ones 0.912871.
    const auto change = change_of({1, 0, 0, 2}, {1, 1, 0, 2}, 2);
    const StreamChange all = change.all();
    EXPECT_NEAR(all.mean(&StreamChange::cosine).value(), 0.853553, 1e-6);
    EXPECT_NEAR(change.first.mean(&StreamChange::angle).value(), 0.25, 1e-12);
    EXPECT_NEAR(change.rest.mean(&StreamChange::angle).value(), 0, 1e-7);
    EXPECT_NEAR(change.first.mean(&StreamChange::relative).value(), 1, 1e-12);
    EXPECT_NEAR(change.first.mean(&StreamChange::share).value(), 1 / std::sqrt(2.0), 1e-12);
    EXPECT_EQ(change.first.mean(&StreamChange::added_cosine).value(), 0);
    EXPECT_NEAR(change.rest.mean(&StreamChange::norm_in).value(), 2, 1e-12);
}

TEST(StreamChange, ErasingIsNegative) {
    const auto all = change_of({2, 0}, {1, 0}, 2).all();
    EXPECT_NEAR(all.mean(&StreamChange::added_cosine).value(), -1, 1e-12);
}

TEST(StreamChange, TokensWithoutAnAngleAreCountedApart) {
    const auto all = change_of({0, 0, 1, 1, 1, INFINITY}, {1, 1, 1, 1, 1, 1}, 2).all();
    EXPECT_EQ(all.tokens, 1U);
    EXPECT_EQ(all.undefined, 2U);
    EXPECT_FALSE(StreamChange().mean(&StreamChange::cosine));
}

TEST(StreamChange, TheSameForAnyNumberOfThreads) {
    std::mt19937 generator(3);
    std::normal_distribution<float> normal;
    std::vector<float> x(333 * 37), y(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = normal(generator);
        y[i] = x[i] + 0.3F * normal(generator);
    }
    const StreamChange one = change_of(x, y, 37, 1).all();
    for (const unsigned threads : {2U, 4U}) {
        const StreamChange more = change_of(x, y, 37, threads).all();
        EXPECT_EQ(one.cosine, more.cosine);
        EXPECT_EQ(one.angle, more.angle);
        EXPECT_EQ(one.relative, more.relative);
        EXPECT_EQ(one.norm_out, more.norm_out);
    }
}

}  // namespace
}  // namespace bitlathe
