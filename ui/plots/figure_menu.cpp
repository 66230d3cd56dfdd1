// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_menu.h"

#include <QEvent>
#include <utility>

#include "ui/models/shortcut_table.h"
#include "ui/panels/file_dialogs.h"
#include "ui/plots/figure_export.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

FigureMenu::FigureMenu(Figure figure, Theme& theme, QWidget* parent)
    : QMenu(parent), figure_(std::move(figure)), theme_(theme) {
    setObjectName(u"figureMenu"_s);
    add(
        *this, [] { return tr("Copy image"); }, u"figureCopyImage"_s,
        [this] {
            copy_figure_image(figure_, theme_.tokens().panel, parentWidget()->devicePixelRatioF());
        });
    if (figure_.data) {
        add(
            *this, [] { return tr("Copy data"); }, u"figureCopyData"_s,
            [this] { copy_figure_data(figure_); });
    }
    addSeparator();
    QAction* again = add(
        *this, [] { return tr("Save as last time…"); }, u"figureSaveAgain"_s,
        [this] { ask_picture(FigureSettings::load()); });
    connect(this, &QMenu::aboutToShow, again, [again] {
        again->setText(tr("Save as last time: %1…").arg(FigureSettings::load().text()));
    });
    auto* png = new QMenu(this);
    png->setObjectName(u"figurePng"_s);
    addMenu(png);
    words_.emplace_back(png->menuAction(), [] { return tr("Save PNG"); });
    for (const int scale : {1, 2, 4}) {
        add_picture(*png, [scale] { return tr("%1 × the size on screen").arg(scale); },
                    u"figurePng%1"_s.arg(scale), {u"png"_s, scale});
    }
    const int scale = FigureSettings::load().scale;
    add_picture(*this, [] { return tr("Save SVG…"); }, u"figureSvg"_s, {u"svg"_s, scale});
    add_picture(*this, [] { return tr("Save PDF…"); }, u"figurePdf"_s, {u"pdf"_s, scale});
    if (figure_.data) {
        add(
            *this, [] { return tr("Save data as CSV…"); }, u"figureCsv"_s,
            [this] {
                ask(u"csv"_s,
                    [this](const QString& path) { return save_figure_csv(figure_, path); });
            });
    }
    show_words();
}

void FigureMenu::show_words() {
    setTitle(tr("Figure"));
    setAccessibleName(tr("Copy or save this figure"));
    for (const auto& [action, text] : words_) {
        action->setText(text.text());
        set_tip(*action);
    }
}

void FigureMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show_words();
    QMenu::changeEvent(event);
}

QAction* FigureMenu::add(QMenu& menu, const Phrase& text, const QString& name,
                         std::function<void()> act) {
    QAction* action = menu.addAction(QString());
    action->setObjectName(name);
    words_.emplace_back(action, text);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

void FigureMenu::add_picture(QMenu& menu, const Phrase& text, const QString& name,
                             const FigureSettings& settings) {
    add(menu, text, name, [this, settings] {
        FigureSettings wanted = settings;
        if (wanted.ending != u"png"_s) wanted.scale = FigureSettings::load().scale;
        ask_picture(wanted);
    });
}

void FigureMenu::ask_picture(const FigureSettings& settings) {
    ask(settings.ending, [this, settings](const QString& path) {
        Status status = save(settings, path);
        if (status) settings.store();
        return status;
    });
}

void FigureMenu::ask(const QString& ending, const Save& save) {
    const QString path = file_dialogs::save_figure(parentWidget(), figure_.name, ending);
    if (path.isEmpty()) return;
    const Status status = save(path);
    if (status) {
        emit saved(path);
    } else {
        emit failed(status.error());
    }
}

Status FigureMenu::save(const FigureSettings& settings, const QString& path) const {
    const QColor paper = theme_.tokens().panel;
    if (settings.ending == u"svg"_s) return save_figure_svg(figure_, paper, path);
    if (settings.ending == u"pdf"_s) return save_figure_pdf(figure_, paper, path);
    return save_figure_png(figure_, paper, settings.scale, path);
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
