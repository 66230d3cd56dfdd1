// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

#include "tests/ui/synthetic_gguf.h"
#include "tests/ui/ui_testing.h"
#include "tests/ui/window_fixture.h"
#include "ui/plots/channel_error_view.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using testing::WindowTest;

TEST_F(WindowTest, AnEmptyWindowOffersTheSampleAndNothingThatNeedsAModel) {
    EXPECT_TRUE(child<QWidget>(u"emptyPage"_s)->isVisible());
    for (const QString& name : {u"actionExport"_s, u"actionSavePlan"_s, u"actionLoadPlan"_s}) {
        EXPECT_FALSE(action(name)->isEnabled()) << name.toStdString();
    }
    EXPECT_TRUE(action(u"actionOpenSample"_s)->isEnabled());
}

TEST_F(WindowTest, TheSampleOpensAndItsErrorsComeIn) {
    trigger(u"actionOpenSample"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(child<QWidget>(u"emptyPage"_s)->isVisible());
    EXPECT_EQ(window->session().plan().catalog().size(), 74U);
    EXPECT_TRUE(window->session().plan().totals().estimated_loss.has_value());
    EXPECT_TRUE(window->header().slider().isEnabled());
    EXPECT_TRUE(action(u"actionExport"_s)->isEnabled());
    EXPECT_TRUE(window->messages().messages().isEmpty());
}

TEST_F(WindowTest, BackIsOfferedAsSoonAsThereIsAWayBack) {
    open_sample();
    EXPECT_FALSE(action(u"actionBack"_s)->isEnabled());
    window->session().axis().show(2, 4);
    EXPECT_TRUE(action(u"actionBack"_s)->isEnabled());
    trigger(u"actionBack"_s);
    EXPECT_TRUE(window->session().axis().whole());
    EXPECT_FALSE(action(u"actionBack"_s)->isEnabled());
    EXPECT_TRUE(action(u"actionForward"_s)->isEnabled());
}

TEST_F(WindowTest, OpenAsksForAFile) {
    file_dialogs::answer_next(testing::sample_path());
    trigger(u"actionOpen"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->session().plan().is_open());
}

TEST_F(WindowTest, ADroppedFileOpens) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(testing::sample_path())});
    QDragEnterEvent enter(QPoint(50, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.get(), &drop);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->session().plan().is_open());
}

TEST_F(WindowTest, AHostileFileIsRefusedWithItsNameAndPlace) {
    const QString path = folder.filePath(u"broken.gguf"_s);
    QFile source(testing::sample_path());
    ASSERT_TRUE(source.open(QIODevice::ReadOnly));
    QFile broken(path);
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write(source.read(1000));
    broken.close();
    window->open_path(path);
    ASSERT_TRUE(testing::wait_for([&] { return !window->messages().messages().isEmpty(); }));
    const QString message = window->messages().messages().front();
    EXPECT_TRUE(message.contains(u"broken.gguf"_s)) << message.toStdString();
    EXPECT_TRUE(child<QWidget>(u"emptyPage"_s)->isVisible());
    ASSERT_TRUE(wait_until_idle());
    // It stays until somebody dismisses it.
    child<QAbstractButton>(u"messageDismiss"_s)->click();
    EXPECT_TRUE(window->messages().messages().isEmpty());
    EXPECT_FALSE(child<QWidget>(u"messageBar"_s)->isVisible());
}

TEST_F(WindowTest, ARefusedFileLeavesTheOpenModelAlone) {
    open_sample();
    window->open_path(folder.filePath(u"missing.gguf"_s));
    ASSERT_TRUE(testing::wait_for([&] { return !window->messages().messages().isEmpty(); }));
    EXPECT_TRUE(window->session().plan().is_open());
    EXPECT_TRUE(window->session().solver().ready());
}

