// SPDX-License-Identifier: GPL-3.0-or-later
// What the window knows about the files of the open model, and how it was looking at it.
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A selection of more is not worth its file.
constexpr std::size_t kMostSelected = 20'000;

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

void MainWindow::connect_source() {
    connect(&source_watch_, &SourceWatch::changed, this, &MainWindow::offer_reload);
    if (!remember_) return;
    const auto folder = ProfileCache::user_folder();
    if (!folder.empty()) session_.set_profile_cache(std::make_shared<const ProfileCache>(folder));
    const auto measured = MeasurementCache::user_folder();
    if (!measured.empty())
        session_.measurer().set_cache(std::make_shared<const MeasurementCache>(measured));
}

void MainWindow::offer_reload(const QString& file, bool missing) {
    const QString name = QFileInfo(file).fileName();
    if (missing) {
        messages_->show_message(MessageBar::Kind::kWarning, [name] {
            return tr("%1 is no longer where it was opened. What is on screen still comes from "
                      "it; put it back before you open the model again.")
                .arg(name);
        });
        return;
    }
    messages_->ask(
        [name] {
            return tr("%1 was changed on the disk after it was opened. Figures may not be those of "
                      "the file any more.")
                .arg(name);
        },
        {{u"reloadButton"_s, [] { return tr("Reload"); }, [this] { session_.reload(); }}});
}

QByteArray MainWindow::view_state() const {
    docks_->save();
    const TensorCatalog& catalog = session_.plan().catalog();
    QJsonObject view;
    view[u"page"_s] = work_->currentWidget()->objectName();
    view[u"filter"_s] = tensors_->findChild<QLineEdit*>(u"filterBox"_s)->text();
    view[u"first"_s] = session_.axis().view().first;
    view[u"count"_s] = session_.axis().view().count;
    view[u"selected"_s] = names_of(catalog, session_.hub().selected());
    if (const auto current = session_.hub().current())
        view[u"current"_s] = to_qstring(catalog.model().tensor(*current).name);
    return QJsonDocument(view).toJson(QJsonDocument::Compact);
}

void MainWindow::restore_view(const QByteArray& state) {
    const QJsonObject view = QJsonDocument::fromJson(state).object();
    const Checkpoint& checkpoint = *session_.plan().catalog().model().checkpoint;
    show_page(view[u"page"_s].toString().remove(u"Page"_s));
    tensors_->findChild<QLineEdit*>(u"filterBox"_s)->setText(view[u"filter"_s].toString());
    show_blocks(session_.axis(), view[u"first"_s].toDouble(), view[u"count"_s].toDouble());
    std::vector<std::size_t> selected;
    for (const QJsonValue& name : view[u"selected"_s].toArray()) {
        if (const auto tensor = checkpoint.find(name.toString().toStdString()))
            selected.push_back(*tensor);
    }
    session_.hub().select(std::move(selected),
                          checkpoint.find(view[u"current"_s].toString().toStdString()));
}

}  // namespace bitlathe
