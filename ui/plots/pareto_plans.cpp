// SPDX-License-Identifier: GPL-3.0-or-later
// The plans of the shelf in the plot of plans, the size that was asked for, and what the plot says.
#include <algorithm>
#include <utility>

#include "ui/plots/pareto_plot.h"
#include "ui/plots/plot_style.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct KeptView {
    bool all = true;  ///< nobody has zoomed
    QCPRange bits, errors;
    std::optional<std::uint64_t> limit;
    Phrase limit_text;
};

constexpr double kOnTheFront = 1.02;  ///< times the least error: nothing worth telling is gained
constexpr int kMargin = 6;

}  // namespace

void ParetoPlot::follow(PlanShelf& shelf) {
    shelf_ = &shelf;
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(shelf_, signal, this, &ParetoPlot::take_landscape);
    connect(shelf_, &QAbstractItemModel::modelReset, this, &ParetoPlot::take_landscape);
    connect(shelf_, &QAbstractItemModel::dataChanged, this, &ParetoPlot::follow_shelf_row);
    connect(shelf_, &PlanShelf::compared_changed, this, &ParetoPlot::take_landscape);
    connect(&plan_, &PlanModel::identity_changed, this, &ParetoPlot::take_landscape);
    take_landscape();
}

void ParetoPlot::follow_shelf_row(const QModelIndex& first, const QModelIndex& last) {
    // The row of the current plan changes with every frame of a drag; its ring follows by itself.
    const int current = shelf_->current_row();
    if (first.row() == current && last.row() == current) return;
    take_landscape();
}

void ParetoPlot::add_plans() {
    if (shelf_ == nullptr) return;
    for (int row = 0; row < shelf_->rowCount(); ++row) {
        const PlanTotals& totals = shelf_->totals(row);
        if (row == shelf_->current_row() || !(totals.estimated_loss > 0.0)) continue;
        const bool compared = shelf_->compared_row() == row;
        const QPointF point(totals.bits_per_weight, *totals.estimated_loss);
        (compared ? compared_ : plans_)->addData(point.x(), point.y());
        targets_.push_back(
            {shelf_->name(row), totals.bytes, *totals.estimated_loss, shelf_->id(row)});
        for (PointName& other : names_) {
            // A preset that became a plan has one name.
            if (other.text == shelf_->name(row) && other.point == point) other.text.clear();
        }
        const QString name = compared ? tr("B: %1").arg(shelf_->name(row)) : shelf_->name(row);
        add_name(name, point, compared ? theme_.tokens().warning : theme_.tokens().text, true);
    }
}

QString ParetoPlot::fact() const {
    if (!plan_position() || !(plan_.totals().estimated_loss > 0.0)) return {};
    const std::uint64_t bytes = plan_.totals().bytes;
    const auto& front = landscape_.front();
    const auto above = std::upper_bound(
        front.begin(), front.end(), bytes,
        [](std::uint64_t size, const FrontPoint& point) { return size < point.bytes; });
    if (above == front.begin()) return {};
    const double best = std::prev(above)->loss;
    const double ratio = best > 0 ? *plan_.totals().estimated_loss / best : 0;
    if (ratio == 0) return {};
    return ratio < kOnTheFront ? tr("no plan of this size is known to lose less (est.)")
                               : tr("the best plan of this size loses %1 times less (est.)")
                                     .arg(number_text(ratio, 'g', ratio < 10 ? 2 : 3));
}

bool ParetoPlot::covers_names(const QRect& rect) const {
    return std::any_of(names_.begin(), names_.end(), [&](const PointName& name) {
        const QPointF point(xAxis->coordToPixel(name.point.x()),
                            yAxis->coordToPixel(name.point.y()));
        const bool on_name = name.item->visible() && rect.intersects(text_rect(*name.item));
        return on_name ||
               rect.adjusted(-kMargin, -kMargin, kMargin, kMargin).contains(point.toPoint());
    });
}

void ParetoPlot::write_fact() {
    const QRect area = axisRect()->rect();
    fact_->setText(fact());
    const int low = area.bottom() - QFontMetrics(fact_->font()).height() - 2;
    // In the first corner where it covers nothing; the names stand still during a drag.
    for (const auto& [side, top] : {std::pair(Qt::AlignRight, area.top() + 2),
                                    {Qt::AlignLeft, low},
                                    {Qt::AlignLeft, area.top() + 2}}) {
        const int edge = side == Qt::AlignRight ? area.right() - kMargin : area.left() + kMargin;
        fact_->setPositionAlignment(Qt::AlignTop | side);
        fact_->position->setCoords(edge, top);
        const QRect rect = text_rect(*fact_);
        fact_->setVisible(!fact_->text().isEmpty() && area.contains(rect) && !covers_names(rect));
        if (fact_->visible()) break;
    }
}

void ParetoPlot::set_limit(std::optional<std::uint64_t> bytes, const Phrase& text) {
    limit_ = bytes;
    limit_text_ = text;
    limit_label_->setText(text.text());
    replot(rpQueuedReplot);
}

QVariant ParetoPlot::kept_view() const {
    return QVariant::fromValue(
        KeptView{shown_all_, xAxis->range(), yAxis->range(), limit_, limit_text_});
}

void ParetoPlot::take_view(const QVariant& kept) {
    const auto view = kept.value<KeptView>();
    set_limit(view.limit, view.limit_text);
    if (view.all) return;
    xAxis->setRange(view.bits);
    yAxis->setRange(view.errors);
}

void ParetoPlot::place_limit() {
    const QRect area = axisRect()->rect();
    const double x = limit_ && plan_.is_open() ? xAxis->coordToPixel(bits(*limit_)) : -1;
    const bool seen = x >= area.left() && x <= area.right();
    limit_line_->setVisible(seen);
    limit_label_->setVisible(seen);
    if (!seen) return;
    limit_line_->start->setCoords(x, area.top());
    limit_line_->end->setCoords(x, area.bottom());
    const bool left = x > area.center().x();
    // Below the line of the fact, on the side with more room.
    limit_label_->setPositionAlignment(Qt::AlignTop | (left ? Qt::AlignRight : Qt::AlignLeft));
    limit_label_->position->setCoords(
        x + (left ? -4 : 4), area.bottom() - 2 - QFontMetrics(limit_label_->font()).height());
}

std::vector<std::pair<QString, QRect>> ParetoPlot::names_shown() const {
    std::vector<std::pair<QString, QRect>> shown;
    for (const PointName& name : names_) {
        if (!name.item->visible()) continue;
        const QFontMetrics metrics(name.item->font());
        shown.emplace_back(name.text,
                           QRect(name.item->position->pixelPosition().toPoint(),
                                 QSize(metrics.horizontalAdvance(name.text), metrics.height())));
    }
    if (const auto at = plan_position())
        shown.emplace_back(plan_label_->text(), plan_label_rect(*at));
    return shown;
}

}  // namespace bitlathe
