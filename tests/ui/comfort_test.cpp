// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTableWidget>
#include <QWheelEvent>
#include <algorithm>

#include "tests/ui/window_fixture.h"
#include "ui/panels/cheat_sheet.h"
#include "ui/panels/command_list.h"
#include "ui/panels/help_window.h"
#include "ui/panels/settings_window.h"
#include "ui/window/diagnostics.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class Comfortable : public testing::WindowTest {
protected:
    [[nodiscard]] bool offers(const QString& title) const {
        const auto all = commands_of(*window);
        return std::any_of(all.begin(), all.end(),
                           [&](const Command& command) { return command.title == title; });
    }
    static void turn(QWidget& widget, QPoint at, int notches, Qt::KeyboardModifiers keys = {}) {
        QWheelEvent event(at, widget.mapToGlobal(QPointF(at)), {}, {0, 120 * notches}, {}, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
    }
};

TEST_F(Comfortable, SettingsCountAtOnce) {
    trigger(u"actionSettings"_s);
    auto* settings = child<QWidget>(u"settingsWindow"_s);
    EXPECT_TRUE(settings->isVisible());
    EXPECT_FALSE(settings->isModal());
    child<QComboBox>(u"setting_theme"_s)->setCurrentIndex(2);
    EXPECT_TRUE(theme.tokens().dark);
    EXPECT_TRUE(action(u"actionThemeDark"_s)->isChecked());
    trigger(u"actionThemeLight"_s);
    EXPECT_EQ(child<QComboBox>(u"setting_theme"_s)->currentIndex(), 1);
    child<QComboBox>(u"setting_canvas_wheel"_s)->setCurrentIndex(1);
    EXPECT_TRUE(window->session().axis().wheel_scrolls());
    child<QSpinBox>(u"setting_matrix_memory"_s)->setValue(64);
    EXPECT_TRUE(child<QLabel>(u"memoryLabel"_s)->text().contains(u"64.0 MiB"_s));
    child<QAbstractButton>(u"settingsReset"_s)->click();
    EXPECT_FALSE(window->session().axis().wheel_scrolls());
    EXPECT_EQ(child<QSpinBox>(u"setting_matrix_memory"_s)->value(), 128);
    QTest::keyClick(settings, Qt::Key_Escape);
    EXPECT_FALSE(settings->isVisible());
}

TEST_F(Comfortable, TheWheelDoesTheSameOnEveryCanvas) {
    open_sample();
    BlockAxis& axis = window->session().axis();
    for (const QString& name : {u"bitsCanvas"_s, u"depthCanvas"_s}) {
        auto* canvas = child<QWidget>(name);
        const QPoint middle = canvas->rect().center();
        double plain = 0;
        for (const auto keys : {Qt::NoModifier, Qt::ControlModifier, Qt::ShiftModifier}) {
            axis.fit();
            const double whole = axis.view().count;
            turn(*canvas, middle, 1, keys);
            const double factor = whole / axis.view().count;
            EXPECT_GT(factor, 1) << name.toStdString();
            if (keys == Qt::NoModifier) plain = factor;
            EXPECT_EQ(factor < plain, keys == Qt::ControlModifier) << name.toStdString();
            EXPECT_EQ(factor > plain, keys == Qt::ShiftModifier) << name.toStdString();
        }
        window->settings().set(Setting::kWheel, u"scroll"_s);
        const BlockView before = axis.view();
        turn(*canvas, middle, -1);
        EXPECT_EQ(axis.view().count, before.count);
        EXPECT_NE(axis.view().first, before.first);
        turn(*canvas, middle, 1, Qt::ControlModifier);
        EXPECT_LT(axis.view().count, before.count) << "Ctrl zooms";
        window->settings().set(Setting::kWheel, u"zoom"_s);
    }
    ParetoPlot& plot = *child<ParetoPlot>(u"paretoPlot"_s);
    const QPoint middle = plot.axisRect()->rect().center();
    const double at = plot.xAxis->pixelToCoord(middle.x());
    const auto spans = [&](Qt::KeyboardModifiers keys) {
        QTest::keyClick(&plot, Qt::Key_Home);
        const double whole = plot.xAxis->range().size();
        turn(plot, middle, 1, keys);
        return whole / plot.xAxis->range().size();
    };
    const double plain = spans({});
    EXPECT_NEAR(plot.xAxis->pixelToCoord(middle.x()), at, 1e-9) << "what is under it stays";
    EXPECT_LT(spans(Qt::ControlModifier), plain);
    EXPECT_GT(spans(Qt::ShiftModifier), plain);
    window->settings().set(Setting::kWheel, u"scroll"_s);
    const QCPRange before = plot.yAxis->range();
    turn(plot, middle, 1);
    EXPECT_NE(plot.yAxis->range().lower, before.lower);
}

