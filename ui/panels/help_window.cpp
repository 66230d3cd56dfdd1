// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/help_window.h"

#include <QDir>
#include <QFile>
#include <array>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kFolder = u":/help/"_s;

struct About {
    const char* object;
    const char* page;
};
constexpr std::array<About, 16> kAbout = {{
    {"tensorPanel", "tensors"},
    {"bitsPanel", "bits"},
    {"depthPanel", "depth"},
    {"rankingPanel", "depth"},
    {"budgetPanel", "budget"},
    {"headerBar", "budget"},
    {"inspectorPanel", "inspector"},
    {"matrixPage", "inspector"},
    {"plansPanel", "plans"},
    {"historyPanel", "plans"},
    {"comparePanel", "plans"},
    {"reportPage", "report"},
    {"paretoPanel", "report"},
    {"compositionPanel", "report"},
    {"exportDialog", "export"},
    {"jobsPanel", "jobs"},
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
    setAccessibleName(tr("Help"));
    setWindowTitle(tr("Help – Bitlathe"));
    setOpenExternalLinks(false);
    resize(640, 620);
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
    QFile file(kFolder + QFileInfo(name.path()).fileName());
    if (type != QTextDocument::MarkdownResource || !file.open(QIODevice::ReadOnly)) return {};
    return file.readAll();
}

}  // namespace bitlathe
