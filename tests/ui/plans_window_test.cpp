// SPDX-License-Identifier: GPL-3.0-or-later
// Plans, comparison, history and recovery through the window.
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QTableView>

#include "tests/ui/window_fixture.h"
#include "ui/panels/questions.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class PlansWindowTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        open_sample();
    }
    [[nodiscard]] PlanModel& plan() const { return window->session().plan(); }
    [[nodiscard]] PlanShelf& shelf() const { return window->session().shelf(); }
    void click(const QString& name) {
        auto* button = child<QAbstractButton>(name);
        ASSERT_NE(button, nullptr);
        ASSERT_TRUE(button->isEnabled()) << name.toStdString();
        button->click();
    }
    void preset(const QString& name) {
        trigger(u"preset_"_s + name);
        ASSERT_TRUE(wait_until_idle());
    }
    static constexpr const char* kQ = "blk.0.attn_q.weight";
    void raise(const QString& dock) { child<QDockWidget>(dock)->raise(); }
};

TEST_F(PlansWindowTest, PlansAreMadeRenamedSwitchedAndRemovedByKeyboard) {
    raise(u"plansDock"_s);
    auto* table = child<QTableView>(u"plansTable"_s);
    EXPECT_FALSE(child<QAbstractButton>(u"planRemoveButton"_s)->isEnabled());
    click(u"planNewButton"_s);
    preset(u"Q8_0"_s);
    ASSERT_EQ(shelf().rowCount(), 2);
    EXPECT_EQ(table->currentIndex().row(), 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, u"large"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();  // the table takes the text a moment later
    EXPECT_EQ(shelf().name(1), u"large"_s);
    EXPECT_TRUE(child<QToolButton>(u"planButton"_s)->text().startsWith(u"large"_s));
    QTest::keyClick(table, Qt::Key_Up);
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(shelf().current_row(), 0);
    EXPECT_EQ(plan().name(), "Q4_K_M");
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_EQ(shelf().rowCount(), 1);
    trigger(u"actionUndo"_s);
    EXPECT_EQ(shelf().name(1), u"large"_s);
}

TEST_F(PlansWindowTest, ComparingShowsBothAndListsWhatDiffers) {
    trigger(u"actionNewPlan"_s);
    preset(u"Q8_0"_s);
    auto* menu = child<QMenu>(u"planCompareMenu"_s);
    emit menu->aboutToShow();
    menu->actions().front()->trigger();
    ASSERT_EQ(shelf().compared_row(), 0);
    EXPECT_TRUE(child<QWidget>(u"comparePanel"_s)->isVisible());
    EXPECT_EQ(child<QComboBox>(u"compareChoice"_s)->currentText(), u"Q4_K_M"_s);
    EXPECT_TRUE(child<QLabel>(u"bitsCompared"_s)->text().contains(u"Q4_K_M"_s));
    const auto find = [&](const char* name) {
        return *plan().catalog().model().checkpoint->find(name);
    };
    const int bar = window->canvas().bar_list().bar_of_tensor[find(kQ)];
    EXPECT_DOUBLE_EQ(window->canvas().compared_bits(bar).value_or(0), 4.5);
    auto* table = child<QTableView>(u"compareTable"_s);
    ASSERT_GT(table->model()->rowCount(), 10);
    table->selectRow(3);
    ASSERT_EQ(window->session().hub().selected().size(), 1U);
    window->session().hub().select({find(kQ), find("blk.1.attn_q.weight")}, find(kQ));
    EXPECT_EQ(table->selectionModel()->selectedRows().size(), 2);
    click(u"compareCopy"_s);
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(u'\n'), table->model()->rowCount() + 1);
    const QString difference = child<QLabel>(u"compareDifference1"_s)->text();
    EXPECT_TRUE(difference.startsWith(QChar(0x2212))) << difference.toStdString();
    auto* choice = child<QComboBox>(u"compareChoice"_s);
    choice->setCurrentIndex(0);
    emit choice->activated(0);
    EXPECT_FALSE(shelf().compared_row());
    EXPECT_FALSE(window->canvas().compared_bits(bar));
    EXPECT_FALSE(child<QLabel>(u"bitsCompared"_s)->isVisible());
}

TEST_F(PlansWindowTest, AClickInTheHistoryGoesThere) {
    raise(u"historyDock"_s);
    preset(u"Q8_0"_s);
    preset(u"Q3_K_S"_s);
    auto* list = child<QListView>(u"historyList"_s);
    ASSERT_EQ(list->model()->rowCount(), 3);
    EXPECT_EQ(list->currentIndex().row(), 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    EXPECT_EQ(plan().undo_stack().index(), 1);
    EXPECT_EQ(plan().name(), "Q8_0");
    EXPECT_EQ(child<QLabel>(u"historyRemark"_s)->text(), u"step 1 of 2"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    EXPECT_EQ(plan().undo_stack().index(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(plan().undo_stack().index(), 0);
    EXPECT_EQ(plan().name(), "Q4_K_M");
}

TEST_F(PlansWindowTest, ACrashIsOfferedBack) {
    window->autosave().set_folder(folder.path());
    open_sample();
    preset(u"Q8_0"_s);
    const auto left = plan().plan().tensors;
    window->autosave().flush();
    window->autosave().wait();
    window.reset();  // without being closed
    window = std::make_unique<MainWindow>(theme, false);
    window->autosave().set_folder(folder.path());
    WindowTest::SetUp();
    open_sample();
    ASSERT_TRUE(testing::wait_for([&] { return !window->messages().messages().isEmpty(); }));
    EXPECT_NE(plan().plan().tensors, left);
    click(u"restoreButton"_s);
    EXPECT_EQ(plan().plan().tensors, left);
    EXPECT_TRUE(window->messages().messages().isEmpty());
    constexpr int kDiscard = 1;
    questions::answer_next(kDiscard);
    window->close();
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace
}  // namespace bitlathe
