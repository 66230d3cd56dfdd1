// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

#include "ui/canvas/canvas_parts.h"

namespace bitlathe {

/// A canvas as screen readers see it: a chart with its parts as children.
class AccessibleCanvas : public QAccessibleWidget {
public:
    AccessibleCanvas(QWidget& canvas, CanvasParts& parts);
    ~AccessibleCanvas() override;
    void forget();
    /// The parts go before the widget does; from now on there are none.
    void parts_are_gone();
    [[nodiscard]] int made() const { return static_cast<int>(ids_.size()); }

    [[nodiscard]] int childCount() const override {
        return parts_ != nullptr ? parts_->part_count() : 0;
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;

private:
    CanvasParts* parts_;
    mutable QHash<int, QAccessible::Id> ids_;
};

/// One part. It holds no more than its number.
class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessiblePart(QWidget& canvas, CanvasParts& parts, int index)
        : canvas_(canvas), parts_(parts), index_(index) {}
    [[nodiscard]] int index() const { return index_; }

    [[nodiscard]] bool isValid() const override { return index_ < parts_.part_count(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QWidget& canvas_;
    CanvasParts& parts_;
    int index_;
};

}  // namespace bitlathe
