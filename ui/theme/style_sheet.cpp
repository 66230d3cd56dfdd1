// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include <array>
#include <utility>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kSheet = R"(
* { font-size: 12px; }
QMainWindow, QDialog, QWidget[look="dialog"] { background: @window; }
QSlider { border: 1px solid transparent; border-radius: 5px; }
QSlider:focus { border-color: @accent; }
QStatusBar { background: @window; border: none; }
QStatusBar::item { border: none; }
QWidget[look="panel"] { background: @panel; border: 1px solid @border; border-radius: 6px; }
QWidget[look="header"] { background: @panel; border: none; border-bottom: 1px solid @border; }
QLabel { color: @text; background: transparent; border: none; }
QLabel[look="title"] { font-weight: 600; }
QLabel[look="headline"] { font-size: 13px; font-weight: 600; }
QLabel[look="outlook"] { font-size: 13px; font-weight: 600; color: @accent; }
QLabel[look="muted"] { color: @muted; font-size: 11px; }
QLabel[look="warning"] { color: @warning; }
QLabel[look="accent"] { color: @accent; }
QLabel[look="done"] { color: @done; }
QLabel[look="name"] { font-size: 26px; font-weight: 600; }

QPushButton, QToolButton {
    background: @button; color: @text; border: 1px solid @border; border-radius: 5px;
    padding: 5px 12px; min-height: 18px;
}
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @selection; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; }
QToolButton[look="primary"], QPushButton[look="primary"] { background: @accent; color: @onaccent; border-color: @accent; font-weight: 600; }
QToolButton[look="primary"]:hover, QPushButton[look="primary"]:hover { background: @accenthover; }
QToolButton[look="primary"]:focus, QPushButton[look="primary"]:focus { border-color: @text; }
QToolButton[look="primary"]:disabled, QPushButton[look="primary"]:disabled { background: @button; color: @disabled; border-color: @border; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 2px 6px; }
QPushButton[look="link"]:hover { background: @hover; }
QPushButton[look="link"]:focus { border-color: @accent; }
QPushButton[look="link"]:disabled { color: @disabled; }
QPushButton[look="chip"] {
    background: @selection; border: 1px solid transparent; border-radius: 9px; color: @text;
    padding: 0 8px; font-size: 11px;
}
QPushButton[look="chip"]:hover { background: @hover; }
QPushButton[look="chip"]:focus { border-color: @accent; }
QToolButton[look="quiet"] {
    background: transparent; border: 1px solid transparent; color: @muted; padding: 1px 6px; font-size: 11px;
}
QToolButton[look="quiet"]:hover { background: @hover; color: @text; }
QToolButton[look="quiet"]:focus { border-color: @accent; }
QPushButton[look="tab"] { background: transparent; border: 1px solid transparent; color: @muted; padding: 0 6px; }
QPushButton[look="tab"]:hover { background: @hover; }
QPushButton[look="tab"]:checked { background: @selection; color: @text; }
QPushButton[look="tab"]:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit {
    background: @field; border: 1px solid @border; border-radius: 5px;
    padding: 4px 8px; selection-background-color: @accent; selection-color: @onaccent;
}
QLineEdit:focus { border-color: @accent; }
QCheckBox, QRadioButton { color: @text; spacing: 6px; background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QComboBox {
    background: @button; color: @text; border: 1px solid @border; border-radius: 5px; padding: 3px 8px;
}
QComboBox:focus { border-color: @accent; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(:/marks/down.svg); width: 9px; height: 9px; }
QSpinBox, QDoubleSpinBox {
    background: @field; color: @text; border: 1px solid @border; border-radius: 5px; padding: 3px 2px 3px 6px;
    selection-background-color: @accent; selection-color: @onaccent;
}
QSpinBox:focus, QDoubleSpinBox:focus { border-color: @accent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { background: transparent; border: none; border-radius: 3px; width: 16px; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover, QDoubleSpinBox::up-button:hover, QDoubleSpinBox::down-button:hover { background: @hover; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/marks/up.svg); width: 9px; height: 9px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/marks/down.svg); width: 9px; height: 9px; }
QComboBox QAbstractItemView, QListView {
    background: @panel; color: @text; border: 1px solid transparent; outline: none;
    selection-background-color: @selection; selection-color: @text;
}
QPlainTextEdit, QTextBrowser { background: @panel; color: @text; border: 1px solid transparent; }
QPlainTextEdit { color: @muted; }
QPlainTextEdit[look="field"] { background: @field; color: @text; border: 1px solid @border; border-radius: 5px; }
QScrollArea { background: transparent; border: 1px solid transparent; }
QScrollArea[look="bare"] { border: none; }
QWidget[look="clear"] { background: transparent; border: none; }
QKeySequenceEdit QLineEdit { background: @field; }
QListView:focus, QTableView:focus, QTreeView:focus, QTextBrowser:focus, QPlainTextEdit:focus, QScrollArea:focus { border-color: @accent; }
QMainWindow::separator { background: transparent; width: 8px; height: 3px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: 4px 7px; border: none; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected:focus { background: @selection; }
QTabBar::scroller { width: 20px; }
QTabBar QToolButton { background: @window; border: none; padding: 0; }
QTabBar QToolButton:hover { background: @hover; }
QTabBar QToolButton::left-arrow { image: url(:/marks/left.svg); width: 9px; height: 9px; }
QTabBar QToolButton::right-arrow { image: url(:/marks/right.svg); width: 9px; height: 9px; }
QTabWidget::pane { border: none; }
QCheckBox::indicator:unchecked { width: 11px; height: 11px; border: 1px solid @muted; border-radius: 3px; background: @field; }
QCheckBox::indicator:unchecked:focus { border-color: @accent; }

QTableView, QTreeView {
    background: @panel; border: 1px solid transparent; outline: none; gridline-color: @panel;
    selection-background-color: @selection; selection-color: @text;
}
QHeaderView { background: @panel; border: none; }
QHeaderView::section {
    background: @panel; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 3px 6px; font-size: 11px;
}
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; image: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: @panel; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @grid; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QProgressBar[look="done"]::chunk { background: @done; }
QProgressBar[look="warning"]::chunk { background: @warning; }

QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 14px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QSplitter::handle { background: transparent; }
)";

}  // namespace

QString style_sheet(const ThemeTokens& t) {
    // Longer names first where one is the beginning of another.
    const std::array<std::pair<QString, QColor>, 17> values = {{
        {u"@accenthover"_s, mixed(t.accent, t.text, 0.15)},
        {u"@onaccent"_s, t.dark ? t.window : t.panel},
        {u"@selection"_s, t.selection},
        {u"@disabled"_s, mixed(t.muted, t.panel, 0.35)},
        {u"@warning"_s, t.warning},
        {u"@border"_s, t.border},
        {u"@window"_s, t.window},
        {u"@accent"_s, t.accent},
        {u"@button"_s, t.button},
        {u"@thumb"_s, mixed(t.panel, t.muted, 0.4)},
        {u"@panel"_s, t.panel},
        {u"@hover"_s, t.hover},
        {u"@muted"_s, t.muted},
        {u"@field"_s, t.dark ? mixed(t.panel, t.window, 0.6) : t.panel},
        {u"@grid"_s, t.dark ? t.grid : mixed(t.grid, t.muted, 0.12)},
        {u"@text"_s, t.text},
        {u"@done"_s, t.done},
    }};
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, colour] : values) {
        sheet.replace(name, colour.name());
    }
    return sheet;
}

}  // namespace bitlathe
