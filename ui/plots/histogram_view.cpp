// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/histogram_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

#include "core/profile/typical_group.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHead = 24;
constexpr int kSide = 4;

}  // namespace

HistogramView::HistogramView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed,
                             Theme& theme, QWidget* parent)
    : InspectorFigure(u"weights"_s, plan, hub, theme, parent), feed_(feed) {
    connect(&feed_, &ErrorPlacesFeed::changed, this, qOverload<>(&QWidget::update));
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

std::span<const std::uint64_t> HistogramView::rounded() const {
    if (statistics() == nullptr || feed_.places() == nullptr) return {};
    return feed_.places()->rounded;
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
    const QString kurtosis = known ? tr("kurtosis %1").arg(number_text(*known, 'f', 1)) : QString();
    const QString line = rounded().empty() ? QString() : tr("line: rounded");
    QStringList parts{counts, line, kurtosis};
    parts.removeAll(QString());
    QStringList remarks;
    // The kurtosis stands among the facts as well: it goes first.
    for (; !parts.isEmpty(); parts.removeLast())
        remarks.push_back(parts.join(u"  ·  "_s));
    return remarks;
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

void HistogramView::mark_bin(std::optional<int> bin) {
    if (statistics() == nullptr) bin.reset();
    bin_ = bin;
    if (!bin_) return show_card({}, {});
    const QRectF plot = plot_rect(size());
    std::vector<HoverLine> lines{{HoverLine::Kind::kTitle, {}, range_text(*bin_)},
                                 {HoverLine::Kind::kPlain, {}, count_text(*bin_)}};
    const QString after = rounded_text(*bin_);
    if (!after.isEmpty()) lines.push_back({HoverLine::Kind::kPlain, {}, after});
    show_card(std::move(lines),
              {plot.left() + plot.width() * (*bin_ + 0.5) / kBins, plot.center().y()});
}

QString HistogramView::weight_text(double value) {
    return value < 0 ? QChar(0x2212) + quantity_text(-value) : quantity_text(value);
}

QString HistogramView::range_text(int bin) const {
    const double absmax = *statistics()->absmax;
    const double width = 2 * absmax / kBins;
    const double from = -absmax + bin * width;
    return tr("%1 to %2").arg(weight_text(from), weight_text(from + width));
}

QString HistogramView::count_text(int bin) const {
    const std::uint64_t count = statistics()->histogram[static_cast<std::size_t>(bin)];
    const double share =
        100 * static_cast<double>(count) / static_cast<double>(statistics()->count);
    return tr("%1 weights, %2 %").arg(count).arg(number_text(share, 'g', 3));
}

QString HistogramView::rounded_text(int bin) const {
    const auto counts = rounded();
    if (counts.empty()) return {};
    return tr("%1 when rounded").arg(counts[static_cast<std::size_t>(bin)]);
}

// In words ---------------------------------------------------------------------------------------

int HistogramView::part_count() const {
    return statistics() != nullptr ? kBins : 0;
}

CanvasPart HistogramView::part(int index) const {
    const QRectF plot = plot_rect(size());
    const QRectF rect(plot.left() + plot.width() * index / kBins, plot.top(), plot.width() / kBins,
                      plot.height());
    const QString after = rounded_text(index);
    const QString figure = count_text(index) + (after.isEmpty() ? QString() : u", "_s + after);
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
    const auto after = rounded();
    if (!after.empty()) data.heading.push_back(tr("rounded"));
    const WeightStatistics* known = statistics();
    if (known == nullptr) return data;
    for (int bin = 0; bin < kBins; ++bin) {
        const double from = *known->absmax * (2.0 * bin / kBins - 1);
        const double to = *known->absmax * (2.0 * (bin + 1) / kBins - 1);
        const auto at = static_cast<std::size_t>(bin);
        data.rows.push_back(
            {data_text(from), data_text(to), QString::number(known->histogram[at])});
        if (!after.empty()) data.rows.back().push_back(QString::number(after[at]));
    }
    return data;
}

}  // namespace bitlathe
