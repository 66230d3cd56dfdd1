// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settings.h"

#include <QSettings>
#include <algorithm>
#include <array>

#include "ui/theme/language.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = SettingRow::Kind;

const QString kVersionKey = u"settings/version"_s;

/// Groups of free-form entries that are read at the start.
constexpr std::array kGroups = {QLatin1String("shortcuts"), QLatin1String("layouts")};

std::vector<QLatin1String> language_choices() {
    std::vector<QLatin1String> choices = {QLatin1String("system")};
    for (const LanguageInfo& language : languages())
        choices.emplace_back(language.id);
    return choices;
}

const std::vector<SettingRow>& table() {
    static const std::vector<SettingRow> rows = {
        {Setting::kTheme,
         QLatin1String("theme"),
         Kind::kChoice,
         u"system"_s,
         0,
         0,
         1,
         {QLatin1String("system"), QLatin1String("light"), QLatin1String("dark")},
         QLatin1String("Theme")},
        {Setting::kLanguage, QLatin1String("language"), Kind::kChoice, u"system"_s, 0, 0, 1,
         language_choices(), QLatin1String("MainWindow")},
        {Setting::kUiScale,
         QLatin1String("ui/scale"),
         Kind::kNumber,
         100,
         80,
         200,
         5,
         {},
         QLatin1String("the program's start")},
        {Setting::kWheel,
         QLatin1String("canvas/wheel"),
         Kind::kChoice,
         u"zoom"_s,
         0,
         0,
         1,
         {QLatin1String("zoom"), QLatin1String("scroll")},
         QLatin1String("read_wheel()")},
        {Setting::kMatrixMemory,
         QLatin1String("matrix/memory"),
         Kind::kNumber,
         128,
         32,
         4096,
         32,
         {},
         QLatin1String("MatrixFeed")},
        {Setting::kRecentCount,
         QLatin1String("recent/count"),
         Kind::kNumber,
         9,
         0,
         9,
         1,
         {},
         QLatin1String("RecentFiles")},
        {Setting::kExportReport,
         QLatin1String("export/report"),
         Kind::kFlag,
         false,
         0,
         0,
         1,
         {},
         QLatin1String("MainWindow")},
        {Setting::kFirstHint,
         QLatin1String("hints/first"),
         Kind::kFlag,
         true,
         0,
         0,
         1,
         {},
         QLatin1String("MainWindow")},
    };
    return rows;
}

/// The file has text where the program has numbers.
QVariant typed(const SettingRow& row, const QVariant& stored) {
    if (!stored.isValid()) return row.initial;
    QVariant value = stored;
    if (!value.convert(row.initial.metaType()) || !row.accepts(value)) return row.initial;
    return value;
}

QString entry_key(const QString& group, const QString& name) {
    // A name may hold anything; a slash would be a group of its own.
    return group + u'/' + QString::fromLatin1(name.toUtf8().toPercentEncoding());
}

}  // namespace

bool SettingRow::accepts(const QVariant& value) const {
    switch (kind) {
        case Kind::kChoice:
            return std::any_of(choices.begin(), choices.end(), [&value](QLatin1String choice) {
                return value.toString() == choice;
            });
        case Kind::kNumber: {
            bool ok = false;
            const int number = value.toInt(&ok);
            return ok && number >= low && number <= high;
        }
        case Kind::kFlag:
            return value.metaType() == QMetaType::fromType<bool>();
    }
    return false;
}

std::span<const SettingRow> setting_rows() {
    return table();
}

const SettingRow& setting_row(Setting id) {
    return *std::find_if(table().begin(), table().end(),
                         [id](const SettingRow& row) { return row.id == id; });
}

Settings::Settings(bool persistent, QObject* parent) : QObject(parent), persistent_(persistent) {
    if (!persistent_) return;
    const QSettings file;
    for (const SettingRow& row : setting_rows()) {
        const QVariant value = typed(row, file.value(row.key));
        if (value != row.initial) values_[row.key] = value;
    }
    for (const QLatin1String group : kGroups) {
        for (const QString& key : file.allKeys()) {
            if (key.startsWith(group + u'/')) values_[key] = file.value(key);
        }
    }
}

QVariant Settings::value(Setting id) const {
    const SettingRow& row = setting_row(id);
    const auto found = values_.find(row.key);
    return found == values_.end() ? row.initial : found->second;
}

bool Settings::set(Setting id, const QVariant& value) {
    const SettingRow& row = setting_row(id);
    if (!row.accepts(value)) return false;
    if (value == this->value(id)) return true;
    store(row.key, value == row.initial ? QVariant() : value);
    emit changed(id);
    return true;
}

void Settings::reset_all() {
    for (const SettingRow& row : setting_rows()) {
        if (row.kind != Kind::kFlag) set(row.id, row.initial);
    }
}

void Settings::store(const QString& key, const QVariant& value) {
    if (value.isValid()) {
        values_[key] = value;
    } else {
        values_.erase(key);
    }
    if (!persistent_) return;
    // Written into a new file that then takes the place of the old one.
    QSettings file;
    file.setAtomicSyncRequired(true);
    file.setValue(kVersionKey, kVersion);
    if (value.isValid()) {
        file.setValue(key, value);
    } else {
        file.remove(key);
    }
    file.sync();
}

QStringList Settings::entries(const QString& group) const {
    const QString beginning = group + u'/';
    QStringList names;
    for (const auto& [key, value] : values_) {
        if (key.startsWith(beginning))
            names.push_back(QString::fromUtf8(
                QByteArray::fromPercentEncoding(key.mid(beginning.size()).toLatin1())));
    }
    return names;
}

QVariant Settings::entry(const QString& group, const QString& name) const {
    const auto found = values_.find(entry_key(group, name));
    return found == values_.end() ? QVariant() : found->second;
}

void Settings::set_entry(const QString& group, const QString& name, const QVariant& value) {
    store(entry_key(group, name), value);
}

void Settings::remove_entry(const QString& group, const QString& name) {
    store(entry_key(group, name), {});
}

}  // namespace bitlathe
