// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tried_view.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "ui/canvas/copy_key.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the colours behind marked tokens: the text has to stay readable.
constexpr double kMarked = 0.45;

bool goes_on(const TriedText& from, const TriedText& to) {
    return from.content == to.content && from.settings == to.settings &&
           from.tokens.size() <= to.tokens.size() &&
           std::equal(from.tokens.begin(), from.tokens.end(), to.tokens.begin(),
                      [](const TriedToken& a, const TriedToken& b) { return a.id == b.id; });
}

}  // namespace

std::vector<HoverLine> chances_text(const TriedToken& token) {
    std::vector<HoverLine> lines = {
        {HoverLine::Kind::kTitle,
         {},
         TriedView::tr("“%1”  %2").arg(token.name, percent_text(token.p * 100, 'f', 1))}};
    for (std::size_t i = 0; i < token.top.size(); ++i) {
        const TriedChance& chance = token.top[i];
        lines.push_back(
            {HoverLine::Kind::kPlain,
             {},
             u"%1.  %2  %3"_s.arg(i + 1).arg(chance.name, percent_text(chance.p * 100, 'f', 1))});
    }
    return lines;
}

TriedView::TriedView(Theme& theme, const QString& name, QWidget* parent)
    : QTextBrowser(parent), theme_(theme) {
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    document()->setDefaultFont(Theme::content_font());
    viewport()->setMouseTracking(true);
    copy_by_key(*this, [this] {
        QString part = textCursor().selectedText();
        part.replace(QChar::ParagraphSeparator, u'\n');
        return part.isEmpty() ? whole_text() : part;
    });
    connect(&theme_, &Theme::changed, this, &TriedView::rebuild);
}

void TriedView::set_text(const TriedText& text, std::optional<std::size_t> difference) {
    difference_ = difference;
    const bool more = goes_on(text_, text);
    const std::size_t first = text_.tokens.size();
    text_ = text;
    if (more) {
        if (text_.tokens.size() > first) append(first);
        mark();
    } else {
        chosen_.reset();
        rebuild();
    }
}

QString TriedView::whole_text() const {
    return text_.content.empty() ? QString() : text_.settings.prompt + continuation(text_);
}

void TriedView::rebuild() {
    ++rebuilt_;
    hover({});
    clear();
    ends_.clear();
    prompt_end_ = 0;
    if (!text_.content.empty()) {
        QTextCharFormat prompt;
        prompt.setForeground(theme_.tokens().muted);
        QTextCursor end(document());
        end.insertText(text_.settings.prompt, prompt);
        prompt_end_ = end.position();
        append(0);
    }
    mark();
}

void TriedView::append(std::size_t first) {
    QScrollBar* bar = verticalScrollBar();
    const bool at_end = bar->value() == bar->maximum();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    QTextCharFormat plain, control;
    plain.setForeground(theme_.tokens().text);
    control.setForeground(theme_.tokens().muted);
    for (std::size_t i = first; i < text_.tokens.size(); ++i) {
        const TriedToken& token = text_.tokens[i];
        end.insertText(token.text, token.control ? control : plain);
        ends_.push_back(end.position());
    }
    if (at_end) bar->setValue(bar->maximum());
}

QTextEdit::ExtraSelection TriedView::selection_of(std::size_t token) const {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(token == 0 ? prompt_end_ : ends_[token - 1]);
    selection.cursor.setPosition(ends_[token], QTextCursor::KeepAnchor);
    return selection;
}

void TriedView::mark() {
    const ThemeTokens& t = theme_.tokens();
    QList<QTextEdit::ExtraSelection> selections;
    if (difference_ && *difference_ < ends_.size()) {
        auto selection = selection_of(*difference_);
        selection.format.setBackground(mixed(t.panel, t.warning, kMarked));
        selection.format.setFontUnderline(true);  // not by its colour alone
        selections.push_back(selection);
    }
    if (hovered_ && *hovered_ < ends_.size() && hovered_ != difference_) {
        auto selection = selection_of(*hovered_);
        selection.format.setBackground(t.hover);
        selections.push_back(selection);
    }
    setExtraSelections(selections);
    viewport()->update();
}

