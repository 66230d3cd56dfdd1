// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window without a mouse.
#include <QAbstractButton>
#include <QButtonGroup>
#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <algorithm>

#include "tests/ui/interactive.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_parts.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using testing::describe;

/// Of exclusive buttons Tab stops at the chosen one; arrows lead to the others.
bool in_one_group(const QWidget* a, const QWidget* b) {
    const auto* one = qobject_cast<const QAbstractButton*>(a);
    const auto* other = qobject_cast<const QAbstractButton*>(b);
    return one != nullptr && other != nullptr && one->group() != nullptr &&
           one->group() == other->group() && one->group()->exclusive();
}

class Keyboard : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
    /// What `widget` and its surroundings look like now.
    [[nodiscard]] QImage look(QWidget& widget) const {
        const QRect place(widget.mapTo(window.get(), QPoint()), widget.size());
        return window->grab(place.adjusted(-4, -4, 4, 4)).toImage();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* focus = QApplication::focusWidget();
        ASSERT_NE(focus, nullptr);
        QTest::keyClick(focus, key, modifiers);
    }
    [[nodiscard]] static QString focus_name() {
        const QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus->objectName() : QString();
    }
    /// Presses Tab until something has the focus.
    void tab_to(const QString& name) {
        for (int i = 0; i < 200 && focus_name() != name; ++i)
            key(Qt::Key_Tab);
        ASSERT_EQ(focus_name(), name);
    }
    void expect_reachable() {
        auto* start = child<QWidget>(u"openButton"_s);
        const auto stops = testing::tab_round(*start);
        EXPECT_EQ(QApplication::focusWidget(), start) << "Tab comes back to where it began";
        for (QWidget* widget : testing::interactive(*window)) {
            if (!widget->isEnabled()) continue;
            const bool reached =
                std::any_of(stops.begin(), stops.end(), [widget](const QWidget* stop) {
                    return stop == widget || widget->focusProxy() == stop ||
                           in_one_group(stop, widget);
                });
            EXPECT_TRUE(reached) << describe(widget);
        }
    }
};

TEST_F(Keyboard, TabReachesEverythingAndComesBack) {
    expect_reachable();  // the empty window
    open_sample();
    select_weights();
    expect_reachable();
    for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
        dock->raise();
        QCoreApplication::processEvents();
        expect_reachable();
    }
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    expect_reachable();
    window->show_page(u"tokens"_s);
    expect_reachable();  // nothing is measured yet
    try_little();
    expect_reachable();
    window->show_page(u"tokens"_s);
    measure_little();
    expect_reachable();
    profile_little();
    each_outlier_view([this](const QString&) { expect_reachable(); });
}

TEST_F(Keyboard, FocusIsSeenOnEverything) {
    open_sample();
    select_weights();
    measure_little();
    try_little();
    profile_little();
    QStringList pages = {u"layers"_s, u"matrix"_s, u"tokens"_s, u"try"_s};
    pages += OutliersPage::view_names();
    for (const QString& page : pages) {
        window->show_page(page);
        ASSERT_TRUE(wait_until_idle());
        for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
            dock->raise();
            QCoreApplication::processEvents();
            for (QWidget* widget : testing::interactive(*window)) {
                if (!widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
                widget->setFocus(Qt::TabFocusReason);  // may select something first
                widget->clearFocus();
                QCoreApplication::processEvents();
                const QImage without = look(*widget);
                widget->setFocus(Qt::OtherFocusReason);
                QCoreApplication::processEvents();
                EXPECT_NE(without, look(*widget)) << describe(widget);
            }
        }
    }
}

