// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/channel_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/tap_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHead = 24;
constexpr int kSide = 4;
constexpr int kFoot = 18;
constexpr int kPeakText = 14;
constexpr double kLeast = 0.04;  ///< the smallest channel still shows

}  // namespace

ChannelPlot::ChannelPlot(PlanModel& plan, SelectionHub& hub, ActivationBook& book, Theme& theme,
                         QWidget* parent)
    : InspectorFigure(u"input-channels"_s, plan, hub, theme, parent), book_(book) {
    setObjectName(u"channelPlot"_s);
    setAccessibleName(tr("Input channels of the tensor"));
    connect(&book_, &ActivationBook::changed, this, &ChannelPlot::selection_moved);
    selection_moved();
}

void ChannelPlot::selection_moved() {
    figures_.reset();
    channel_.reset();
    low_ = high_ = 0;
    peak_ = 0;
    const auto& findings = book_.findings();
    if (findings && plan_.is_open() && hub_.current()) {
        const TensorFacts& facts = plan_.catalog().tensor(*hub_.current());
        const auto point = tap_of_role(facts.role);
        if (point && facts.block)
            figures_ =
                channel_figures(*findings->profile, *facts.block, *point, findings->with_first);
    }
    if (figures_) {
        const auto& largest = figures_->largest;
        peak_ =
            static_cast<int>(std::max_element(largest.begin(), largest.end()) - largest.begin());
        high_ = largest[static_cast<std::size_t>(peak_)];
        for (const float value : largest) {
            if (value > 0 && (low_ == 0 || value < low_)) low_ = value;
        }
    }
    setVisible(findings != nullptr);
    forget_parts(*this, *this);
    update();
}

QRectF ChannelPlot::plot_rect(QSize size) const {
    return QRectF(kSide, kHead + kPeakText, size.width() - 2 * kSide,
                  size.height() - kHead - kPeakText - kFoot);
}

QString ChannelPlot::title() const {
    return tr("Input channels");
}

QStringList ChannelPlot::remarks() const {
    const QString count = count_text(figures_->largest.size());
    return {tr("largest |x| of %1 channels, log").arg(count), tr("%1 channels").arg(count)};
}

QString ChannelPlot::message() const {
    if (!plan_.is_open() || !hub_.current()) return tr("Select a tensor.");
    if (!figures_) return tr("What goes into this tensor was not observed.");
    if (high_ <= 0) return tr("Nothing but zeros went in.");
    return {};
}

double ChannelPlot::height_of(double value) const {
    if (value <= 0) return 0;
    if (high_ <= low_) return 1;
    const double share = std::log(value / low_) / std::log(high_ / low_);
    return kLeast + (1 - kLeast) * std::clamp(share, 0.0, 1.0);
}

double ChannelPlot::ratio(int channel) const {
    const double own = figures_->largest[static_cast<std::size_t>(channel)];
    return figures_->median_of_largest > 0 ? own / figures_->median_of_largest : 0;
}

std::pair<int, int> ChannelPlot::channels_of(int pixel, int width) const {
    const auto count = static_cast<std::int64_t>(figures_->largest.size());
    const auto first = static_cast<int>(pixel * count / std::max(1, width));
    const auto end = static_cast<int>((pixel + 1) * count / std::max(1, width));
    return {first, std::max(first + 1, end)};
}

int ChannelPlot::largest_in(std::pair<int, int> channels) const {
    const auto begin = figures_->largest.begin();
    return static_cast<int>(std::max_element(begin + channels.first, begin + channels.second) -
                            begin);
}

