// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recent_files.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kMost = 9;
const QString kKey = u"recent"_s;

}  // namespace

RecentFiles::RecentFiles(bool persistent, QObject* parent)
    : QObject(parent), persistent_(persistent) {
    if (persistent_) paths_ = QSettings().value(kKey).toStringList().mid(0, kMost);
}

void RecentFiles::add(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    paths_.removeAll(absolute);
    paths_.prepend(absolute);
    paths_ = paths_.mid(0, most_);
    store();
}

void RecentFiles::remove(const QString& path) {
    if (paths_.removeAll(QFileInfo(path).absoluteFilePath()) > 0) store();
}

void RecentFiles::set_most(int most) {
    most_ = std::clamp(most, 0, kMost);
    if (paths_.size() <= most_) return;
    paths_ = paths_.mid(0, most_);
    store();
}

void RecentFiles::store() {
    if (persistent_) QSettings().setValue(kKey, paths_);
    emit changed();
}

}  // namespace bitlathe