TEST_F(Keyboard, FromTheSampleToTheExportDialog) {
    child<QWidget>(u"openButton"_s)->setFocus(Qt::TabFocusReason);
    tab_to(u"emptySampleButton"_s);
    key(Qt::Key_Space);
    ASSERT_TRUE(testing::wait_for([&] { return window->session().plan().is_open(); }));
    ASSERT_TRUE(wait_until_idle());
    PlanModel& plan = window->session().plan();

    key(Qt::Key_F, Qt::ControlModifier);
    ASSERT_EQ(focus_name(), u"filterBox"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"attn_q block:3"_s);
    tab_to(u"tensorTable"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Up);
    ASSERT_EQ(window->session().hub().selected().size(), 1U);
    const std::size_t tensor = window->session().hub().selected().front();
    EXPECT_EQ(plan.catalog().tensor(tensor).name, u"blk.3.attn_q.weight"_s);

    for (int i = 0; i < 30 && focus_name() != u"depthCanvas"_s; ++i)
        key(Qt::Key_F6);
    tab_to(u"bitsCanvas"_s);
    key(Qt::Key_6);
    EXPECT_EQ(plan.format(tensor), *find_format("Q6_K"));
    key(Qt::Key_Space);
    EXPECT_TRUE(plan.locked(tensor));

    tab_to(u"openButton"_s);
    tab_to(u"budgetSlider"_s);
    const double before = plan.totals().bits_per_weight;
    for (int i = 0; i < 10; ++i)
        key(Qt::Key_Left);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_LT(plan.totals().bits_per_weight, before);
    EXPECT_EQ(plan.format(tensor), *find_format("Q6_K")) << "locks stay";
    key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(wait_until_idle());

    bool seen = false;
    QTimer::singleShot(0, window.get(), [&seen] {
        auto* dialog = QApplication::activeModalWidget();
        seen = dialog != nullptr && dialog->objectName() == u"exportDialog"_s;
        if (dialog != nullptr) QTest::keyClick(dialog, Qt::Key_Escape);
    });
    key(Qt::Key_E, Qt::ControlModifier);
    EXPECT_TRUE(seen);
}

TEST_F(Keyboard, F6GoesRoundThePanels) {
    open_sample();
    const std::size_t count = window->comfort().panes().size();
    ASSERT_GT(count, 4U);
    child<QWidget>(u"openButton"_s)->setFocus(Qt::TabFocusReason);
    std::vector<QString> seen;
    for (std::size_t i = 0; i < count; ++i) {
        key(Qt::Key_F6);
        seen.push_back(focus_name());
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end()) << "each once";
    key(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_NE(focus_name(), seen.back());
}

TEST_F(Keyboard, ShiftF10OpensTheContextMenuOfAFigure) {
    open_sample();
    auto* plot = child<QWidget>(u"paretoPlot"_s);
    plot->setFocus(Qt::TabFocusReason);
    key(Qt::Key_F10, Qt::ShiftModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    EXPECT_EQ(menu->objectName(), u"figureMenu"_s);
    menu->close();
}

TEST_F(Keyboard, CtrlCCopiesWhatIsCurrentAsText) {
    open_sample();
    select_weights();
    const QString name = u"blk.2.ffn_up.weight"_s;
    for (const QString& where : {u"bitsCanvas"_s, u"tensorTable"_s}) {
        QGuiApplication::clipboard()->clear();
        child<QWidget>(where)->setFocus(Qt::TabFocusReason);
        key(Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        EXPECT_TRUE(text.contains(name)) << where.toStdString() << ": " << text.toStdString();
    }
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    child<QWidget>(u"matrixCanvas"_s)->setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(wait_until_idle());
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(u"row"_s));
}

TEST_F(Keyboard, ArrowsWalkOverEveryCanvas) {
    open_sample();
    select_weights();
    for (const QString& name :
         {u"bitsCanvas"_s, u"depthCanvas"_s, u"paretoPlot"_s, u"compositionChart"_s,
          u"histogramView"_s, u"rateDistortionView"_s}) {
        auto* canvas = child<QWidget>(name);
        const auto* parts = dynamic_cast<const CanvasParts*>(canvas);
        ASSERT_NE(parts, nullptr);
        canvas->setFocus(Qt::TabFocusReason);
        QTest::keyClick(canvas, Qt::Key_Right);
        const auto first = parts->current_part();
        ASSERT_TRUE(first) << name.toStdString();
        QTest::keyClick(canvas, Qt::Key_Right);
        EXPECT_NE(parts->current_part(), first) << name.toStdString();
    }
}

}  // namespace
}  // namespace bitlathe
