// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/help_window.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QScrollBar>
#include <array>

#include "ui/theme/language.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kFolder = u":/help/"_s;

struct About {
    const char* object;
    const char* page;
};
constexpr std::array<About, 23> kAbout = {{
    {"tensorPanel", "tensors"},
    {"bitsPanel", "bits"},
    {"depthPanel", "depth"},
    {"rankingPanel", "depth"},
    {"budgetPanel", "budget"},
    {"headerBar", "budget"},
    {"inspectorPanel", "inspector"},
    {"matrixPage", "inspector"},
    {"qualityPanel", "quality"},
    {"tokensPage", "tokens"},
    {"tryPage", "try"},
    {"outliersPage", "outliers"},
    {"plansPanel", "plans"},
    {"historyPanel", "plans"},
    {"comparePanel", "plans"},
    {"reportPage", "report"},
    {"paretoPanel", "report"},
    {"compositionPanel", "report"},
    {"exportDialog", "export"},
    {"jobsPanel", "jobs"},
    {"attentionView", "attention"},
    {"expertsView", "experts"},
    {"tokenChannelsView", "token-channels"},
}};

}  // namespace

QStringList help_pages() {
    QStringList pages = QDir(kFolder).entryList({u"*.md"_s});
    for (QString& page : pages)
        page.chop(3);
    return pages;
}

HelpWindow::HelpWindow(QWidget* parent) : QTextBrowser(parent) {
    setWindowFlags(Qt::Tool);
    setObjectName(u"helpWindow"_s);
    setOpenExternalLinks(false);
    resize(640, 620);
    show_titles();
}

void HelpWindow::show_titles() {
    setAccessibleName(tr("Help"));
    setWindowTitle(tr("Help – Bitlathe"));
}

void HelpWindow::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    show_titles();
    if (source().isEmpty()) return;
    const int at = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(at);
}

void HelpWindow::show_page(const QString& page) {
    const QString known = help_pages().contains(page) ? page : u"index"_s;
    setSource(QUrl(known + u".md"_s), QTextDocument::MarkdownResource);
    show();
    raise();
}

QString HelpWindow::page_about(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        for (const About& about : kAbout) {
            if (widget->objectName() == QLatin1String(about.object))
                return QString::fromLatin1(about.page);
        }
    }
    return u"index"_s;
}

QVariant HelpWindow::loadResource(int type, const QUrl& name) {
    if (type != QTextDocument::MarkdownResource) return {};
    const QString page = QFileInfo(name.path()).fileName();
    // Pages that are not there in the language are shown in English.
    for (const QString& place : {kFolder + language_in_use() + u'/' + page, kFolder + page}) {
        QFile file(place);
        if (file.open(QIODevice::ReadOnly)) return file.readAll();
    }
    return {};
}

}  // namespace bitlathe