TEST_F(WindowTest, TheFilterBoxFilters) {
    open_sample();
    auto* box = child<QLineEdit>(u"filterBox"_s);
    trigger(u"actionFind"_s);
    QTest::keyClicks(box, u"role:down bits>5"_s);
    // Each stands under its block, and few are open at once.
    auto* table = child<QTreeView>(u"tensorTable"_s);
    EXPECT_EQ(table->model()->rowCount(), 4);
    EXPECT_TRUE(table->isExpanded(table->model()->index(0, 0)));
    EXPECT_TRUE(child<QLabel>(u"filterCount"_s)->text().startsWith(u"4 shown"_s));
    box->setText(u"bits<x"_s);
    EXPECT_TRUE(child<QLabel>(u"filterCount"_s)->text().contains(u"bits"_s));
}

TEST_F(WindowTest, SelectionIsSharedBetweenTableAndCanvas) {
    open_sample();
    auto* table = child<QTreeView>(u"tensorTable"_s);
    SelectionHub& hub = window->session().hub();
    const QModelIndex block = table->model()->index(1, 0);
    table->setCurrentIndex(table->model()->index(2, 0, block));
    ASSERT_EQ(hub.selected().size(), 1U);
    hub.select({5, 7}, 5);
    EXPECT_EQ(table->selectionModel()->selectedRows().size(), 2);
    table->setCurrentIndex(block);  // the row of a group is all of its tensors
    EXPECT_EQ(hub.selected().size(), static_cast<std::size_t>(table->model()->rowCount(block)));
}

TEST_F(WindowTest, FiltersStackAsChipsAndGoOneByOneOrAllAtOnce) {
    open_sample();
    auto* box = child<QLineEdit>(u"filterBox"_s);
    auto* chips = child<FilterChips>(u"filterChips"_s);
    const auto shown = [this] { return child<QLabel>(u"filterCount"_s)->text(); };
    box->setFocus();
    QTest::keyClicks(box, u"role:down"_s);
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_TRUE(box->text().isEmpty());
    EXPECT_TRUE(shown().startsWith(u"8 shown"_s));
    QTest::keyClicks(box, u"block:2-3"_s);
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_EQ(chips->texts(), (QStringList{u"role:down"_s, u"block:2-3"_s}));
    EXPECT_TRUE(shown().startsWith(u"2 shown"_s));
    child<QPushButton>(u"filterChip0"_s)->click();
    EXPECT_EQ(chips->texts(), QStringList{u"block:2-3"_s});
    QTest::keyClicks(box, u"nosuch:1"_s);
    QTest::keyClick(box, Qt::Key_Return);  // a mistake stays where it can be mended
    EXPECT_EQ(box->text(), u"nosuch:1"_s);
    EXPECT_TRUE(shown().contains(u"nosuch:"_s));
    box->clear();
    QTest::keyClick(box, Qt::Key_Backspace);
    EXPECT_TRUE(chips->texts().isEmpty());
    EXPECT_FALSE(child<QLabel>(u"filterCount"_s)->isVisible());
    box->setText(u"q"_s);
    QTest::keyClick(box, Qt::Key_Return);
    trigger(u"clearFilters"_s);
    EXPECT_TRUE(chips->texts().isEmpty());
    EXPECT_FALSE(chips->isVisible());
}

TEST_F(WindowTest, HoverOnACanvasMarksTheRowOfTheTable) {
    open_sample();
    auto* table = child<QTreeView>(u"tensorTable"_s);
    const std::size_t tensor = window->canvas().bar_list().bars[3].tensors.front();
    window->session().hub().select({tensor}, tensor);  // brings it into sight
    window->session().hub().select({}, std::nullopt);
    const QModelIndex row = child<TensorPanel>(u"tensorPanel"_s)->model().index_of(tensor);
    const QPoint at(2, table->visualRect(row).center().y());
    const auto colour = [&] { return table->viewport()->grab().toImage().pixelColor(at); };
    EXPECT_EQ(colour(), theme.tokens().panel);
    window->session().hub().hover(tensor);
    EXPECT_EQ(colour(), theme.tokens().hover);
    window->session().hub().hover(std::nullopt);
    EXPECT_EQ(colour(), theme.tokens().panel);
}

