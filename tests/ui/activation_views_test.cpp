// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the page of outliers: tokens, attention and experts, through the window.
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <algorithm>
#include <cmath>

#include "core/profile/outliers/routing_map.h"
#include "core/profile/outliers/sink_map.h"
#include "core/project/project.h"
#include "tests/ui/window_fixture.h"
#include "ui/panels/figure_table.h"
#include "ui/panels/map_data.h"
#include "ui/panels/outliers_page.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::uint64_t kBlocks = 8;

class ActivationViews : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        child<QSpinBox>(u"profileTokens"_s)->setValue(96);
    }
    [[nodiscard]] Session& session() const { return window->session(); }
    [[nodiscard]] const ActivationProfile& profile() const {
        return *session().activations().findings()->profile;
    }
    [[nodiscard]] MatrixCanvas& canvas(const QString& prefix) const {
        return *child<MatrixCanvas>(prefix + u"Canvas"_s);
    }
    void run_text() {
        trigger(u"actionProfileActivations"_s);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(session().activations().findings());
    }
    void open_profiled() {
        open_sample();
        run_text();
    }
    void show(const QString& view) {
        window->show_page(view);
        ASSERT_TRUE(wait_until_idle());
    }
    static float value_at(const MatrixCanvas& canvas, std::uint64_t row, std::uint64_t col) {
        float value = 0;
        MatrixSource::Scratch scratch;
        canvas.picture()->source.read(row, col, 1, &value, scratch);
        return value;
    }
    [[nodiscard]] static FigureData data_of(const QWidget& widget) {
        auto* menu = widget.findChild<FigureMenu*>();
        EXPECT_NE(menu, nullptr) << widget.objectName().toStdString();
        return menu == nullptr ? FigureData{} : menu->figure().data();
    }
    [[nodiscard]] QString reading(const QString& prefix) const {
        return child<QLabel>(prefix + u"Reading"_s)->text();
    }
    /// A row of a table is chosen, as a click does.
    static void click(QTableView& table, int row) {
        emit table.clicked(table.model()->index(row, 0));
    }
    [[nodiscard]] std::optional<std::uint32_t> selected_block() const {
        const auto current = session().hub().current();
        return current ? session().plan().catalog().tensor(*current).block : std::nullopt;
    }
    void run_window() {
        child<QPushButton>(u"tapRun"_s)->click();
        ASSERT_TRUE(session().token_tap().running());
        ASSERT_TRUE(wait_until_idle());
        ASSERT_NE(canvas(u"tap"_s).picture(), nullptr)
            << canvas(u"tap"_s).accessibleDescription().toStdString();
    }
};

TEST_F(ActivationViews, AreTabsOfThePage) {
    open_sample();
    auto* tabs = child<QTabWidget>(u"outlierViews"_s);
    ASSERT_EQ(tabs->count(), 4);
    const QStringList titles{u"Channels"_s, u"Tokens"_s, u"Attention"_s, u"Experts"_s};
    for (int tab = 0; tab < tabs->count(); ++tab)
        EXPECT_EQ(tabs->tabText(tab), titles[tab]);
    for (const QString& view : OutliersPage::view_names()) {
        window->show_page(view);
        EXPECT_EQ(child<QTabWidget>(u"workPages"_s)->currentWidget()->objectName(),
                  u"outliersPage"_s);
        EXPECT_EQ(tabs->currentIndex(), OutliersPage::view_names().indexOf(view));
    }
}

TEST_F(ActivationViews, SayNothingBeforeATextRan) {
    open_sample();
    for (const QString& prefix : {u"outlier"_s, u"tap"_s, u"attention"_s, u"expert"_s}) {
        EXPECT_EQ(canvas(prefix).picture(), nullptr);
        EXPECT_TRUE(canvas(prefix).accessibleDescription().contains(u"Run a text"_s))
            << prefix.toStdString();
        EXPECT_TRUE(
            child<QComboBox>(prefix + u"Clip"_s)->parentWidget()->parentWidget()->isHidden());
    }
}

