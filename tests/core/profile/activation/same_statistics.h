// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include "core/profile/activation/tap_statistics.h"

namespace bitlathe {

/// The same to the last bit.
inline void expect_same(const TapStatistics& a, const TapStatistics& b) {
    EXPECT_EQ(a.tokens, b.tokens);
    EXPECT_EQ(a.nonfinite, b.nonfinite);
    EXPECT_EQ(a.sum, b.sum);
    EXPECT_EQ(a.sum2, b.sum2);
    EXPECT_EQ(a.sum3, b.sum3);
    EXPECT_EQ(a.sum4, b.sum4);
    EXPECT_EQ(a.sum_abs, b.sum_abs);
    EXPECT_EQ(a.absmax, b.absmax);
    EXPECT_EQ(a.above, b.above);
    EXPECT_EQ(a.magnitudes, b.magnitudes);
    EXPECT_EQ(a.top, b.top);
}

}  // namespace bitlathe
