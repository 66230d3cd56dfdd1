// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <span>

#include "ui/models/activation_book.h"
#include "ui/models/depth_metrics.h"

namespace bitlathe {

/// What bars are coloured by: the estimated error of the plan, or any other metric over depth. GUI
/// thread only.
class BarColours : public QObject {
    Q_OBJECT
public:
    BarColours(PlanModel& plan, ActivationBook& book, QObject* parent = nullptr);

    /// An index of depth_metrics(); the first one is the error of the plan.
    void choose(std::size_t metric);
    [[nodiscard]] std::size_t metric() const { return metric_; }
    [[nodiscard]] bool by_error() const { return metric_ == 0; }
    /// Whether there is anything to colour by.
    [[nodiscard]] bool is_available(std::size_t metric) const {
        return depth_metrics()[metric].is_available(book_.findings().get());
    }
    /// The chosen metric of the tensors of a bar; unknown where none of them has it.
    [[nodiscard]] std::optional<double> value(std::span<const std::size_t> tensors) const;
    /// Its place between the lowest and the highest value, 0..1, logarithmic.
    [[nodiscard]] std::optional<double> tone(std::span<const std::size_t> tensors) const;
    /// The ends of the scale; nothing while nothing is known.
    using Range = ValueRange;
    [[nodiscard]] const std::optional<Range>& range() const { return range_; }

signals:
    /// Another metric, or another range of values.
    void changed();

private:
    void measure();
    PlanModel& plan_;
    ActivationBook& book_;
    std::size_t metric_ = 0;
    std::optional<Range> range_;
    QTimer soon_;
};

}  // namespace bitlathe
