// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sample.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sample_path_of(const QString& name) {
    const QString installed = QDir::cleanPath(QCoreApplication::applicationDirPath() +
                                              u"/../share/bitlathe/sample/"_s + name);
    const QString built = QStringLiteral(BITLATHE_SAMPLE_FOLDER) + u'/' + name;
    for (const QString& path : {installed, built}) {
        if (QFileInfo::exists(path)) return path;
    }
    return {};
}

}  // namespace

QString sample_model_path() {
    return sample_path_of(u"storybook-7m-bf16.gguf"_s);
}

QString sample_text_path() {
    return sample_path_of(u"storybook_val.txt"_s);
}

QString calibration_text_path() {
    return sample_path_of(u"storybook_calib.txt"_s);
}

}  // namespace bitlathe
