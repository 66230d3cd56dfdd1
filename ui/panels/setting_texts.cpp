// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/setting_texts.h"

#include <QCoreApplication>

#include "ui/theme/language.h"

namespace bitlathe {
namespace {

struct SettingTexts {
    Q_DECLARE_TR_FUNCTIONS(bitlathe::SettingTexts)
public:
    static SettingText of(Setting id) {
        switch (id) {
            case Setting::kTheme:
                return {tr("Theme"), tr("Counts at once."), {}};
            case Setting::kLanguage:
                return {tr("Language"), tr("Counts at once."), {}};
            case Setting::kUiScale:
                return {tr("Size of everything"),
                        tr("80 to 200 %, on top of the scale of the screen. Counts when Bitlathe "
                           "starts the next time."),
                        tr(" %")};
            case Setting::kWheel:
                return {tr("Wheel on a canvas"),
                        tr("Zooming: Ctrl finer, Shift faster. Scrolling: Shift sideways, Ctrl "
                           "zooms."),
                        {}};
            case Setting::kMatrixMemory:
                return {tr("Memory for matrix pictures"),
                        tr("Pictures of one matrix that are kept to be shown again at once. The "
                           "one on screen is always kept."),
                        tr(" MiB")};
            case Setting::kRecentCount:
                return {tr("Recent files"), tr("0 keeps no list."), {}};
            case Setting::kExportReport:
            case Setting::kFirstHint:
                break;
        }
        return {};
    }
    static QString choice(Setting id, QLatin1String word) {
        if (id == Setting::kTheme) {
            return word == QLatin1String("light")  ? tr("light")
                   : word == QLatin1String("dark") ? tr("dark")
                                                   : tr("as the system");
        }
        if (id == Setting::kLanguage) {
            for (const LanguageInfo& language : languages()) {
                if (word == QLatin1String(language.id)) return QString::fromUtf8(language.name);
            }
            return tr("as the system");
        }
        return word == QLatin1String("scroll") ? tr("scrolls") : tr("zooms at the pointer");
    }
};

}  // namespace

SettingText setting_text(Setting id) {
    return SettingTexts::of(id);
}

QString choice_text(Setting id, QLatin1String choice) {
    return SettingTexts::choice(id, choice);
}

}  // namespace bitlathe
