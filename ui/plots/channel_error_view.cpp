// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/channel_error_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHead = 24;
constexpr int kHeading = 16;  ///< "Rows", "Columns"
constexpr int kLine = 15;
constexpr int kSide = 4;
constexpr int kBetween = 16;
constexpr int kGap = 6;

}  // namespace

ChannelErrorView::ChannelErrorView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed,
                                   Theme& theme, QWidget* parent)
    : ErrorFigure(u"worst-channels"_s, plan, hub, feed, theme, parent) {
    setObjectName(u"channelErrorView"_s);
    setAccessibleName(tr("Worst channels"));
}

QRectF ChannelErrorView::plot_rect(QSize size) const {
    return QRectF(kSide, kHead, size.width() - 2 * kSide, size.height() - kHead);
}

QString ChannelErrorView::title() const {
    return tr("Worst channels");
}

QStringList ChannelErrorView::remarks() const {
    const QString format = format_text(plan_.format(*hub_.current()));
    return {tr("share of the squared error at %1").arg(format), tr("share of the error"), format};
}

bool ChannelErrorView::is_row(int part) const {
    return part < static_cast<int>(feed_.places()->worst_rows.size());
}

const ChannelError& ChannelErrorView::channel(int part) const {
    const ErrorPlaces& places = *feed_.places();
    const auto at = static_cast<std::size_t>(part);
    return is_row(part) ? places.worst_rows[at] : places.worst_cols[at - places.worst_rows.size()];
}

double ChannelErrorView::share(int part) const {
    return channel(part).squares / feed_.places()->squares;
}

QString ChannelErrorView::name(int part) const {
    const QString number = count_text(channel(part).channel);
    return is_row(part) ? tr("row %1").arg(number) : tr("column %1").arg(number);
}

QRectF ChannelErrorView::line_rect(const QRectF& plot, int part) const {
    const bool row = is_row(part);
    const int line = row ? part : part - static_cast<int>(feed_.places()->worst_rows.size());
    const double width = (plot.width() - kBetween) / 2;
    return {plot.left() + (row ? 0 : width + kBetween), plot.top() + kHeading + line * kLine, width,
            kLine};
}

void ChannelErrorView::paint_line(QPainter& painter, const QRectF& plot, int part,
                                  const Widths& widths) const {
    const QRectF line = line_rect(plot, part);
    if (line.bottom() > plot.bottom() + 1) return;
    if (mark_ == part) painter.fillRect(line.adjusted(-2, 0, 2, 0), tokens().hover);
    const double room = line.width() - widths.number - widths.figure - 2 * kGap;
    const QRectF bar(line.left() + widths.number + kGap, line.top() + 4,
                     room * share(part) / widths.share, kLine - 8);
    painter.fillRect(bar, mixed(tokens().panel, tokens().accent, 0.65));
    painter.setPen(tokens().text);
    painter.drawText(QRectF(line.left(), line.top(), widths.number, kLine),
                     Qt::AlignRight | Qt::AlignVCenter, count_text(channel(part).channel));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, nmse_text(share(part)));
}

void ChannelErrorView::paint_plot(QPainter& painter, const QRectF& plot) const {
    painter.setFont(Theme::label_font());
    painter.setPen(tokens().muted);
    const double width = (plot.width() - kBetween) / 2;
    const QRectF heading(plot.left(), plot.top(), width, kHeading);
    const ErrorPlaces& places = *feed_.places();
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Rows, of %1").arg(count_text(places.rows)));
    painter.drawText(heading.translated(width + kBetween, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Columns, of %1").arg(count_text(places.cols)));
    Widths widths;
    const QFontMetrics metrics = painter.fontMetrics();
    for (int part = 0; part < part_count(); ++part) {
        widths.number =
            std::max(widths.number, metrics.horizontalAdvance(count_text(channel(part).channel)));
        widths.figure = std::max(widths.figure, metrics.horizontalAdvance(nmse_text(share(part))));
        widths.share = std::max(widths.share, share(part));
    }
    for (int part = 0; part < part_count(); ++part)
        paint_line(painter, plot, part, widths);
}

void ChannelErrorView::mark(std::optional<int> part) {
    mark_ = part;
    setCursor(mark_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!mark_) return show_card({}, {});
    const ErrorPlaces& places = *feed_.places();
    const auto channels = static_cast<double>(is_row(*mark_) ? places.rows : places.cols);
    const double times = share(*mark_) * channels;
    show_card({{HoverLine::Kind::kTitle, {}, name(*mark_)},
               {HoverLine::Kind::kPlain,
                {},
                tr("%1 of the squared error of the tensor").arg(nmse_text(share(*mark_)))},
               {HoverLine::Kind::kPlain,
                {},
                is_row(*mark_) ? tr("%1 × the mean row").arg(quantity_text(times))
                               : tr("%1 × the mean column").arg(quantity_text(times))},
               {HoverLine::Kind::kMuted, {}, tr("click shows it in the matrix")}},
              line_rect(plot_rect(size()), *mark_).center());
}

void ChannelErrorView::choose(int part) {
    const std::uint64_t channel_number = channel(part).channel;
    emit spot_chosen(is_row(part) ? MatrixSpot{channel_number, {}}
                                  : MatrixSpot{{}, channel_number});
}

void ChannelErrorView::keyPressEvent(QKeyEvent* event) {
    const int count = part_count();
    const int rows = count == 0 ? 0 : static_cast<int>(feed_.places()->worst_rows.size());
    if (count == 0) return ErrorFigure::keyPressEvent(event);
    const int now = mark_.value_or(-1);
    int next = now;
    switch (event->key()) {
        case Qt::Key_Down:
            next = now + 1;
            break;
        case Qt::Key_Up:
            next = now - 1;
            break;
        case Qt::Key_Right:
            next = now < rows ? now + rows : now;
            break;
        case Qt::Key_Left:
            next = now >= rows ? now - rows : now;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (mark_) return choose(*mark_);
            [[fallthrough]];
        default:
            return ErrorFigure::keyPressEvent(event);
    }
    mark(std::clamp(next, 0, count - 1));
    announce_part(*this, *this);
}

// In words ---------------------------------------------------------------------------------------

int ChannelErrorView::part_count() const {
    const ErrorPlaces* places = feed_.places();
    return places == nullptr
               ? 0
               : static_cast<int>(places->worst_rows.size() + places->worst_cols.size());
}

CanvasPart ChannelErrorView::part(int index) const {
    const QString figure = tr("%1 of the error").arg(nmse_text(share(index)));
    return {tr("%1, %2", "row 5, 3 % of the error").arg(name(index), figure), figure,
            line_rect(plot_rect(size()), index).toAlignedRect(), mark_ == index};
}

std::optional<int> ChannelErrorView::part_at(QPoint point) const {
    const QRectF plot = plot_rect(size());
    for (int part = 0; part < part_count(); ++part) {
        if (line_rect(plot, part).contains(point)) return part;
    }
    return std::nullopt;
}

FigureData ChannelErrorView::data() const {
    FigureData data{{tr("kind"), tr("number"), tr("share of the squared error")}, {}};
    for (int part = 0; part < part_count(); ++part) {
        data.rows.push_back({is_row(part) ? tr("row") : tr("column"),
                             QString::number(channel(part).channel), data_text(share(part))});
    }
    return data;
}

}  // namespace bitlathe