TEST_F(Comfortable, ShortcutsAreSearchedChangedAndRefused) {
    trigger(u"actionShortcuts"_s);
    auto* list = child<QTableWidget>(u"shortcutList"_s);
    const int all = list->rowCount();
    EXPECT_GT(all, 30);
    QTest::keyClicks(child<QLineEdit>(u"shortcutSearch"_s), u"redo"_s);
    EXPECT_LT(list->rowCount(), all);
    ASSERT_EQ(list->item(0, 0)->text(), u"Redo"_s);
    auto* keys = child<QKeySequenceEdit>(u"shortcutKeys"_s);
    const auto try_keys = [&](const QString& text) {
        keys->setKeySequence(QKeySequence(text));
        emit keys->editingFinished();
    };
    try_keys(u"Ctrl+Z"_s);
    EXPECT_TRUE(child<QLabel>(u"shortcutProblem"_s)->text().contains(u"Undo"_s));
    EXPECT_NE(action(u"actionRedo"_s)->shortcut(), QKeySequence(u"Ctrl+Z"_s));
    try_keys(u"F7"_s);
    EXPECT_EQ(action(u"actionRedo"_s)->shortcut(), QKeySequence(u"F7"_s));
    EXPECT_EQ(window->settings().entries(u"shortcuts"_s), QStringList{u"actionRedo"_s});
    try_keys(u"Ctrl+Z"_s);
    child<QAbstractButton>(u"shortcutTake"_s)->click();
    EXPECT_EQ(action(u"actionRedo"_s)->shortcut(), QKeySequence(u"Ctrl+Z"_s));
    EXPECT_TRUE(action(u"actionUndo"_s)->shortcuts().isEmpty());
    child<QAbstractButton>(u"shortcutResetAll"_s)->click();
    EXPECT_EQ(action(u"actionUndo"_s)->shortcut(), QKeySequence(QKeySequence::Undo));
    EXPECT_TRUE(window->settings().entries(u"shortcuts"_s).isEmpty());
}

TEST_F(Comfortable, NoTwoActionsShareKeys) {
    open_sample();
    window->comfort().adopt_actions();
    const ShortcutTable& table = window->comfort().shortcuts();
    for (std::size_t row = 0; row < table.rows().size(); ++row) {
        if (table.rows()[row].action.isNull()) continue;
        for (const QKeySequence& keys : table.rows()[row].initial) {
            const auto other = table.conflict(keys, static_cast<int>(row));
            EXPECT_FALSE(other)
                << table.rows()[row].title.toStdString() << " and "
                << (other ? table.rows()[static_cast<std::size_t>(*other)].title.toStdString()
                          : "");
        }
    }
}

TEST_F(Comfortable, ThePaletteHasActionsOfEveryPlace) {
    open_sample();
    select_weights();
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    for (const QString& title :
         {u"Size and estimated error of plans: Copy image"_s,
          u"Histogram of the weights: Logarithmic counts"_s, u"Matrix: Copy image"_s,
          u"Plan: Q4_K_M"_s, u"Recent: storybook-7m-bf16.gguf"_s, u"Show or hide panel: Budget"_s,
          u"Go to panel: Tensors"_s, u"Show page: Matrix"_s, u"Plans: New from current"_s,
          u"Layouts: Save layout as…"_s, u"Dark theme"_s, u"Settings…"_s})
        EXPECT_TRUE(offers(title)) << title.toStdString();
    // Titles tell them apart.
    QStringList titles;
    for (const Command& command : commands_of(*window))
        titles.push_back(command.title);
    QStringList twice = titles;
    titles.removeDuplicates();
    for (const QString& title : titles)
        twice.removeOne(title);
    EXPECT_EQ(twice.join(u'\n').toStdString(), "");
}

TEST_F(Comfortable, ThePaletteShowsTheKeysOfNow) {
    window->comfort().shortcuts().set(
        window->comfort().shortcuts().row_of(*action(u"actionSettings"_s)),
        QKeySequence(u"Ctrl+Alt+S"_s));
    trigger(u"actionPalette"_s);
    QTest::keyClicks(child<QLineEdit>(u"paletteInput"_s), u"settings"_s);
    const auto* item = child<QListWidget>(u"paletteList"_s)->item(0);
    ASSERT_NE(item, nullptr);
    EXPECT_TRUE(item->data(Qt::AccessibleTextRole).toString().contains(u"Ctrl+Alt+S"_s));
    QTest::keyClick(child<QLineEdit>(u"paletteInput"_s), Qt::Key_Escape);
}

