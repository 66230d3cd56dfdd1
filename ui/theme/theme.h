// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <array>
#include <functional>
#include <optional>

namespace bitlathe {

/// The colours of the window: everything that is painted takes them from here. Colour carries
/// meaning: accent is interaction and the current plan, warning and done are states.
struct ThemeTokens {
    QColor window, panel, border, grid, text, muted, accent, warning, done;
    /// Surfaces derived from the tokens, computed once.
    QColor button, hover, selection, unknown;
    /// One for each RoleGroup, told apart with any kind of colour vision. Only where roles are
    /// meant.
    std::array<QColor, 6> roles;
    bool dark = false;

    [[nodiscard]] static ThemeTokens light();
    [[nodiscard]] static ThemeTokens dark_tokens();
};

enum class ThemeChoice { kSystem, kLight, kDark };
/// "system", "light", "dark"; nothing for any other word.
[[nodiscard]] std::optional<ThemeChoice> find_theme_choice(const QString& name);

/// Holds the tokens and dresses the application in them: Fusion, a palette and one style sheet.
/// GUI thread only.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(ThemeChoice choice = ThemeChoice::kSystem, QObject* parent = nullptr);
    /// Tokens for pictures beside the window's own: dresses nothing.
    explicit Theme(const ThemeTokens& tokens);

    [[nodiscard]] const ThemeTokens& tokens() const { return tokens_; }
    [[nodiscard]] ThemeChoice choice() const { return choice_; }
    void choose(ThemeChoice choice);
    /// Looks at the system's palette again; call it when the system's theme may have changed.
    void follow_system();
    /// Asked instead of the system whether it is dark.
    void set_system_probe(std::function<bool()> is_dark);

    static constexpr int kTooltipDelay = 300;  ///< milliseconds

    /// The three sizes of text; digits have equal width.
    [[nodiscard]] static QFont label_font();
    [[nodiscard]] static QFont content_font();
    [[nodiscard]] static QFont headline_font();
    [[nodiscard]] static QFont title_font();

signals:
    void changed();

private:
    void dress();
    [[nodiscard]] bool is_dark();
    std::function<bool()> probe_;
    ThemeChoice choice_;
    ThemeTokens tokens_;
    bool dressing_ = false;
};

/// `a` with `share` (0..1) of `b` mixed in.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);

}  // namespace bitlathe
