// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/cheat_sheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/models/canvas_keys.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kSize(760, 620);

QString line(const QString& keys, const QString& text) {
    return u"<tr><td style='padding: 1px 18px 1px 0'><b>%1</b></td><td>%2</td></tr>"_s.arg(
        keys.toHtmlEscaped(), text.toHtmlEscaped());
}

QString section(const QString& title, const QString& lines) {
    return u"<h3>%1</h3><table>%2</table>"_s.arg(title.toHtmlEscaped(), lines);
}

}  // namespace

CheatSheet::CheatSheet(ShortcutTable& table, QWidget* parent)
    : QWidget(parent, Qt::Tool), table_(table), page_(new QTextBrowser(this)) {
    setObjectName(u"cheatSheet"_s);
    setAccessibleName(tr("Keys"));
    setWindowTitle(tr("Keys"));
    set_look(*this, "dialog");
    resize(kSize);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 12, 12, 12);
    page_->setObjectName(u"cheatSheetPage"_s);
    page_->setAccessibleName(tr("Keys"));
    rows->addWidget(page_, 1);
    auto* buttons = new QHBoxLayout;
    auto* help = make_button(u"cheatSheetHelp"_s, tr("Help pages"), "", this);
    auto* change = make_button(u"cheatSheetChange"_s, tr("Change shortcuts…"), "", this);
    auto* close = make_button(u"cheatSheetClose"_s, tr("Close"), "primary", this);
    buttons->addWidget(help);
    buttons->addWidget(change);
    buttons->addStretch();
    buttons->addWidget(close);
    rows->addLayout(buttons);
    connect(help, &QPushButton::clicked, this, &CheatSheet::help_wanted);
    connect(change, &QPushButton::clicked, this, &CheatSheet::shortcuts_wanted);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&table_, &ShortcutTable::changed, this, [this] {
        if (isVisible()) fill();
    });
}

void CheatSheet::fill() {
    QStringList columns[2];
    for (const CanvasKeyGroup& group : canvas_keys()) {
        QString lines;
        for (const CanvasKey& key : group.keys)
            lines += line(key.keys, key.text);
        columns[1].push_back(section(group.title, lines));
    }
    QString lines;
    for (const ShortcutTable::Row& row : table_.rows()) {
        if (row.action.isNull()) continue;
        const QString keys = keys_text(*row.action);
        if (!keys.isEmpty()) lines += line(keys, row.title);
    }
    columns[0].push_back(section(tr("Everywhere"), lines));
    page_->setHtml(
        u"<table width='100%'><tr><td width='48%' style='padding-right: 20px'>%1</td>"
        "<td>%2</td></tr></table>"_s.arg(columns[0].join(QString()), columns[1].join(QString())));
}

void CheatSheet::bring_up() {
    fill();
    show();
    raise();
    activateWindow();
    page_->setFocus();
}

void CheatSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QWidget::keyPressEvent(event);
}

void CheatSheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && isVisible()) fill();
    QWidget::changeEvent(event);
}

}  // namespace bitlathe
