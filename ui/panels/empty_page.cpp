// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/empty_page.h"

#include <QAction>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>

#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

EmptyPage::EmptyPage(QAction& open, QAction& open_sample, QWidget* parent)
    : QWidget(parent),
      idle_hint_(tr("or drop a .gguf, a .safetensors, an index.json or a model folder anywhere")) {
    setObjectName(u"emptyPage"_s);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    auto* card = new QFrame(this);
    set_look(*card, "panel");
    card->setFixedWidth(560);
    // Aligned, it would not get the height that wrapped lines need.
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    page->addLayout(middle);
    page->addStretch(3);

    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(36, 32, 36, 32);
    layout->setSpacing(8);
    layout->addWidget(make_label(u"productName"_s, "name", card, u"Bitlathe"_s));
    auto* line = make_label(u"productLine"_s, "content", card,
                            tr("See where a model's bits matter, shape them, export the result."));
    line->setWordWrap(true);
    layout->addWidget(line);
    layout->addSpacing(14);
    auto* buttons = new QHBoxLayout;
    auto* open_button = make_button(u"emptyOpenButton"_s, tr("Open…"), "primary", card);
    connect(open_button, &QPushButton::clicked, &open, &QAction::trigger);
    auto* sample_button =
        make_button(u"emptySampleButton"_s, tr("Open the sample model"), "", card);
    connect(sample_button, &QPushButton::clicked, &open_sample, &QAction::trigger);
    buttons->addWidget(open_button);
    buttons->addWidget(sample_button);
    buttons->addStretch();
    layout->addLayout(buttons);
    hint_ = make_label(u"emptyHint"_s, "muted", card, idle_hint_);
    hint_->setWordWrap(true);
    layout->addWidget(hint_);

    recent_box_ = new QWidget(card);
    recent_ = new QVBoxLayout(recent_box_);
    recent_->setContentsMargins(0, 18, 0, 0);
    recent_->setSpacing(2);
    layout->addWidget(recent_box_);
    recent_box_->hide();
}

void EmptyPage::set_opening(const QString& name) {
    hint_->setText(name.isEmpty() ? idle_hint_ : tr("opening %1 …").arg(name));
}

void EmptyPage::set_recent(const QStringList& paths) {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    recent_box_->setVisible(!paths.isEmpty());
    if (paths.isEmpty()) return;
    recent_->addWidget(make_label(u"recentTitle"_s, "title", recent_box_, tr("Recent")));
    for (const QString& path : paths.mid(0, 5)) {
        const QFileInfo file(path);
        auto* button = make_button(u"recentFile"_s, file.fileName().replace(u'&', u"&&"_s), "link",
                                   recent_box_);
        button->setAccessibleName(tr("Open %1").arg(path));
        button->setToolTip(path);
        connect(button, &QPushButton::clicked, this, [this, path] { emit open_requested(path); });
        recent_->addWidget(button, 0, Qt::AlignLeft);
    }
}

}  // namespace bitlathe
