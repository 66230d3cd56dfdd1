// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/core_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <mutex>
#include <vector>

#include "ui/theme/language.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// More than a window can show at once; beyond, everything is looked up again.
constexpr qsizetype kMostRemembered = 2000;

struct Pattern {
    const char* source;
    QRegularExpression expression;
    qsizetype letters;  ///< that are not filled in
};

/// Those with more words of their own first: they say more about a sentence.
const std::vector<Pattern>& patterns() {
    static const std::vector<Pattern> all = [] {
        static const QRegularExpression hole(u"%[1-9]"_s);
        std::vector<Pattern> made;
        const auto add = [&made](const char* source) {
            const QString text = QString::fromUtf8(source);
            QStringList pieces = text.split(hole);
            const qsizetype letters = pieces.join(QString()).size();
            for (QString& piece : pieces)
                piece = QRegularExpression::escape(piece);
            made.push_back({source,
                            QRegularExpression(u"^"_s + pieces.join(u"(.+?)"_s) + u"$"_s,
                                               QRegularExpression::DotMatchesEverythingOption),
                            letters});
        };
        for (const auto messages :
             {core_messages(), core_messages_about_files(), core_messages_about_running(),
              core_messages_about_models(), core_messages_about_measuring(),
              core_messages_about_projects(), core_messages_about_tokenizers(),
              core_messages_about_conversion()})
            std::for_each(messages.begin(), messages.end(), add);
        std::stable_sort(made.begin(), made.end(),
                         [](const Pattern& a, const Pattern& b) { return a.letters > b.letters; });
        return made;
    }();
    return all;
}

/// Puts what a sentence was filled with into its translation, all at once: what is filled in may
/// look like a place to fill.
QString filled(const QString& translation, const QStringList& values) {
    QString text;
    for (qsizetype i = 0; i < translation.size(); ++i) {
        const int number = translation[i] == u'%' && i + 1 < translation.size()
                               ? translation[i + 1].digitValue()
                               : -1;
        if (number < 1 || number > values.size()) {
            text += translation[i];
            continue;
        }
        text += values[number - 1];
        ++i;
    }
    return text;
}

QString translated(const QString& english) {
    for (const Pattern& pattern : patterns()) {
        const auto match = pattern.expression.match(english);
        if (!match.hasMatch()) continue;
        QStringList values = match.capturedTexts().mid(1);
        for (QString& value : values)
            value = translated(value);
        return filled(QCoreApplication::translate("core", pattern.source), values);
    }
    return english;
}

}  // namespace

QString core_text(std::string_view english) {
    const QString text = to_qstring(english);
    if (text.isEmpty() || language_in_use() == u"en"_s) return text;
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    static QHash<QString, QString> known;
    static QString known_in;
    if (known_in != language_in_use() || known.size() > kMostRemembered) {
        known.clear();
        known_in = language_in_use();
    }
    auto found = known.constFind(text);
    if (found == known.constEnd()) found = known.insert(text, translated(text));
    return *found;
}

QString error_text(const Error& error) {
    QString text = core_text(error.message);
    if (error.offset) {
        text = QCoreApplication::translate("error", "%1 (at byte %2)")
                   .arg(text, count_text(*error.offset));
    }
    if (!error.file.empty()) {
        text = QCoreApplication::translate("error", "%1: %2").arg(to_qstring(error.file), text);
    }
    if (error.hint.empty()) return text;
    return QCoreApplication::translate("error", "%1; %2").arg(text, core_text(error.hint));
}

}  // namespace bitlathe
