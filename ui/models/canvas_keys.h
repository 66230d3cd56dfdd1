// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace bitlathe {

/// Keys that a canvas or a list reads itself, while it has the focus. They are no shortcuts of the
/// window and cannot be changed.
struct CanvasKey {
    QString keys;
    QString text;
};
struct CanvasKeyGroup {
    QString object;  ///< object name of the widget, "" for all canvases
    QString title;
    std::vector<CanvasKey> keys;
};
[[nodiscard]] std::vector<CanvasKeyGroup> canvas_keys();

}  // namespace bitlathe
