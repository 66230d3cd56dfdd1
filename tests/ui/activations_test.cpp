// SPDX-License-Identifier: GPL-3.0-or-later
// What a text shows in a model, through the window.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTableWidget>

#include "core/project/project.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas/outlier_strip.h"
#include "ui/panels/job_row.h"
#include "ui/panels/outliers_page.h"
#include "ui/panels/ranking_panel.h"
#include "ui/plots/channel_plot.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class ActivationsTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        child<QSpinBox>(u"profileTokens"_s)->setValue(96);
        open_sample();
    }
    [[nodiscard]] Session& session() const { return window->session(); }
    [[nodiscard]] const ActivationBook::Entry& findings() const {
        return session().activations().findings();
    }
    [[nodiscard]] DepthCanvas& depth() const { return *child<DepthCanvas>(u"depthCanvas"_s); }
    [[nodiscard]] OutliersPage& page() const { return *child<OutliersPage>(u"outliersPage"_s); }
    void profile() {
        trigger(u"actionProfileActivations"_s);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(findings());
    }
    void choose(const QString& box, const QString& data) {
        auto* combo = child<QComboBox>(box);
        const int item = combo->findData(data);
        ASSERT_GE(item, 0) << data.toStdString();
        combo->setCurrentIndex(item);
    }
    [[nodiscard]] std::size_t metric(const char* id) const {
        return *find_metric(QString::fromLatin1(id));
    }
    [[nodiscard]] QString messages() const {
        QString text;
        for (const QLabel* label : window->messages().findChildren<QLabel*>())
            text += label->text() + u'\n';
        return text;
    }
};

TEST_F(ActivationsTest, NothingIsSaidBeforeATextRan) {
    EXPECT_FALSE(findings());
    EXPECT_TRUE(child<OutlierStrip>(u"outlierStrip"_s)->isHidden());
    EXPECT_TRUE(child<ChannelPlot>(u"channelPlot"_s)->isHidden());
    EXPECT_EQ(child<QComboBox>(u"rankMetric"_s)->findData(u"lim"_s), -1);
    EXPECT_EQ(child<QComboBox>(u"bitsColour"_s)->findData(u"lim"_s), -1);
    for (const std::size_t shown : depth().shown())
        EXPECT_FALSE(depth_metrics()[shown].of_profile);
    EXPECT_TRUE(depth().drop_columns().empty());
}

TEST_F(ActivationsTest, AProfileGivesEveryBlockItsImportance) {
    profile();
    EXPECT_EQ(findings()->profile->text.tokens, 96U);
    EXPECT_TRUE(findings()->profile->text.path.ends_with("storybook_calib.txt"));
    const auto expected = block_importance(*findings()->profile, true);
    const std::size_t lim = metric("lim");
    const auto& shown = depth().shown();
    EXPECT_NE(std::find(shown.begin(), shown.end(), lim), shown.end());
    const TensorCatalog& catalog = session().plan().catalog();
    int blocks = 0;
    for (int column = 0; column < depth().scale().columns().count; ++column) {
        const auto& value = depth().values(lim)[static_cast<std::size_t>(column)];
        const auto block = catalog.tensor(depth().column_map()->tensors(column).front()).block;
        ASSERT_EQ(value.has_value(), block.has_value()) << "unknown outside of blocks, not 0";
        if (!block) continue;
        ++blocks;
        EXPECT_EQ(value->pooled, *expected[*block].lim);
    }
    EXPECT_EQ(blocks, 8);
    EXPECT_FALSE(child<OutlierStrip>(u"outlierStrip"_s)->isHidden());
}

TEST_F(ActivationsTest, FirstTokensCanBeLeftOut) {
    profile();
    child<QCheckBox>(u"outlierFirst"_s)->setChecked(false);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(findings()->with_first);
    EXPECT_EQ(depth().values(metric("lim"))[1]->pooled,
              *block_importance(*findings()->profile, false)[0].lim);
}

TEST_F(ActivationsTest, TheLeastImportantBlocksAreShaded) {
    profile();
    child<QSpinBox>(u"rankDrop"_s)->setValue(3);
    choose(u"rankMetric"_s, u"angular"_s);
    std::vector<int> ranked = depth().ranked(metric("angular"));
    std::vector<int> last(ranked.end() - 3, ranked.end());
    std::sort(last.begin(), last.end());
    EXPECT_EQ(depth().drop_columns(), last);
    child<QSpinBox>(u"rankDrop"_s)->setValue(0);
    EXPECT_TRUE(depth().drop_columns().empty());
}

