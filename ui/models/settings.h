// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariant>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace bitlathe {

/// What a person can set.
enum class Setting : std::uint8_t {
    kTheme,         ///< "system", "light", "dark"
    kLanguage,      ///< "system" or an id of languages()
    kUiScale,       ///< percent; counts from the next start on
    kWheel,         ///< "zoom", "scroll"
    kMatrixMemory,  ///< MiB that pictures of matrices may take
    kRecentCount,   ///< files in the list of recent ones
    kExportReport,  ///< an export leaves a report, as it was chosen last; not shown either
    kFirstHint,     ///< the hint for newcomers was not dismissed yet; not shown among the settings
};

/// One row of the table of settings.
struct SettingRow {
    enum class Kind : std::uint8_t { kChoice, kNumber, kFlag };
    Setting id;
    QLatin1String key;  ///< in the person's configuration file
    Kind kind;
    QVariant initial;
    int low = 0, high = 0, step = 1;     ///< of a number, both ends included
    std::vector<QLatin1String> choices;  ///< words that are stored
    QLatin1String used_in;               ///< who reads it
    [[nodiscard]] bool accepts(const QVariant& value) const;
};

/// All settings. This table is the only place that knows keys, ranges and defaults.
[[nodiscard]] std::span<const SettingRow> setting_rows();
[[nodiscard]] const SettingRow& setting_row(Setting id);

/// The person's settings: typed, with defaults, in one file that is replaced as a whole, so that a
/// crash leaves the old or the new one. A value that is not as its row says counts as the default.
/// Only what differs from the default is stored. GUI thread only.
class Settings : public QObject {
    Q_OBJECT
public:
    /// Of the file; a file of a later version is read as far as it is understood.
    static constexpr int kVersion = 1;

    /// `persistent` false: nothing is read or written, for pictures and tests.
    explicit Settings(bool persistent, QObject* parent = nullptr);

    [[nodiscard]] QVariant value(Setting id) const;
    [[nodiscard]] QString word(Setting id) const { return value(id).toString(); }
    [[nodiscard]] int number(Setting id) const { return value(id).toInt(); }
    [[nodiscard]] bool flag(Setting id) const { return value(id).toBool(); }
    /// What its row does not accept is refused: false.
    bool set(Setting id, const QVariant& value);
    /// Every row back to its default.
    void reset_all();

    /// Free-form entries beside the table: shortcuts, layouts. They live in groups.
    [[nodiscard]] QStringList entries(const QString& group) const;
    [[nodiscard]] QVariant entry(const QString& group, const QString& name) const;
    void set_entry(const QString& group, const QString& name, const QVariant& value);
    void remove_entry(const QString& group, const QString& name);

signals:
    void changed(bitlathe::Setting id);

private:
    void store(const QString& key, const QVariant& value);
    bool persistent_;
    std::map<QString, QVariant> values_;  ///< what differs from the defaults, and all entries
};

}  // namespace bitlathe
