// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/layouts.h"

#include "ui/panels/file_dialogs.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kGroup = u"layouts"_s;
constexpr int kLongestName = 60;

QString shown(QString name) {
    return name.replace(u'&', u"&&"_s);
}

}  // namespace

Layouts::Layouts(DockLayout& docks, Settings& settings, QMenu& menu, QObject* parent)
    : QObject(parent), docks_(docks), settings_(settings), menu_(menu) {
    fill();
}

QStringList Layouts::names() const {
    return settings_.entries(kGroup);
}

void Layouts::save_as(const QString& name) {
    const QByteArray arrangement = docks_.arrangement();
    if (name.isEmpty() || arrangement.isEmpty()) return;
    settings_.set_entry(kGroup, name.left(kLongestName), arrangement);
    fill();
}

bool Layouts::switch_to(const QString& name) {
    return docks_.arrange(settings_.entry(kGroup, name).toByteArray());
}

void Layouts::remove(const QString& name) {
    settings_.remove_entry(kGroup, name);
    fill();
}

void Layouts::set_model_open(bool open) {
    open_ = open;
    fill();
}

void Layouts::ask_name() {
    save_as(file_dialogs::ask_name(menu_.parentWidget(), tr("Save layout"),
                                   tr("Name of the layout; one of that name is replaced"), {}));
}

void Layouts::fill() {
    menu_.clear();
    qDeleteAll(menu_.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    const auto add = [this](QMenu& menu, const QString& object, const QString& text, auto run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(object);
        action->setEnabled(open_);
        connect(action, &QAction::triggered, this, run, Qt::QueuedConnection);
    };
    add(menu_, u"layoutDefault"_s, tr("Default"), [this] { docks_.reset(); });
    for (const QString& name : names())
        add(menu_, u"layout_"_s + name, shown(name), [this, name] { switch_to(name); });
    menu_.addSeparator();
    add(menu_, u"layoutSave"_s, tr("Save layout as…"), [this] { ask_name(); });
    if (!names().isEmpty()) {
        auto* gone = new QMenu(tr("Delete layout"), &menu_);
        gone->setObjectName(u"layoutDeleteMenu"_s);
        for (const QString& name : names())
            add(*gone, u"layoutDelete_"_s + name, shown(name), [this, name] { remove(name); });
        menu_.addMenu(gone);
    }
    emit menu_changed();
}

}  // namespace bitlathe
