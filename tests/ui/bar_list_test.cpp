// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bar_list.h"

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

TEST(BarList, TheSampleHasItsRolesOverItsBlocksAndNoNorms) {
    PlanModel plan;
    testing::open_into(plan, testing::sample_path());
    const BarList list = arrange_bars(plan.catalog());
    EXPECT_EQ(list.grid.rows, 7);
    EXPECT_EQ(list.grid.left, 1);
    EXPECT_EQ(list.grid.right, 0);
    EXPECT_EQ(list.grid.columns, 9);
    EXPECT_EQ(list.columns.front().toStdString(), "embed");
    EXPECT_EQ(list.columns.back().toStdString(), "7");
    EXPECT_EQ(list.bars.size(), 57U);
    ASSERT_EQ(list.bars.size(), list.grid.bars.size());
    for (std::size_t i = 0; i < plan.catalog().size(); ++i) {
        const bool is_norm = plan.catalog().tensor(i).role == Role::kNorm;
        EXPECT_EQ(list.bar_of_tensor[i] < 0, is_norm) << i;
    }
    for (std::size_t bar = 0; bar < list.bars.size(); ++bar) {
        for (const std::size_t tensor : list.bars[bar].tensors) {
            EXPECT_EQ(list.bar_of_tensor[tensor], static_cast<int>(bar));
        }
    }
}

}  // namespace
}  // namespace bitlathe
