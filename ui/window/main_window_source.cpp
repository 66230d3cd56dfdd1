// SPDX-License-Identifier: GPL-3.0-or-later
// What the window knows about the files of the open model.
#include <QFileInfo>

#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

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

}  // namespace bitlathe