TEST_F(WindowTest, TheRankingFollowsTheSelectionAndSharesItsHover) {
    open_sample();
    auto* table = child<QTableWidget>(u"rankTable"_s);
    ASSERT_TRUE(testing::wait_for([&] { return table->rowCount() > 8; }));
    SelectionHub& hub = window->session().hub();
    const TensorCatalog& catalog = window->session().plan().catalog();
    const std::size_t tensor = *catalog.model().checkpoint->find("blk.5.attn_q.weight");
    hub.select({tensor}, tensor);
    ASSERT_EQ(table->selectionModel()->selectedRows().size(), 1);
    const int row = table->selectionModel()->selectedRows().front().row();
    EXPECT_EQ(table->item(row, 1)->text(), u"5"_s);
    emit table->cellEntered(row, 0);
    ASSERT_TRUE(hub.hovered());
    EXPECT_EQ(catalog.tensor(*hub.hovered()).block, 5U);
    hub.select({}, std::nullopt);
    EXPECT_TRUE(table->selectionModel()->selectedRows().isEmpty());
}

TEST_F(WindowTest, FiguresMoveInTheSameStepAsTheBar) {
    open_sample();
    BitsCanvas& canvas = window->canvas();
    const QString before = child<QLabel>(u"planBits"_s)->text();
    const QRect slot = canvas.geometry_map().slot_rect(0);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, slot.center());
    QTest::mouseMove(&canvas, slot.topLeft() + QPoint(3, 2));
    EXPECT_NE(child<QLabel>(u"planBits"_s)->text(), before);  // without returning to the loop
    QTest::keyClick(&canvas, Qt::Key_Escape);
    EXPECT_EQ(child<QLabel>(u"planBits"_s)->text(), before);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, slot.topLeft());
}

TEST_F(WindowTest, TheBudgetSliderSolvesWhileItMovesAndCommitsOnce) {
    open_sample();
    PlanModel& plan = window->session().plan();
    const Plan before = plan.plan();
    const std::size_t locked = *plan.catalog().model().checkpoint->find("blk.2.ffn_up.weight");
    plan.set_locked(std::vector<std::size_t>{locked}, true);
    const Plan with_lock = plan.plan();
    BudgetSlider& slider = window->header().slider();
    QTest::mousePress(&slider, Qt::LeftButton, {}, slider.handle_at(450));
    ASSERT_TRUE(testing::wait_for([&] { return plan.previewing(); }));
    EXPECT_EQ(plan.undo_stack().count(), 1);
    for (int value = 440; value >= 340; value -= 20)
        testing::move_to(slider, slider.handle_at(value));
    ASSERT_TRUE(testing::wait_for([&] { return plan.totals().bits_per_weight <= 3.42; }));
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, slider.handle_at(340));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(plan.undo_stack().count(), 2);
    EXPECT_LE(plan.totals().bits_per_weight, 3.42);  // a pixel is worth a hundredth
    EXPECT_GT(plan.totals().bits_per_weight, 3.2);
    EXPECT_EQ(plan.format(locked), *find_format("Q4_K"));
    EXPECT_TRUE(check_plan(plan.catalog().model(), plan.plan(), nullptr));
    trigger(u"actionUndo"_s);
    EXPECT_EQ(plan.plan().tensors, with_lock.tensors);
    trigger(u"actionUndo"_s);
    EXPECT_EQ(plan.plan().tensors, before.tensors);
}

