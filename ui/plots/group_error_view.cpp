// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/group_error_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBins = static_cast<int>(ErrorPlaces::kBins);
constexpr int kHead = 24;
constexpr int kSide = 4;
constexpr int kAxis = 15;
constexpr int kCaption = 16;      ///< above the map
constexpr double kShare = 0.5;    ///< of the height without texts that is the histogram's
constexpr double kReach = 6;      ///< pixels around a group that count as the group
constexpr int kOctavesApart = 2;  ///< between ticks

/// "1/16", "4"
QString times_text(int octave) {
    const QString size = QString::number(1 << std::abs(octave));
    return octave < 0 ? u"1/"_s + size : size;
}

double height_of(std::uint64_t count, std::uint64_t most) {
    if (count == 0) return 0;
    return std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
}

}  // namespace

GroupErrorView::GroupErrorView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed,
                               Theme& theme, QWidget* parent)
    : ErrorFigure(u"error-per-group"_s, plan, hub, feed, theme, parent) {
    setObjectName(u"groupErrorView"_s);
    setAccessibleName(tr("Error per group"));
}

QRectF GroupErrorView::plot_rect(QSize size) const {
    return QRectF(kSide, kHead, size.width() - 2 * kSide, size.height() - kHead - kSide);
}

QRectF GroupErrorView::histogram_rect(const QRectF& plot) const {
    const double room = plot.height() - kAxis - kCaption;
    return {plot.left(), plot.top(), plot.width(), std::floor(room * kShare)};
}

QRectF GroupErrorView::map_rect(const QRectF& plot) const {
    const double top = histogram_rect(plot).bottom() + kAxis + kCaption;
    return {plot.left(), top, plot.width(), plot.bottom() - top};
}

QRectF GroupErrorView::bin_rect(const QRectF& plot, int bin) const {
    const QRectF all = histogram_rect(plot);
    const auto edge = [&all](int at) { return std::round(all.left() + all.width() * at / kBins); };
    return {edge(bin), all.top(), edge(bin + 1) - edge(bin), all.height()};
}

QPointF GroupErrorView::group_place(const QRectF& plot, int group) const {
    const QRectF map = map_rect(plot);
    const GroupError& place = places().worst_groups[static_cast<std::size_t>(group)];
    const double across =
        (static_cast<double>(place.col) + static_cast<double>(places().group) / 2) /
        static_cast<double>(places().cols);
    const double down = (static_cast<double>(place.row) + 0.5) / static_cast<double>(places().rows);
    return {map.left() + map.width() * std::min(across, 1.0), map.top() + map.height() * down};
}

QString GroupErrorView::title() const {
    const ErrorPlaces* known = feed_.places();
    if (known == nullptr || known->group == 0) return tr("Error per group");
    return tr("Error per group of %1").arg(count_text(known->group));
}

QStringList GroupErrorView::remarks() const {
    const QString share = percent_text(places().worst_percent_share * 100, 'g', 2);
    return {tr("the worst 1 % hold %1 of the error").arg(share), tr("worst 1 %: %1").arg(share)};
}

QString GroupErrorView::message() const {
    const QString why = ErrorFigure::message();
    if (!why.isEmpty() || places().group > 0) return why;
    return tr("In %1 every weight stands for itself: there are no groups.")
        .arg(format_text(plan_.format(*hub_.current())));
}

