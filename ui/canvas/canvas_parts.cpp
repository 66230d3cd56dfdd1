// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_parts.h"

#include <QAccessible>
#include <QWidget>

#include "ui/canvas/accessible_canvas.h"
#include "ui/canvas/copy_key.h"

namespace bitlathe {
namespace {

void (*listener)(QAccessibleEvent*) = nullptr;

void send(QAccessibleEvent& event) {
    if (listener != nullptr) listener(&event);
    QAccessible::updateAccessibility(&event);
}

QAccessibleInterface* make_interface(const QString&, QObject* object) {
    auto* parts = dynamic_cast<CanvasParts*>(object);
    auto* widget = qobject_cast<QWidget*>(object);
    return parts != nullptr && widget != nullptr ? new AccessibleCanvas(*widget, *parts) : nullptr;
}

}  // namespace

QString CanvasParts::copy_text() const {
    const auto now = current_part();
    return now && *now < part_count() ? part(*now).name : QString();
}

CanvasParts::CanvasParts() {
    // Before the canvas has a name: telling of that makes Qt ask for its interface, once for all.
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(make_interface);
        return true;
    }();
}

CanvasParts::~CanvasParts() {
    if (spoken != nullptr) spoken->parts_are_gone();
}

void CanvasParts::offer_parts(QWidget& canvas) {
    copy_by_key(canvas, [this] { return copy_text(); });
}

void announce_part(QWidget& canvas, const CanvasParts& parts) {
    const auto now = parts.current_part();
    if (!now) return;
    for (const auto type : {QAccessible::Focus, QAccessible::Selection}) {
        QAccessibleEvent event(&canvas, type);
        event.setChild(*now);
        send(event);
    }
}

void announce_value(QWidget& canvas, const CanvasParts& parts) {
    const auto now = parts.current_part();
    if (!now) return;
    const CanvasPart part = parts.part(*now);
    QAccessibleValueChangeEvent value(&canvas, part.value);
    value.setChild(*now);
    send(value);
    QAccessibleEvent name(&canvas, QAccessible::NameChanged);  // it says the value, too
    name.setChild(*now);
    send(name);
}

void forget_parts(QWidget& canvas, CanvasParts& parts) {
    if (parts.spoken == nullptr) return;  // nobody has looked
    parts.spoken->forget();
    QAccessibleEvent reset(&canvas, QAccessible::ObjectReorder);
    send(reset);
}

void listen_to_parts(void (*heard)(QAccessibleEvent*)) {
    listener = heard;
}

int made_parts(const CanvasParts& parts) {
    return parts.spoken != nullptr ? parts.spoken->made() : 0;
}

}  // namespace bitlathe
