// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/accessible_canvas.h"

#include <QWidget>
#include <utility>

namespace bitlathe {
namespace {

/// A reader that walks over everything must not leave an object per bar behind.
constexpr int kMostMade = 1024;

}  // namespace

AccessibleCanvas::AccessibleCanvas(QWidget& canvas, CanvasParts& parts)
    : QAccessibleWidget(&canvas, QAccessible::Chart), parts_(&parts) {
    parts_->spoken = this;
}

AccessibleCanvas::~AccessibleCanvas() {
    forget();
    if (parts_ != nullptr) parts_->spoken = nullptr;
}

void AccessibleCanvas::parts_are_gone() {
    forget();
    parts_ = nullptr;
}

void AccessibleCanvas::forget() {
    const auto ids = std::exchange(ids_, {});
    for (const QAccessible::Id id : ids)
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface* AccessibleCanvas::child(int index) const {
    if (index < 0 || index >= childCount()) return nullptr;
    const auto known = ids_.constFind(index);
    if (known != ids_.constEnd()) return QAccessible::accessibleInterface(*known);
    if (ids_.size() >= kMostMade) const_cast<AccessibleCanvas*>(this)->forget();
    auto* part = new AccessiblePart(*widget(), *parts_, index);
    ids_.insert(index, QAccessible::registerAccessibleInterface(part));
    return part;
}

QAccessibleInterface* AccessibleCanvas::childAt(int x, int y) const {
    if (parts_ == nullptr) return nullptr;
    const auto at = parts_->part_at(widget()->mapFromGlobal(QPoint(x, y)));
    return at ? child(*at) : nullptr;
}

QAccessibleInterface* AccessibleCanvas::focusChild() const {
    if (parts_ == nullptr || !widget()->hasFocus()) return nullptr;
    const auto now = parts_->current_part();
    return now ? child(*now) : nullptr;
}

int AccessibleCanvas::indexOfChild(const QAccessibleInterface* child) const {
    const auto* part = dynamic_cast<const AccessiblePart*>(child);
    return part != nullptr && part->parent() == this ? part->index() : -1;
}

QAccessibleInterface* AccessiblePart::parent() const {
    return QAccessible::queryAccessibleInterface(&canvas_);
}

QString AccessiblePart::text(QAccessible::Text kind) const {
    if (!isValid()) return {};
    if (kind == QAccessible::Name) return parts_.part(index_).name;
    if (kind == QAccessible::Value) return parts_.part(index_).value;
    return {};
}

QRect AccessiblePart::rect() const {
    if (!isValid()) return {};
    const QRect own = parts_.part(index_).rect & canvas_.rect();
    return own.isEmpty() ? QRect() : QRect(canvas_.mapToGlobal(own.topLeft()), own.size());
}

QAccessible::State AccessiblePart::state() const {
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const CanvasPart part = parts_.part(index_);
    state.focusable = true;
    state.selectable = true;
    state.selected = part.selected;
    state.focused = canvas_.hasFocus() && parts_.current_part() == index_;
    state.offscreen = !part.rect.intersects(canvas_.rect());
    state.invisible = !canvas_.isVisible();
    return state;
}

void* AccessiblePart::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                : nullptr;
}

QStringList AccessiblePart::actionNames() const {
    return {pressAction(), setFocusAction()};
}

void AccessiblePart::doAction(const QString& name) {
    if (!isValid()) return;
    canvas_.setFocus(Qt::OtherFocusReason);
    if (name == pressAction() || name == setFocusAction()) parts_.choose_part(index_);
}

}  // namespace bitlathe
