// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/panels/file_dialogs.h"
#include "ui/plots/histogram_view.h"
#include "ui/plots/rate_distortion_view.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class InspectorFigures : public ::testing::Test {
protected:
    void SetUp() override {
        host.resize(340, 380);
        histogram.setGeometry(0, 0, 340, 190);
        rates.setGeometry(0, 190, 340, 190);
        host.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&host));
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
        q = tensor("blk.0.attn_q.weight");
        down = tensor("blk.1.ffn_down.weight");
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    /// The real statistics of one tensor, with its invented errors.
    void measure(std::size_t index) {
        const auto view = plan.catalog().model().checkpoint->view(index);
        auto statistics = weight_statistics(view, {});
        ASSERT_TRUE(statistics);
        TensorProfile profile = *plan.errors()->profiles[index];
        profile.statistics = *std::move(statistics);
        std::vector<TensorProfile> profiles;
        profiles.push_back(std::move(profile));
        plan.add_profiles(std::move(profiles));
    }
    [[nodiscard]] std::size_t point_of(const char* format) const {
        const auto& all = rates.points();
        const auto found = std::find_if(all.begin(), all.end(), [&](const RatePoint& point) {
            return point.format == *find_format(format);
        });
        EXPECT_NE(found, all.end()) << format;
        return static_cast<std::size_t>(found - all.begin());
    }
    void click(const char* format) {
        QTest::mouseClick(&rates, Qt::LeftButton, {},
                          rates.point_position(point_of(format)).toPoint());
    }
    static QByteArray csv(InspectorFigure& view) {
        QTemporaryDir folder;
        file_dialogs::answer_next(folder.filePath(u"f.csv"_s));
        view.figure_menu().findChild<QAction*>(u"figureCsv"_s)->trigger();
        QFile file(folder.filePath(u"f.csv"_s));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    QWidget host;
    ErrorPlacesFeed feed{plan, hub};
    HistogramView histogram{plan, hub, feed, theme, &host};
    RateDistortionView rates{plan, hub, theme, &host};
    std::size_t q = 0, down = 0;
};

TEST_F(InspectorFigures, AClickChoosesAFormatInOneStep) {
    hub.select({q}, q);
    int begun = 0;
    QObject::connect(&rates, &RateDistortionView::edit_begins, [&] { ++begun; });
    click("Q6_K");
    EXPECT_EQ(plan.format(q), *find_format("Q6_K"));
    EXPECT_EQ(plan.committed_format(q), *find_format("Q6_K"));
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(begun, 1);
    plan.undo_stack().undo();
    EXPECT_EQ(plan.format(q), *find_format("Q4_K"));
}

TEST_F(InspectorFigures, LockedTensorsStay) {
    plan.set_locked(std::vector{q}, true);
    const int steps = plan.undo_stack().count();
    hub.select({q}, q);
    click("Q6_K");
    EXPECT_EQ(plan.format(q), *find_format("Q4_K"));
    EXPECT_EQ(plan.undo_stack().count(), steps);
}

TEST_F(InspectorFigures, SeveralTensorsAreSetTogether) {
    hub.select({q, down}, q);
    const std::size_t point = point_of("Q5_K");
    const double expected =
        (*plan.error(q, *find_format("Q5_K")) + *plan.error(down, *find_format("Q5_K"))) /
        static_cast<double>(plan.catalog().tensor(q).elements +
                            plan.catalog().tensor(down).elements);
    EXPECT_NEAR(rates.points()[point].nmse / expected, 1, 1e-12);
    click("Q5_K");
    EXPECT_EQ(plan.format(q), *find_format("Q5_K"));
    EXPECT_EQ(plan.format(down), *find_format("Q5_K"));
    EXPECT_EQ(plan.undo_stack().count(), 1);
}

TEST_F(InspectorFigures, OnlyLegalFormatsAreOffered) {
    hub.select({q}, q);
    ASSERT_FALSE(rates.points().empty());
    for (const RatePoint& point : rates.points()) {
        EXPECT_TRUE(plan.catalog()
                        .target()
                        .legality(plan.catalog().model(), q, point.format, nullptr)
                        .legal);
    }
    const std::size_t norm = tensor("blk.0.attn_norm.weight");
    hub.select({norm}, norm);
    EXPECT_TRUE(rates.points().empty());
}

TEST_F(InspectorFigures, HoverAndKeysSayWhatAPointIs) {
    hub.select({q}, q);
    const std::size_t point = point_of("Q6_K");
    testing::move_to(rates, rates.point_position(point).toPoint());
    EXPECT_TRUE(rates.part(*rates.current_part()).name.startsWith(u"Q6_K, 6.56 bits"_s))
        << rates.part(*rates.current_part()).name.toStdString();
    rates.setFocus();
    QTest::keyClick(&rates, Qt::Key_Right);
    QTest::keyClick(&rates, Qt::Key_Return);
    EXPECT_EQ(plan.format(q), rates.points()[point + 1].format);
}

