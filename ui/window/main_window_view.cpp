// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks at the open model, as small texts by name: a project keeps them, and so does
// what is kept for a crash.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <cmath>

#include "ui/panels/strip_choice.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A selection of more is not worth its file.
constexpr std::size_t kMostSelected = 20'000;

std::string list_text(const QJsonArray& list) {
    return QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString();
}

QJsonArray list_of(const NamedTexts& view, std::string_view name) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(text_of(view, name))).array();
}

double number_of(const NamedTexts& view, std::string_view name) {
    const double number = to_qstring(text_of(view, name)).toDouble();
    return std::isfinite(number) ? number : 0;
}

QJsonArray names_of(const TensorCatalog& catalog, const std::vector<std::size_t>& tensors) {
    QJsonArray names;
    if (tensors.size() > kMostSelected) return names;
    for (const std::size_t tensor : tensors)
        names.push_back(to_qstring(catalog.model().tensor(tensor).name));
    return names;
}

/// Zooms to what was shown, by the means that everybody has.
void show_blocks(BlockAxis& axis, double first, double count) {
    axis.fit();
    const double all = axis.view().count;
    if (!(count > 0) || !(count < all)) return;
    axis.zoom(all / count, first / (1 - count / all));
}

}  // namespace

NamedTexts MainWindow::view_texts() const {
    const TensorCatalog& catalog = session_.plan().catalog();
    const BlockView& blocks = session_.axis().view();
    const auto* strips = depth_->findChild<StripChoice*>();
    const auto current = session_.hub().current();
    return {{"page", work_->currentWidget()->objectName().toStdString()},
            {"filter", tensors_->findChild<QLineEdit*>(u"filterBox"_s)->text().toStdString()},
            {"first", QString::number(blocks.first, 'g', 17).toStdString()},
            {"count", QString::number(blocks.count, 'g', 17).toStdString()},
            {"selected", list_text(names_of(catalog, session_.hub().selected()))},
            {"current", current ? catalog.model().tensor(*current).name : std::string()},
            {"strips", list_text(QJsonArray::fromStringList(strips->kept_view().toStringList()))}};
}

void MainWindow::show_view(const NamedTexts& view) {
    if (view.empty()) return;
    const Checkpoint& checkpoint = *session_.plan().catalog().model().checkpoint;
    show_page(to_qstring(text_of(view, "page")).remove(u"Page"_s));
    tensors_->findChild<QLineEdit*>(u"filterBox"_s)->setText(to_qstring(text_of(view, "filter")));
    show_blocks(session_.axis(), number_of(view, "first"), number_of(view, "count"));
    std::vector<std::size_t> selected;
    for (const QJsonValue& name : list_of(view, "selected")) {
        if (const auto tensor = checkpoint.find(name.toString().toStdString()))
            selected.push_back(*tensor);
    }
    session_.hub().select(std::move(selected), checkpoint.find(text_of(view, "current")));
    QStringList strips;
    for (const QJsonValue& strip : list_of(view, "strips"))
        strips.push_back(strip.toString());
    if (!strips.isEmpty()) depth_->findChild<StripChoice*>()->take_view(strips);
}

QByteArray MainWindow::view_state() const {
    docks_->save();
    QJsonObject state;
    for (const auto& [name, text] : view_texts())
        state[to_qstring(name)] = to_qstring(text);
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void MainWindow::restore_view(const QByteArray& state) {
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    NamedTexts view;
    for (const QString& name : object.keys())
        view.emplace_back(name.toStdString(), object[name].toString().toStdString());
    show_view(view);
}

}  // namespace bitlathe
