// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader finds.
#include <QAccessible>
#include <QDialog>

#include "tests/ui/canvas_fixture.h"
#include "tests/ui/interactive.h"
#include "tests/ui/synthetic_gguf.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/panels/export_dialog.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using testing::describe;

struct Heard {
    QAccessible::Event type;
    QString name, value;
};
std::vector<Heard> heard;

void listen(QAccessibleEvent* event) {
    if (event->child() < 0) return;
    QAccessibleInterface* part = event->accessibleInterface();
    if (part == nullptr) return;
    heard.push_back({event->type(), part->text(QAccessible::Name), part->text(QAccessible::Value)});
}

class Accessibility : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        heard.clear();
        listen_to_parts(listen);
    }
    void TearDown() override { listen_to_parts(nullptr); }
    static void expect_names(QWidget& root) {
        for (const QWidget* widget : testing::interactive(root)) {
            auto* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            ASSERT_NE(spoken, nullptr) << describe(widget);
            EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty()) << describe(widget);
        }
    }
    static bool was_heard(QAccessible::Event type, const QString& text) {
        return std::any_of(heard.begin(), heard.end(), [&](const Heard& one) {
            return one.type == type && one.name.contains(text);
        });
    }
};

TEST_F(Accessibility, EverythingThatCanBeUsedHasAName) {
    expect_names(*window);
    open_sample();
    select_weights();
    expect_names(*window);
    for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
        dock->raise();
        QCoreApplication::processEvents();
        expect_names(*window);
    }
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    expect_names(*window);
    window->show_page(u"tokens"_s);
    expect_names(*window);
    measure_little();
    expect_names(*window);
    try_little();
    expect_names(*window);
    each_outlier_view([this](const QString&) { expect_names(*window); });
    profile_little();
    each_outlier_view([this](const QString&) { expect_names(*window); });
}

TEST_F(Accessibility, APlaceOfAMapIsReadInWords) {
    open_sample();
    profile_little();
    for (const QString& name : {u"tapCanvas"_s, u"attentionCanvas"_s, u"outlierCanvas"_s}) {
        window->show_page(name == u"tapCanvas"_s         ? u"token-channels"_s
                          : name == u"attentionCanvas"_s ? u"attention"_s
                                                         : u"channels"_s);
        ASSERT_TRUE(wait_until_idle());
        auto* canvas = child<QWidget>(name);
        canvas->setFocus(Qt::TabFocusReason);
        heard.clear();
        QTest::keyClick(canvas, Qt::Key_Right);
        EXPECT_TRUE(was_heard(QAccessible::Focus, u"block"_s) ||
                    was_heard(QAccessible::ValueChanged, u"block"_s))
            << name.toStdString();
    }
}

TEST_F(Accessibility, SoHasEverythingInDialogs) {
    open_sample();
    for (const QString& name : {u"actionSettings"_s, u"actionShortcuts"_s, u"actionKeys"_s,
                                u"actionAbout"_s, u"actionHelp"_s})
        trigger(name);
    PlanModel& plan = window->session().plan();
    ExportWishes wishes;
    wishes.destination = folder.filePath(u"x.gguf"_s);
    ExportDialog dialog({plan.shared_catalog(), std::make_shared<const Plan>(plan.plan()),
                         window->session().path(), QString()},
                        wishes, window.get());
    dialog.show();
    ASSERT_TRUE(testing::wait_for([&dialog] { return !dialog.checking(); }));
    trigger(u"actionPalette"_s);  // last: it closes when another window comes
    int windows = 0;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (!top->isVisible() || top == window.get()) continue;
        ++windows;
        EXPECT_FALSE(top->accessibleName().isEmpty() && top->windowTitle().isEmpty())
            << describe(top);
        expect_names(*top);
    }
    EXPECT_GE(windows, 7);
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top != window.get()) top->close();
    }
}