TEST_F(InspectorFigures, TheRingIsThePlanAsShown) {
    hub.select({q}, q);
    const auto accent_at = [&](const char* format) {
        const QImage image = rates.grab().toImage();
        const QPoint at = rates.point_position(point_of(format)).toPoint();
        int count = 0;
        for (int dy = -8; dy <= 8; ++dy) {
            for (int dx = -8; dx <= 8; ++dx)
                count += image.pixelColor(at + QPoint(dx, dy)) == theme.tokens().accent;
        }
        return count > 5;
    };
    EXPECT_TRUE(accent_at("Q4_K"));
    plan.preview(std::vector<FormatChange>{{q, *find_format("F16")}});
    EXPECT_TRUE(accent_at("F16"));
    EXPECT_FALSE(accent_at("Q4_K"));
}

TEST_F(InspectorFigures, TheHistogramIsThatOfTheTensor) {
    hub.select({q}, q);
    EXPECT_EQ(csv(histogram), "from,to,weights\n");  // invented errors know nothing of weights
    measure(q);
    const QByteArray text = csv(histogram);
    EXPECT_EQ(text.count('\n'), 129);
    std::uint64_t weights = 0;
    for (const QByteArray& line : text.split('\n').mid(1)) {
        if (!line.isEmpty()) weights += line.split(',').last().toULongLong();
    }
    EXPECT_EQ(weights, plan.catalog().tensor(q).elements);
}

TEST_F(InspectorFigures, WhatRoundingMakesOfTheWeightsIsCountedToo) {
    hub.select({q}, q);
    measure(q);
    const QImage before = histogram.grab().toImage();
    feed.serve(histogram);
    const auto known = [this] { return feed.state() == ErrorPlacesFeed::State::kKnown; };
    ASSERT_TRUE(testing::wait_for(known));
    const auto places = find_error_places(plan.catalog().model().checkpoint->view(q),
                                          *find_format("Q4_K"), {}, *plan.statistics(q)->absmax);
    ASSERT_TRUE(places);
    const QList<QByteArray> lines = csv(histogram).trimmed().split('\n');
    EXPECT_EQ(lines.front(), "from,to,weights,rounded");
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(places->rounded.size() + 1));
    std::uint64_t weights = 0;
    for (std::size_t bin = 0; bin < places->rounded.size(); ++bin) {
        const QByteArray& line = lines[static_cast<qsizetype>(bin + 1)];
        EXPECT_EQ(line.split(',').last().toULongLong(), places->rounded[bin]);
        weights += places->rounded[bin];
    }
    EXPECT_EQ(weights, plan.catalog().tensor(q).elements);
    EXPECT_NE(histogram.grab().toImage(), before);
    EXPECT_TRUE(histogram.part(64).name.endsWith(u"when rounded"_s));
    plan.preview(std::vector<FormatChange>{{q, plan.catalog().tensor(q).source}});
    ASSERT_TRUE(testing::wait_for(known));
    EXPECT_TRUE(csv(histogram).startsWith("from,to,weights\n")) << "nothing is rounded";
}

TEST_F(InspectorFigures, TheGridIsThatOfTheFormatAsShown) {
    hub.select({q}, q);
    measure(q);
    const QImage before = histogram.grab().toImage();
    plan.preview(std::vector<FormatChange>{{q, *find_format("Q2_K")}});
    EXPECT_NE(histogram.grab().toImage(), before);
    plan.cancel_preview();
    EXPECT_EQ(histogram.grab().toImage(), before);
}

TEST_F(InspectorFigures, CountsAreLogarithmicOrNot) {
    hub.select({q}, q);
    measure(q);
    const QImage before = histogram.grab().toImage();
    QTest::keyClick(&histogram, Qt::Key_L);
    EXPECT_FALSE(histogram.logarithmic());
    EXPECT_NE(histogram.grab().toImage(), before);
    histogram.set_logarithmic(true);
    EXPECT_EQ(histogram.grab().toImage(), before);
}

TEST_F(InspectorFigures, TheyFollowThemeAndModel) {
    hub.select({q}, q);
    measure(q);
    theme.choose(ThemeChoice::kDark);
    for (QWidget* view : {static_cast<QWidget*>(&histogram), static_cast<QWidget*>(&rates)}) {
        EXPECT_EQ(view->grab().toImage().pixelColor(200, 100).lightness() < 128, true);
    }
    hub.clear();
    plan.close();
    histogram.grab();
    rates.grab();
    EXPECT_TRUE(rates.points().empty());
}

}  // namespace
}  // namespace bitlathe
