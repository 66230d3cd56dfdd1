// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bitlathe {

/// How figures were saved last: the next one is offered the same way. Kept in the settings.
struct FigureSettings {
    QString ending = QStringLiteral("png");  ///< "png", "svg" or "pdf"
    int scale = 2;                           ///< of PNG: 1, 2 or 4
    bool operator==(const FigureSettings&) const = default;

    [[nodiscard]] static FigureSettings load();
    void store() const;
    /// "PNG, 2 ×" or "SVG"
    [[nodiscard]] QString text() const;
};

}  // namespace bitlathe