void GroupErrorView::paint_histogram(QPainter& painter, const QRectF& plot) const {
    const QRectF all = histogram_rect(plot);
    const auto& counts = places().by_error;
    const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
    const QColor colour = mixed(tokens().panel, tokens().muted, 0.5);
    for (int bin = 0; bin < kBins; ++bin) {
        const double share = height_of(counts[static_cast<std::size_t>(bin)], most);
        if (share <= 0) continue;
        QRectF bar = bin_rect(plot, bin);
        bar.setTop(std::min(std::round(bar.bottom() - share * bar.height()), bar.bottom() - 1));
        painter.fillRect(bar, mark_ == bin ? tokens().text : colour);
    }
    painter.fillRect(QRectF(all.left(), all.bottom(), all.width(), 1), tokens().border);
    painter.setPen(tokens().muted);
    for (int octave = ErrorPlaces::kLowest + kOctavesApart; octave < -ErrorPlaces::kLowest;
         octave += kOctavesApart) {
        const int bin = (octave - ErrorPlaces::kLowest) * ErrorPlaces::kBinsPerOctave;
        const double x = bin_rect(plot, bin).left();
        if (octave == 0) {
            painter.setPen(QPen(tokens().accent, 1, Qt::DashLine));
            painter.drawLine(QPointF(x + 0.5, all.top()), QPointF(x + 0.5, all.bottom()));
            painter.setPen(tokens().muted);
        }
        painter.drawText(QRectF(x - 60, all.bottom() + 1, 120, kAxis), Qt::AlignCenter,
                         octave == 0 ? tr("mean") : times_text(octave) + u" ×"_s);
    }
}

void GroupErrorView::paint_map(QPainter& painter, const QRectF& plot) const {
    const QRectF map = map_rect(plot);
    painter.setPen(tokens().muted);
    const int count = static_cast<int>(places().worst_groups.size());
    const QRectF caption(map.left(), map.top() - kCaption, map.width(), kCaption);
    painter.drawText(
        caption, Qt::AlignLeft | Qt::AlignVCenter,
        longest_fit(painter.fontMetrics(), static_cast<int>(map.width()),
                    {tr("where the %n worst lie, rows down, columns across", nullptr, count),
                     tr("where the %n worst lie", nullptr, count)}));
    painter.fillRect(map, mixed(tokens().panel, tokens().window, 0.6));
    painter.setPen(tokens().border);
    painter.drawRect(map.adjusted(0.5, 0.5, -0.5, -0.5));
    QColor colour = tokens().warning;
    colour.setAlpha(170);
    for (int group = 0; group < count; ++group) {
        const QPointF at = group_place(plot, group);
        painter.fillRect(QRectF(at.x() - 1.5, at.y() - 1.5, 3, 3), colour);
    }
    if (!mark_ || *mark_ < kBins) return;
    const QPointF at = group_place(plot, *mark_ - kBins);
    painter.setPen(QPen(tokens().text, 1.4));
    painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8));
}

void GroupErrorView::paint_plot(QPainter& painter, const QRectF& plot) const {
    painter.setFont(Theme::label_font());
    paint_histogram(painter, plot);
    paint_map(painter, plot);
}

QString GroupErrorView::bin_name(int bin) const {
    const QString count = tr("%n group(s)", nullptr,
                             static_cast<int>(places().by_error[static_cast<std::size_t>(bin)]));
    const auto at = static_cast<std::size_t>(bin);
    const QString from = quantity_text(ErrorPlaces::bin_edge(at));
    const QString to = quantity_text(ErrorPlaces::bin_edge(at + 1));
    if (bin == 0) return tr("%1 below %2 × the mean error").arg(count, to);
    if (bin == kBins - 1) return tr("%1 above %2 × the mean error").arg(count, from);
    return tr("%1 with %2 to %3 × the mean error").arg(count, from, to);
}

QString GroupErrorView::group_name(int group) const {
    const GroupError& place = places().worst_groups[static_cast<std::size_t>(group)];
    const std::uint64_t last = std::min(place.col + places().group, places().cols) - 1;
    return tr("row %1, columns %2–%3")
        .arg(count_text(place.row), count_text(place.col), count_text(last));
}

QString GroupErrorView::group_error(int group) const {
    const double mean = places().squares / static_cast<double>(places().groups);
    return tr("%1 × the mean error")
        .arg(quantity_text(places().worst_groups[static_cast<std::size_t>(group)].squares / mean));
}

