// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDoubleSpinBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/panels/file_dialogs.h"
#include "ui/window/main_window.h"

namespace bitlathe::testing {

/// A real window that remembers nothing, driven by the names of its actions.
class WindowTest : public ::testing::Test {
protected:
    void SetUp() override {
        window->resize(1400, 900);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }
    template <class Widget>
    [[nodiscard]] Widget* child(const QString& name) const {
        auto* found = window->findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name.toStdString();
        return found;
    }
    [[nodiscard]] QAction* action(const QString& name) const { return child<QAction>(name); }
    void trigger(const QString& name) {
        QAction* found = action(name);
        ASSERT_NE(found, nullptr);
        ASSERT_TRUE(found->isEnabled()) << name.toStdString();
        found->trigger();
    }
    [[nodiscard]] bool wait_until_idle() {
        return wait_for([this] { return window->idle(); }, 60);
    }
    void open_sample() {
        trigger(QStringLiteral("actionOpenSample"));
        ASSERT_TRUE(wait_until_idle());
    }

    /// Measures the plan on a few tokens.
    void measure_little() {
        child<QSpinBox>(QStringLiteral("qualityContext"))->setValue(32);
        child<QSpinBox>(QStringLiteral("qualityWindows"))->setValue(2);
        trigger(QStringLiteral("actionMeasure"));
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(window->session().quality().current());
    }

    /// Tries a prompt on its page, and chooses a token.
    void try_little() {
        window->show_page(QStringLiteral("try"));
        child<QPlainTextEdit>(QStringLiteral("tryPrompt"))
            ->setPlainText(QStringLiteral("The king"));
        child<QSpinBox>(QStringLiteral("tryCount"))->setValue(8);
        child<QDoubleSpinBox>(QStringLiteral("tryTemperature"))->setValue(1);
        trigger(QStringLiteral("actionTry"));
        ASSERT_TRUE(wait_until_idle());
        child<TriedView>(QStringLiteral("tryPlanView"))->take_view(qulonglong(3));
    }

    /// Runs a few tokens of a text through the model, and the first window of them for its tokens.
    void profile_little() {
        child<QSpinBox>(QStringLiteral("profileTokens"))->setValue(96);
        trigger(QStringLiteral("actionProfileActivations"));
        ASSERT_TRUE(wait_until_idle());
        window->show_page(QStringLiteral("token-channels"));
        ASSERT_TRUE(wait_until_idle());
        child<QPushButton>(QStringLiteral("tapRun"))->click();
        ASSERT_TRUE(wait_until_idle());
    }
    /// Brings every view of the page of outliers to the front, one after another.
    void each_outlier_view(const std::function<void(const QString&)>& look) {
        for (const QString& view : OutliersPage::view_names()) {
            window->show_page(view);
            ASSERT_TRUE(wait_until_idle());
            look(view);
        }
    }

    /// A weight matrix of the sample, not a norm.
    void select_weights() {
        const PlanModel& plan = window->session().plan();
        const std::size_t tensor = *plan.catalog().model().checkpoint->find("blk.2.ffn_up.weight");
        window->session().hub().select({tensor}, tensor);
    }

    QTemporaryDir folder;
    Theme theme{ThemeChoice::kLight};
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(theme, false);
};

}  // namespace bitlathe::testing
