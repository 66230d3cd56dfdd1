// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

namespace bitlathe {

/// A widget that a person brings into a state which is kept nowhere else: what is unfolded, how far
/// a plot is zoomed. When the window is built again another widget of the same kind takes it over.
/// What Qt's own widgets hold (texts, choices, check marks, positions) needs none of this.
class KeepsView {
public:
    virtual ~KeepsView() = default;
    [[nodiscard]] virtual QVariant kept_view() const = 0;
    /// `kept`: what another widget of this kind has answered, of the model that is open still.
    virtual void take_view(const QVariant& kept) = 0;

protected:
    KeepsView() = default;
};

}  // namespace bitlathe