// Attention --------------------------------------------------------------------------------------

TEST_F(ActivationViews, AttentionShowsWhatHeadsGiveToTheFirstToken) {
    open_profiled();
    show(u"attention"_s);
    const SinkMap expected = sink_map(profile());
    ASSERT_EQ(expected.blocks.size(), kBlocks);
    const MatrixCanvas& map = canvas(u"attention"_s);
    ASSERT_NE(map.picture(), nullptr);
    EXPECT_EQ(map.picture()->pyramid.rows(), expected.heads);
    EXPECT_EQ(map.picture()->pyramid.cols(), kBlocks);
    for (std::uint64_t head = 0; head < expected.heads; ++head) {
        for (std::uint64_t block = 0; block < kBlocks; ++block)
            EXPECT_EQ(value_at(map, head, block), expected.shares[head * kBlocks + block]);
    }
    EXPECT_TRUE(map.look().logarithmic) << "small shares are to be seen";
    EXPECT_EQ(map.look().unit, u"share of attention"_s);
    auto* log = child<QCheckBox>(u"attentionLog"_s);
    log->setChecked(false);
    EXPECT_FALSE(map.look().logarithmic);
}

TEST_F(ActivationViews, AttentionIsReadInWordsAndSelectsItsTensors) {
    open_profiled();
    show(u"attention"_s);
    MatrixCanvas& map = canvas(u"attention"_s);
    map.go_to({1, 3}, 1e9);
    const SinkMap expected = sink_map(profile());
    const double share = double{expected.shares[kBlocks + 3]};
    const QString text = reading(u"attention"_s);
    for (const QString& part :
         {u"block 3"_s, u"head 1"_s, QString::number(share * 100, 'g', 3) + u" %"_s,
          QString::number(expected.queries[3]) + u" queries"_s})
        EXPECT_TRUE(text.contains(part)) << text.toStdString() << ": " << part.toStdString();
    ASSERT_TRUE(session().hub().hovered());
    EXPECT_EQ(session().plan().catalog().tensor(*session().hub().hovered()).block, 3U);
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Return);
    const auto& selected = session().hub().selected();
    EXPECT_EQ(selected.size(), 4U) << "q, k, v and o";
    for (const std::size_t tensor : selected) {
        EXPECT_EQ(session().plan().catalog().tensor(tensor).block, 3U);
        EXPECT_TRUE(session().plan().catalog().tensor(tensor).name.contains(u"attn"_s));
    }
}

TEST_F(ActivationViews, PlacesThatReceiveMostAreListedSortedAndFound) {
    open_profiled();
    show(u"attention"_s);
    const auto expected = attention_places(profile(), 1000);
    auto* table = child<FigureTable>(u"attentionPlaces"_s);
    ASSERT_EQ(static_cast<std::size_t>(table->model()->rowCount()), expected.size());
    const FigureData data = data_of(*table);
    ASSERT_EQ(data.rows.size(), expected.size());
    EXPECT_EQ(data.rows[0][2].toDouble(), expected[0].received) << "unrounded";
    EXPECT_EQ(data.rows[0][3].toDouble(), expected[0].share);
    EXPECT_EQ(data.rows[0][5].toDouble(), expected[0].weight);
    click(*table, 0);
    EXPECT_EQ(selected_block(), expected[0].block);
    ASSERT_TRUE(canvas(u"attention"_s).spot());
    EXPECT_EQ(canvas(u"attention"_s).spot()->col, expected[0].block);
    // By number, not by letters; and rows are still those that they say.
    table->sortByColumn(1, Qt::DescendingOrder);
    const auto place = [&](int row) { return table->model()->index(row, 1).data().toInt(); };
    for (int row = 1; row < table->model()->rowCount(); ++row)
        ASSERT_GE(place(row - 1), place(row));
    click(*table, 0);
    EXPECT_EQ(static_cast<int>(*selected_block()), table->model()->index(0, 0).data().toInt());
}

