// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/interactive.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

#include "ui/canvas/canvas_parts.h"

namespace bitlathe::testing {
namespace {

template <class... Kinds>
bool is_any(const QObject* object) {
    return ((qobject_cast<const Kinds*>(object) != nullptr) || ...);
}

bool is_part_of_a_control(const QWidget* widget) {
    for (const QWidget* up = widget->parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (is_any<QLineEdit, QComboBox, QAbstractSpinBox, QTabBar, QAbstractItemView,
                   QKeySequenceEdit>(up)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<QWidget*> interactive(QWidget& root) {
    std::vector<QWidget*> found;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const bool kind =
            is_any<QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractItemView,
                   QTabBar, QAbstractSpinBox, QTextEdit, QKeySequenceEdit>(widget) ||
            dynamic_cast<CanvasParts*>(widget) != nullptr;
        const bool left_out = is_any<QScrollBar, QHeaderView>(widget) ||
                              is_part_of_a_control(widget) || widget->window() != root.window();
        if (!kind || left_out || !widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        found.push_back(widget);
    }
    return found;
}

std::string describe(const QWidget* widget) {
    if (widget == nullptr) return "nothing";
    std::string text = widget->metaObject()->className();
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (!widget->objectName().isEmpty()) text += " < " + widget->objectName().toStdString();
    }
    return text;
}

std::vector<QWidget*> tab_round(QWidget& start, int most) {
    std::vector<QWidget*> stops;
    start.setFocus(Qt::TabFocusReason);
    for (int i = 0; i < most; ++i) {
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr || (i > 0 && now == &start)) break;
        stops.push_back(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return stops;
}

}  // namespace bitlathe::testing
