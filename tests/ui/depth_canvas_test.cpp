// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/depth_canvas.h"

#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

class Depth : public ::testing::Test {
protected:
    void SetUp() override {
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
        axis.reset(canvas.column_map()->columns().count);
        canvas.resize(700, 300);
        canvas.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&canvas));
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    void expect_fresh() {
        for (std::size_t i = 0; i < depth_metrics().size(); ++i) {
            for (int column = 0; column < canvas.column_map()->columns().count; ++column) {
                const DepthColumn& shown = canvas.values(i)[static_cast<std::size_t>(column)];
                const DepthColumn fresh =
                    pooled(depth_metrics()[i], plan, canvas.column_map()->tensors(column));
                ASSERT_EQ(shown.has_value(), fresh.has_value()) << i << ' ' << column;
                EXPECT_EQ(shown ? shown->pooled : 0, fresh ? fresh->pooled : 0)
                    << i << ' ' << column;
            }
        }
    }

    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    BlockAxis axis;
    DepthCanvas canvas{plan, hub, axis, theme};
};

constexpr std::size_t kError = 0;

TEST_F(Depth, ErrorsOfAllColumnsAreThoseOfThePlan) {
    double sum = 0;
    for (const DepthColumn& column : canvas.values(kError))
        sum += column->pooled;
    EXPECT_NEAR(sum, *plan.totals().estimated_loss, 1e-9 * sum);
}

TEST_F(Depth, APreviewMovesItsColumnInTheSameStep) {
    const double before = canvas.values(kError)[1]->pooled;
    plan.preview(std::vector<FormatChange>{{tensor("blk.0.attn_q.weight"), *find_format("Q2_K")},
                                           {tensor("blk.5.ffn_up.weight"), *find_format("Q8_0")}});
    EXPECT_GT(canvas.values(kError)[1]->pooled, before);
    expect_fresh();
    plan.cancel_preview();
    EXPECT_EQ(canvas.values(kError)[1]->pooled, before);
    expect_fresh();
}

TEST_F(Depth, WhatIsNotMeasuredIsUnknown) {
    for (std::size_t metric = 1; metric < depth_metrics().size(); ++metric) {
        for (const DepthColumn& column : canvas.values(metric))
            EXPECT_FALSE(column) << metric;
    }
}

TEST_F(Depth, AClickSelectsTheBlock) {
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, {canvas.scale().centre(3), 50});
    EXPECT_EQ(hub.selected(), canvas.column_map()->tensors(3));
    QTest::keyClick(&canvas, Qt::Key_Right);
    EXPECT_EQ(hub.selected(), canvas.column_map()->tensors(4));
}

TEST_F(Depth, PanningFollowsThePointer) {
    axis.show(3, 6);
    const int from = canvas.scale().centre(4);
    QTest::mousePress(&canvas, Qt::MiddleButton, {}, {from, 50});
    testing::move_to(canvas, {from - 60, 50});
    QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, {from - 60, 50});
    // A group's gap of pixels is not among the columns, hence not to the pixel.
    EXPECT_NEAR(canvas.scale().centre(4), from - 60, 4);
}

}  // namespace
}  // namespace bitlathe
