// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>

namespace bitlathe {

/// A language the window can speak. A new one is a row here, translations/bitlathe_ID.ts, and
/// resources/help/ID/ where its pages are.
struct LanguageInfo {
    const char* id;    ///< of settings, options and files: "de", "zh_CN"
    const char* name;  ///< in the language itself, UTF-8
};

/// English first; it is what the sources are written in.
[[nodiscard]] std::span<const LanguageInfo> languages();
/// "system" or the id of one of them.
[[nodiscard]] bool is_language_choice(const QString& choice);

/// Puts all texts of the application, Qt's own ones and the numbers on screen into a language.
/// `choice`: "system" (the first language of the system that there is, else English) or an id; any
/// other word is "system". Widgets that are there hear of it by QEvent::LanguageChange, a moment
/// later. Needs the application object. GUI thread only.
void use_language(const QString& choice);
/// What was chosen last: "system" or an id. "en" before any choice.
[[nodiscard]] QString language_choice();
/// The id of the language in use.
[[nodiscard]] QString language_in_use();

}  // namespace bitlathe
