// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <vector>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// Something that is known of every tensor and shown over the blocks. A new one is a row of the
/// table behind depth_metrics().
struct DepthMetric {
    /// How the tensors of a block make one number: the largest; the sum; the mean by weights; the
    /// root of the mean square by weights.
    enum class Pool { kLargest, kSum, kMean, kRootMeanSquare };
    const char* id;           ///< for settings and object names
    const char* title;        ///< to be translated in the context "metrics"
    const char* explanation;  ///< formula and unit; same context
    Pool pool;
    bool of_plan;  ///< changes with the plan, not only with what was measured
    std::optional<double> (*value)(const PlanModel& plan, std::size_t tensor);
    QString (*text)(double value);

    [[nodiscard]] QString title_text() const;
    [[nodiscard]] QString explanation_text() const;
    /// "largest of its tensors", ...
    [[nodiscard]] QString pool_text() const;
};

[[nodiscard]] std::span<const DepthMetric> depth_metrics();

/// One metric in one column. Empty when nothing is known there.
struct DepthValue {
    double pooled = 0;
    double low = 0, high = 0;  ///< over the tensors of the column
    std::size_t extreme = 0;   ///< the tensor with the high value
    bool complete = true;      ///< no tensor of the column is unknown
};
using DepthColumn = std::optional<DepthValue>;

/// A metric over the tensors of one column.
[[nodiscard]] DepthColumn pooled(const DepthMetric& metric, const PlanModel& plan,
                                 std::span<const std::size_t> tensors);

}  // namespace bitlathe