TEST_F(ActivationViews, SinksFollowTheirThreshold) {
    open_profiled();
    show(u"attention"_s);
    const SinkMap map = sink_map(profile());
    auto* least = child<QSpinBox>(u"sinkLeast"_s);
    EXPECT_EQ(least->value(), 30);
    for (const int percent : {30, 1, 90}) {
        least->setValue(percent);
        const QString said = child<QLabel>(u"sinksRemark"_s)->text();
        EXPECT_TRUE(said.startsWith(QString::number(heads_above(map, percent / 100.0)) + u" of "_s +
                                    QString::number(known_heads(map))))
            << said.toStdString();
    }
}

TEST_F(ActivationViews, MapsAreSavedUnrounded) {
    open_profiled();
    show(u"attention"_s);
    const FigureData data = data_of(canvas(u"attention"_s));
    const SinkMap map = sink_map(profile());
    ASSERT_EQ(data.rows.size(), map.heads);
    EXPECT_EQ(data.heading.front(), u"head"_s);
    EXPECT_EQ(data.heading.at(1), u"block 0"_s);
    EXPECT_EQ(data.rows[1][3].toFloat(), map.shares[kBlocks + 2]);
}

// Experts ----------------------------------------------------------------------------------------

TEST_F(ActivationViews, DenseModelsSayWhyThereAreNoExperts) {
    open_profiled();
    show(u"experts"_s);
    EXPECT_EQ(canvas(u"expert"_s).picture(), nullptr);
    EXPECT_TRUE(canvas(u"expert"_s).accessibleDescription().contains(u"no experts"_s));
    EXPECT_FALSE(child<QTableView>(u"routingBalance"_s)->isVisible());
    EXPECT_FALSE(child<QComboBox>(u"expertQuantity"_s)->isVisible());
    EXPECT_TRUE(data_of(canvas(u"expert"_s)).rows.empty());
}

class MixtureViews : public ActivationViews {
protected:
    void SetUp() override {
        const QString path = QString::fromLatin1(BITLATHE_SHARED_DATA "/families/mixtral");
        if (!QFile::exists(path)) GTEST_SKIP() << "no reference models beside the project";
        ActivationViews::SetUp();
        window->open_path(path);
        ASSERT_TRUE(wait_until_idle());
        run_text();
    }
};

TEST_F(MixtureViews, ExpertsShowWhatRoutersChose) {
    show(u"experts"_s);
    const MatrixCanvas& map = canvas(u"expert"_s);
    ASSERT_NE(map.picture(), nullptr);
    auto* shown = child<QComboBox>(u"expertQuantity"_s);
    for (const RoutingQuantity quantity :
         {RoutingQuantity::kTokens, RoutingQuantity::kMeanWeight, RoutingQuantity::kWeightShare}) {
        shown->setCurrentIndex(shown->findData(static_cast<int>(quantity)));
        ASSERT_TRUE(wait_until_idle());
        const RoutingMap expected = routing_map(profile(), quantity);
        ASSERT_GT(expected.blocks.size(), 1U);
        ASSERT_EQ(map.picture()->pyramid.rows(), expected.experts);
        for (std::uint64_t expert = 0; expert < expected.experts; ++expert) {
            for (std::uint64_t col = 0; col < expected.blocks.size(); ++col) {
                const float value = expected.values[expert * expected.blocks.size() + col];
                const float seen = value_at(map, expert, col);
                EXPECT_TRUE(seen == value || (std::isnan(seen) && std::isnan(value)));
            }
        }
        EXPECT_EQ(map.look().unit, shown->currentText());
    }
}

