// SPDX-License-Identifier: GPL-3.0-or-later
// How the tensors of a column make one number.
#include <algorithm>
#include <cmath>

#include "ui/models/depth_metrics.h"

namespace bitlathe {
namespace {

using Pool = DepthMetric::Pool;

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
                      : pool == Pool::kBlock          ? done.high
                      : pool == Pool::kSum            ? sum
                      : pool == Pool::kRootMeanSquare ? std::sqrt(mean)
                                                      : mean;
        return done;
    }
};

}  // namespace

DepthColumn pooled(const DepthMetric& metric, const MetricInput& input,
                   std::span<const std::size_t> tensors) {
    const PlanModel& plan = input.plan;
    Gathered gathered;
    for (const std::size_t tensor : tensors) {
        const auto value = metric.value(input, tensor);
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
