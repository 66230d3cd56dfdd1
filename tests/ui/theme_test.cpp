// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStyle>
#include <cmath>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

/// Relative luminance after WCAG 2.1.
double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class Contrast : public ::testing::TestWithParam<bool> {
protected:
    const ThemeTokens t = GetParam() ? ThemeTokens::dark_tokens() : ThemeTokens::light();
};

TEST_P(Contrast, EveryTextIsReadableOnEverySurfaceItStandsOn) {
    const std::pair<const char*, QColor> texts[] = {{"text", t.text},
                                                    {"muted", t.muted},
                                                    {"accent", t.accent},
                                                    {"warning", t.warning},
                                                    {"done", t.done}};
    const std::pair<const char*, QColor> surfaces[] = {{"window", t.window},
                                                       {"panel", t.panel},
                                                       {"button", t.button},
                                                       {"hover", t.hover},
                                                       {"selection", t.selection}};
    for (const auto& [text, ink] : texts) {
        for (const auto& [surface, ground] : surfaces)
            EXPECT_GE(contrast(ink, ground), 4.5) << text << " on " << surface;
    }
    const QColor on_accent = t.dark ? t.window : t.panel;
    EXPECT_GE(contrast(on_accent, t.accent), 4.5);
    EXPECT_GE(contrast(on_accent, mixed(t.accent, t.text, 0.15)), 4.5)
        << "primary, under the mouse";
}

TEST_P(Contrast, FramesOfFocusStandOutFromWhatTheySurround) {
    for (const QColor& ground : {t.window, t.panel, t.button})
        EXPECT_GE(contrast(t.accent, ground), 3) << ground.name().toStdString();
}

TEST_P(Contrast, WhatAFieldAsksForCanBeReadInIt) {
    const Theme theme(GetParam() ? ThemeChoice::kDark : ThemeChoice::kLight);
    QLineEdit field;
    field.ensurePolished();
    const QColor ink = field.palette().color(QPalette::PlaceholderText);
    const QColor ground = t.dark ? mixed(t.panel, t.window, 0.6) : t.panel;
    EXPECT_GE(contrast(mixed(ground, ink, ink.alphaF()), ground), 4.5) << ink.name().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast, ::testing::Bool());

TEST(Theme, FollowsTheSystemWhileItRuns) {
    Theme theme(ThemeChoice::kSystem);
    bool dark = false;
    theme.set_system_probe([&dark] { return dark; });
    theme.follow_system();
    EXPECT_FALSE(theme.tokens().dark);
    QSignalSpy changed(&theme, &Theme::changed);
    dark = true;
    theme.follow_system();
    EXPECT_TRUE(theme.tokens().dark);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), theme.tokens().window);
    theme.follow_system();
    EXPECT_EQ(changed.count(), 1) << "nothing has changed";
    theme.choose(ThemeChoice::kLight);
    theme.follow_system();
    EXPECT_FALSE(theme.tokens().dark) << "a choice stays";
}

TEST(Theme, TooltipsComeSoon) {
    const Theme theme(ThemeChoice::kLight);
    EXPECT_EQ(QApplication::style()->styleHint(QStyle::SH_ToolTip_WakeUpDelay), 300);
}

}  // namespace
}  // namespace bitlathe
