// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace bitlathe {

/// Keys that a canvas or a list reads itself, while it has the focus. They are no shortcuts of the
/// window and cannot be changed.
struct CanvasKey {
    QString keys;
    QString text;
};
struct CanvasKeyGroup {
    QStringList objects;  ///< names of the widgets; none: all canvases
    QString title;
    std::vector<CanvasKey> keys;
};
[[nodiscard]] std::vector<CanvasKeyGroup> canvas_keys();

}  // namespace bitlathe
