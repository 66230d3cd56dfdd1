// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/offered_texts.h"

#include <QFileInfo>
#include <QSettings>

namespace bitlathe {

void offer_texts(TextChoice& choice, QString chosen, const QString& key,
                 const std::vector<OfferedText>& texts) {
    choice.show_chosen(chosen);  // also one that is gone
    if (chosen.isEmpty() && !key.isEmpty()) chosen = QSettings().value(key).toString();
    if (QFileInfo::exists(chosen) && chosen != texts.front().path)
        choice.offer(chosen, QFileInfo(chosen).fileName());
    for (const OfferedText& text : texts)
        choice.offer(text.path, text.label);
    if (key.isEmpty()) return;
    QObject::connect(&choice, &TextChoice::chosen, &choice,
                     [key](const QString& path) { QSettings().setValue(key, path); });
}

}  // namespace bitlathe
