// SPDX-License-Identifier: GPL-3.0-or-later
// Another language while a model is open: every text changes, and nothing else.
#include <QAbstractItemView>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <algorithm>

#include "tests/ui/window_fixture.h"
#include "ui/panels/command_list.h"
#include "ui/panels/job_row.h"
#include "ui/theme/language.h"

namespace bitlathe::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kMostRows = 100;

/// A text without what is never twice the same: the time of day, and how long something took.
QString timeless(QString text) {
    static const QRegularExpression times(
        u"\\d\\d:\\d\\d:\\d\\d|\\d+[.,]\\d+ (s|秒)|[\\d.,]+ [KMG]?i?B/s"_s);
    return text.replace(times, u"…"_s);
}

/// Everything that is said by a widget itself, each with its name and what kind of text it is.
void add_texts(const QWidget& widget, QStringList& texts) {
    const auto add = [&](const char* kind, const QString& text) {
        if (!text.isEmpty())
            texts << u"%1 %2: %3"_s.arg(widget.objectName(), QLatin1String(kind), timeless(text));
    };
    if (widget.objectName() == u"focusKeys"_s) return;  // about the widget that has the keyboard
    // Of tabs that do not fit: there are more of them where jobs stand below one another.
    if (widget.objectName().startsWith(u"Scroll"_s)) return;
    add("name", widget.accessibleName());
    add("description", widget.accessibleDescription());
    add("tip", widget.toolTip());
    add("title", widget.windowTitle());
    for (const char* property : {"text", "placeholderText", "suffix", "prefix", "plainText"})
        add(property, widget.property(property).toString());
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        for (int item = 0; item < box->count(); ++item)
            add("item", box->itemText(item));
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            add("tab", tabs->tabText(tab));
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
    if (view == nullptr || view->model() == nullptr) return;
    const QAbstractItemModel& model = *view->model();
    for (int column = 0; column < model.columnCount(); ++column) {
        add("heading", model.headerData(column, Qt::Horizontal).toString());
        add("heading tip", model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        for (int row = 0; row < std::min(kMostRows, model.rowCount()); ++row) {
            const QModelIndex cell = model.index(row, column);
            add("cell", cell.data().toString());
            add("cell tip", cell.data(Qt::ToolTipRole).toString());
            add("cell name", cell.data(Qt::AccessibleTextRole).toString());
        }
    }
}

/// Which rows of jobs there are depends on how long the work took.
bool is_in_job_row(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (qobject_cast<const JobRow*>(widget) != nullptr) return true;
    }
    return false;
}

QStringList texts_of(const QWidget& window) {
    QStringList texts;
    add_texts(window, texts);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!is_in_job_row(widget)) add_texts(*widget, texts);
    }
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (action->isSeparator()) continue;
        texts << u"%1 action: %2 / %3 / %4"_s.arg(action->objectName(), action->text(),
                                                  action->toolTip(),
                                                  command_title(*action, window));
    }
    // Another order of making the same things is no difference.
    texts.sort();
    return texts;
}

QStringList lacking(const QStringList& texts, const QStringList& in) {
    QStringList rest = texts;
    for (const QString& text : in)
        rest.removeOne(text);
    return rest;
}

class LanguageSwitch : public WindowTest {
protected:
    void SetUp() override {
        if (!QFile::exists(u":/i18n/bitlathe_de.qm"_s))
            GTEST_SKIP() << "built without Qt Linguist Tools: English only";
        WindowTest::SetUp();
    }
    void TearDown() override {
        window.reset();
        use_language(u"en"_s);
    }
    void switch_to(const QString& language) {
        ASSERT_TRUE(window->settings().set(Setting::kLanguage, language));
        ASSERT_TRUE(wait_for([&] { return said() == said_in(language); }));
        ASSERT_TRUE(wait_until_idle());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] QString said() const { return child<QLabel>(u"historyTitle"_s)->text(); }
    static QString said_in(const QString& language) {
        return language == u"de"_s ? u"Verlauf"_s : language == u"en"_s ? u"History"_s : u"历史"_s;
    }
    /// Where every panel stands.
    [[nodiscard]] QStringList dock_places() const {
        QStringList places;
        for (const QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            if (dock->visibleRegion().isEmpty()) continue;
            const QRect at = dock->geometry();
            places << u"%1: %2, %3, %4 x %5"_s.arg(dock->objectName())
                          .arg(at.x())
                          .arg(at.y())
                          .arg(at.width())
                          .arg(at.height());
        }
        places.sort();
        return places;
    }
    /// Views that nobody looks at are filled when they are seen.
    void see_all_views() {
        each_outlier_view([](const QString&) {});
        window->show_page(u"layers"_s);
        ASSERT_TRUE(wait_until_idle());
    }
    /// What a person does before the language is another one.
    void work() {
        open_sample();
        PlanModel& plan = window->session().plan();
        select_weights();
        const std::size_t tensor = *window->session().hub().current();
        plan.set_locked(std::vector<std::size_t>{tensor}, true);
        window->session().shelf().duplicate();
        window->session().shelf().compare(0);
        window->session().solver().commit_budget(5);
        ASSERT_TRUE(wait_until_idle());
        child<QLineEdit>(u"filterBox"_s)->setText(u"role:down"_s);
        window->session().axis().zoom(2, 0);
        measure_little();
        window->messages().show_error([] { return MainWindow::tr("No plan"); },
                                      Error{ErrorCode::kImpossible, "tied to output.weight"});
        ASSERT_TRUE(wait_until_idle());
        profile_little();
        window->show_page(u"layers"_s);
        ASSERT_TRUE(wait_until_idle());
    }
};

