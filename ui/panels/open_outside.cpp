// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/open_outside.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace bitlathe {

void show_in_folder(const QString& file) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

void open_outside(const QString& file) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(file));
}

}  // namespace bitlathe