void TriedView::choose(std::optional<std::size_t> token) {
    if (token && *token >= ends_.size()) token.reset();
    chosen_ = token;
    mark();
    if (!chosen_) return;
    QTextCursor at(document());
    at.setPosition(*chosen_ == 0 ? prompt_end_ : ends_[*chosen_ - 1]);
    setTextCursor(at);  // scrolls to it, and tells it to screen readers
}

QRect TriedView::place(std::size_t token) const {
    QTextCursor at(document());
    const int start = token == 0 ? prompt_end_ : ends_[token - 1];
    at.setPosition(start);
    QRect begin = cursorRect(at);
    at.setPosition(ends_[token]);
    const QRect end = cursorRect(at);
    if (end.top() != begin.top()) {
        // The space of a word that goes to the next line stays behind on this one, unseen.
        const QString& text = text_.tokens[token].text;
        const auto letter =
            std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
        if (letter != text.end()) at.setPosition(start + static_cast<int>(letter - text.begin()));
        begin = cursorRect(at);
    }
    const int right = end.top() == begin.top() ? end.left() : viewport()->width();
    return {begin.left(), begin.top(), std::max(2, right - begin.left()), begin.height()};
}

std::optional<std::size_t> TriedView::token_at(QPoint point) const {
    const int position = document()->documentLayout()->hitTest(
        point + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value()), Qt::ExactHit);
    if (position < prompt_end_) return {};
    const auto token = std::upper_bound(ends_.begin(), ends_.end(), position);
    if (token == ends_.end()) return {};
    return static_cast<std::size_t>(token - ends_.begin());
}

void TriedView::hover(std::optional<std::size_t> token) {
    if (token == hovered_) return;
    hovered_ = token;
    card_.clear();
    if (hovered_) {
        card_.set(chances_text(text_.tokens[*hovered_]));
        card_.place(place(*hovered_).center(), viewport()->rect());
    }
    mark();
    viewport()->update();
}

void TriedView::paintEvent(QPaintEvent* event) {
    QTextBrowser::paintEvent(event);
    QPainter painter(viewport());
    if (chosen_) {  // a frame: the mark of a difference stays to be seen
        painter.setPen(QPen(theme_.tokens().accent, 2));
        painter.drawRect(place(*chosen_).adjusted(0, 0, -1, 0));
    }
    card_.paint(painter, theme_.tokens());
}

void TriedView::mouseMoveEvent(QMouseEvent* event) {
    QTextBrowser::mouseMoveEvent(event);
    hover(event->buttons() == Qt::NoButton ? token_at(event->pos()) : std::nullopt);
}

void TriedView::mouseReleaseEvent(QMouseEvent* event) {
    QTextBrowser::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection()) return;
    const auto token = token_at(event->pos());
    if (!token) return;
    choose(token);
    emit token_chosen(chosen_);
}

void TriedView::walk(int steps) {
    const int most = static_cast<int>(ends_.size()) - 1;
    if (most < 0) return;
    const int next = chosen_ ? static_cast<int>(*chosen_) + steps
                             : (difference_ ? static_cast<int>(*difference_) : 0);
    choose(static_cast<std::size_t>(std::clamp(next, 0, most)));
    emit token_chosen(chosen_);
}

void TriedView::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() == Qt::NoModifier) {
        if (event->key() == Qt::Key_Left) return walk(-1);
        if (event->key() == Qt::Key_Right) return walk(1);
        if (event->key() == Qt::Key_Escape && chosen_) {
            choose({});
            emit token_chosen({});
            return;
        }
    }
    QTextBrowser::keyPressEvent(event);
}

bool TriedView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) hover({});
    return QTextBrowser::viewportEvent(event);
}

void TriedView::scrollContentsBy(int dx, int dy) {
    QTextBrowser::scrollContentsBy(dx, dy);
    hover({});
    viewport()->update();
}

QVariant TriedView::kept_view() const {
    return chosen_ ? QVariant::fromValue(static_cast<qulonglong>(*chosen_)) : QVariant();
}

void TriedView::take_view(const QVariant& kept) {
    if (!kept.isValid()) return;
    choose(static_cast<std::size_t>(kept.toULongLong()));
    emit token_chosen(chosen_);
}

}  // namespace bitlathe
