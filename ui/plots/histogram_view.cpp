// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/histogram_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/profile/typical_group.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBins = static_cast<int>(WeightStatistics::kBins);
constexpr int kHead = 24;
constexpr int kSide = 4;
constexpr int kFoot = 32;            ///< the axis, and a line about the grid
constexpr double kClosestLines = 3;  ///< pixels; closer ones would be a grey area

QString signed_text(double value) {
    return value < 0 ? QChar(0x2212) + quantity_text(-value) : quantity_text(value);
}

}  // namespace

HistogramView::HistogramView(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent)
    : InspectorFigure(u"weights"_s, plan, hub, theme, parent) {
    setObjectName(u"histogramView"_s);
    setAccessibleName(tr("Histogram of the weights"));
    auto* log = new QAction(tr("Logarithmic counts"), this);
    log->setObjectName(u"histogramLog"_s);
    log->setCheckable(true);
    log->setChecked(true);
    connect(log, &QAction::toggled, this, [this](bool on) {
        logarithmic_ = on;
        update();
    });
    figure_menu().insertAction(figure_menu().actions().front(), log);
}

void HistogramView::set_logarithmic(bool on) {
    findChild<QAction*>(u"histogramLog"_s)->setChecked(on);
}

const WeightStatistics* HistogramView::statistics() const {
    if (!plan_.is_open() || !hub_.current()) return nullptr;
    const WeightStatistics* known = plan_.statistics(*hub_.current());
    return known != nullptr && known->absmax.value_or(0) > 0 ? known : nullptr;
}

QRectF HistogramView::plot_rect(QSize size) const {
    return QRectF(kSide, kHead, size.width() - 2 * kSide, size.height() - kHead - kFoot);
}

QString HistogramView::title() const {
    if (statistics() == nullptr) return tr("Weights");
    return tr("Weights, grid of %1").arg(format_text(plan_.format(*hub_.current())));
}

QStringList HistogramView::remarks() const {
    const QString counts = logarithmic_ ? tr("log count") : tr("count");
    const auto known = statistics()->kurtosis;
    if (!known) return {counts};
    const QString kurtosis = tr("kurtosis %1").arg(number_text(*known, 'f', 1));
    return {counts + u"  ·  "_s + kurtosis, kurtosis};
}

QString HistogramView::message() const {
    if (!plan_.is_open() || !hub_.current()) return tr("Select a tensor.");
    const WeightStatistics* known = plan_.statistics(*hub_.current());
    if (known == nullptr) return tr("Not profiled yet.");
    if (statistics() == nullptr) return tr("No weight differs from 0.");
    return {};
}

std::optional<HistogramView::TypicalGrid> HistogramView::typical_grid() const {
    const std::size_t tensor = *hub_.current();
    const FormatId format = plan_.format(tensor);
    const auto group = grid_group(format);
    if (!group) return {};
    const std::uint64_t weights =
        *group == 0 ? plan_.catalog().model().tensor(tensor).cols() : *group;
    const auto reach = typical_group_reach(*statistics(), weights);
    if (!reach) return {};
    auto grid = code_grid(format, *reach);
    if (!grid) return {};
    return TypicalGrid{*std::move(grid), weights, *reach};
}

QStringList HistogramView::grid_texts(const std::optional<TypicalGrid>& typical) const {
    const FormatId format = plan_.format(*hub_.current());
    const QString name = format_text(format);
    if (!typical) {
        if (plan_.nmse(*hub_.current(), format) == 0.0)
            return {tr("%1 keeps every weight as it is").arg(name), tr("every weight is kept")};
        return {tr("%1 has no grid that a group's reach alone would tell").arg(name),
                tr("no grid to draw")};
    }
    const auto levels = typical->grid.levels.size();
    const QString reach = quantity_text(typical->reach);
    return {tr("%1 levels of a typical group: %2 weights that reach about %3")
                .arg(levels)
                .arg(typical->group)
                .arg(reach),
            tr("%1 levels, groups of %2, to about %3").arg(levels).arg(typical->group).arg(reach),
            tr("%1 levels").arg(levels)};
}

double HistogramView::height_of(std::uint64_t count, std::uint64_t most) const {
    if (count == 0 || most == 0) return 0;
    const auto n = static_cast<double>(count);
    const auto top = static_cast<double>(most);
    return logarithmic_ ? std::log1p(n) / std::log1p(top) : n / top;
}

void HistogramView::paint_bins(QPainter& painter, const QRectF& plot) const {
    const auto& counts = statistics()->histogram;
    const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
    const QColor colour = mixed(tokens().panel, tokens().muted, 0.5);
    const auto edge = [&](int bin) { return std::round(plot.left() + plot.width() * bin / kBins); };
    for (int bin = 0; bin < kBins; ++bin) {
        const double height =
            height_of(counts[static_cast<std::size_t>(bin)], most) * plot.height();
        if (height <= 0) continue;
        // One weight is seen, however many others there are.
        const double top = std::min(std::round(plot.bottom() - height), plot.bottom() - 1);
        painter.fillRect(QRectF(QPointF(edge(bin), top), QPointF(edge(bin + 1), plot.bottom())),
                         bin_ == bin ? tokens().text : colour);
    }
}

