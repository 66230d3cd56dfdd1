// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rank_strip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

RankStrip::RankStrip(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(u"rankStrip"_s);
    setAccessibleName(tr("Blocks ranked by importance"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RankStrip::set_ranking(LayerwiseRanking ranking) {
    ranking_ = std::move(ranking);
    place_.assign(ranking_.blocks.size(), 0);
    for (std::size_t rank = 0; rank < ranking_.blocks.size(); ++rank)
        place_[ranking_.blocks[rank]] = rank;
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
}

bool RankStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || place_.empty()) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto block = static_cast<std::size_t>(std::clamp(help->pos().x(), 0, width() - 1) *
                                                static_cast<int>(place_.size()) / width());
    QToolTip::showText(help->globalPos(),
                       tr("block %1: importance rank %2 of %3, ZD %4")
                           .arg(block)
                           .arg(place_[block] + 1)
                           .arg(place_.size())
                           .arg(ranking_.zd[block], 0, 'f', 4),
                       this);
    return true;
}

}  // namespace bitlathe
