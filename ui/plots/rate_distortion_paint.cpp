// SPDX-License-Identifier: GPL-3.0-or-later
// How the error by format is painted.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/plots/label_places.h"
#include "ui/plots/rate_distortion_view.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHead = 24;
constexpr int kFoot = 16;
constexpr int kLeft = 56;
constexpr double kDot = 3;
constexpr double kOpenDot = 4.2;  ///< around the other one where both lie together
constexpr double kRing = 5.5;

/// Whole steps between ticks so that at most `room` of them fit into a span.
int tick_step(double span, double room) {
    return std::max(1, static_cast<int>(std::ceil(span / std::max(room, 1.0))));
}

}  // namespace

QRectF RateDistortionView::plot_rect(QSize size) const {
    return QRectF(kLeft, kHead, size.width() - kLeft - 10, size.height() - kHead - kFoot - 2);
}

void RateDistortionView::paint_axes(QPainter& painter, const QRectF& plot) const {
    const Range r = range();
    const int decades = tick_step(r.high - r.low, plot.height() / 18);
    for (int power = static_cast<int>(std::ceil(r.low)); power <= r.high; power += decades) {
        const double y = std::floor(place(plot, r.left, std::pow(10.0, power)).y()) + 0.5;
        painter.setPen(tokens().grid);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(tokens().muted);
        painter.drawText(QRectF(0, y - 8, kLeft - 5, 16), Qt::AlignRight | Qt::AlignVCenter,
                         without_zeros(nmse_text(std::pow(10.0, power))));
    }
    const int every = tick_step(r.right - r.left, plot.width() / 20);
    for (int bits = static_cast<int>(std::ceil(r.left)); bits <= r.right; bits += every) {
        painter.drawText(QRectF(place(plot, bits, 1).x() - 20, plot.bottom(), 40, kFoot),
                         Qt::AlignHCenter | Qt::AlignBottom, number_text(bits, 'g', 6));
    }
}

void RateDistortionView::paint_reference(QPainter& painter, const QRectF& plot) const {
    const Range r = range();
    painter.save();
    painter.setClipRect(plot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().muted, 1, Qt::DashLine));
    // A straight line on these axes; it may leave the plot below.
    const double last = std::min(r.right, -r.low / std::log10(4.0));
    painter.drawLine(place(plot, r.left, std::pow(4.0, -r.left)),
                     place(plot, last, std::pow(4.0, -last)));
    painter.restore();
    painter.setPen(tokens().muted);
    const QPointF at = place(plot, r.left + 0.6, std::pow(4.0, -r.left - 0.6));
    painter.drawText(QRectF(at.x() - 34, at.y() + 4, 30, 14), Qt::AlignRight | Qt::AlignVCenter,
                     u"4⁻ᵇ"_s);
}

void RateDistortionView::paint_points(QPainter& painter, const QRectF& plot,
                                      const std::optional<Current>& now) const {
    const QColor colour = mixed(tokens().panel, tokens().accent, 0.65);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4));
    // The line joins what is worth choosing: more bits, less error.
    std::optional<QPointF> before;
    double least = HUGE_VAL;
    for (const RatePoint& point : points_) {
        if (point.nmse >= least) continue;
        least = point.nmse;
        const QPointF at = place(plot, point.bits_per_weight, point.nmse);
        if (before) painter.drawLine(*before, at);
        before = at;
    }
    for (std::size_t i = 0; i < points_.size(); ++i) {
        painter.setBrush(mark_ == i ? tokens().text : colour);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(place(plot, points_[i].bits_per_weight, points_[i].nmse), kDot, kDot);
    }
    if (now) {
        const Range r = range();
        const double bits = std::clamp(now->bits, r.left, r.right);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens().accent, 2.2));
        painter.drawEllipse(place(plot, bits, now->nmse), kRing, kRing);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void RateDistortionView::paint_output(QPainter& painter, const QRectF& plot) const {
    const QColor colour = tokens().warning;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    std::optional<QPointF> before;
    double least = HUGE_VAL;
    std::vector<QPointF> dots;
    for (const RatePoint& point : points_) {
        const double error = output_error(point.format).value_or(0);
        if (error <= 0) continue;
        const QPointF at = place(plot, point.bits_per_weight, error);
        dots.push_back(at);
        if (error >= least) continue;
        least = error;
        if (before) painter.drawLine(*before, at);
        before = at;
    }
    for (const QPointF& at : dots)
        painter.drawEllipse(at, kOpenDot, kOpenDot);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(Theme::label_font());
    painter.drawText(plot, Qt::AlignRight | Qt::AlignTop, tr("○ output error"));
}

void RateDistortionView::paint_names(QPainter& painter, const QRectF& plot,
                                     const std::optional<Current>& now) const {
    std::vector<LabelWish> wishes;
    for (const RatePoint& point : points_) {
        const bool chosen = now && now->format == point.format;
        wishes.push_back({place(plot, point.bits_per_weight, point.nmse), format_text(point.format),
                          chosen ? Theme::title_font() : Theme::label_font(), chosen});
    }
    const auto places = place_labels(wishes, plot.toRect());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (!places[i]) continue;
        painter.setFont(wishes[i].font);
        painter.setPen(wishes[i].first ? tokens().text : tokens().muted);
        painter.drawText(QRectF(*places[i]), Qt::AlignCenter | Qt::TextDontClip, wishes[i].text);
    }
}

void RateDistortionView::paint_plot(QPainter& painter, const QRectF& plot) const {
    paint_axes(painter, plot);
    paint_reference(painter, plot);
    const auto now = current();
    if (shows_output()) paint_output(painter, plot);
    paint_points(painter, plot, now);
    paint_names(painter, plot, now);
}

}  // namespace bitlathe
