// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <functional>

#include "core/base/result.h"
#include "ui/plots/figure.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What can be done with a figure, as a context menu: copy the picture or its data, save as PNG,
/// SVG, PDF or CSV. Its actions are named "figureCopyImage", "figureCopyData", "figurePng1",
/// "figurePng2", "figurePng4", "figureSvg", "figurePdf" and "figureCsv".
class FigureMenu : public QMenu {
    Q_OBJECT
public:
    FigureMenu(Figure figure, Theme& theme, QWidget* parent);

signals:
    void saved(const QString& path);
    void failed(const bitlathe::Error& error);

private:
    using Save = std::function<Status(const QString& path)>;
    void add(QMenu& menu, const QString& text, const QString& name, std::function<void()> act);
    void add_saving(QMenu& menu, const QString& text, const QString& name, const QString& ending,
                    Save save);

    Figure figure_;
    Theme& theme_;
};

/// Opens a FigureMenu wherever the person asks `widget` for a context menu, by mouse or keyboard.
FigureMenu* offer_figure(QWidget& widget, Figure figure, Theme& theme);

}  // namespace bitlathe
