// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/about_dialog.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "core/base/json.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

AboutDialog::AboutDialog(std::function<void()> copy_diagnostics, QWidget* parent)
    : QDialog(parent) {
    setObjectName(u"aboutDialog"_s);
    setAccessibleName(tr("About Bitlathe"));
    setWindowTitle(tr("About Bitlathe"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(28, 24, 28, 20);
    rows->setSpacing(8);
    rows->addWidget(make_label(u"aboutName"_s, "name", this, u"Bitlathe"_s));
    rows->addWidget(make_label(
        u"aboutVersion"_s, "content", this,
        tr("version %1, with Qt %2")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()))));
    rows->addWidget(
        make_label(u"aboutLine"_s, "content", this,
                   tr("See where a model's bits matter, shape them, export the result.")));
    rows->addSpacing(6);
    QLabel* licence = make_label(
        u"aboutLicence"_s, "muted", this,
        tr("Free software under the GNU General Public License, version 3 or later, without any "
           "warranty. Nothing is sent anywhere: the program does not use the network."));
    QLabel* parts = make_label(
        u"aboutParts"_s, "muted", this,
        tr("Built with Qt, Qt Charts, QCustomPlot, Google Highway, fmt, tl::expected, "
           "nlohmann-json, xxHash, OpenSSL and CLI11. Colours: viridis, cividis, ColorBrewer, "
           "Okabe and Ito."));
    for (QLabel* label : {licence, parts}) {
        label->setWordWrap(true);
        label->setMinimumWidth(440);
        rows->addWidget(label);
    }
    auto* buttons = new QHBoxLayout;
    auto* copy = make_button(u"aboutCopy"_s, tr("Copy diagnostics"), "", this);
    copy->setToolTip(
        tr("Versions, machine, memory, the shape of the open model and the last lines "
           "of the log; file names, but no folders"));
    auto* close = make_button(u"aboutClose"_s, tr("Close"), "primary", this);
    close->setDefault(true);
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    rows->addSpacing(8);
    rows->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [run = std::move(copy_diagnostics)] { run(); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

}  // namespace bitlathe
