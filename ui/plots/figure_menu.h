// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <functional>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "ui/plots/figure.h"
#include "ui/plots/figure_settings.h"
#include "ui/theme/phrase.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What can be done with a figure, as a context menu: copy the picture or its data, save as PNG,
/// SVG, PDF or CSV, or the way the last figure was saved. Its actions are named "figureCopyImage",
/// "figureCopyData", "figureSaveAgain", "figurePng1", "figurePng2", "figurePng4", "figureSvg",
/// "figurePdf" and "figureCsv"; those of data are left out where a figure has none.
class FigureMenu : public QMenu {
    Q_OBJECT
public:
    FigureMenu(Figure figure, Theme& theme, QWidget* parent);

    [[nodiscard]] const Figure& figure() const { return figure_; }
    /// Saves the picture without asking. Errors: kNotWritten.
    [[nodiscard]] Status save(const FigureSettings& settings, const QString& path) const;

signals:
    void saved(const QString& path);
    void failed(const bitlathe::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    using Save = std::function<Status(const QString& path)>;
    QAction* add(QMenu& menu, const Phrase& text, const QString& name, std::function<void()> act);
    void add_picture(QMenu& menu, const Phrase& text, const QString& name,
                     const FigureSettings& settings);
    void show_words();
    void ask(const QString& ending, const Save& save);
    void ask_picture(const FigureSettings& settings);

    Figure figure_;
    Theme& theme_;
    std::vector<std::pair<QAction*, Phrase>> words_;  ///< the panel may outlive the language
};

/// Opens a FigureMenu wherever the person asks `widget` for a context menu, by mouse or keyboard.
/// The window listens to all menus that it has when it is built: signals need no handing on.
FigureMenu* offer_figure(QWidget& widget, Figure figure, Theme& theme);

}  // namespace bitlathe
