// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of plans, in the plot of plans: solid points on the axis at the right, and
// the numbers of both axes.
#include <algorithm>

#include "ui/models/plan_words.h"
#include "ui/models/quality_words.h"
#include "ui/plots/pareto_plot.h"
#include "ui/plots/plot_style.h"
#include "ui/theme/text.h"

namespace bitlathe {

void ParetoPlot::follow(QualityBook& book) {
    book_ = &book;
    connect(book_, &QualityBook::changed, this, &ParetoPlot::take_landscape);
    take_landscape();
}

void ParetoPlot::set_measured_axis(MeasuredAxis axis) {
    if (axis == wanted_axis_) return;
    wanted_axis_ = axis;
    take_landscape();
    dress_measured_axis();
    replot(rpQueuedReplot);
}

MeasuredAxis ParetoPlot::measured_axis() const {
    const bool any = std::any_of(targets_.begin(), targets_.end(),
                                 [](const Target& target) { return target.measured != nullptr; });
    return any ? wanted_axis_ : MeasuredAxis::kNone;
}

std::optional<double> ParetoPlot::measured_value(const QualityBook::Entry& entry) const {
    if (!entry) return {};
    if (wanted_axis_ == MeasuredAxis::kPerplexity) return entry->perplexity.value;
    // Where there is no divergence there is no place on a logarithmic axis.
    if (wanted_axis_ == MeasuredAxis::kKl && entry->kl && entry->kl->mean > 0)
        return entry->kl->mean;
    return {};
}

QPointF ParetoPlot::place_of(const Target& target) const {
    if (!target.measured) return position(target.bytes, target.error);
    return {xAxis->coordToPixel(bits(target.bytes)),
            yAxis2->coordToPixel(measured_value(target.measured).value_or(0))};
}

std::optional<QPointF> ParetoPlot::measured_position(PlanId plan) const {
    for (const Target& target : targets_) {
        if (target.measured && target.plan == plan) return place_of(target);
    }
    return {};
}

void ParetoPlot::add_measured() {
    if (shelf_ == nullptr || book_ == nullptr) return;
    for (int row = 0; row < shelf_->rowCount(); ++row) {
        const QualityBook::Entry entry = shelf_->measured(row);
        const auto value = measured_value(entry);
        if (!value) continue;
        const bool own = row == shelf_->current_row();
        // The place of what was measured: a preview moves the ring only.
        const PlanTotals& totals = own ? plan_.committed_totals() : shelf_->totals(row);
        (own ? measured_own_ : measured_)->addData(totals.bits_per_weight, *value);
        targets_.push_back({shelf_->name(row), totals.bytes, 0, shelf_->id(row), entry});
    }
    dress_measured_axis();
}

void ParetoPlot::dress_measured_axis() {
    const MeasuredAxis shown = measured_axis();
    yAxis2->setVisible(shown != MeasuredAxis::kNone);
    yAxis2->setTickLabels(true);
    original_->data()->clear();
    if (shown == MeasuredAxis::kNone) return;
    if (shown == MeasuredAxis::kKl) {
        make_log_axis(*yAxis2);
    } else {
        make_plain_axis(*yAxis2);
    }
    std::vector<double> values;
    for (const Target& target : targets_) {
        if (const auto value = measured_value(target.measured)) values.push_back(*value);
    }
    const QualityBook::Entry original = book_->original();
    if (shown == MeasuredAxis::kPerplexity && original) {
        values.push_back(original->perplexity.value);
        original_->addData(0, original->perplexity.value);
        original_->addData(64, original->perplexity.value);
    }
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (shown == MeasuredAxis::kKl) {
        yAxis2->setRange(*low / 4, *high * 4);  // a power of ten or more: it gets a number
    } else {
        const double margin = std::max((*high - *low) * 0.2, *high * 0.01);
        yAxis2->setRange(*low - margin, *high + margin);
    }
}

std::vector<HoverLine> ParetoPlot::describe_measured(const Target& target) const {
    const bool own = shelf_ != nullptr && target.plan == plan_.identity();
    std::vector<HoverLine> lines = {
        {HoverLine::Kind::kTitle, {}, target.name},
        {HoverLine::Kind::kPlain,
         {},
         tr("%1 bits per weight, %2").arg(bits_text(bits(target.bytes)), bytes_text(target.bytes))},
        {HoverLine::Kind::kPlain, {}, tr("measured: %1").arg(measured_text(*target.measured))},
        {HoverLine::Kind::kMuted, {}, measured_on_text(*target.measured)}};
    if (!own) lines.push_back({HoverLine::Kind::kMuted, {}, tr("click switches to this plan")});
    return lines;
}

QStringList ParetoPlot::data_row(const Target& target) const {
    const bool measured = target.measured != nullptr;
    const bool kl = measured && target.measured->kl.has_value();
    return {target.name,
            QString::number(target.bytes),
            data_text(bits(target.bytes)),
            measured ? QString() : data_text(target.error),
            measured ? data_text(target.measured->perplexity.value) : QString(),
            measured ? data_text(target.measured->perplexity.error) : QString(),
            kl ? data_text(target.measured->kl->mean) : QString(),
            kl ? data_text(target.measured->kl->error) : QString(),
            measured ? measured_on_text(*target.measured) : QString()};
}

FigureData ParetoPlot::data() const {
    FigureData data{{tr("kind"), tr("name"), tr("bytes"), tr("bits per weight"),
                     tr("estimated error (weights × NMSE)"), tr("perplexity, measured"),
                     tr("perplexity, standard error"), tr("KL, measured, nats per token"),
                     tr("KL, standard error"), tr("measured on")},
                    {}};
    const auto add = [&](const QString& kind, const Target& target) {
        if (!xAxis->range().contains(bits(target.bytes))) return;
        data.rows.push_back(QStringList{kind} + data_row(target));
    };
    for (const Target& target : targets_)
        add(target.measured         ? tr("plan, measured")
            : target.plan != 0      ? tr("plan")
            : target.name.isEmpty() ? tr("front")
                                    : tr("preset"),
            target);
    if (plan_position()) {
        add(tr("current plan"), {plan_name_text(plan_.name()),
                                 plan_.totals().bytes,
                                 *plan_.totals().estimated_loss,
                                 0,
                                 {}});
    }
    return data;
}

}  // namespace bitlathe
