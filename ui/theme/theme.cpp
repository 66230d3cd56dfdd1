// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QProxyStyle>
#include <QScopedValueRollback>
#include <QStyleFactory>
#include <utility>

#include "ui/theme/style_sheet.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Fusion, with tooltips that come soon.
class Style : public QProxyStyle {
public:
    Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override {
        if (hint == SH_ToolTip_WakeUpDelay) return Theme::kTooltipDelay;
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
};

ThemeTokens derived(ThemeTokens t) {
    t.button = mixed(t.panel, t.muted, t.dark ? 0.14 : 0.08);
    t.hover = mixed(t.panel, t.muted, t.dark ? 0.18 : 0.14);
    t.selection = mixed(t.panel, t.accent, t.dark ? 0.22 : 0.15);
    t.unknown = mixed(t.panel, t.muted, 0.30);
    // After Okabe and Ito (2008), "Color Universal Design"; their black gives way to a grey.
    t.roles = {QColor(0x00, 0x72, 0xb2), QColor(0xe6, 0x9f, 0x00), QColor(0x00, 0x9e, 0x73),
               QColor(0xcc, 0x79, 0xa7), QColor(0x56, 0xb4, 0xe9), mixed(t.panel, t.muted, 0.5)};
    return t;
}

QPalette palette_of(const ThemeTokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.window);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.warning);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.panel);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::ToolTipBase, t.panel);
    p.setColor(QPalette::ToolTipText, t.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, t.muted);
    }
    return p;
}

/// Dark when the system writes light on dark. Our own palette has to be taken off for the look.
bool system_is_dark() {
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    return system.color(QPalette::Window).lightness() <
           system.color(QPalette::WindowText).lightness();
}

QFont sized(int pixels, QFont::Weight weight = QFont::Normal) {
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

}  // namespace

ThemeTokens ThemeTokens::light() {
    ThemeTokens t;
    t.window = QColor(0xee, 0xf0, 0xf3);
    t.panel = QColor(0xff, 0xff, 0xff);
    t.border = QColor(0xd9, 0xdd, 0xe3);
    t.grid = QColor(0xee, 0xf0, 0xf3);
    t.text = QColor(0x1b, 0x1f, 0x24);
    t.muted = QColor(0x5d, 0x66, 0x70);
    t.accent = QColor(0x24, 0x64, 0xcc);
    t.warning = QColor(0xa8, 0x46, 0x0d);
    t.done = QColor(0x1d, 0x73, 0x39);
    return derived(t);
}

ThemeTokens ThemeTokens::dark_tokens() {
    ThemeTokens t;
    t.window = QColor(0x12, 0x15, 0x18);
    t.panel = QColor(0x1b, 0x1f, 0x24);
    t.border = QColor(0x2e, 0x34, 0x3c);
    t.grid = QColor(0x26, 0x2b, 0x32);
    t.text = QColor(0xe4, 0xe7, 0xeb);
    t.muted = QColor(0xa0, 0xa9, 0xb4);
    t.accent = QColor(0x70, 0xaa, 0xf8);
    t.warning = QColor(0xee, 0x9a, 0x5b);
    t.done = QColor(0x5c, 0xc4, 0x84);
    t.dark = true;
    return derived(t);
}

std::optional<ThemeChoice> find_theme_choice(const QString& name) {
    if (name == u"system"_s) return ThemeChoice::kSystem;
    if (name == u"light"_s) return ThemeChoice::kLight;
    if (name == u"dark"_s) return ThemeChoice::kDark;
    return std::nullopt;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return qRound(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

Theme::Theme(ThemeChoice choice, QObject* parent) : QObject(parent), choice_(choice) {
    dress();
}

Theme::Theme(const ThemeTokens& tokens)
    : choice_(tokens.dark ? ThemeChoice::kDark : ThemeChoice::kLight), tokens_(tokens) {}

void Theme::choose(ThemeChoice choice) {
    choice_ = choice;
    dress();
}

void Theme::follow_system() {
    if (choice_ != ThemeChoice::kSystem || dressing_) return;
    const bool before = tokens_.dark;
    if (is_dark() != before) return dress();
    // Asking the system has taken our palette off.
    const QScopedValueRollback<bool> guard(dressing_, true);
    QApplication::setPalette(palette_of(tokens_));
}

void Theme::set_system_probe(std::function<bool()> is_dark) {
    probe_ = std::move(is_dark);
}

bool Theme::is_dark() {
    if (choice_ != ThemeChoice::kSystem) return choice_ == ThemeChoice::kDark;
    if (probe_) return probe_();
    const QScopedValueRollback<bool> guard(dressing_, true);
    return system_is_dark();
}

void Theme::dress() {
    if (dressing_) return;  // our own palette change comes back as an event
    const bool dark = is_dark();
    const QScopedValueRollback<bool> guard(dressing_, true);
    tokens_ = dark ? ThemeTokens::dark_tokens() : ThemeTokens::light();
    QApplication::setStyle(new Style);
    QApplication::setPalette(palette_of(tokens_));
    qApp->setStyleSheet(style_sheet(tokens_));
    emit changed();
}

QFont Theme::label_font() {
    return sized(11);
}

QFont Theme::content_font() {
    return sized(12);
}

QFont Theme::headline_font() {
    return sized(13, QFont::DemiBold);
}

QFont Theme::title_font() {
    return sized(12, QFont::DemiBold);
}

}  // namespace bitlathe
