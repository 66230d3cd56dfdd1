// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inspector_facts.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/profile/moments.h"
#include "ui/models/tensor_words.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(inspector)
};

QString known(const std::optional<double>& value) {
    return value ? quantity_text(*value) : QString(kUnknown);
}

QString planned_text(const PlanModel& plan, std::size_t tensor) {
    return Facts::tr("%1, %2 bits, %3")
        .arg(format_text(plan.format(tensor)), bits_text(plan.bits(tensor)),
             bytes_text(plan.bytes(tensor)));
}

void add_statistics(std::vector<Fact>& facts, const WeightStatistics& s) {
    facts.push_back({Facts::tr("range"), known(s.min) + u" … "_s + known(s.max),
                     Facts::tr("smallest and largest finite weight")});
    facts.push_back({Facts::tr("absmax / σ"), known(s.absmax) + u" / "_s + known(s.sigma),
                     Facts::tr("largest magnitude, and standard deviation of the weights")});
    facts.push_back({Facts::tr("mean"), known(s.mean), {}});
    facts.push_back({Facts::tr("kurtosis"), known(s.kurtosis),
                     Facts::tr("m₄ / m₂²; a Gaussian has 3, outliers raise it")});
    facts.push_back({Facts::tr("ZD"), s.zd ? number_text(*s.zd, 'f', 4) : QString(kUnknown),
                     Facts::tr("share of weights with (w − mean) / σ > 1")});
    facts.push_back({Facts::tr("exponent entropy"),
                     s.exponent_entropy ? Facts::tr("%1 bits").arg(bits_text(*s.exponent_entropy))
                                        : QString(kUnknown),
                     Facts::tr("information in the exponents of the stored numbers")});
    facts.push_back({Facts::tr("zeros"), count_text(s.zeros), {}});
    if (s.nonfinite > 0) {
        facts.push_back({Facts::tr("not finite"), count_text(s.nonfinite),
                         Facts::tr("NaN or infinite weights; left out of every other figure")});
    }
}

/// Several tensors taken together, as far as they are measured.
struct Pooled {
    Moments moments;
    double absmax = 0;
    bool complete = true;

    void add(const WeightStatistics* s) {
        if (s == nullptr || !s->mean) {
            complete = false;
            return;
        }
        const auto count = static_cast<double>(s->count - s->nonfinite);
        moments =
            merge(moments, {.n = count, .mean = *s->mean, .m2 = count * *s->sigma * *s->sigma});
        absmax = std::max(absmax, *s->absmax);
    }
    [[nodiscard]] PooledWeights result() const {
        if (!complete) return {};
        const bool any = moments.n > 0;
        return {absmax, any ? std::optional(std::sqrt(moments.m2 / moments.n)) : std::nullopt};
    }
};

}  // namespace

std::vector<Fact> facts_of(const PlanModel& plan, std::size_t tensor) {
    const TensorInfo& info = plan.catalog().model().tensor(tensor);
    const auto files = plan.catalog().model().checkpoint->files();
    std::vector<Fact> facts;
    facts.push_back({Facts::tr("shape"),
                     info.shape.empty() ? Facts::tr("one number") : shape_text(info),
                     Facts::tr("outermost first")});
    facts.push_back({Facts::tr("stored as"),
                     format_text(info.format) + u", "_s + bytes_text(info.bytes),
                     Facts::tr("%1 weights").arg(count_text(info.elements()))});
    facts.push_back(
        {Facts::tr("at byte"), count_text(info.offset),
         info.file < files.size() ? to_qstring(files[info.file]->path().string()) : QString()});
    facts.push_back(
        {Facts::tr("plan"), planned_text(plan, tensor), core_text(plan.reason(tensor))});
    facts.push_back(
        {Facts::tr("error (est.)"), nmse_text(plan.nmse(tensor, plan.format(tensor))),
         Facts::tr("NMSE = Σ(w′ − w)² / Σw² at the planned format, measured on the weights")});
    if (const WeightStatistics* statistics = plan.statistics(tensor)) {
        add_statistics(facts, *statistics);
    } else {
        facts.push_back(
            {Facts::tr("statistics"), QString(kUnknown), Facts::tr("not measured yet")});
    }
    return facts;
}

PooledWeights pooled_weights(const PlanModel& plan, std::span<const std::size_t> tensors) {
    Pooled pooled;
    for (const std::size_t tensor : tensors)
        pooled.add(plan.statistics(tensor));
    return pooled.result();
}

std::vector<Fact> facts_of(const PlanModel& plan, std::span<const std::size_t> tensors,
                           const PooledWeights& weights) {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    double elements = 0;
    std::optional<double> error = 0.0;
    for (const std::size_t tensor : tensors) {
        const TensorFacts& facts = plan.catalog().tensor(tensor);
        before += facts.source_bytes;
        after += plan.bytes(tensor);
        elements += static_cast<double>(facts.elements);
        const auto own = plan.error(tensor);
        error = error && own ? std::optional(*error + *own) : std::nullopt;
    }
    const double bits = elements > 0 ? static_cast<double>(after) * 8 / elements : 0;
    return {
        {Facts::tr("tensors"), count_text(tensors.size()), {}},
        {Facts::tr("weights"), quantity_text(elements), {}},
        {Facts::tr("stored"), bytes_text(before), {}},
        {Facts::tr("plan"), Facts::tr("%1 bits, %2").arg(bits_text(bits), bytes_text(after)),
         bytes_change_text(before, after)},
        {Facts::tr("error (est.)"), error ? quantity_text(*error) : QString(kUnknown),
         Facts::tr("sum of weights × NMSE at the planned formats")},
        {Facts::tr("absmax / σ"), known(weights.absmax) + u" / "_s + known(weights.sigma),
         Facts::tr("over all their weights together")},
    };
}

QString facts_text(const PlanModel& plan, std::size_t tensor) {
    const TensorFacts& facts = plan.catalog().tensor(tensor);
    QStringList lines = {plan.locked(tensor) ? Facts::tr("%1, locked").arg(facts.name)
                                             : facts.name};
    for (const Fact& fact : facts_of(plan, tensor))
        lines.push_back(Facts::tr("%1: %2").arg(fact.name, fact.value));
    return lines.join(u'\n');
}

QString bonds_of(const PlanModel& plan, std::size_t tensor) {
    QStringList bonds;
    const auto tied = plan.catalog().tied(tensor);
    if (tied.size() > 1) {
        QStringList names;
        for (const std::size_t other : tied) {
            if (other != tensor) names.push_back(plan.catalog().tensor(other).name);
        }
        const int more = static_cast<int>(names.size()) - 3;
        const QString some = names.mid(0, 3).join(u", "_s);
        bonds.push_back(
            more > 0 ? Facts::tr("Tied to %1 and %n more: they share one format and move together.",
                                 nullptr, more)
                           .arg(some)
                     : Facts::tr("Tied to %1: they share one format and move together.").arg(some));
    }
    if (plan.locked(tensor))
        bonds.push_back(Facts::tr("Locked: no drag and no solver moves it; Space unlocks."));
    return bonds.join(u'\n');
}

}  // namespace bitlathe
