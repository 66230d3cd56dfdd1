// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rank_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/canvas/focus_ring.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

RankStrip::RankStrip(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(u"rankStrip"_s);
    setAccessibleName(tr("Blocks ranked by importance"));
    setFocusPolicy(Qt::StrongFocus);
    offer_parts(*this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RankStrip::set_ranking(LayerwiseRanking ranking) {
    ranking_ = std::move(ranking);
    place_.assign(ranking_.blocks.size(), 0);
    for (std::size_t rank = 0; rank < ranking_.blocks.size(); ++rank)
        place_[ranking_.blocks[rank]] = rank;
    if (current_ && *current_ >= place_.size()) current_.reset();
    forget_parts(*this, *this);
    setVisible(!place_.empty());
    update();
}

QRect RankStrip::bar(std::size_t block) const {
    const auto count = static_cast<int>(place_.size());
    const int i = static_cast<int>(block);
    const int left = i * width() / count;
    const int right = (i + 1) * width() / count;
    const int gap = right - left > 5 ? 2 : right - left > 2 ? 1 : 0;
    const int rank = static_cast<int>(place_[block]);
    const int high = 4 + (height() - 6) * (count - rank) / count;
    return {left, height() - high, std::max(1, right - left - gap), high};
}

void RankStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeTokens& tokens = theme_.tokens();
    const std::size_t high_blocks = place_.size() - std::min(ranking_.low_blocks, place_.size());
    for (std::size_t block = 0; block < place_.size(); ++block) {
        const QRect rect = bar(block);
        if (place_[block] < high_blocks) {
            painter.fillRect(rect, tokens.accent);
            continue;
        }
        painter.fillRect(rect, tokens.grid);
        if (rect.width() >= 4) {
            painter.setPen(tokens.muted);
            painter.drawRect(rect.adjusted(0, 0, -1, -1));
        }
    }
    if (!hasFocus()) return;
    paint_focus(painter, this->rect(), tokens);
    if (current_) {
        painter.setPen(QPen(tokens.text, 2));
        painter.drawRect(bar(*current_).adjusted(-1, 0, 1, -1));
    }
}

QString RankStrip::text_of(std::size_t block) const {
    const bool lim = ranking_.score == LayerwiseScore::kLim;
    return (lim ? tr("block %1: importance rank %2 of %3, LIM %4")
                : tr("block %1: importance rank %2 of %3, ZD %4"))
        .arg(block)
        .arg(place_[block] + 1)
        .arg(place_.size())
        .arg(number_text(ranking_.scores[block], 'f', 4));
}

void RankStrip::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || place_.empty()) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(place_.size()) - 1;
    const int now = current_ ? static_cast<int>(*current_) + step : 0;
    choose_part(std::clamp(now, 0, last));
    announce_part(*this, *this);
}

void RankStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    announce_part(*this, *this);
}

void RankStrip::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
}

int RankStrip::part_count() const {
    return static_cast<int>(place_.size());
}

CanvasPart RankStrip::part(int index) const {
    const auto block = static_cast<std::size_t>(index);
    return {text_of(block), QString::number(place_[block] + 1), bar(block), current_ == block};
}

std::optional<int> RankStrip::current_part() const {
    return current_ ? std::optional(static_cast<int>(*current_)) : std::nullopt;
}

std::optional<int> RankStrip::part_at(QPoint point) const {
    if (place_.empty()) return std::nullopt;
    return std::clamp(point.x(), 0, width() - 1) * part_count() / width();
}

void RankStrip::choose_part(int index) {
    current_ = static_cast<std::size_t>(index);
    update();
    const QRect at = bar(*current_);
    QToolTip::showText(mapToGlobal(at.topLeft()), text_of(*current_), this);
}

bool RankStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || place_.empty()) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto block = static_cast<std::size_t>(*part_at(help->pos()));
    QToolTip::showText(help->globalPos(), text_of(block), this);
    return true;
}

}  // namespace bitlathe