TEST_F(MixtureViews, BalanceOfRoutersIsATableThatLeadsToItsBlock) {
    show(u"experts"_s);
    const auto expected = routing_balance(profile());
    auto* table = child<FigureTable>(u"routingBalance"_s);
    EXPECT_TRUE(table->isVisible());
    const FigureData data = data_of(*table);
    ASSERT_EQ(data.rows.size(), expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
        EXPECT_EQ(data.rows[row][0].toUInt(), expected[row].block);
        EXPECT_EQ(data.rows[row][1].toDouble(), expected[row].entropy);
        EXPECT_EQ(data.rows[row][3].toUInt(), expected[row].most_used);
        EXPECT_EQ(data.rows[row][4].toDouble(), expected[row].most_share);
    }
    click(*table, 1);
    EXPECT_EQ(selected_block(), expected[1].block);
    const auto current = session().plan().catalog().tensor(*session().hub().current());
    EXPECT_EQ(current.expert, expected[1].most_used);
    const QString text = reading(u"expert"_s);
    EXPECT_TRUE(text.contains(u"block %1"_s.arg(expected[1].block))) << text.toStdString();
    EXPECT_TRUE(text.contains(u"evenly"_s)) << text.toStdString();
}

TEST_F(MixtureViews, WhatRoundingExpertsDoesIsShownWhereAProjectHasIt) {
    show(u"experts"_s);
    auto* shown = child<QComboBox>(u"expertQuantity"_s);
    EXPECT_EQ(shown->findData(static_cast<int>(RoutingQuantity::kError)), -1);
    EXPECT_FALSE(child<FigureTable>(u"expertErrors"_s)->isVisible());
    Project project;
    project.model = stamp_of(session().plan().catalog().model());
    project.experts =
        ExpertRecord{"some text.txt", "ab", 64, "Q2_K", {{0, 0, 5, 1, .25}, {1, 1, 30, 7, 2.5}}};
    const QString path = folder.filePath(u"mixture.bitlathe"_s);
    ASSERT_TRUE(save_project(project, path.toStdString()));
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    show(u"experts"_s);
    auto* table = child<FigureTable>(u"expertErrors"_s);
    EXPECT_TRUE(table->isVisible());
    const auto importance = expert_importance(project.experts->errors, {});
    const FigureData data = data_of(*table);
    ASSERT_EQ(data.rows.size(), 2U);
    EXPECT_EQ(data.rows[0][0].toUInt(), 1U) << "most important first";
    EXPECT_EQ(data.rows[0][1].toUInt(), 1U);
    EXPECT_EQ(data.rows[0][3].toDouble(), 2.5);
    EXPECT_EQ(data.rows[0][4].toDouble(), importance[1]);
    EXPECT_EQ(data.rows[1][4].toDouble(), importance[0]);
    const MatrixCanvas& map = canvas(u"expert"_s);
    for (const auto& [quantity, expected] :
         {std::pair{RoutingQuantity::kError, 2.5},
          std::pair{RoutingQuantity::kImportance, importance[1]}}) {
        shown->setCurrentIndex(shown->findData(static_cast<int>(quantity)));
        ASSERT_TRUE(wait_until_idle());
        EXPECT_EQ(value_at(map, 1, 1), static_cast<float>(expected));
        EXPECT_TRUE(std::isnan(value_at(map, 0, 1))) << "not measured";
    }
    click(*table, 0);
    EXPECT_EQ(selected_block(), 1U);
    EXPECT_EQ(session().plan().catalog().tensor(*session().hub().current()).expert, 1U);
    EXPECT_TRUE(reading(u"expert"_s).contains(u"importance"_s))
        << reading(u"expert"_s).toStdString();
    // Saved under another name the project keeps it.
    const QString other = folder.filePath(u"other.bitlathe"_s);
    session().save_project(other);
    ASSERT_TRUE(wait_until_idle());
    const auto saved = load_project(other.toStdString());
    ASSERT_TRUE(saved) << saved.error().to_string();
    ASSERT_TRUE(saved->experts);
    EXPECT_EQ(saved->experts->errors.size(), 2U);
}

