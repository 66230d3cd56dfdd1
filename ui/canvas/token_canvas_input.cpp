// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer, keys and words of the text of tokens.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "ui/canvas/token_canvas.h"
#include "ui/theme/text.h"

namespace bitlathe {

std::optional<std::size_t> TokenCanvas::score_at(QPoint point) const {
    if (text() == nullptr) return {};
    const auto piece = layout_.piece_at(point - origin());
    return piece ? text()->pieces()[*piece].score : std::nullopt;
}

std::vector<HoverLine> TokenCanvas::describe(std::size_t score) const {
    const TokenScore& at = text()->measurement().scores[score];
    std::vector<HoverLine> lines = {
        {HoverLine::Kind::kTitle, {}, tr("“%1”").arg(text()->token_name(at.id))},
        {HoverLine::Kind::kPlain,
         {},
         tr("loss of the plan %1 nats").arg(number_text(at.nll, 'f', 3))}};
    if (at.reference_nll) {
        lines.push_back(
            {HoverLine::Kind::kPlain,
             {},
             tr("loss of the original %1 nats").arg(number_text(*at.reference_nll, 'f', 3))});
    }
    if (at.kl) {
        lines.push_back(
            {HoverLine::Kind::kPlain, {}, tr("KL %1 nats").arg(number_text(*at.kl, 'g', 3))});
    }
    lines.push_back({HoverLine::Kind::kMuted, {}, text()->place_text(score)});
    lines.push_back(
        {HoverLine::Kind::kMuted, {}, tr("measured; click for what both expected here")});
    return lines;
}

void TokenCanvas::hover(std::optional<std::size_t> score) {
    if (score == hovered_) return;
    hovered_ = score;
    card_.clear();
    if (hovered_) {
        card_.set(describe(*hovered_));
        card_.place(place(*hovered_).center(), viewport()->rect());
    }
    viewport()->update();
}

void TokenCanvas::go_to(std::size_t score) {
    chosen_ = score;
    const QRect rect = layout_.rect(text()->piece_of(score));
    QScrollBar* bar = verticalScrollBar();
    if (rect.top() < bar->value()) bar->setValue(rect.top());
    if (rect.bottom() > bar->value() + bar->pageStep())
        bar->setValue(rect.bottom() - bar->pageStep() + 1);
    viewport()->update();
    announce_part(*this, *this);
    emit token_chosen();
}

void TokenCanvas::mouseMoveEvent(QMouseEvent* event) {
    hover(score_at(event->pos()));
}

void TokenCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    if (const auto score = score_at(event->pos())) go_to(*score);
}

void TokenCanvas::mouseReleaseEvent(QMouseEvent* event) {
    event->accept();  // the press was for us
}

bool TokenCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) hover({});
    return QAbstractScrollArea::viewportEvent(event);
}

void TokenCanvas::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TokenCanvas::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TokenCanvas::walk(int steps) {
    const int count = part_count();
    const int next = chosen_ ? static_cast<int>(*chosen_) + steps : 0;
    go_to(static_cast<std::size_t>(std::clamp(next, 0, count - 1)));
}

void TokenCanvas::walk_lines(int lines) {
    if (!chosen_) return walk(0);
    const std::size_t piece = text()->piece_of(*chosen_);
    const int x = layout_.rect(piece).center().x();
    const int from = static_cast<int>(layout_.line_of(piece));
    const int most = static_cast<int>(layout_.line_count()) - 1;
    const int step = lines < 0 ? -1 : 1;
    // Lines without a scored token are stepped over.
    for (int line = std::clamp(from + lines, 0, most); line >= 0 && line <= most; line += step) {
        const auto [first, last] = layout_.pieces_of(static_cast<std::size_t>(line));
        const std::size_t near = layout_.nearest(static_cast<std::size_t>(line), x);
        std::optional<std::size_t> best;
        for (std::size_t i = first; i < last; ++i) {
            const auto score = text()->pieces()[i].score;
            if (score && (!best || i <= near)) best = score;
        }
        if (best) return go_to(*best);
    }
}

void TokenCanvas::keyPressEvent(QKeyEvent* event) {
    if (text() == nullptr || part_count() == 0) return QAbstractScrollArea::keyPressEvent(event);
    const int page = std::max(1, verticalScrollBar()->pageStep() / TokenLayout::kLineHeight - 1);
    switch (event->key()) {
        case Qt::Key_Left:
            return walk(-1);
        case Qt::Key_Right:
            return walk(chosen_ ? 1 : 0);
        case Qt::Key_Up:
            return walk_lines(-1);
        case Qt::Key_Down:
            return walk_lines(1);
        case Qt::Key_PageUp:
            return walk_lines(-page);
        case Qt::Key_PageDown:
            return walk_lines(page);
        case Qt::Key_Home:
            return go_to(0);
        case Qt::Key_End:
            return go_to(static_cast<std::size_t>(part_count()) - 1);
        case Qt::Key_Escape:
            if (!chosen_) break;
            chosen_.reset();
            viewport()->update();
            emit token_chosen();
            return;
        default:
            break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

int TokenCanvas::part_count() const {
    return text() == nullptr ? 0 : static_cast<int>(text()->measurement().scores.size());
}

CanvasPart TokenCanvas::part(int index) const {
    const auto score = static_cast<std::size_t>(index);
    QStringList words;
    for (const HoverLine& line : describe(score)) {
        if (line.kind != HoverLine::Kind::kMuted) words << line.text;
    }
    words << text()->place_text(score);
    const QString value = tr("%1 nats").arg(number_text(text()->value(quantity_, score), 'g', 3));
    const QRect rect = place(score).intersected(viewport()->rect());
    return {words.join(QStringLiteral(", ")), value,
            rect.translated(viewport()->mapTo(this, QPoint())), chosen_ == score};
}

std::optional<int> TokenCanvas::current_part() const {
    return chosen_ ? std::optional(static_cast<int>(*chosen_)) : std::nullopt;
}

std::optional<int> TokenCanvas::part_at(QPoint point) const {
    const auto score = score_at(viewport()->mapFrom(this, point));
    return score ? std::optional(static_cast<int>(*score)) : std::nullopt;
}

void TokenCanvas::choose_part(int index) {
    go_to(static_cast<std::size_t>(index));
}

}  // namespace bitlathe
