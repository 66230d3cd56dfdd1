// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through the window that need no mouse.
#include <QApplication>
#include <QContextMenuEvent>
#include <algorithm>

#include "ui/canvas/canvas_parts.h"
#include "ui/window/comfort.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Where a context menu opens that was asked for by key: at what is current, else in the middle.
QPoint menu_place(const QWidget& widget) {
    QRect place = widget.rect();
    if (const auto* parts = dynamic_cast<const CanvasParts*>(&widget)) {
        const auto now = parts->current_part();
        const QRect rect = now ? parts->part(*now).rect & widget.rect() : QRect();
        if (!rect.isEmpty()) place = rect;
    }
    return place.center();
}

}  // namespace

QWidget* first_stop(QWidget& pane) {
    for (QWidget* widget = pane.nextInFocusChain(); widget != &pane;
         widget = widget->nextInFocusChain()) {
        const bool takes = widget->focusPolicy() & Qt::TabFocus;
        if (pane.isAncestorOf(widget) && takes && widget->isVisible() && widget->isEnabled())
            return widget;
    }
    return nullptr;
}

std::vector<QWidget*> Comfort::panes() const {
    std::vector<QWidget*> panes = {&parts_.header};
    if (parts_.pages.isVisible()) panes.push_back(&parts_.pages);
    for (QDockWidget* dock : parts_.docks.docks()) {
        // Behind another tab a dock is visible to Qt, but not to the eye.
        if (dock->isVisible() && !dock->visibleRegion().isEmpty()) panes.push_back(dock);
    }
    return panes;
}

void Comfort::go_to_pane(int step) {
    const std::vector<QWidget*> all = panes();
    const QWidget* now = QApplication::focusWidget();
    const auto found = std::find_if(all.begin(), all.end(), [now](const QWidget* pane) {
        return now != nullptr && (pane == now || pane->isAncestorOf(now));
    });
    const auto count = static_cast<int>(all.size());
    int at = found == all.end() ? (step > 0 ? -1 : count) : static_cast<int>(found - all.begin());
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (QWidget* stop = first_stop(*all[static_cast<std::size_t>(at)])) {
            stop->window()->activateWindow();
            return stop->setFocus(Qt::TabFocusReason);
        }
    }
}

void Comfort::go_to_panel(QDockWidget& dock) {
    dock.show();
    dock.raise();
    if (QWidget* stop = first_stop(dock)) stop->setFocus(Qt::TabFocusReason);
}

void Comfort::open_context_menu() {
    QWidget* widget = QApplication::focusWidget();
    if (widget == nullptr) return;
    const QPoint at = menu_place(*widget);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, widget->mapToGlobal(at));
    QApplication::sendEvent(widget, &event);
}

void Comfort::open_panel_menu() {
    const QWidget* now = QApplication::focusWidget();
    for (QDockWidget* dock : parts_.docks.docks()) {
        if (now == nullptr || !dock->isAncestorOf(now)) continue;
        auto* menu = new QMenu(dock->windowTitle(), dock);
        menu->setObjectName(u"panelMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        parts_.docks.fill_panel_menu(*menu, *dock);
        menu->popup(dock->mapToGlobal(QPoint(12, 12)));
        menu->setActiveAction(menu->actions().front());
        return;
    }
}

}  // namespace bitlathe
