// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_batch.h"

#include <QDir>
#include <algorithm>

#include "ui/plots/figure_export.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

std::vector<FigureBatch::Entry> FigureBatch::entries() const {
    std::vector<Entry> found;
    for (FigureMenu* menu : window_.findChildren<FigureMenu*>()) {
        if (menu->figure().size().isEmpty()) continue;
        QString stem = menu->figure().name;
        const auto taken = [&] {
            return std::any_of(found.begin(), found.end(),
                               [&](const Entry& other) { return other.stem == stem; });
        };
        for (int number = 2; taken(); ++number)
            stem = menu->figure().name + u'-' + QString::number(number);
        found.push_back({menu, stem});
    }
    return found;
}

QStringList FigureBatch::files() const {
    const FigureSettings settings = FigureSettings::load();
    QStringList names;
    for (const Entry& entry : entries()) {
        names.push_back(entry.stem + u'.' + settings.ending);
        if (entry.menu->figure().data) names.push_back(entry.stem + u".csv"_s);
    }
    return names;
}

void FigureBatch::start(const QString& folder) {
    folder_ = folder;
    settings_ = FigureSettings::load();
    left_ = entries();
    std::reverse(left_.begin(), left_.end());  // the next one is the last
    saved_ = 0;
    turn_.start();
}

Status FigureBatch::save(const Entry& entry) const {
    const QString path = QDir(folder_).filePath(entry.stem);
    BITLATHE_TRY(entry.menu->save(settings_, path + u'.' + settings_.ending));
    if (!entry.menu->figure().data) return {};
    return save_figure_csv(entry.menu->figure(), path + u".csv"_s);
}

void FigureBatch::save_next() {
    if (left_.empty()) {
        turn_.stop();
        emit finished(saved_);
        return;
    }
    const Entry entry = left_.back();
    left_.pop_back();
    // Painting others may have laid out anew what has nothing to show.
    if (entry.menu == nullptr || entry.menu->figure().size().isEmpty()) return;
    const Status status = save(entry);
    if (status) {
        ++saved_;
        return;
    }
    // The folder is full or gone: the others would fail the same way.
    turn_.stop();
    emit failed(status.error());
}

}  // namespace bitlathe
