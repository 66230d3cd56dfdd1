// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/token_canvas.h"

#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/focus_ring.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 8;
constexpr int kScaleHeight = 26;
constexpr int kScaleLeast = 60;
constexpr int kScaleMost = 140;
/// Of the colours: a text has to stay readable on the strongest one.
constexpr double kStrongest = 0.72;

}  // namespace

TokenCanvas::TokenCanvas(Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), theme_(theme) {
    setObjectName(u"tokenCanvas"_s);
    setAccessibleName(tr("Text, coloured token by token"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    offer_parts(*this);
    connect(&theme_, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TokenCanvas::set_text(std::shared_ptr<const TokenText> text) {
    const KeptView wanted = text ? std::exchange(wanted_, {}) : KeptView();
    chosen_ = wanted.chosen;
    hovered_.reset();
    card_.clear();
    layout_.set_text(std::move(text), Theme::content_font());
    lay_out();
    verticalScrollBar()->setValue(wanted.scrolled);
    forget_parts(*this, *this);
    emit token_chosen();
}

QVariant TokenCanvas::kept_view() const {
    return QVariant::fromValue(KeptView{chosen_, verticalScrollBar()->value()});
}

void TokenCanvas::take_view(const QVariant& kept) {
    wanted_ = kept.value<KeptView>();
    // A text that is there already is shown as it was.
    if (const auto text = layout_.shared_text(); text) set_text(text);
}

void TokenCanvas::set_quantity(TokenQuantity quantity) {
    quantity_ = quantity;
    hover({});
    viewport()->update();
}

void TokenCanvas::set_message(const QString& message) {
    message_ = message;
    viewport()->update();
}

void TokenCanvas::lay_out() {
    layout_.set_width(viewport()->width() - 2 * kMargin);
    const int room = viewport()->height() - kScaleHeight;
    verticalScrollBar()->setRange(0, std::max(0, layout_.height() + kMargin - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(TokenLayout::kLineHeight);
    viewport()->update();
}

QPoint TokenCanvas::origin() const {
    return {kMargin, kScaleHeight - verticalScrollBar()->value()};
}

QColor TokenCanvas::colour_of(double share) const {
    const ThemeTokens& t = theme_.tokens();
    const double strength = kStrongest * std::sqrt(std::clamp(std::abs(share), 0.0, 1.0));
    return mixed(t.panel, share < 0 ? t.accent : t.warning, strength);
}

QColor TokenCanvas::colour(std::size_t score) const {
    const double full = text()->scale(quantity_);
    return colour_of(full > 0 ? text()->value(quantity_, score) / full : 0);
}

QRect TokenCanvas::place(std::size_t score) const {
    return layout_.rect(text()->piece_of(score)).translated(origin());
}

void TokenCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const ThemeTokens& t = theme_.tokens();
    painter.fillRect(viewport()->rect(), t.panel);
    painter.setFont(Theme::content_font());
    painted_ = 0;
    if (text() == nullptr) {
        painter.setPen(t.muted);
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                         Qt::AlignCenter | Qt::TextWordWrap, message_);
    } else {
        const int scrolled = verticalScrollBar()->value();
        const auto [first, last] =
            layout_.lines_between(scrolled, scrolled + viewport()->height() - kScaleHeight);
        for (std::size_t line = first; line < last; ++line)
            paint_line(painter, line);
        paint_scale(painter);
        card_.paint(painter, t);
    }
    if (hasFocus()) paint_focus(painter, viewport()->rect(), t);
}

void TokenCanvas::paint_line(QPainter& painter, std::size_t line) {
    const ThemeTokens& t = theme_.tokens();
    const auto [first, last] = layout_.pieces_of(line);
    for (std::size_t i = first; i < last; ++i) {
        const TokenPiece& piece = text()->pieces()[i];
        const QRect rect = layout_.rect(i).translated(origin());
        ++painted_;
        if (piece.score) {
            painter.fillRect(rect.adjusted(0, 2, -1, -2), colour(*piece.score));
            const bool marked = piece.score == chosen_ || piece.score == hovered_;
            if (marked) {
                painter.setPen(QPen(piece.score == chosen_ ? t.accent : t.muted,
                                    piece.score == chosen_ ? 2 : 1));
                painter.drawRect(rect.adjusted(0, 1, -1, -2));
            }
        }
        painter.setPen(piece.score ? t.text : t.muted);
        painter.drawText(rect.adjusted(1, 0, 20, 0), Qt::AlignLeft | Qt::AlignVCenter, piece.text);
    }
}

void TokenCanvas::paint_scale(QPainter& painter) const {
    const ThemeTokens& t = theme_.tokens();
    painter.fillRect(0, 0, viewport()->width(), kScaleHeight, t.panel);
    painter.setFont(Theme::label_font());
    painter.setPen(t.muted);
    const double full = text()->scale(quantity_);
    const bool both = quantity_ == TokenQuantity::kDifference;
    const QString name = quantity_ == TokenQuantity::kKl ? tr("KL measured, nats")
                         : both ? tr("loss of the plan less that of the original, nats")
                                : tr("loss of the plan, nats");
    const QString low = both ? quantity_text(-full) : u"0"_s;
    const QString high = tr("%1 and more").arg(quantity_text(full));
    const QFontMetrics metrics(painter.font());
    int x = kMargin;
    // The name is told before the colours get their room.
    const int rest = viewport()->width() - metrics.horizontalAdvance(low + high) - 4 * kMargin;
    const int colours = std::clamp(rest - metrics.horizontalAdvance(name), kScaleLeast, kScaleMost);
    const QString shown = metrics.elidedText(name, Qt::ElideRight, std::max(0, rest - colours));
    const QRect line(0, 0, viewport()->width(), kScaleHeight - 4);
    const auto write = [&](const QString& what) {
        painter.drawText(line.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, what);
        x += metrics.horizontalAdvance(what) + 6;
    };
    write(shown);
    write(low);
    for (int i = 0; i < colours; ++i) {
        const double share = static_cast<double>(i) / (colours - 1);
        painter.fillRect(x + i, 6, 1, kScaleHeight - 16, colour_of(both ? 2 * share - 1 : share));
    }
    x += colours + 6;
    write(high);
    painter.setFont(Theme::content_font());
}

void TokenCanvas::resizeEvent(QResizeEvent*) {
    // What was at the top stays there.
    const auto lines =
        layout_.lines_between(verticalScrollBar()->value(), verticalScrollBar()->value());
    const bool any = layout_.line_count() > 0 && lines.first < layout_.line_count();
    const std::size_t piece = any ? layout_.pieces_of(lines.first).first : 0;
    lay_out();
    if (any && verticalScrollBar()->value() > 0)
        verticalScrollBar()->setValue(layout_.rect(piece).top());
}

void TokenCanvas::scrollContentsBy(int, int) {
    hover({});
    viewport()->update();
}

}  // namespace bitlathe
