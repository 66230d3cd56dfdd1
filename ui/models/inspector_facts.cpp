// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inspector_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "core/profile/moments.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

QString say(const char* text) {
    return QCoreApplication::translate("inspector", text);
}

QString known(const std::optional<double>& value) {
    return value ? quantity_text(*value) : QString(kUnknown);
}

QString shape_text(const TensorInfo& info) {
    QStringList sizes;
    for (const std::uint64_t size : info.shape)
        sizes.push_back(QString::number(size));
    return sizes.isEmpty() ? say("one number") : sizes.join(u" × "_s);
}

QString planned_text(const PlanModel& plan, std::size_t tensor) {
    return say("%1, %2 bits, %3")
        .arg(format_text(plan.format(tensor)), bits_text(plan.bits(tensor)),
             bytes_text(plan.bytes(tensor)));
}

void add_statistics(std::vector<Fact>& facts, const WeightStatistics& s) {
    facts.push_back({say("range"), known(s.min) + u" … "_s + known(s.max),
                     say("smallest and largest finite weight")});
    facts.push_back({say("absmax / σ"), known(s.absmax) + u" / "_s + known(s.sigma),
                     say("largest magnitude, and standard deviation of the weights")});
    facts.push_back({say("mean"), known(s.mean), {}});
    facts.push_back(
        {say("kurtosis"), known(s.kurtosis), say("m₄ / m₂²; a Gaussian has 3, outliers raise it")});
    facts.push_back({say("ZD"), s.zd ? QString::number(*s.zd, 'f', 4) : QString(kUnknown),
                     say("share of weights with (w − mean) / σ > 1")});
    facts.push_back({say("exponent entropy"),
                     s.exponent_entropy ? say("%1 bits").arg(bits_text(*s.exponent_entropy))
                                        : QString(kUnknown),
                     say("information in the exponents of the stored numbers")});
    facts.push_back({say("zeros"), QLocale().toString(static_cast<qulonglong>(s.zeros)), {}});
    if (s.nonfinite > 0) {
        facts.push_back({say("not finite"),
                         QLocale().toString(static_cast<qulonglong>(s.nonfinite)),
                         say("NaN or infinite weights; left out of every other figure")});
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
    [[nodiscard]] std::optional<double> sigma() const {
        if (!complete || moments.n <= 0) return std::nullopt;
        return std::sqrt(moments.m2 / moments.n);
    }
};

}  // namespace

std::vector<Fact> facts_of(const PlanModel& plan, std::size_t tensor) {
    const TensorInfo& info = plan.catalog().model().tensor(tensor);
    const auto files = plan.catalog().model().checkpoint->files();
    std::vector<Fact> facts;
    facts.push_back({say("shape"), shape_text(info), say("outermost first")});
    facts.push_back(
        {say("stored as"), format_text(info.format) + u", "_s + bytes_text(info.bytes),
         say("%1 weights").arg(QLocale().toString(static_cast<qulonglong>(info.elements())))});
    facts.push_back(
        {say("at byte"), QLocale().toString(static_cast<qulonglong>(info.offset)),
         info.file < files.size() ? to_qstring(files[info.file]->path().string()) : QString()});
    facts.push_back({say("plan"), planned_text(plan, tensor), to_qstring(plan.reason(tensor))});
    facts.push_back(
        {say("error (est.)"), nmse_text(plan.nmse(tensor, plan.format(tensor))),
         say("NMSE = Σ(w′ − w)² / Σw² at the planned format, measured on the weights")});
    if (const WeightStatistics* statistics = plan.statistics(tensor)) {
        add_statistics(facts, *statistics);
    } else {
        facts.push_back({say("statistics"), QString(kUnknown), say("not measured yet")});
    }
    return facts;
}

std::vector<Fact> facts_of(const PlanModel& plan, std::span<const std::size_t> tensors) {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    double weights = 0;
    std::optional<double> error = 0.0;
    Pooled pooled;
    for (const std::size_t tensor : tensors) {
        const TensorFacts& facts = plan.catalog().tensor(tensor);
        before += facts.source_bytes;
        after += plan.bytes(tensor);
        weights += static_cast<double>(facts.elements);
        const auto own = plan.error(tensor);
        error = error && own ? std::optional(*error + *own) : std::nullopt;
        pooled.add(plan.statistics(tensor));
    }
    const double bits = weights > 0 ? static_cast<double>(after) * 8 / weights : 0;
    return {
        {say("tensors"), QString::number(tensors.size()), {}},
        {say("weights"), quantity_text(weights), {}},
        {say("stored"), bytes_text(before), {}},
        {say("plan"), say("%1 bits, %2").arg(bits_text(bits), bytes_text(after)),
         bytes_change_text(before, after)},
        {say("error (est.)"), error ? quantity_text(*error) : QString(kUnknown),
         say("sum of weights × NMSE at the planned formats")},
        {say("absmax / σ"),
         (pooled.complete ? quantity_text(pooled.absmax) : QString(kUnknown)) + u" / "_s +
             known(pooled.sigma()),
         say("over all their weights together")},
    };
}

QString facts_text(const PlanModel& plan, std::size_t tensor) {
    const TensorFacts& facts = plan.catalog().tensor(tensor);
    QStringList lines = {plan.locked(tensor) ? say("%1, locked").arg(facts.name) : facts.name};
    for (const Fact& fact : facts_of(plan, tensor))
        lines.push_back(say("%1: %2").arg(fact.name, fact.value));
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
        const QString more =
            names.size() > 3 ? say(" and %1 more").arg(names.size() - 3) : QString();
        bonds.push_back(say("Tied to %1: they share one format and move together.")
                            .arg(names.mid(0, 3).join(u", "_s) + more));
    }
    if (plan.locked(tensor))
        bonds.push_back(say("Locked: no drag and no solver moves it; Space unlocks."));
    return bonds.join(u'\n');
}

}  // namespace bitlathe