TEST_F(ActivationsTest, TwoRankingsAreComparedAndSavedUnrounded) {
    profile();
    choose(u"rankMetric"_s, u"lim"_s);
    choose(u"rankOther"_s, u"block_influence"_s);
    EXPECT_TRUE(child<QLabel>(u"rankAgreement"_s)->text().endsWith(u"1.00"_s))
        << "the same order by construction";
    auto* table = child<QTableWidget>(u"rankTable"_s);
    EXPECT_EQ(table->rowCount(), 8);
    EXPECT_EQ(table->item(0, 0)->text(), table->item(0, 3)->text());
    auto* menu = table->findChild<FigureMenu*>();
    ASSERT_NE(menu, nullptr);
    const FigureData data = menu->figure().data();
    ASSERT_EQ(data.rows.size(), 8U);
    EXPECT_EQ(data.heading.size(), 5);
    EXPECT_NEAR(data.rows[0][2].toDouble() + 1, data.rows[0][4].toDouble(), 1e-12);
}

TEST_F(ActivationsTest, BarsAreColouredByAMetric) {
    profile();
    choose(u"bitsColour"_s, u"lim"_s);
    const BitsCanvas& canvas = window->canvas();
    const auto& bars = canvas.bar_list().bars;
    const QImage coloured = window->canvas().grab().toImage();
    choose(u"bitsColour"_s, u"error"_s);
    EXPECT_NE(window->canvas().grab().toImage(), coloured);
    EXPECT_GT(bars.size(), 8U);
}

TEST_F(ActivationsTest, ARowOfAListBringsItsPlaceToTheMiddleOfTheMap) {
    profile();
    window->show_page(u"outliers"_s);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_NE(page().channels().canvas().picture(), nullptr);
    EXPECT_EQ(page().channels().canvas().picture()->pyramid.cols(), 8U);
    auto* table = child<QTableView>(u"massiveTable"_s);
    ASSERT_GT(table->model()->rowCount(), 0);
    emit table->clicked(table->model()->index(0, 0));
    ASSERT_TRUE(wait_until_idle());
    const auto pointed = page().channels().pointed();
    ASSERT_TRUE(pointed);
    const StreamOutlier& largest = findings()->largest.front();
    EXPECT_EQ(pointed->block, largest.block);
    EXPECT_EQ(pointed->channel, largest.value.channel);
    EXPECT_EQ(*page().channels().canvas().pointed_peak(), std::abs(largest.value.value));
    ASSERT_TRUE(session().hub().current());
    EXPECT_EQ(session().plan().catalog().tensor(*session().hub().current()).block, largest.block);
}

TEST_F(ActivationsTest, FeaturesFollowTheirThresholds) {
    profile();
    const auto rows = [this](float threshold) {
        return outlier_features(*findings()->profile, {threshold, 0.5, 0}, true)->size();
    };
    child<QSpinBox>(u"outlierLayers"_s)->setValue(50);
    child<QSpinBox>(u"outlierTokens"_s)->setValue(0);
    auto* threshold = child<QComboBox>(u"outlierThreshold"_s);
    EXPECT_EQ(threshold->currentText(), u"6"_s);
    auto* table = child<QTableView>(u"outlierFeatures"_s);
    for (const float least : {2.0F, 10.0F}) {
        threshold->setCurrentIndex(threshold->findData(least));
        ASSERT_TRUE(wait_until_idle());
        EXPECT_EQ(static_cast<std::size_t>(table->model()->rowCount()),
                  std::min<std::size_t>(1000, rows(least)));
    }
}

TEST_F(ActivationsTest, TheInspectorShowsTheInputChannels) {
    profile();
    select_weights();
    const auto& figures = child<ChannelPlot>(u"channelPlot"_s)->figures();
    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->largest,
              channel_figures(*findings()->profile, 2, TapPoint::kMlpIn, true)->largest);
}

