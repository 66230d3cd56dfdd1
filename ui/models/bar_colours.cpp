// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bar_colours.h"

#include <algorithm>
#include <cmath>

namespace bitlathe {

using namespace std::chrono_literals;

BarColours::BarColours(PlanModel& plan, ActivationBook& book, QObject* parent)
    : QObject(parent), plan_(plan), book_(book) {
    soon_.setSingleShot(true);
    soon_.setInterval(250ms);
    connect(&soon_, &QTimer::timeout, this, &BarColours::measure);
    connect(&plan_, &PlanModel::opened, this, &BarColours::measure);
    connect(&plan_, &PlanModel::errors_changed, this, [this] {
        if (!by_error() && !soon_.isActive()) soon_.start();  // many come at a time
    });
    connect(&book_, &ActivationBook::changed, this, [this] {
        if (!is_available(metric_)) metric_ = 0;
        measure();
    });
}

void BarColours::choose(std::size_t metric) {
    if (metric == metric_ || !is_available(metric)) return;
    metric_ = metric;
    measure();
}

std::optional<double> BarColours::value(std::span<const std::size_t> tensors) const {
    const DepthColumn column =
        pooled(depth_metrics()[metric_], {plan_, book_.findings().get()}, tensors);
    return column ? std::optional(column->pooled) : std::nullopt;
}

void BarColours::measure() {
    range_.reset();
    const bool looks = plan_.is_open() && !by_error();
    const DepthMetric& metric = depth_metrics()[metric_];
    if (looks && metric.range != nullptr) {
        range_ = metric.range({plan_, book_.findings().get()});
        return emit changed();
    }
    for (std::size_t i = 0; looks && i < plan_.catalog().size(); ++i) {
        if (!plan_.catalog().tensor(i).adjustable) continue;
        const auto own = value(std::span(&i, 1));
        if (!own || above_foot(metric, *own) <= 0) continue;
        range_ = range_ ? Range{std::min(range_->low, *own), std::max(range_->high, *own)}
                        : Range{*own, *own};
    }
    emit changed();
}

std::optional<double> BarColours::tone(std::span<const std::size_t> tensors) const {
    const auto own = value(tensors);
    if (!own || !range_) return std::nullopt;
    if (range_->high <= range_->low) return 1.0;
    const DepthMetric& metric = depth_metrics()[metric_];
    const double low = above_foot(metric, range_->low);
    const double high = above_foot(metric, range_->high);
    if (above_foot(metric, *own) <= 0) return 0.0;
    return std::clamp(std::log(above_foot(metric, *own) / low) / std::log(high / low), 0.0, 1.0);
}

}  // namespace bitlathe
