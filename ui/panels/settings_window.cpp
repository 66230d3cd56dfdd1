// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/settings_window.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/panels/setting_texts.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 520;
constexpr int kControl = 190;

QString object_name(const SettingRow& row) {
    return u"setting_"_s + QString(row.key).replace(u'/', u'_');
}

}  // namespace

SettingsWindow::SettingsWindow(Settings& settings, QWidget* parent)
    : QWidget(parent, Qt::Tool), settings_(settings) {
    setObjectName(u"settingsWindow"_s);
    setAccessibleName(tr("Settings"));
    setWindowTitle(tr("Settings"));
    set_look(*this, "dialog");
    setMinimumWidth(kWidth);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 16, 20, 16);
    rows->setSpacing(12);
    rows->addWidget(make_label(u"settingsTitle"_s, "headline", this, tr("Settings")));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    build_rows(*form);
    rows->addLayout(form);
    rows->addStretch();
    auto* buttons = new QHBoxLayout;
    auto* keys = make_button(u"settingsShortcuts"_s, tr("Shortcuts…"), "", this);
    auto* reset = make_button(u"settingsReset"_s, tr("Reset all"), "", this);
    reset->setToolTip(tr("Every setting above back to its default"));
    auto* close = make_button(u"settingsClose"_s, tr("Close"), "primary", this);
    buttons->addWidget(keys);
    buttons->addWidget(reset);
    buttons->addStretch();
    buttons->addWidget(close);
    rows->addLayout(buttons);
    connect(keys, &QPushButton::clicked, this, &SettingsWindow::shortcuts_wanted);
    connect(reset, &QPushButton::clicked, &settings_, &Settings::reset_all);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
}

void SettingsWindow::build_rows(QFormLayout& form) {
    for (const SettingRow& row : setting_rows()) {
        const SettingText text = setting_text(row.id);
        if (text.title.isEmpty()) continue;
        QWidget* control = make_control(row);
        control->setObjectName(object_name(row));
        control->setAccessibleName(text.title);
        control->setAccessibleDescription(text.note);
        control->setMinimumWidth(kControl);
        QLabel* title = make_label(object_name(row) + u"Title"_s, "content", this, text.title);
        title->setBuddy(control);
        auto* column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(control, 0, Qt::AlignLeft);
        QLabel* note = make_label(object_name(row) + u"Note"_s, "muted", this, text.note);
        note->setWordWrap(true);
        column->addWidget(note);
        form.addRow(title, column);
    }
}

QWidget* SettingsWindow::make_control(const SettingRow& row) {
    return row.kind == SettingRow::Kind::kNumber ? make_number(row) : make_choice(row);
}

QWidget* SettingsWindow::make_choice(const SettingRow& row) {
    auto* box = new QComboBox(this);
    for (const QLatin1String choice : row.choices)
        box->addItem(choice_text(row.id, choice), QString(choice));
    const auto show = [this, box, id = row.id] {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(box->findData(settings_.word(id)));
    };
    show();
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, id = row.id] { settings_.set(id, box->currentData()); });
    connect(&settings_, &Settings::changed, box, [show, id = row.id](Setting changed) {
        if (changed == id) show();
    });
    return box;
}

QWidget* SettingsWindow::make_number(const SettingRow& row) {
    auto* box = new QSpinBox(this);
    box->setRange(row.low, row.high);
    box->setSingleStep(row.step);
    box->setSuffix(setting_text(row.id).suffix);
    box->setKeyboardTracking(false);  // half a number is no setting
    box->setValue(settings_.number(row.id));
    connect(box, &QSpinBox::valueChanged, this,
            [this, id = row.id](int value) { settings_.set(id, value); });
    connect(&settings_, &Settings::changed, box, [this, box, id = row.id](Setting changed) {
        const QSignalBlocker quiet(box);
        if (changed == id) box->setValue(settings_.number(id));
    });
    return box;
}

void SettingsWindow::bring_up() {
    show();
    raise();
    activateWindow();
}

void SettingsWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QWidget::keyPressEvent(event);
}

}  // namespace bitlathe
