// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <vector>

#include "ui/models/activation_findings.h"
#include "ui/models/plan_model.h"
#include "ui/models/value_range.h"

namespace bitlathe {

/// Where metrics read: the plan with what is known of its weights, and what a text showed (null:
/// nothing was profiled).
struct MetricInput {
    MetricInput(const PlanModel& of_plan, const ActivationFindings* of_text = nullptr)  // NOLINT
        : plan(of_plan), findings(of_text) {}
    const PlanModel& plan;
    const ActivationFindings* findings;
};

/// Something that is known of every tensor and shown over the blocks. A new one is a row of the
/// table behind depth_metrics().
struct DepthMetric {
    /// How the tensors of a block make one number: the largest; the sum; the mean by weights; the
    /// root of the mean square by weights; or what is said of the block as a whole.
    enum class Pool { kLargest, kSum, kMean, kRootMeanSquare, kBlock };
    /// Which blocks or tensors it calls important.
    enum class Important { kUndecided, kLarger, kSmaller };
    /// Where bars begin: at zero, or at -1, which no cosine is below.
    enum class Foot { kZero, kMinusOne };
    const char* id;           ///< for settings and object names
    const char* title;        ///< to be translated in the context "metrics"
    const char* explanation;  ///< formula and unit; same context
    Pool pool;
    bool of_plan;  ///< changes with the plan, not only with what was measured
    std::optional<double> (*value)(const MetricInput& input, std::size_t tensor);
    QString (*text)(double value);
    bool of_profile = false;  ///< only known once a text was run through the model
    Important important = Important::kUndecided;
    Foot foot = Foot::kZero;
    bool shown_first = true;  ///< a strip of it is shown where nobody has chosen others
    /// Whether what was measured beside the profile has it; null: it needs nothing else.
    bool (*measured)(const ActivationFindings& findings) = nullptr;
    /// The ends of its scale of colours, whatever the plan; null: those of what is shown.
    std::optional<ValueRange> (*range)(const MetricInput& input) = nullptr;

    /// What it is made of was found out.
    [[nodiscard]] bool is_available(const ActivationFindings* findings) const {
        return !of_profile || (findings != nullptr && (measured == nullptr || measured(*findings)));
    }
    [[nodiscard]] QString title_text() const;
    [[nodiscard]] QString explanation_text() const;
    /// "largest of its tensors", ...
    [[nodiscard]] QString pool_text() const;
};

[[nodiscard]] std::span<const DepthMetric> depth_metrics();
/// Its index; nothing for a name that is unknown.
[[nodiscard]] std::optional<std::size_t> find_metric(const QString& id);

/// One metric in one column. Empty when nothing is known there.
struct DepthValue {
    double pooled = 0;
    double low = 0, high = 0;  ///< over the tensors of the column
    std::size_t extreme = 0;   ///< the tensor with the high value
    bool complete = true;      ///< no tensor of the column is unknown
};
using DepthColumn = std::optional<DepthValue>;

/// How far a value is above where bars begin.
[[nodiscard]] inline double above_foot(const DepthMetric& metric, double value) {
    return metric.foot == DepthMetric::Foot::kMinusOne ? value + 1 : value;
}

/// A metric over the tensors of one column.
[[nodiscard]] DepthColumn pooled(const DepthMetric& metric, const MetricInput& input,
                                 std::span<const std::size_t> tensors);

}  // namespace bitlathe