void GroupErrorView::mark(std::optional<int> part) {
    mark_ = part;
    const bool group = mark_ && *mark_ >= kBins;
    setCursor(group ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!mark_) return show_card({}, {});
    const QRectF plot = plot_rect(size());
    if (!group) {
        show_card({{HoverLine::Kind::kPlain, {}, bin_name(*mark_)}},
                  bin_rect(plot, *mark_).center());
        return;
    }
    show_card({{HoverLine::Kind::kTitle, {}, group_name(*mark_ - kBins)},
               {HoverLine::Kind::kPlain, {}, group_error(*mark_ - kBins)},
               {HoverLine::Kind::kMuted, {}, tr("click shows it in the matrix")}},
              group_place(plot, *mark_ - kBins));
}

void GroupErrorView::choose(int part) {
    if (part < kBins) return;
    const GroupError& place = places().worst_groups[static_cast<std::size_t>(part - kBins)];
    const std::uint64_t cols = std::min(places().group, places().cols - place.col);
    emit spot_chosen(MatrixSpot{place.row, place.col, cols});
}

void GroupErrorView::keyPressEvent(QKeyEvent* event) {
    const int count = part_count();
    if (count == 0) return ErrorFigure::keyPressEvent(event);
    const bool in_map = mark_ && *mark_ >= kBins;
    const int first = in_map ? kBins : 0;
    const int last = in_map ? count - 1 : kBins - 1;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int step = event->key() == Qt::Key_Left ? -1 : 1;
            mark(std::clamp(mark_.value_or(kBins / 2) + step, first, last));
            break;
        }
        case Qt::Key_Down:
            if (!in_map && count > kBins) mark(kBins);
            break;
        case Qt::Key_Up:
            if (in_map) mark(kBins / 2);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (mark_) return choose(*mark_);
            [[fallthrough]];
        default:
            return ErrorFigure::keyPressEvent(event);
    }
    announce_part(*this, *this);
}

// In words ---------------------------------------------------------------------------------------

int GroupErrorView::part_count() const {
    if (feed_.places() == nullptr || places().squares <= 0 || places().group == 0) return 0;
    return kBins + static_cast<int>(places().worst_groups.size());
}

CanvasPart GroupErrorView::part(int index) const {
    const QRectF plot = plot_rect(size());
    if (index < kBins) {
        return {bin_name(index), count_text(places().by_error[static_cast<std::size_t>(index)]),
                bin_rect(plot, index).toAlignedRect(), mark_ == index};
    }
    const QPointF at = group_place(plot, index - kBins);
    const QString error = group_error(index - kBins);
    return {
        tr("%1, %2", "row and columns of a group, its error").arg(group_name(index - kBins), error),
        error, QRectF(at.x() - 2, at.y() - 2, 4, 4).toAlignedRect(), mark_ == index};
}

std::optional<int> GroupErrorView::part_at(QPoint point) const {
    if (part_count() == 0) return std::nullopt;
    const QRectF plot = plot_rect(size());
    for (int bin = 0; bin < kBins; ++bin) {
        if (bin_rect(plot, bin).contains(point)) return bin;
    }
    std::optional<int> best;
    double nearest = kReach;
    for (int part = kBins; part < part_count(); ++part) {
        const QPointF away = group_place(plot, part - kBins) - point;
        const double distance = std::hypot(away.x(), away.y());
        if (distance >= nearest) continue;
        nearest = distance;
        best = part;
    }
    return best;
}

FigureData GroupErrorView::data() const {
    FigureData data{{tr("from × mean error"), tr("to × mean error"), tr("groups")}, {}};
    if (part_count() == 0) return data;
    for (std::size_t bin = 0; bin < ErrorPlaces::kBins; ++bin) {
        data.rows.push_back(
            {bin == 0 ? u"0"_s : data_text(ErrorPlaces::bin_edge(bin)),
             bin + 1 == ErrorPlaces::kBins ? QString() : data_text(ErrorPlaces::bin_edge(bin + 1)),
             QString::number(places().by_error[bin])});
    }
    return data;
}

}  // namespace bitlathe
