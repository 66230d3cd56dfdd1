// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QWidget>

#include "ui/models/settings.h"

namespace bitlathe {

/// The person's settings, beside the window and not over it. Every row of the table of settings
/// that is for people has a line here; what is changed counts at once, or says when.
class SettingsWindow : public QWidget {
    Q_OBJECT
public:
    SettingsWindow(Settings& settings, QWidget* parent);
    void bring_up();

signals:
    void shortcuts_wanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// One line per row of setting_rows(). Lines that are not of the table go after these.
    void build_rows(QFormLayout& form);
    [[nodiscard]] QWidget* make_control(const SettingRow& row);
    [[nodiscard]] QWidget* make_choice(const SettingRow& row);
    [[nodiscard]] QWidget* make_number(const SettingRow& row);
    Settings& settings_;
};

}  // namespace bitlathe