TEST_F(ActivationsTest, PlansByBothRankingsStandSideBySide) {
    profile();
    child<QSlider>(u"layerwiseShare"_s)->setValue(50);
    ASSERT_TRUE(wait_until_idle());
    const int before = session().shelf().rowCount();
    child<QPushButton>(u"layerwiseBoth"_s)->click();
    ASSERT_TRUE(testing::wait_for([&] { return session().shelf().rowCount() == before + 2; }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(session().shelf().compared_row());
    EXPECT_TRUE(session().shelf().name(session().shelf().current_row()).contains(u"LIM"_s));
    EXPECT_EQ(session().shelf().totals(before).bytes > 0, true);
}

TEST_F(ActivationsTest, AProjectOpensWithItsModelAndItsProfile) {
    profile();
    const QString path = folder.filePath(u"sample.bitlathe"_s);
    file_dialogs::answer_next(folder.filePath(u"sample"_s));
    trigger(u"actionSaveProject"_s);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(QFile::exists(path)) << "the ending is added";
    const auto ids = findings()->profile->text.ids;
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(session().plan().is_open());
    ASSERT_TRUE(findings());
    EXPECT_EQ(findings()->profile->text.ids, ids);
    EXPECT_EQ(session().project_path(), path);
}

TEST_F(ActivationsTest, WhatLeavingOutBlocksDoesIsMeasuredOnRequest) {
    EXPECT_FALSE(action(u"actionMeasureSkips"_s)->isEnabled()) << "nothing to stand beside";
    profile();
    EXPECT_EQ(child<QComboBox>(u"rankMetric"_s)->findData(u"skip_kl"_s), -1);
    trigger(u"actionMeasureSkips"_s);
    EXPECT_FALSE(action(u"actionMeasureSkips"_s)->isEnabled()) << "one at a time";
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(findings()->skips);
    const SkipMeasurement& measured = findings()->skips->measured;
    EXPECT_EQ(measured.tokens, 95U) << "all of the window but its last";
    ASSERT_EQ(measured.blocks.size(), 8U);
    for (std::size_t b = 0; b < 8; ++b) {
        EXPECT_GT(measured.blocks[b].kl, 0);
        EXPECT_EQ(findings()->blocks[b].skip_kl, measured.blocks[b].kl);
    }
    const std::size_t skip = metric("skip_kl");
    const auto& shown = depth().shown();
    EXPECT_NE(std::find(shown.begin(), shown.end(), skip), shown.end());
    EXPECT_NE(child<QComboBox>(u"rankMetric"_s)->findData(u"skip_kl"_s), -1);
}

TEST_F(ActivationsTest, ARowSaysWhatItsOwnJobMeasured) {
    profile();
    trigger(u"actionMeasureSkips"_s);
    ASSERT_TRUE(wait_until_idle());
    child<QSpinBox>(u"profileTokens"_s)->setValue(64);
    trigger(u"actionMeasureSkips"_s);
    // Another profile is shown before it ends, so that its result is not.
    ActivationProfiler& profiler = session().profiler();
    profiler.take(std::make_shared<const ActivationProfile>(*profiler.shown()));
    ASSERT_TRUE(wait_until_idle());
    QStringList said;
    for (const JobRow* row : window->findChildren<JobRow*>()) {
        if (row->name().startsWith(u"Leave out each block"_s)) said += row->status();
    }
    ASSERT_EQ(said.size(), 2);
    EXPECT_TRUE(said[0].startsWith(u"measured on "_s)) << said[0].toStdString();
    EXPECT_TRUE(said[1].startsWith(u"measured on "_s)) << said[1].toStdString();
    EXPECT_NE(said[0], said[1]) << "fewer tokens";
}

TEST_F(ActivationsTest, AProjectKeepsWhatLeavingOutBlocksDoes) {
    profile();
    trigger(u"actionMeasureSkips"_s);
    ASSERT_TRUE(wait_until_idle());
    const auto measured = findings()->skips->measured.blocks;
    const QString path = folder.filePath(u"sample.bitlathe"_s);
    file_dialogs::answer_next(path);
    trigger(u"actionSaveProject"_s);
    ASSERT_TRUE(wait_until_idle());
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(findings());
    ASSERT_TRUE(findings()->skips);
    EXPECT_EQ(findings()->skips->measured.blocks, measured);
}

TEST_F(ActivationsTest, AProjectOfOtherWeightsIsNotShown) {
    profile();
    Project project;
    project.model = stamp_of(session().plan().catalog().model());
    project.model.fingerprint = "0123456789abcdef";
    project.profile = *findings()->profile;
    const QString path = folder.filePath(u"other.bitlathe"_s);
    ASSERT_TRUE(save_project(project, path.toStdString()));
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(session().plan().is_open());
    EXPECT_FALSE(findings());
    EXPECT_TRUE(messages().contains(u"the weights are not those that were profiled"_s));
}

TEST_F(ActivationsTest, WhatWasProfiledBeforeIsThereAgain) {
    const auto cache =
        std::make_shared<const ActivationCache>(folder.filePath(u"cache"_s).toStdString());
    session().profiler().set_cache(cache);
    profile();
    const auto ids = findings()->profile->text.ids;
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    session().profiler().set_cache(cache);
    open_sample();
    ASSERT_TRUE(testing::wait_for([this] { return findings() != nullptr; }));
    EXPECT_EQ(findings()->profile->text.ids, ids);
}

TEST_F(ActivationsTest, AStoppedProfileLeavesWhatWasThere) {
    child<QSpinBox>(u"profileTokens"_s)->setValue(0);
    trigger(u"actionProfileActivations"_s);
    ASSERT_TRUE(session().profiler().pending());
    EXPECT_FALSE(action(u"actionProfileActivations"_s)->isEnabled());
    session().exports().jobs().front()->cancel();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(findings());
    EXPECT_TRUE(action(u"actionProfileActivations"_s)->isEnabled());
}

}  // namespace
}  // namespace bitlathe
