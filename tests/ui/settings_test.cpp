// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settings.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "ui/models/shortcut_table.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A configuration file of its own.
class SettingsFile : public ::testing::Test {
protected:
    SettingsFile() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        QSettings().clear();
    }
    QTemporaryDir folder;
};

TEST_F(SettingsFile, KeysAreUniqueAndDefaultsAreAccepted) {
    QStringList keys;
    for (const SettingRow& row : setting_rows()) {
        EXPECT_FALSE(keys.contains(row.key)) << row.key.data();
        keys.push_back(row.key);
        EXPECT_TRUE(row.accepts(row.initial)) << row.key.data();
        EXPECT_GT(row.used_in.size(), 0);
    }
}

TEST_F(SettingsFile, WhatIsSetIsThereTheNextTime) {
    {
        Settings settings(true);
        EXPECT_EQ(settings.word(Setting::kTheme), u"system"_s);
        QSignalSpy changed(&settings, &Settings::changed);
        EXPECT_TRUE(settings.set(Setting::kTheme, u"dark"_s));
        EXPECT_TRUE(settings.set(Setting::kUiScale, 150));
        EXPECT_EQ(changed.count(), 2);
    }
    Settings settings(true);
    EXPECT_EQ(settings.word(Setting::kTheme), u"dark"_s);
    EXPECT_EQ(settings.number(Setting::kUiScale), 150);
    EXPECT_EQ(QSettings().value(u"settings/version"_s).toInt(), Settings::kVersion);
}

TEST_F(SettingsFile, NonsenseInTheFileIsTheDefault) {
    QSettings().setValue(u"ui/scale"_s, u"huge"_s);
    QSettings().setValue(u"theme"_s, u"pink"_s);
    QSettings().setValue(u"matrix/memory"_s, -7);
    QSettings().setValue(u"hints/first"_s, u"false"_s);
    Settings settings(true);
    EXPECT_EQ(settings.number(Setting::kUiScale), 100);
    EXPECT_EQ(settings.word(Setting::kTheme), u"system"_s);
    EXPECT_EQ(settings.number(Setting::kMatrixMemory), 128);
    EXPECT_FALSE(settings.flag(Setting::kFirstHint));
    EXPECT_FALSE(settings.set(Setting::kUiScale, 300));
    EXPECT_FALSE(settings.set(Setting::kWheel, u"spins"_s));
}

TEST_F(SettingsFile, ResettingTakesValuesOutOfTheFile) {
    Settings settings(true);
    settings.set(Setting::kUiScale, 150);
    settings.set(Setting::kFirstHint, false);
    settings.reset_all();
    EXPECT_EQ(settings.number(Setting::kUiScale), 100);
    EXPECT_FALSE(QSettings().contains(u"ui/scale"_s));
    EXPECT_FALSE(settings.flag(Setting::kFirstHint)) << "what was read once is no choice";
}

TEST_F(SettingsFile, EntriesMayHaveAnyName) {
    const QString name = u"Größe/50 % & more"_s;
    {
        Settings settings(true);
        settings.set_entry(u"layouts"_s, name, QByteArray("state"));
    }
    Settings settings(true);
    EXPECT_EQ(settings.entries(u"layouts"_s), QStringList{name});
    EXPECT_EQ(settings.entry(u"layouts"_s, name).toByteArray(), QByteArray("state"));
    settings.remove_entry(u"layouts"_s, name);
    EXPECT_TRUE(settings.entries(u"layouts"_s).isEmpty());
}

TEST_F(SettingsFile, WithoutPersistenceNothingIsWritten) {
    Settings settings(false);
    settings.set(Setting::kUiScale, 150);
    EXPECT_EQ(settings.number(Setting::kUiScale), 150);
    EXPECT_TRUE(QSettings().allKeys().isEmpty());
}

/// Two actions with keys of their own.
class Shortcuts : public SettingsFile {
protected:
    Shortcuts() {
        open.setObjectName(u"open"_s);
        open.setShortcut(QKeySequence(u"Ctrl+O"_s));
        save.setObjectName(u"save"_s);
        save.setShortcut(QKeySequence(u"Ctrl+S"_s));
        table.adopt(open);
        table.adopt(save);
    }
    QAction open{u"&Open"_s}, save{u"Save"_s};
    Settings settings{true};
    ShortcutTable table{settings};
};

