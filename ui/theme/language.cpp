// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <array>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array<LanguageInfo, 3> kLanguages = {{
    {"en", "English"},
    {"de", "Deutsch"},
    {"zh_CN", "简体中文"},
}};
const QString kSystem = u"system"_s;

struct InUse {
    QString choice = u"en"_s;
    QString id = u"en"_s;
};

InUse& in_use() {
    static InUse state;
    return state;
}

bool is_there(const QString& id) {
    return std::any_of(kLanguages.begin(), kLanguages.end(), [&id](const LanguageInfo& language) {
        return id == QLatin1String(language.id);
    });
}

/// Of what the system would like, in its order, the first that there is. Chinese is only there in
/// its simplified script.
QString id_for_system() {
    for (const QString& wish : QLocale::system().uiLanguages()) {
        const QLocale locale(wish);
        if (locale.language() == QLocale::Chinese) {
            if (locale.script() == QLocale::SimplifiedHanScript) return u"zh_CN"_s;
            continue;
        }
        const QString id = wish.section(u'-', 0, 0).section(u'_', 0, 0);
        if (is_there(id)) return id;
    }
    return u"en"_s;
}

/// One translator that answers from one file, replaced as a whole. Owned by the application.
void translate_from(const QString& role, const QString& file, const QStringList& folders) {
    delete qApp->findChild<QTranslator*>(role, Qt::FindDirectChildrenOnly);
    auto* translator = new QTranslator(qApp);
    translator->setObjectName(role);
    for (const QString& folder : folders) {
        if (!translator->load(file, folder)) continue;
        QCoreApplication::installTranslator(translator);
        return;
    }
    delete translator;
}

/// The system's own way of writing numbers where it is the same language.
QLocale numbers_of(const QString& id) {
    const QLocale own(id == u"en"_s ? QLocale(QLocale::English, QLocale::UnitedStates)
                                    : QLocale(id));
    const QLocale system = QLocale::system();
    return system.language() == own.language() && system.script() == own.script() ? system : own;
}

}  // namespace

std::span<const LanguageInfo> languages() {
    return kLanguages;
}

bool is_language_choice(const QString& choice) {
    return choice == kSystem || is_there(choice);
}

void use_language(const QString& choice) {
    InUse& now = in_use();
    now.choice = is_there(choice) ? choice : kSystem;
    now.id = now.choice == kSystem ? id_for_system() : now.choice;
    // English has a file too: its plurals. Qt's own texts lie beside ours, or where Qt has them.
    translate_from(u"qtTexts"_s, u"qtbase_"_s + now.id,
                   {u":/i18n"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)});
    translate_from(u"ownTexts"_s, u"bitlathe_"_s + now.id, {u":/i18n"_s});
    QLocale::setDefault(numbers_of(now.id));
}

QString language_choice() {
    return in_use().choice;
}

QString language_in_use() {
    return in_use().id;
}

}  // namespace bitlathe
