// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/log_view.h"

#include <QEvent>
#include <QScrollBar>

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMostLines = 1000;

}  // namespace

LogView::LogView(const QString& name, QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(name);
    setReadOnly(true);
    setMaximumBlockCount(static_cast<int>(kMostLines));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
}

QString LogView::Line::shown() const {
    return time.toString(u"HH:mm:ss"_s) + u"  "_s + text.text();
}

void LogView::add(Phrase line) {
    lines_.push_back({QTime::currentTime(), std::move(line)});
    if (lines_.size() > kMostLines) lines_.pop_front();
    appendPlainText(lines_.back().shown());
}

void LogView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    const int at = verticalScrollBar()->value();
    QStringList shown;
    for (const Line& line : lines_)
        shown.push_back(line.shown());
    setPlainText(shown.join(u'\n'));
    verticalScrollBar()->setValue(at);
}

}  // namespace bitlathe
