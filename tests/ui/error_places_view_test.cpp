// SPDX-License-Identifier: GPL-3.0-or-later
// The figures about where the error lies, and what feeds them.
#include <QMouseEvent>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/plots/channel_error_view.h"
#include "ui/plots/group_error_view.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class ErrorPlacesViews : public ::testing::Test {
protected:
    void SetUp() override {
        host.resize(340, 380);
        channels.setGeometry(0, 0, 340, 132);
        groups.setGeometry(0, 140, 340, 224);
        feed.serve(host);
        host.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&host));
        testing::open_into(plan, testing::sample_path());
        down = *plan.catalog().model().checkpoint->find("blk.3.ffn_down.weight");
        up = *plan.catalog().model().checkpoint->find("blk.1.ffn_up.weight");
    }
    void set_format(std::size_t tensor, const char* format) {
        const FormatChange change{tensor, *find_format(format)};
        plan.preview({&change, 1});
        plan.commit_preview(u"test"_s);
    }
    [[nodiscard]] bool known() {
        return testing::wait_for([this] { return feed.state() == ErrorPlacesFeed::State::kKnown; });
    }
    [[nodiscard]] QPoint middle_of(InspectorFigure& view, int part) {
        return view.part(part).rect.center();
    }

    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    QWidget host;
    ErrorPlacesFeed feed{plan, hub};
    ChannelErrorView channels{plan, hub, feed, theme, &host};
    GroupErrorView groups{plan, hub, feed, theme, &host};
    std::size_t down = 0, up = 0;
};

TEST_F(ErrorPlacesViews, TheSelectedTensorIsWorkedOutAtItsPlannedFormat) {
    set_format(down, "Q4_0");
    hub.select({down}, down);
    EXPECT_EQ(feed.state(), ErrorPlacesFeed::State::kWaiting);
    EXPECT_EQ(channels.part_count(), 0) << "unknown, not none";
    ASSERT_TRUE(known());
    const auto expected =
        find_error_places(plan.catalog().model().checkpoint->view(down), *find_format("Q4_0"), {});
    ASSERT_TRUE(expected);
    EXPECT_EQ(feed.places()->squares, expected->squares);
    EXPECT_EQ(channels.part_count(),
              static_cast<int>(expected->worst_rows.size() + expected->worst_cols.size()));
    const QString row =
        QLocale().toString(static_cast<qulonglong>(expected->worst_rows.front().channel));
    EXPECT_TRUE(channels.part(0).name.contains(u"row "_s + row));
}

TEST_F(ErrorPlacesViews, AnotherFormatIsAnotherAnswerAndUndoBringsTheFirstOneBackAtOnce) {
    set_format(down, "Q4_0");
    hub.select({down}, down);
    ASSERT_TRUE(known());
    const double before = feed.places()->squares;
    set_format(down, "Q8_0");
    EXPECT_EQ(feed.state(), ErrorPlacesFeed::State::kWaiting);
    ASSERT_TRUE(known());
    EXPECT_LT(feed.places()->squares, before);
    const int readings = feed.readings();
    plan.undo_stack().undo();
    EXPECT_EQ(feed.state(), ErrorPlacesFeed::State::kKnown);
    EXPECT_EQ(feed.places()->squares, before);
    EXPECT_EQ(feed.readings(), readings);
}

TEST_F(ErrorPlacesViews, ASelectionThatMovesOnIsReadOnce) {
    set_format(down, "Q4_0");
    set_format(up, "Q4_0");
    for (int i = 0; i < 20; ++i)
        hub.select({i % 2 == 0 ? down : up}, i % 2 == 0 ? down : up);
    ASSERT_TRUE(known());
    EXPECT_EQ(feed.readings(), 1);
    EXPECT_TRUE(feed.idle());
}

TEST_F(ErrorPlacesViews, NothingIsReadWhileNobodyLooks) {
    host.hide();
    set_format(down, "Q4_0");
    hub.select({down}, down);
    QTest::qWait(250);
    EXPECT_EQ(feed.readings(), 0);
    EXPECT_TRUE(feed.idle());
    EXPECT_EQ(feed.state(), ErrorPlacesFeed::State::kWaiting);
    host.show();
    ASSERT_TRUE(known());
}

TEST_F(ErrorPlacesViews, AClickOnAChannelAsksToSeeIt) {
    set_format(down, "Q4_0");
    hub.select({down}, down);
    ASSERT_TRUE(known());
    std::vector<MatrixSpot> spots;
    QObject::connect(&channels, &ChannelErrorView::spot_chosen,
                     [&](const MatrixSpot& spot) { spots.push_back(spot); });
    QTest::mouseClick(&channels, Qt::LeftButton, {}, middle_of(channels, 1));
    const int first_column = static_cast<int>(feed.places()->worst_rows.size());
    QTest::mouseClick(&channels, Qt::LeftButton, {}, middle_of(channels, first_column));
    channels.setFocus();
    QTest::keyClick(&channels, Qt::Key_Up);
    QTest::keyClick(&channels, Qt::Key_Return);
    ASSERT_EQ(spots.size(), 3U);
    EXPECT_EQ(spots[0], (MatrixSpot{feed.places()->worst_rows[1].channel, {}}));
    EXPECT_EQ(spots[1], (MatrixSpot{{}, feed.places()->worst_cols[0].channel}));
    EXPECT_TRUE(spots[2].row || spots[2].col);
}

TEST_F(ErrorPlacesViews, AClickOnAGroupAsksToSeeIt) {
    set_format(down, "Q4_0");
    hub.select({down}, down);
    ASSERT_TRUE(known());
    std::optional<MatrixSpot> seen;
    QObject::connect(&groups, &GroupErrorView::spot_chosen,
                     [&](const MatrixSpot& spot) { seen = spot; });
    QTest::mouseClick(&groups, Qt::LeftButton, {},
                      middle_of(groups, static_cast<int>(ErrorPlaces::kBins)));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->cols, 32U);
    EXPECT_TRUE(seen->row && seen->col);
}

TEST_F(ErrorPlacesViews, TheBinsAreSpokenWithTheirCounts) {
    set_format(down, "Q4_0");
    hub.select({down}, down);
    ASSERT_TRUE(known());
    std::uint64_t counted = 0;
    for (int bin = 0; bin < static_cast<int>(ErrorPlaces::kBins); ++bin)
        counted += QLocale().toULongLong(groups.part(bin).value);
    EXPECT_EQ(counted + feed.places()->exact, feed.places()->groups);
}

TEST_F(ErrorPlacesViews, InTheStoredFormatNothingDiffers) {
    const char* stored = format_info(plan.catalog().tensor(down).source).name.data();
    set_format(down, stored);
    hub.select({down}, down);
    ASSERT_TRUE(known());
    EXPECT_EQ(channels.part_count(), 0);
    EXPECT_EQ(groups.part_count(), 0);
    EXPECT_TRUE(error_places_message(feed, plan, hub).contains(QLatin1String(stored)));
}

}  // namespace
}  // namespace bitlathe
