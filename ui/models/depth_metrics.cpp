// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/depth_metrics.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using Pool = DepthMetric::Pool;
using Field = std::optional<double> WeightStatistics::*;

std::optional<double> statistic(const PlanModel& plan, std::size_t tensor, Field field) {
    const WeightStatistics* statistics = plan.statistics(tensor);
    return statistics != nullptr ? statistics->*field : std::nullopt;
}
std::optional<double> kurtosis(const PlanModel& plan, std::size_t tensor) {
    return statistic(plan, tensor, &WeightStatistics::kurtosis);
}
std::optional<double> zd(const PlanModel& plan, std::size_t tensor) {
    return statistic(plan, tensor, &WeightStatistics::zd);
}
std::optional<double> sigma(const PlanModel& plan, std::size_t tensor) {
    return statistic(plan, tensor, &WeightStatistics::sigma);
}
std::optional<double> absmax(const PlanModel& plan, std::size_t tensor) {
    return statistic(plan, tensor, &WeightStatistics::absmax);
}
std::optional<double> error(const PlanModel& plan, std::size_t tensor) {
    return plan.error(tensor);
}

QString share_text(double value) {
    return percent_text(value * 100, 'f', 1);
}

constexpr std::array<DepthMetric, 5> kMetrics = {{
    {"error", QT_TRANSLATE_NOOP("metrics", "Error"),
     QT_TRANSLATE_NOOP(
         "metrics",
         "weights × NMSE = N · Σ(w′ − w)² / Σw² at the planned format; an estimate of "
         "weight error, no unit"),
     Pool::kSum, true, error, quantity_text},
    {"kurtosis", QT_TRANSLATE_NOOP("metrics", "Kurtosis"),
     QT_TRANSLATE_NOOP("metrics", "m₄ / m₂², no unit; a Gaussian has 3, outliers raise it"),
     Pool::kLargest, false, kurtosis, quantity_text},
    {"zd", QT_TRANSLATE_NOOP("metrics", "ZD"),
     QT_TRANSLATE_NOOP("metrics", "share of weights with (w − mean) / σ > 1"), Pool::kMean, false,
     zd, share_text},
    {"sigma", QT_TRANSLATE_NOOP("metrics", "Sigma"),
     QT_TRANSLATE_NOOP("metrics", "standard deviation of the weights, in units of the weights"),
     Pool::kRootMeanSquare, false, sigma, quantity_text},
    {"absmax", QT_TRANSLATE_NOOP("metrics", "Absmax"),
     QT_TRANSLATE_NOOP("metrics", "largest magnitude of a weight, in units of the weights"),
     Pool::kLargest, false, absmax, quantity_text},
}};

/// Sums over tensors while they are walked through.
struct Gathered {
    DepthValue value;
    double sum = 0;
    double weights = 0;
    bool any = false;
    bool missing = false;

    void add(double own, double elements, std::size_t tensor, Pool pool) {
        value.low = any ? std::min(value.low, own) : own;
        if (!any || own > value.high) {
            value.high = own;
            value.extreme = tensor;
        }
        any = true;
        weights += elements;
        sum += pool == Pool::kSum              ? own
               : pool == Pool::kRootMeanSquare ? own * own * elements
                                               : own * elements;
    }
    [[nodiscard]] DepthColumn result(Pool pool) const {
        if (!any) return std::nullopt;
        DepthValue done = value;
        done.complete = !missing;
        const double mean = weights > 0 ? sum / weights : 0;
        done.pooled = pool == Pool::kLargest          ? done.high
                      : pool == Pool::kSum            ? sum
                      : pool == Pool::kRootMeanSquare ? std::sqrt(mean)
                                                      : mean;
        return done;
    }
};

}  // namespace

QString DepthMetric::title_text() const {
    return QCoreApplication::translate("metrics", title);
}

QString DepthMetric::explanation_text() const {
    return QCoreApplication::translate("metrics", explanation);
}

QString DepthMetric::pool_text() const {
    switch (pool) {
        case Pool::kLargest:
            return QCoreApplication::translate("metrics", "largest of its tensors");
        case Pool::kSum:
            return QCoreApplication::translate("metrics", "sum over its tensors");
        case Pool::kMean:
            return QCoreApplication::translate("metrics", "mean over its weights");
        default:
            return QCoreApplication::translate("metrics", "root mean square over its weights");
    }
}

std::span<const DepthMetric> depth_metrics() {
    return kMetrics;
}

DepthColumn pooled(const DepthMetric& metric, const PlanModel& plan,
                   std::span<const std::size_t> tensors) {
    Gathered gathered;
    for (const std::size_t tensor : tensors) {
        const auto value = metric.value(plan, tensor);
        if (value && std::isfinite(*value)) {
            gathered.add(*value, static_cast<double>(plan.catalog().tensor(tensor).elements),
                         tensor, metric.pool);
        } else {
            gathered.missing = true;
        }
    }
    return gathered.result(metric.pool);
}

}  // namespace bitlathe
