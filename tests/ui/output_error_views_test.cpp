// SPDX-License-Identifier: GPL-3.0-or-later
// What formats do to what linears put out, as strips, colours and the inspector show it.
#include "tests/ui/output_errors_fixture.h"
#include "ui/plots/depth_figure.h"
#include "ui/plots/rate_distortion_view.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using testing::OutputErrorsTest;

TEST_F(OutputErrorsTest, AStripShowsTheLargestOfEveryBlock) {
    profile();
    measure();
    const auto& strips = depth().shown();
    ASSERT_NE(std::find(strips.begin(), strips.end(), metric()), strips.end());
    EXPECT_EQ(std::find(strips.begin(), strips.end(), metric("output_error_full")), strips.end());
    const FigureData data = depth_figure(depth()).data();
    const auto place = data.heading.indexOf(u"Output error"_s);
    ASSERT_GE(place, 0);
    const auto blocks = linears_of_blocks(plan().catalog().model());
    int seen = 0;
    for (int column = 0; column < depth().scale().columns().count; ++column) {
        const auto& tensors = depth().column_map()->tensors(column);
        const auto block = plan().catalog().tensor(tensors.front()).block;
        const auto& value = depth().values(metric())[static_cast<std::size_t>(column)];
        ASSERT_EQ(value.has_value(), block.has_value()) << "unknown outside of blocks, not 0";
        if (!block) continue;
        ++seen;
        double largest = 0;
        for (const std::size_t i : blocks[*block])
            largest = std::max(largest, shown(i).value());
        EXPECT_EQ(value->pooled, largest);
        EXPECT_NEAR(data.rows[column][place].toDouble(), largest, 1e-12 * largest) << "unrounded";
    }
    EXPECT_EQ(seen, 8);
}

TEST_F(OutputErrorsTest, FollowTheFormatOfABar) {
    profile();
    measure();
    const std::size_t up = tensor("blk.2.ffn_up.weight");
    const auto column = static_cast<std::size_t>(depth().column_map()->of(up));
    const int steps = plan().undo_stack().count();
    EXPECT_EQ(steps, 0) << "what is measured is no step";
    for (const Rung& rung : plan().catalog().ladder(up)) {
        set_format(up, rung.format);
        ASSERT_EQ(plan().format(up), rung.format);
        const auto own = expected(up, rung.format);
        ASSERT_EQ(own.diagonal.size(), 1U);
        EXPECT_EQ(shown(up), own.diagonal[0].nmse) << format_info(rung.format).name;
    }
    const FormatId coarse = plan().catalog().ladder(up).front().format;
    const DepthColumn fine = depth().values(metric())[column];
    const FormatChange change{up, coarse};
    plan().preview({&change, 1});
    EXPECT_GT(depth().values(metric())[column]->pooled, fine->pooled) << "already in a preview";
    EXPECT_EQ(depth().values(metric())[column]->extreme, up);
    plan().cancel_preview();
    EXPECT_EQ(depth().values(metric())[column]->pooled, fine->pooled);
    while (plan().undo_stack().canUndo())
        plan().undo_stack().undo();
    EXPECT_EQ(shown(up), expected(up, plan().format(up)).diagonal[0].nmse);
    EXPECT_TRUE(findings()->output_errors) << "undo takes no measurement back";
}

TEST_F(OutputErrorsTest, ColoursOfBarsHaveOneScaleForEveryPlan) {
    profile();
    measure();
    auto* box = child<QComboBox>(u"bitsColour"_s);
    const QImage by_error = window->canvas().grab().toImage();
    box->setCurrentIndex(box->findData(u"output_error"_s));
    EXPECT_NE(window->canvas().grab().toImage(), by_error);
    const auto range = findings()->output_errors->range(&OutputErrorRow::diagonal);
    ASSERT_TRUE(range);
    const std::size_t up = tensor("blk.2.ffn_up.weight");
    BarColours colours(plan(), session().activations());
    colours.choose(metric());
    const double before = colours.tone({&up, 1}).value();
    set_format(up, plan().catalog().ladder(up).front().format);
    EXPECT_GT(colours.tone({&up, 1}).value(), before);
    EXPECT_EQ(colours.range()->low, range->low);
    EXPECT_EQ(colours.range()->high, range->high);
    EXPECT_LE(shown(up).value(), range->high);
}

TEST_F(OutputErrorsTest, TheInspectorShowsThemByFormat) {
    profile();
    const std::size_t up = tensor("blk.2.ffn_up.weight");
    const std::size_t down = tensor("blk.2.ffn_down.weight");
    session().hub().select({up}, up);
    auto* rates = child<RateDistortionView>(u"rateDistortionView"_s);
    ASSERT_FALSE(rates->points().empty());
    const FormatId format = rates->points().front().format;
    EXPECT_FALSE(rates->output_error(format));
    EXPECT_FALSE(rates->part(0).value.contains(u"output error"_s));
    EXPECT_EQ(rates->figure_menu().figure().data().heading.size(), 4);
    const QImage before = rates->grab().toImage();
    measure();
    EXPECT_NE(rates->grab().toImage(), before);
    const auto own = expected(up, format).diagonal[0].nmse;
    EXPECT_EQ(rates->output_error(format), own);
    EXPECT_TRUE(rates->part(0).value.contains(u"output error"_s));
    const FigureData data = rates->figure_menu().figure().data();
    ASSERT_EQ(data.heading.size(), 5);
    EXPECT_NEAR(data.rows[0][4].toDouble(), own.value(), 1e-12);
    session().hub().select({up, down}, up);
    EXPECT_FALSE(rates->output_error(format)) << "of several tensors";
}

}  // namespace
}  // namespace bitlathe