TEST_F(Shortcuts, OnlyWhatDiffersIsStored) {
    EXPECT_TRUE(table.set(0, QKeySequence(u"Ctrl+Alt+O"_s)));
    EXPECT_EQ(open.shortcut(), QKeySequence(u"Ctrl+Alt+O"_s));
    EXPECT_FALSE(table.is_initial(0));
    EXPECT_EQ(settings.entries(u"shortcuts"_s), QStringList{u"open"_s});
    EXPECT_TRUE(table.set(0, QKeySequence(u"Ctrl+O"_s)));
    EXPECT_TRUE(settings.entries(u"shortcuts"_s).isEmpty());
}

TEST_F(Shortcuts, ThePersonsKeysAreThereTheNextTime) {
    table.set(0, QKeySequence(u"F7"_s));
    table.set(1, {});
    QAction again(u"Open"_s), saved(u"Save"_s);
    again.setObjectName(u"open"_s);
    again.setShortcut(QKeySequence(u"Ctrl+O"_s));
    saved.setObjectName(u"save"_s);
    saved.setShortcut(QKeySequence(u"Ctrl+S"_s));
    Settings later(true);
    ShortcutTable second(later);
    second.adopt(again);
    second.adopt(saved);
    EXPECT_EQ(again.shortcut(), QKeySequence(u"F7"_s));
    EXPECT_TRUE(saved.shortcuts().isEmpty());
    second.reset_all();
    EXPECT_EQ(again.shortcut(), QKeySequence(u"Ctrl+O"_s));
    EXPECT_EQ(saved.shortcut(), QKeySequence(u"Ctrl+S"_s));
}

TEST_F(Shortcuts, KeysThatAreTakenAreRefusedUntilTheyAreTakenOver) {
    const QKeySequence keys(u"Ctrl+S"_s);
    EXPECT_EQ(table.conflict(keys, 0), 1);
    EXPECT_FALSE(table.set(0, keys));
    EXPECT_EQ(open.shortcut(), QKeySequence(u"Ctrl+O"_s));
    EXPECT_TRUE(table.conflict(QKeySequence(u"Ctrl+S, Ctrl+X"_s), 0)) << "it begins with them";
    EXPECT_TRUE(table.take(0, keys));
    EXPECT_EQ(open.shortcut(), keys);
    EXPECT_TRUE(save.shortcuts().isEmpty());
    table.reset(1);
    EXPECT_EQ(save.shortcut(), keys);
    EXPECT_TRUE(open.shortcuts().isEmpty());
}

TEST_F(Shortcuts, PlainKeysBelongToTheCanvases) {
    for (const auto* keys : {u"4", u"Shift+A", u"Space", u"Left", u"Ctrl+C"}) {
        const QKeySequence sequence(QString::fromUtf16(keys));
        EXPECT_FALSE(ShortcutTable::objection(sequence).isEmpty())
            << sequence.toString().toStdString();
        EXPECT_FALSE(table.set(0, sequence));
    }
    EXPECT_TRUE(ShortcutTable::objection(QKeySequence(u"Shift+F5"_s)).isEmpty());
}

TEST_F(Shortcuts, TipsSayTheKeysOfNow) {
    table.set(0, QKeySequence(u"Ctrl+Alt+O"_s));
    EXPECT_EQ(open.toolTip(), u"Open (Ctrl+Alt+O)"_s);
}

TEST_F(Shortcuts, AFileEditedByHandMakesNoTwins) {
    settings.set_entry(u"shortcuts"_s, u"third"_s, QStringList{u"Ctrl+S"_s, u"q"_s, u"F9"_s});
    QAction third(u"Third"_s);
    third.setObjectName(u"third"_s);
    table.adopt(third);
    EXPECT_EQ(third.shortcuts(), QList<QKeySequence>{QKeySequence(u"F9"_s)});
}

}  // namespace
}  // namespace bitlathe