TEST_F(Comfortable, LayoutsAreSavedSwitchedAndDeleted) {
    open_sample();
    auto* budget = child<QDockWidget>(u"budgetDock"_s);
    auto* tensors = child<QDockWidget>(u"tensorsDock"_s);
    tensors->hide();
    file_dialogs::answer_next(u"Small & tidy"_s);
    trigger(u"layoutSave"_s);
    QCoreApplication::processEvents();
    EXPECT_EQ(window->comfort().layouts().names(), QStringList{u"Small & tidy"_s});
    trigger(u"layoutDefault"_s);
    QCoreApplication::processEvents();
    EXPECT_TRUE(tensors->isVisible());
    budget->setFloating(true);
    trigger(u"layout_Small & tidy"_s);
    QCoreApplication::processEvents();
    EXPECT_TRUE(tensors->isHidden());
    EXPECT_FALSE(budget->isFloating());
    trigger(u"layoutDelete_Small & tidy"_s);
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->comfort().layouts().names().isEmpty());
    trigger(u"show_tensors"_s);
    EXPECT_TRUE(tensors->isVisible());
}

TEST_F(Comfortable, TheCheatSheetIsMadeOfTheShortcutsOfNow) {
    window->comfort().shortcuts().set(
        window->comfort().shortcuts().row_of(*action(u"actionFind"_s)),
        QKeySequence(u"Ctrl+Alt+J"_s));
    trigger(u"actionKeys"_s);
    auto* sheet = child<CheatSheet>(u"cheatSheet"_s);
    EXPECT_TRUE(sheet->isVisible());
    EXPECT_FALSE(sheet->isModal());
    EXPECT_TRUE(sheet->text().contains(u"Ctrl+Alt+J"_s));
    EXPECT_TRUE(sheet->text().contains(u"Ctrl+K, Ctrl+Shift+P"_s));
    EXPECT_TRUE(sheet->text().contains(u"lock, unlock"_s));
}

TEST_F(Comfortable, TheHelpPageOfKeysIsTrue) {
    HelpWindow help(nullptr);
    help.show_page(u"keys"_s);
    const QString page = help.toPlainText();
    for (const ShortcutTable::Row& row : window->comfort().shortcuts().rows()) {
        if (row.action.isNull() || row.name.startsWith(u"recent_"_s)) continue;
        for (const QKeySequence& keys : row.initial) {
            const QString text = keys.toString(QKeySequence::PortableText);
            EXPECT_TRUE(page.contains(text)) << text.toStdString() << row.title.toStdString();
        }
    }
}

TEST_F(Comfortable, DiagnosticsNameFilesButNoFolders) {
    open_sample();
    trigger(u"actionDiagnostics"_s);
    const QString text = QGuiApplication::clipboard()->text();
    for (const QString& part : {u"Qt 6"_s, u"storybook-7m-bf16.gguf"_s, u"74 tensors"_s,
                                u"instruction sets: "_s, u"memory of the process"_s})
        EXPECT_TRUE(text.contains(part)) << part.toStdString();
    EXPECT_FALSE(text.contains(QFileInfo(testing::sample_path()).absolutePath()));
    EXPECT_FALSE(text.contains(u"SCALAR\n"_s) && text.contains(u"instruction sets: \n"_s));
    EXPECT_EQ(without_folders(u"Export: wrote /home/ann lee/my models/a b.gguf"_s),
              u"Export: wrote a b.gguf"_s);
    EXPECT_EQ(without_folders(u"(file:///tmp/x/y.json)"_s), u"(y.json)"_s);
    EXPECT_EQ(without_folders(u"read 12 MB/s"_s), u"read 12 MB/s"_s);
}

TEST_F(Comfortable, AboutSaysTheVersionAndIsNotInTheWay) {
    QApplication::setApplicationVersion(u"9.8.7"_s);
    trigger(u"actionAbout"_s);
    auto* about = child<QDialog>(u"aboutDialog"_s);
    EXPECT_FALSE(about->isModal());
    EXPECT_TRUE(child<QLabel>(u"aboutVersion"_s)->text().contains(u"9.8.7"_s));
    about->close();
}

TEST_F(Comfortable, MatrixPicturesStayWithinTheirMemory) {
    open_sample();
    select_weights();
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    MatrixPage& page = *child<MatrixPage>(u"matrixPage"_s);
    const std::uint64_t one = page.feed().memory();
    ASSERT_GT(one, 0U);
    page.show_quantity(MatrixPage::Shown::kError);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_GT(page.feed().memory(), one) << "the first is kept";
    page.feed().set_memory_limit(1);
    EXPECT_GT(page.feed().memory(), 0U) << "what is on screen stays";
    EXPECT_LT(page.feed().memory(), 2 * one);
}

}  // namespace
}  // namespace bitlathe
