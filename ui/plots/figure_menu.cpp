// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_menu.h"

#include <utility>

#include "ui/panels/file_dialogs.h"
#include "ui/plots/figure_export.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

FigureMenu::FigureMenu(Figure figure, Theme& theme, QWidget* parent)
    : QMenu(tr("Figure"), parent), figure_(std::move(figure)), theme_(theme) {
    setObjectName(u"figureMenu"_s);
    setAccessibleName(tr("Copy or save this figure"));
    add(*this, tr("Copy image"), u"figureCopyImage"_s, [this] {
        copy_figure_image(figure_, theme_.tokens().panel, parentWidget()->devicePixelRatioF());
    });
    add(*this, tr("Copy data"), u"figureCopyData"_s, [this] { copy_figure_data(figure_); });
    addSeparator();
    QMenu* png = addMenu(tr("Save PNG"));
    png->setObjectName(u"figurePng"_s);
    for (const int scale : {1, 2, 4}) {
        add_saving(*png, tr("%1 × the size on screen").arg(scale), u"figurePng%1"_s.arg(scale),
                   u"png"_s, [this, scale](const QString& path) {
                       return save_figure_png(figure_, theme_.tokens().panel, scale, path);
                   });
    }
    add_saving(*this, tr("Save SVG…"), u"figureSvg"_s, u"svg"_s, [this](const QString& path) {
        return save_figure_svg(figure_, theme_.tokens().panel, path);
    });
    add_saving(*this, tr("Save PDF…"), u"figurePdf"_s, u"pdf"_s, [this](const QString& path) {
        return save_figure_pdf(figure_, theme_.tokens().panel, path);
    });
    add_saving(*this, tr("Save data as CSV…"), u"figureCsv"_s, u"csv"_s,
               [this](const QString& path) { return save_figure_csv(figure_, path); });
}

void FigureMenu::add(QMenu& menu, const QString& text, const QString& name,
                     std::function<void()> act) {
    QAction* action = menu.addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, std::move(act));
}

void FigureMenu::add_saving(QMenu& menu, const QString& text, const QString& name,
                            const QString& ending, Save save) {
    add(menu, text, name, [this, ending, save = std::move(save)] {
        const QString path = file_dialogs::save_figure(parentWidget(), figure_.name, ending);
        if (path.isEmpty()) return;
        const Status status = save(path);
        if (status) {
            emit saved(path);
        } else {
            emit failed(status.error());
        }
    });
}

FigureMenu* offer_figure(QWidget& widget, Figure figure, Theme& theme) {
    auto* menu = new FigureMenu(std::move(figure), theme, &widget);
    widget.setContextMenuPolicy(Qt::CustomContextMenu);
    widget.addAction(menu->menuAction());  // so that keys given to its actions are listened for
    QObject::connect(&widget, &QWidget::customContextMenuRequested, menu,
                     [&widget, menu](QPoint at) { menu->popup(widget.mapToGlobal(at)); });
    return menu;
}

}  // namespace bitlathe
