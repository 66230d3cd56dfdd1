// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_settings.h"

#include <QCoreApplication>
#include <QSettings>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kEnding = u"figures/format"_s;
const QString kScale = u"figures/scale"_s;

}  // namespace

FigureSettings FigureSettings::load() {
    const QSettings settings;
    FigureSettings found;
    const QString ending = settings.value(kEnding, found.ending).toString();
    if (ending == u"svg"_s || ending == u"pdf"_s) found.ending = ending;
    const int scale = settings.value(kScale, found.scale).toInt();
    if (scale == 1 || scale == 4) found.scale = scale;
    return found;
}

void FigureSettings::store() const {
    QSettings settings;
    settings.setValue(kEnding, ending);
    settings.setValue(kScale, scale);
}

QString FigureSettings::text() const {
    if (ending != u"png"_s) return ending.toUpper();
    return QCoreApplication::translate("figure_settings", "PNG, %1 ×").arg(scale);
}

}  // namespace bitlathe