void ChannelPlot::paint_plot(QPainter& painter, const QRectF& plot) const {
    const int width = std::max(1, static_cast<int>(plot.width()));
    const QColor usual = mixed(tokens().panel, tokens().muted, 0.6);
    for (int pixel = 0; pixel < width; ++pixel) {
        const auto channels = channels_of(pixel, width);
        const int channel = largest_in(channels);
        const double high =
            height_of(figures_->largest[static_cast<std::size_t>(channel)]) * plot.height();
        const bool marked = channel_ && *channel_ >= channels.first && *channel_ < channels.second;
        const QColor colour = marked ? tokens().text : channel == peak_ ? tokens().warning : usual;
        painter.fillRect(QRectF(plot.left() + pixel, plot.bottom() - high, 1, high), colour);
    }
    const double median = height_of(figures_->median_of_largest) * plot.height();
    painter.setPen(QPen(tokens().muted, 1, Qt::DashLine));
    const double y = std::floor(plot.bottom() - median) + 0.5;
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.setFont(Theme::label_font());
    painter.setPen(tokens().warning);
    const QString text =
        tr("channel %1: %2 × median")
            .arg(count_text(static_cast<std::uint64_t>(peak_)), number_text(ratio(peak_), 'f', 1));
    const int wide = painter.fontMetrics().horizontalAdvance(text);
    const double at =
        plot.left() + plot.width() * peak_ / static_cast<double>(figures_->largest.size());
    const double left =
        std::clamp(at - wide / 2.0, plot.left(), std::max(plot.left(), plot.right() - wide));
    painter.drawText(QRectF(left, plot.top() - kPeakText, wide + 2, kPeakText),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.setPen(tokens().muted);
    const QRectF axis(plot.left(), plot.bottom() + 1, plot.width(), kFoot);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, u"0"_s);
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter,
                     count_text(figures_->largest.size() - 1));
    painter.drawText(axis, Qt::AlignHCenter | Qt::AlignVCenter,
                     tr("median %1").arg(quantity_text(figures_->median_of_largest)));
}

// Pointer, keys, words ---------------------------------------------------------------------------

QString ChannelPlot::channel_text(int channel) const {
    const auto index = static_cast<std::size_t>(channel);
    return tr("largest %1, mean %2, %3 × median")
        .arg(quantity_text(double{figures_->largest[index]}),
             quantity_text(double{figures_->mean[index]}), number_text(ratio(channel), 'f', 1));
}

int ChannelPlot::part_count() const {
    return figures_ ? static_cast<int>(figures_->largest.size()) : 0;
}

CanvasPart ChannelPlot::part(int index) const {
    const QRectF plot = plot_rect(size());
    const double step = plot.width() / std::max(1, part_count());
    const QString value = channel_text(index);
    return {tr("channel %1").arg(index) + u": "_s + value, value,
            QRectF(plot.left() + index * step, plot.top(), std::max(1.0, step), plot.height())
                .toAlignedRect(),
            channel_ == index};
}

std::optional<int> ChannelPlot::part_at(QPoint point) const {
    const QRectF plot = plot_rect(size());
    if (!figures_ || high_ <= 0 || point.x() < plot.left() || point.x() >= plot.right())
        return std::nullopt;
    const int width = std::max(1, static_cast<int>(plot.width()));
    const int pixel = std::clamp(static_cast<int>(point.x() - plot.left()), 0, width - 1);
    return largest_in(channels_of(pixel, width));
}

void ChannelPlot::choose_part(int index) {
    channel_ = index;
    const CanvasPart chosen = part(index);
    const TensorFacts& facts = plan_.catalog().tensor(*hub_.current());
    show_card({{HoverLine::Kind::kTitle, {}, tr("channel %1").arg(index)},
               {HoverLine::Kind::kPlain, {}, chosen.value},
               {HoverLine::Kind::kMuted, {}, tap_explanation(*tap_of_role(facts.role))}},
              chosen.rect.center());
}

void ChannelPlot::mouseMoveEvent(QMouseEvent* event) {
    const auto channel = part_at(event->position().toPoint());
    if (channel) {
        choose_part(*channel);
    } else {
        channel_.reset();
        show_card({}, {});
    }
}

void ChannelPlot::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || part_count() == 0) return QWidget::keyPressEvent(event);
    choose_part(std::clamp(channel_.value_or(peak_ - step) + step, 0, part_count() - 1));
    announce_part(*this, *this);
}

FigureData ChannelPlot::data() const {
    FigureData data{{tr("channel"), tr("largest |x|"), tr("mean |x|")}, {}};
    for (int channel = 0; channel < part_count(); ++channel) {
        const auto index = static_cast<std::size_t>(channel);
        data.rows.push_back({QString::number(channel), data_text(double{figures_->largest[index]}),
                             data_text(double{figures_->mean[index]})});
    }
    return data;
}

}  // namespace bitlathe