TEST_F(WindowTest, PresetsComeFromTheMenuAndKeepLocks) {
    open_sample();
    PlanModel& plan = window->session().plan();
    const std::size_t locked = *plan.catalog().model().checkpoint->find("blk.2.ffn_up.weight");
    plan.set_locked(std::vector<std::size_t>{locked}, true);
    trigger(u"preset_Q8_0"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(plan.format(0), *find_format("Q8_0"));
    EXPECT_EQ(plan.format(locked), *find_format("Q4_K"));
    trigger(u"presetStored"_s);
    EXPECT_EQ(plan.format(0), plan.catalog().tensor(0).source);
    EXPECT_EQ(plan.format(locked), *find_format("Q4_K"));
    EXPECT_EQ(plan.undo_stack().count(), 3);
}

TEST_F(WindowTest, APresetIsSeenBeforeItIsApplied) {
    open_sample();
    PlanModel& plan = window->session().plan();
    const Plan before = plan.plan();
    const QString bits = child<QLabel>(u"planBits"_s)->text();
    const auto settled = [&] { return wait_until_idle(); };
    emit child<QMenu>(u"planMenu"_s)->hovered(action(u"preset_Q8_0"_s));
    ASSERT_TRUE(settled());
    EXPECT_NE(child<QLabel>(u"planBits"_s)->text(), bits);
    EXPECT_EQ(child<QLabel>(u"planBits"_s)->property("look"), u"outlook"_s);
    EXPECT_TRUE(child<QLabel>(u"planErrorNote"_s)->text().contains(u"not applied"_s));
    const int bar = window->canvas().bar_list().bar_of_tensor[0];
    EXPECT_NEAR(*window->canvas().compared_bits(bar), 8.5, 1e-9);
    EXPECT_EQ(plan.plan(), before) << "only looked at";
    EXPECT_EQ(plan.undo_stack().count(), 0);
    emit child<QMenu>(u"planMenu"_s)->aboutToHide();
    EXPECT_EQ(child<QLabel>(u"planBits"_s)->text(), bits);
    EXPECT_FALSE(window->canvas().compared_bits(bar));
    emit child<QMenu>(u"planMenu"_s)->hovered(action(u"presetStored"_s));
    ASSERT_TRUE(settled());
    EXPECT_NEAR(*window->canvas().compared_bits(bar), 16, 1e-9);
}

TEST_F(WindowTest, APresetOfThePlotIsSeenOnTheBars) {
    open_sample();
    ParetoPlot* plot = child<ParetoPlot>(u"paretoPlot"_s);
    ASSERT_NE(plot, nullptr);
    emit plot->preset_marked(u"Q2_K"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->canvas().compared_bits(0));
    emit plot->preset_marked({});
    EXPECT_FALSE(window->canvas().compared_bits(0));
}

TEST_F(WindowTest, TipsOfUndoSayTheStepAndTheKeys) {
    open_sample();
    select_weights();
    const std::size_t tensor = *window->session().hub().current();
    window->session().plan().set_locked(std::vector<std::size_t>{tensor}, true);
    const QString keys = keys_text(*action(u"actionUndo"_s));
    EXPECT_EQ(action(u"actionUndo"_s)->toolTip(), u"Undo: Lock 1 tensor (%1)"_s.arg(keys));
    window->comfort().shortcuts().set(
        window->comfort().shortcuts().row_of(*action(u"actionUndo"_s)),
        QKeySequence(u"Ctrl+Alt+U"_s));
    EXPECT_EQ(action(u"actionUndo"_s)->toolTip(), u"Undo: Lock 1 tensor (Ctrl+Alt+U)"_s);
}

TEST_F(WindowTest, AWorstChannelIsShownInTheMatrix) {
    open_sample();
    select_weights();
    ASSERT_TRUE(wait_until_idle());
    auto* channels = child<ChannelErrorView>(u"channelErrorView"_s);
    ASSERT_GT(channels->part_count(), 0) << "the inspector has looked for them by itself";
    channels->setFocus();
    QTest::keyClick(channels, Qt::Key_Down);
    QTest::keyClick(channels, Qt::Key_Return);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(child<QWidget>(u"matrixPage"_s)->isVisible());
    EXPECT_TRUE(child<MatrixCanvas>(u"matrixCanvas"_s)->spot());
}

TEST_F(WindowTest, PlansAreSavedAndLoaded) {
    open_sample();
    PlanModel& plan = window->session().plan();
    trigger(u"preset_Q3_K_S"_s);
    ASSERT_TRUE(wait_until_idle());
    const QString path = folder.filePath(u"mine.json"_s);
    file_dialogs::answer_next(path);
    trigger(u"actionSavePlan"_s);
    EXPECT_FALSE(window->isWindowModified());
    const auto saved = plan.plan().tensors;
    trigger(u"actionUndo"_s);
    EXPECT_TRUE(window->isWindowModified());
    file_dialogs::answer_next(path);
    trigger(u"actionLoadPlan"_s);
    EXPECT_EQ(plan.plan().tensors, saved);
    // A file that is no plan is refused and changes nothing.
    QFile garbage(folder.filePath(u"garbage.json"_s));
    ASSERT_TRUE(garbage.open(QIODevice::WriteOnly));
    garbage.write("{}");
    garbage.close();
    file_dialogs::answer_next(garbage.fileName());
    trigger(u"actionLoadPlan"_s);
    EXPECT_EQ(window->messages().messages().size(), 1);
    EXPECT_EQ(plan.plan().tensors, saved);
}

TEST_F(WindowTest, OpeningAnotherModelWhileTheFirstIsProfiled) {
    const std::filesystem::path other = folder.filePath(u"other.gguf"_s).toStdString();
    testing::write_synthetic_gguf(other, 4);
    trigger(u"actionOpenSample"_s);
    ASSERT_TRUE(testing::wait_for([&] { return window->session().plan().is_open(); }));
    window->open_path(QString::fromStdString(other.string()));
    window->open_path(testing::sample_path());
    window->open_path(QString::fromStdString(other.string()));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(window->session().plan().catalog().size(), 3U + 9 * 4);
}

TEST_F(WindowTest, FiftyThousandTensorsAreShownAndFiltered) {
    const std::filesystem::path path = folder.filePath(u"many.gguf"_s).toStdString();
    testing::write_synthetic_gguf(path, 5556);
    window->open_path(QString::fromStdString(path.string()));
    ASSERT_TRUE(testing::wait_for([&] { return window->session().plan().is_open(); }));
    auto* table = child<QTreeView>(u"tensorTable"_s);
    EXPECT_EQ(table->model()->rowCount(), 5556 + 3);
    trigger(u"groupByNothing"_s);
    EXPECT_EQ(table->model()->rowCount(), 3 + 9 * 5556);
    child<QLineEdit>(u"filterBox"_s)->setText(u"role:down block:100-199"_s);
    EXPECT_EQ(table->model()->rowCount(), 100);
    table->sortByColumn(TensorTableModel::kSize, Qt::DescendingOrder);
}

TEST_F(WindowTest, EveryControlHasANameForScreenReaders) {
    open_sample();
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        if (button->inherits("QTableCornerButton") || !button->isVisible()) continue;
        if (qobject_cast<const QLineEdit*>(button->parentWidget()))
            continue;  // Qt's own clear button
        EXPECT_FALSE(button->accessibleName().isEmpty()) << button->objectName().toStdString();
        EXPECT_FALSE(button->objectName().isEmpty()) << button->text().toStdString();
    }
    EXPECT_FALSE(window->canvas().accessibleName().isEmpty());
}

TEST_F(WindowTest, ThemesSwitchAtRunTime) {
    open_sample();
    trigger(u"actionThemeDark"_s);
    EXPECT_TRUE(theme.tokens().dark);
    // Inside of the frame that shows where the focus is.
    const QColor dark = window->canvas().grab(QRect(6, 6, 1, 1)).toImage().pixelColor(0, 0);
    EXPECT_EQ(dark, theme.tokens().panel);
    trigger(u"actionThemeLight"_s);
    EXPECT_FALSE(theme.tokens().dark);
}

}  // namespace
}  // namespace bitlathe