TEST_F(Accessibility, CanvasesAreTreesOfNamedParts) {
    open_sample();
    select_weights();
    ASSERT_TRUE(wait_until_idle());
    for (const QString& name :
         {u"bitsCanvas"_s, u"depthCanvas"_s, u"paretoPlot"_s, u"compositionChart"_s,
          u"histogramView"_s, u"rateDistortionView"_s}) {
        auto* canvas = child<QWidget>(name);
        auto* spoken = QAccessible::queryAccessibleInterface(canvas);
        ASSERT_NE(spoken, nullptr);
        EXPECT_EQ(spoken->role(), QAccessible::Chart) << name.toStdString();
        ASSERT_GT(spoken->childCount(), 3) << name.toStdString();
        const QRect place(canvas->mapToGlobal(QPoint()), canvas->size());
        int placed = 0;
        for (int i = 0; i < spoken->childCount(); ++i) {
            auto* part = spoken->child(i);
            ASSERT_NE(part, nullptr);
            EXPECT_FALSE(part->text(QAccessible::Name).isEmpty()) << name.toStdString() << i;
            EXPECT_FALSE(part->text(QAccessible::Value).isEmpty()) << name.toStdString() << i;
            EXPECT_EQ(part->parent(), spoken);
            EXPECT_EQ(spoken->indexOfChild(part), i);
            if (!part->rect().isEmpty()) {
                ++placed;
                EXPECT_TRUE(place.contains(part->rect())) << name.toStdString() << i;
            }
        }
        EXPECT_GT(placed, 0) << name.toStdString();
    }
}

TEST_F(Accessibility, ABarSaysWhereWhatAndHowMuch) {
    open_sample();
    BitsCanvas& canvas = window->canvas();
    const std::size_t tensor =
        *window->session().plan().catalog().model().checkpoint->find("blk.2.ffn_up.weight");
    window->session().plan().set_locked(std::vector<std::size_t>{tensor}, true);
    const int bar = canvas.bar_list().bar_of_tensor[tensor];
    auto* part = QAccessible::queryAccessibleInterface(&canvas)->child(bar);
    const QString name = part->text(QAccessible::Name);
    for (const QString& word : {u"2"_s, u"up"_s, u"4.5"_s, u"iB"_s, u"locked"_s})
        EXPECT_TRUE(name.contains(word)) << name.toStdString();
    EXPECT_TRUE(part->text(QAccessible::Value).startsWith(u"4.5"_s));
    // It can be chosen, and is then the one with the focus.
    EXPECT_FALSE(part->state().focused);
    part->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    EXPECT_TRUE(part->state().focused && part->state().selected);
    EXPECT_EQ(QAccessible::queryAccessibleInterface(&canvas)->focusChild(), part);
}

TEST_F(Accessibility, ArrowsAndEditsAreAnnounced) {
    open_sample();
    BitsCanvas& canvas = window->canvas();
    canvas.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&canvas, Qt::Key_Home);
    window->session().hub().select({}, std::nullopt);
    QTest::keyClick(&canvas, Qt::Key_Right);
    heard.clear();
    QTest::keyClick(&canvas, Qt::Key_Right);
    const auto bar = canvas.current_part();
    ASSERT_TRUE(bar);
    const QString name = canvas.part(*bar).name;
    EXPECT_TRUE(was_heard(QAccessible::Focus, name));
    EXPECT_TRUE(was_heard(QAccessible::Selection, name));
    heard.clear();
    QTest::keyClick(&canvas, Qt::Key_8);
    EXPECT_TRUE(was_heard(QAccessible::ValueChanged, u"Q8_0"_s));
}

TEST_F(Accessibility, FiftyThousandBarsMakeNoObjectsUntilAskedFor) {
    const std::filesystem::path path = folder.filePath(u"large.gguf"_s).toStdString();
    testing::write_synthetic_gguf(path, 7200);
    PlanModel plan;
    testing::open_into(plan, QString::fromStdString(path.string()));
    SelectionHub hub;
    BlockAxis axis;
    BitsCanvas canvas(plan, hub, axis, theme);
    ASSERT_GT(canvas.part_count(), 50000);
    auto* spoken = QAccessible::queryAccessibleInterface(&canvas);
    EXPECT_EQ(spoken->childCount(), canvas.part_count());
    EXPECT_EQ(made_parts(canvas), 0);
    EXPECT_NE(spoken->child(40000), nullptr);
    EXPECT_EQ(spoken->child(40000), spoken->child(40000));
    EXPECT_EQ(made_parts(canvas), 1);
    for (int i = 0; i < 5000; ++i)
        static_cast<void>(spoken->child(i));
    EXPECT_LE(made_parts(canvas), 1024) << "reading on does not pile them up";
    plan.close();
    EXPECT_EQ(spoken->childCount(), 0);
    EXPECT_EQ(made_parts(canvas), 0);
}

}  // namespace
}  // namespace bitlathe