TEST_F(MixtureViews, ExpertsOfATokenAreSeenTogether) {
    show(u"token-channels"_s);
    auto* place = child<QComboBox>(u"tapPlace"_s);
    place->setCurrentIndex(place->findData(static_cast<int>(TapPoint::kMlpMid)));
    run_window();
    ASSERT_EQ(profile().text.windows, 1U);
    const auto block = static_cast<std::uint32_t>(child<QSpinBox>(u"tapBlock"_s)->value());
    const auto figures = channel_figures(profile(), block, TapPoint::kMlpMid, true);
    ASSERT_TRUE(figures);
    EXPECT_EQ(canvas(u"tap"_s).picture()->pyramid.cols(), figures->largest.size());
    EXPECT_EQ(canvas(u"tap"_s).picture()->statistics.max_abs,
              *std::max_element(figures->largest.begin(), figures->largest.end()));
}

// Tokens -----------------------------------------------------------------------------------------

TEST_F(ActivationViews, TokensAreSeenWhereTheWindowIsRun) {
    open_profiled();
    show(u"token-channels"_s);
    const MatrixCanvas& map = canvas(u"tap"_s);
    EXPECT_EQ(map.picture(), nullptr) << "nobody has asked for it";
    EXPECT_TRUE(map.accessibleDescription().contains(u"96 tokens"_s))
        << map.accessibleDescription().toStdString();
    EXPECT_TRUE(child<QPushButton>(u"tapRun"_s)->isVisible());
    const auto& first = session().activations().findings()->largest.front();
    EXPECT_EQ(child<QSpinBox>(u"tapBlock"_s)->value(), static_cast<int>(first.block));
    run_window();
    EXPECT_EQ(map.picture()->pyramid.rows(), 96U);
    const TapProfile* tap = profile().find({first.block, TapPoint::kResidOut});
    EXPECT_EQ(map.picture()->pyramid.cols(), tap->statistics.rest.channels());
    // The largest of all is that of the profile, and it is where that has it.
    EXPECT_EQ(map.picture()->statistics.max_abs, tap->statistics.all().largest());
    EXPECT_EQ(value_at(map, first.value.position, first.value.channel), first.value.value);
    auto* table = child<FigureTable>(u"tapLargest"_s);
    const FigureData data = data_of(*table);
    ASSERT_GT(data.rows.size(), 16U);
    const auto& top = tap->statistics.all().top;
    for (std::size_t row = 0; row < top.size(); ++row) {
        EXPECT_EQ(data.rows[row][0].toUInt(), top[row].position);
        EXPECT_EQ(data.rows[row][2].toUInt(), top[row].channel);
        EXPECT_EQ(data.rows[row][3].toFloat(), top[row].value);
    }
    click(*table, 1);
    EXPECT_EQ(map.pointed(), (MatrixPlace{top[1].position, top[1].channel}));
    EXPECT_EQ(*map.pointed_peak(), top[1].value);
    EXPECT_EQ(selected_block(), first.block);
    const QString text = reading(u"tap"_s);
    for (const QString& part :
         {u"block %1"_s.arg(first.block), u"resid_out"_s, u"token %1: "_s.arg(top[1].position),
          u"channel %1"_s.arg(top[1].channel), u"× the median"_s})
        EXPECT_TRUE(text.contains(part)) << text.toStdString() << ": " << part.toStdString();
}

TEST_F(ActivationViews, WhatWasLookedAtStaysUntilAnotherTextOrModel) {
    open_profiled();
    show(u"token-channels"_s);
    auto* block = child<QSpinBox>(u"tapBlock"_s);
    auto* run = child<QPushButton>(u"tapRun"_s);
    block->setValue(2);
    run_window();
    EXPECT_FALSE(run->isEnabled()) << "there is nothing more to run";
    block->setValue(3);
    EXPECT_EQ(canvas(u"tap"_s).picture(), nullptr);
    EXPECT_TRUE(run->isEnabled());
    block->setValue(2);
    EXPECT_NE(canvas(u"tap"_s).picture(), nullptr) << "known: at once";
    const TapPlace place{TapPoint::kResidOut, 2};
    EXPECT_NE(session().token_tap().known(place), nullptr);
    child<QCheckBox>(u"outlierFirst"_s)->setChecked(false);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_NE(session().token_tap().known(place), nullptr) << "the same text";
    child<QSpinBox>(u"profileTokens"_s)->setValue(64);
    run_text();
    EXPECT_EQ(session().token_tap().known(place), nullptr);
    EXPECT_EQ(session().token_tap().memory(), 0U);
}