void HistogramView::paint_grid(QPainter& painter, const QRectF& plot,
                               const TypicalGrid& typical) const {
    const double absmax = *statistics()->absmax;
    const auto place = [&](double weight) {
        return plot.left() + plot.width() * (weight / absmax + 1) / 2;
    };
    const auto& levels = typical.grid.levels;
    const double spacing =
        (place(levels.back()) - place(levels.front())) / static_cast<double>(levels.size() - 1);
    painter.setPen(QPen(tokens().accent, 1, Qt::DashLine));
    if (spacing >= kClosestLines) {
        for (const double level : levels) {
            const double x = std::floor(place(level)) + 0.5;
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        }
        return;
    }
    // Too fine to be drawn one by one: how far they go.
    painter.setPen(QPen(tokens().accent, 2));
    painter.drawLine(QPointF(place(levels.front()), plot.top() + 1),
                     QPointF(place(levels.back()), plot.top() + 1));
}

void HistogramView::paint_plot(QPainter& painter, const QRectF& plot) const {
    paint_bins(painter, plot);
    const auto typical = typical_grid();
    if (typical) paint_grid(painter, plot, *typical);
    const double absmax = *statistics()->absmax;
    painter.setPen(tokens().muted);
    const QRectF axis(plot.left(), plot.bottom() + 1, plot.width(), kFoot / 2);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, signed_text(-absmax));
    painter.drawText(axis, Qt::AlignHCenter | Qt::AlignVCenter, u"0"_s);
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, signed_text(absmax));
    const QRectF note = axis.translated(0, kFoot / 2 - 1);
    painter.drawText(
        note, Qt::AlignLeft | Qt::AlignVCenter,
        longest_fit(painter.fontMetrics(), static_cast<int>(note.width()), grid_texts(typical)));
}

void HistogramView::mark_bin(std::optional<int> bin) {
    if (statistics() == nullptr) bin.reset();
    bin_ = bin;
    if (!bin_) return show_card({}, {});
    const QRectF plot = plot_rect(size());
    show_card({{HoverLine::Kind::kTitle, {}, range_text(*bin_)},
               {HoverLine::Kind::kPlain, {}, count_text(*bin_)}},
              {plot.left() + plot.width() * (*bin_ + 0.5) / kBins, plot.center().y()});
}

QString HistogramView::range_text(int bin) const {
    const double absmax = *statistics()->absmax;
    const double width = 2 * absmax / kBins;
    const double from = -absmax + bin * width;
    return tr("%1 to %2").arg(signed_text(from), signed_text(from + width));
}

QString HistogramView::count_text(int bin) const {
    const std::uint64_t count = statistics()->histogram[static_cast<std::size_t>(bin)];
    const double share =
        100 * static_cast<double>(count) / static_cast<double>(statistics()->count);
    return tr("%1 weights, %2 %").arg(count).arg(number_text(share, 'g', 3));
}

// In words ---------------------------------------------------------------------------------------

int HistogramView::part_count() const {
    return statistics() != nullptr ? kBins : 0;
}

CanvasPart HistogramView::part(int index) const {
    const QRectF plot = plot_rect(size());
    const QRectF rect(plot.left() + plot.width() * index / kBins, plot.top(), plot.width() / kBins,
                      plot.height());
    const QString figure = count_text(index);
    return {tr("%1: %2", "range of weights: count").arg(range_text(index), figure), figure,
            rect.toAlignedRect(), bin_ == index};
}

std::optional<int> HistogramView::current_part() const {
    return statistics() != nullptr ? bin_ : std::nullopt;
}

std::optional<int> HistogramView::part_at(QPoint point) const {
    const QRectF plot = plot_rect(size());
    if (statistics() == nullptr || !plot.contains(point)) return std::nullopt;
    const auto bin = static_cast<int>((point.x() - plot.left()) / plot.width() * kBins);
    return std::clamp(bin, 0, kBins - 1);
}

void HistogramView::choose_part(int index) {
    mark_bin(index);
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF plot = plot_rect(size());
    const bool inside = plot.contains(event->position());
    const auto bin = static_cast<int>((event->position().x() - plot.left()) / plot.width() * kBins);
    mark_bin(inside ? std::optional(std::clamp(bin, 0, kBins - 1)) : std::nullopt);
}

void HistogramView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_L:
            return set_logarithmic(!logarithmic_);
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int step = event->key() == Qt::Key_Left ? -1 : 1;
            mark_bin(std::clamp(bin_.value_or(kBins / 2) + step, 0, kBins - 1));
            return announce_part(*this, *this);
        }
        default:
            return InspectorFigure::keyPressEvent(event);
    }
}

FigureData HistogramView::data() const {
    FigureData data{{tr("from"), tr("to"), tr("weights")}, {}};
    const WeightStatistics* known = statistics();
    if (known == nullptr) return data;
    for (int bin = 0; bin < kBins; ++bin) {
        const double from = *known->absmax * (2.0 * bin / kBins - 1);
        const double to = *known->absmax * (2.0 * (bin + 1) / kBins - 1);
        data.rows.push_back({data_text(from), data_text(to),
                             QString::number(known->histogram[static_cast<std::size_t>(bin)])});
    }
    return data;
}

}  // namespace bitlathe
