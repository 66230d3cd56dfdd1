// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/kept_views.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>
#include <functional>
#include <utility>
#include <vector>

#include "ui/models/keeps_view.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// How the state of one kind of widget is taken and given. A new kind is one row.
struct Kind {
    std::function<bool(const QWidget&)> fits;
    std::function<QVariant(const QWidget&)> take;
    std::function<void(QWidget&, const QVariant&)> give;
};

template <class Widget>
Kind kind(std::function<QVariant(const Widget&)> take,
          std::function<void(Widget&, const QVariant&)> give) {
    return {[](const QWidget& widget) { return dynamic_cast<const Widget*>(&widget) != nullptr; },
            [take](const QWidget& widget) { return take(dynamic_cast<const Widget&>(widget)); },
            [give](QWidget& widget, const QVariant& state) {
                give(dynamic_cast<Widget&>(widget), state);
            }};
}

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> rows = {
        kind<KeepsView>([](const KeepsView& view) { return view.kept_view(); },
                        [](KeepsView& view, const QVariant& kept) { view.take_view(kept); }),
        kind<QLineEdit>(
            [](const QLineEdit& line) { return line.text(); },
            [](QLineEdit& line, const QVariant& text) { line.setText(text.toString()); }),
        kind<QComboBox>(
            [](const QComboBox& box) { return box.currentIndex(); },
            [](QComboBox& box, const QVariant& index) { box.setCurrentIndex(index.toInt()); }),
        kind<QSpinBox>([](const QSpinBox& box) { return box.value(); },
                       [](QSpinBox& box, const QVariant& value) { box.setValue(value.toInt()); }),
        kind<QCheckBox>([](const QCheckBox& box) { return box.isChecked(); },
                        [](QCheckBox& box, const QVariant& on) { box.setChecked(on.toBool()); }),
        kind<QTabWidget>(
            [](const QTabWidget& pages) { return pages.currentIndex(); },
            [](QTabWidget& pages, const QVariant& page) { pages.setCurrentIndex(page.toInt()); }),
        kind<QSplitter>([](const QSplitter& parts) { return parts.saveState(); },
                        [](QSplitter& parts, const QVariant& state) {
                            parts.restoreState(state.toByteArray());
                        }),
    };
    return rows;
}

const Kind* kind_of(const QWidget& widget) {
    for (const Kind& row : kinds()) {
        if (row.fits(widget)) return &row;
    }
    return nullptr;
}

/// Widgets by name; of several with one name the second is "name 2". Qt's own parts of widgets
/// ("qt_spinbox_lineedit") belong to those.
std::vector<std::pair<QString, QWidget*>> named_widgets(const QWidget& root) {
    std::vector<std::pair<QString, QWidget*>> named;
    std::map<QString, int> seen;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const QString name = widget->objectName();
        if (name.isEmpty() || name.startsWith(u"qt_"_s)) continue;
        const int number = ++seen[name];
        named.emplace_back(number == 1 ? name : name + u' ' + QString::number(number), widget);
    }
    return named;
}

}  // namespace

KeptViews::KeptViews(const QWidget& root) {
    for (const auto& [name, widget] : named_widgets(root)) {
        if (const Kind* row = kind_of(*widget)) states_[name] = row->take(*widget);
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget)) {
            scrolled_[name] = {area->horizontalScrollBar()->value(),
                               area->verticalScrollBar()->value()};
        }
        if (widget->isWindow() && widget->isVisible()) windows_[name] = widget->geometry();
        if (widget->hasFocus()) focused_ = name;
    }
}

void KeptViews::give_to(QWidget& root) const {
    for (const auto& [name, widget] : named_widgets(root)) {
        const auto state = states_.find(name);
        const Kind* row = kind_of(*widget);
        if (row != nullptr && state != states_.end()) row->give(*widget, state->second);
        const auto window = windows_.find(name);
        if (window != windows_.end() && widget->isWindow()) widget->setGeometry(window->second);
        if (name == focused_) widget->setFocus();
    }
    QTimer::singleShot(0, &root, [&root, scrolled = scrolled_] {
        for (const auto& [name, widget] : named_widgets(root)) {
            const auto at = scrolled.find(name);
            auto* area = qobject_cast<QAbstractScrollArea*>(widget);
            if (area == nullptr || at == scrolled.end()) continue;
            area->horizontalScrollBar()->setValue(at->second.x());
            area->verticalScrollBar()->setValue(at->second.y());
        }
    });
}

}  // namespace bitlathe