TEST_F(ActivationViews, AStoppedLookLeavesNothing) {
    open_profiled();
    show(u"token-channels"_s);
    // It waits behind a long job, so that it cannot end before it is stopped.
    child<QSpinBox>(u"profileTokens"_s)->setValue(0);
    trigger(u"actionProfileActivations"_s);
    auto* run = child<QPushButton>(u"tapRun"_s);
    run->click();
    ASSERT_TRUE(session().token_tap().running());
    EXPECT_EQ(run->text(), u"Stop"_s);
    run->click();
    ASSERT_TRUE(testing::wait_for([this] { return !session().token_tap().running(); }));
    session().exports().jobs().front()->cancel();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(session().token_tap().problem());
    EXPECT_EQ(canvas(u"tap"_s).picture(), nullptr);
    EXPECT_EQ(run->text(), u"Run the window"_s);
    EXPECT_TRUE(run->isEnabled());
}

TEST_F(ActivationViews, ATextThatIsGoneIsToldInPlaceOfItsTokens) {
    open_sample();
    const QString text = folder.filePath(u"own.txt"_s);
    {
        QFile file(text);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        for (int line = 0; line < 40; ++line)
            file.write("The king went into the wood and found a golden key.\n");
    }
    session().profiler().choose_text(text);
    ASSERT_TRUE(wait_until_idle());
    run_text();
    show(u"token-channels"_s);
    ASSERT_TRUE(QFile::remove(text));
    child<QPushButton>(u"tapRun"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(session().token_tap().problem());
    EXPECT_EQ(canvas(u"tap"_s).picture(), nullptr);
    EXPECT_TRUE(
        canvas(u"tap"_s).accessibleDescription().startsWith(u"The tokens cannot be shown"_s));
    EXPECT_TRUE(child<QPushButton>(u"tapRun"_s)->isEnabled()) << "it can be tried again";
}

TEST_F(ActivationViews, AChosenChannelAimsAtItsTokens) {
    open_profiled();
    show(u"channels"_s);
    child<OutliersPage>(u"outliersPage"_s)->channels().go_to({TapPoint::kMlpMid, 5, 7});
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(child<QSpinBox>(u"tapBlock"_s)->value(), 5);
    EXPECT_EQ(child<QComboBox>(u"tapPlace"_s)->currentData().toInt(),
              static_cast<int>(TapPoint::kMlpMid));
}

// Files ------------------------------------------------------------------------------------------

TEST_F(ActivationViews, LargeMapsAreSavedByTheirPeaks) {
    open_profiled();
    show(u"token-channels"_s);
    run_window();
    const MatrixPicture& picture = *canvas(u"tap"_s).picture();
    const auto name = [](std::uint64_t at) { return QString::number(at); };
    const MatrixRegion all{0, 0, picture.pyramid.rows(), picture.pyramid.cols()};
    const FigureData whole = map_data(picture, all, {u"token"_s, name, name});
    EXPECT_EQ(whole.rows.size(), all.rows);
    EXPECT_EQ(static_cast<std::uint64_t>(whole.heading.size()), all.cols + 1);
    const FigureData less = map_data(picture, all, {u"token"_s, name, name}, 2000);
    EXPECT_LE(less.rows.size() * static_cast<std::size_t>(less.heading.size() - 1), 2000U);
    EXPECT_TRUE(less.heading.at(1).startsWith(u"0 – "_s)) << less.heading.at(1).toStdString();
    const auto largest = [](const FigureData& data) {
        double most = 0;
        for (const QStringList& row : data.rows) {
            for (const QString& cell : row.mid(1))
                most = std::max(most, std::abs(cell.toDouble()));
        }
        return most;
    };
    EXPECT_EQ(largest(less), largest(whole)) << "no peak is lost";
    EXPECT_EQ(largest(whole), double{picture.statistics.max_abs});
}

}  // namespace
}  // namespace bitlathe
