// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QString>
#include <optional>

class QAccessibleEvent;
class QWidget;

namespace bitlathe {

class AccessibleCanvas;

/// One thing that a canvas paints, in words.
struct CanvasPart {
    QString name;   ///< everything a listener needs: "block 12 attn_q, Q4_K, 4.50 bits, locked"
    QString value;  ///< the figure that changes: "4.50 bits"
    QRect rect;     ///< in the canvas; may be empty or outside of it
    bool selected = false;
};

/// What a canvas is made of, for those who cannot see it and for the clipboard. A canvas inherits
/// this beside QWidget; screen readers then find a tree under it whose entries are made when they
/// are asked for, however many there could be. Ctrl+C on the canvas copies copy_text(). GUI thread
/// only.
class CanvasParts {
public:
    virtual ~CanvasParts();
    [[nodiscard]] virtual int part_count() const = 0;
    /// `index` is in [0, part_count()).
    [[nodiscard]] virtual CanvasPart part(int index) const = 0;
    /// Where the keyboard is.
    [[nodiscard]] virtual std::optional<int> current_part() const = 0;
    [[nodiscard]] virtual std::optional<int> part_at(QPoint point) const = 0;
    /// Makes a part the current one, as a click would.
    virtual void choose_part(int index) = 0;
    /// What the current part, or what is selected, says as text; "" when there is nothing.
    [[nodiscard]] virtual QString copy_text() const;

    /// The tree that screen readers see, if one has asked for it. It sets this itself.
    AccessibleCanvas* spoken = nullptr;

protected:
    CanvasParts();
    /// Call once from the constructor of the canvas.
    void offer_parts(QWidget& canvas);
};

/// Tells screen readers that the keyboard is on another part of the canvas, or that the selection
/// has moved.
void announce_part(QWidget& canvas, const CanvasParts& parts);
/// Tells screen readers that the current part has another value.
void announce_value(QWidget& canvas, const CanvasParts& parts);
/// The parts are others than before.
void forget_parts(QWidget& canvas, CanvasParts& parts);
/// Hears what is told to screen readers, also where the platform has none (tests); null: nobody.
void listen_to_parts(void (*heard)(QAccessibleEvent*));
/// Entries of the tree that exist now; tests watch that they are few.
[[nodiscard]] int made_parts(const CanvasParts& parts);

}  // namespace bitlathe