TEST_F(LanguageSwitch, SaysEverythingThatAWindowMadeInThatLanguageSays) {
    work();
    for (const QString& language : {u"de"_s, u"zh_CN"_s, u"en"_s}) {
        switch_to(language);
        see_all_views();
        const QStringList switched = texts_of(*window);
        const auto first = std::exchange(window, std::make_unique<MainWindow>(theme, false));
        WindowTest::SetUp();
        work();
        window->settings().set(Setting::kLanguage, language);
        ASSERT_TRUE(wait_until_idle());
        see_all_views();
        const QStringList made = texts_of(*window);
        EXPECT_GT(made.size(), 1000);
        EXPECT_EQ(lacking(switched, made).join(u'\n').toStdString(), "") << "only when switched";
        EXPECT_EQ(lacking(made, switched).join(u'\n').toStdString(), "") << "only when made";
    }
}

TEST_F(LanguageSwitch, LeavesWhatIsSeenAndDoneAsItWas) {
    work();
    Session& session = window->session();
    child<QDockWidget>(u"historyDock"_s)->raise();
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    const QStringList texts = texts_of(*window);
    const auto selected = session.hub().selected();
    const auto view = session.axis().view();
    const int steps = session.plan().undo_stack().count();
    const QImage before = window->grab().toImage();
    const QStringList docks = dock_places();
    for (const QString& language : {u"de"_s, u"zh_CN"_s, u"en"_s}) {
        switch_to(language);
        EXPECT_EQ(child<QTabWidget>(u"workPages"_s)->currentWidget()->objectName(),
                  u"matrixPage"_s);
        EXPECT_EQ(child<QLineEdit>(u"filterBox"_s)->text(), u"role:down"_s);
        EXPECT_EQ(session.hub().selected(), selected);
        EXPECT_EQ(session.axis().view().count, view.count);
        EXPECT_EQ(session.plan().undo_stack().count(), steps);
        EXPECT_EQ(window->messages().messages().size(), 1);
        EXPECT_FALSE(child<QDockWidget>(u"historyDock"_s)->visibleRegion().isEmpty());
        trigger(u"actionUndo"_s);
        trigger(u"actionRedo"_s);
        EXPECT_EQ(session.plan().undo_stack().index(), steps);
    }
    EXPECT_EQ(lacking(texts_of(*window), texts).join(u'\n').toStdString(), "");
    ASSERT_TRUE(wait_until_idle());
    const QImage after = window->grab().toImage();
    const QString place = qEnvironmentVariable("BITLATHE_TEST_PICTURES");
    if (!place.isEmpty()) {
        before.save(place + u"/switch-before.png"_s);
        after.save(place + u"/switch-after.png"_s);
    }
    EXPECT_EQ(dock_places().join(u'\n').toStdString(), docks.join(u'\n').toStdString());
    const QRect header(QPoint(), window->header().size());
    EXPECT_TRUE(before.copy(header) == after.copy(header));
}

TEST_F(LanguageSwitch, NamesStepsAndJobsThatAreOlderThanTheLanguage) {
    work();
    switch_to(u"de"_s);
    const StepStack& steps = window->session().plan().undo_stack();
    EXPECT_EQ(steps.text(0), u"1 Tensor sperren"_s);
    EXPECT_EQ(window->messages().messages().front(), u"Kein Plan: verbunden mit output.weight"_s);
    QStringList rows;
    for (const JobRow* row : window->findChildren<JobRow*>())
        rows << row->name() + u' ' + row->status();
    EXPECT_TRUE(rows.join(u'\n').contains(u"messen"_s)) << rows.join(u'\n').toStdString();
    switch_to(u"en"_s);
    EXPECT_EQ(steps.text(0), u"Lock 1 tensor"_s);
}

TEST_F(LanguageSwitch, LetsWorkGoOnThatRuns) {
    open_sample();
    child<QSpinBox>(u"qualityContext"_s)->setValue(64);
    child<QSpinBox>(u"qualityWindows"_s)->setValue(8);
    // Work that took long keeps its row.
    const auto earlier = window->findChildren<JobRow*>().size();
    trigger(u"actionMeasure"_s);
    ASSERT_FALSE(window->session().exports().jobs().empty());
    switch_to(u"zh_CN"_s);  // waits until it is done
    EXPECT_EQ(child<QSpinBox>(u"qualityContext"_s)->value(), 64);
    EXPECT_TRUE(window->session().quality().current());
    EXPECT_EQ(window->findChildren<JobRow*>().size(), earlier + 1);
}

TEST_F(LanguageSwitch, LeavesTheWindowOpenInWhichItIsChosen) {
    open_sample();
    trigger(u"actionSettings"_s);
    auto* box = child<QComboBox>(u"setting_language"_s);
    box->setFocus();
    box->setCurrentIndex(box->findData(u"de"_s));
    ASSERT_TRUE(wait_for([this] {
        return child<QWidget>(u"settingsWindow"_s)->windowTitle() == u"Einstellungen"_s;
    }));
    EXPECT_TRUE(child<QWidget>(u"settingsWindow"_s)->isVisible());
    EXPECT_EQ(child<QComboBox>(u"setting_language"_s)->currentData(), u"de"_s);
}

}  // namespace
}  // namespace bitlathe::testing
