// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hover_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/canvas/bar_look.h"
#include "ui/models/refused_formats.h"
#include "ui/models/tensor_words.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = HoverLine::Kind;

constexpr std::size_t kMostReasons = 3;
constexpr qsizetype kMostNames = 5;
constexpr double kNearBits = 1.0;

struct Hover {
    Q_DECLARE_TR_FUNCTIONS(hover)
};

QString width_text(const PlanModel& plan, std::size_t tensor, FormatId format) {
    const double elements =
        std::max(1.0, static_cast<double>(plan.catalog().tensor(tensor).elements));
    const double bits = static_cast<double>(plan.catalog().bytes(tensor, format)) * 8 / elements;
    return format_text(format) + u' ' + bits_text(bits);
}

/// From the committed format while a preview moves the bar, else from what is stored.
FormatId from_format(const PlanModel& plan, std::size_t tensor) {
    const FormatId committed = plan.committed_format(tensor);
    return committed != plan.format(tensor) ? committed : plan.catalog().tensor(tensor).source;
}

void add_formats(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor) {
    const FormatId from = from_format(plan, tensor);
    const FormatId to = plan.format(tensor);
    const std::uint64_t before = plan.catalog().bytes(tensor, from);
    const std::uint64_t after = plan.bytes(tensor);
    if (from == to) {
        lines.push_back({Kind::kPlain,
                         {},
                         Hover::tr("%1 bits as stored   %2")
                             .arg(width_text(plan, tensor, to), bytes_text(after))});
        return;
    }
    lines.push_back({Kind::kPlain,
                     {},
                     Hover::tr("%1 → %2 bits   %3")
                         .arg(width_text(plan, tensor, from), width_text(plan, tensor, to),
                              bytes_change_text(before, after))});
}

void add_error(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor) {
    const FormatId committed = plan.committed_format(tensor);
    const FormatId to = plan.format(tensor);
    const auto error = plan.error(tensor, to);
    if (!error) {
        lines.push_back({Kind::kMuted, {}, Hover::tr("error not known yet …")});
        return;
    }
    QString relative = nmse_text(plan.nmse(tensor, to));
    if (committed != to) {
        relative = nmse_text(plan.nmse(tensor, committed)) + u" → "_s + relative;
    }
    lines.push_back({Kind::kPlain,
                     {},
                     Hover::tr("error %1 (estimate)   weights × NMSE %2")
                         .arg(relative, quantity_text(*error))});
}

void add_weights(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor) {
    const QString shape = shape_text(plan.catalog().model().tensor(tensor));
    const WeightStatistics* known = plan.statistics(tensor);
    const auto ratio = known != nullptr ? outlier_ratio(*known) : std::nullopt;
    lines.push_back(
        {Kind::kMuted,
         {},
         ratio ? Hover::tr("%1   largest weight %2 σ").arg(shape, quantity_text(*ratio)) : shape});
}

QString struck_names(const QStringList& formats) {
    if (formats.size() <= kMostNames) return formats.join(u' ');
    return formats.mid(0, kMostNames).join(u' ') + u" +%1"_s.arg(formats.size() - kMostNames);
}

void add_refusals(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor) {
    std::map<QString, QStringList> formats_of;
    for (const RefusedFormat& refused : refused_formats(plan.catalog(), tensor))
        formats_of[refused.reason].push_back(format_text(refused.format));
    std::size_t shown = 0;
    for (const auto& [reason, formats] : formats_of) {
        if (shown++ == kMostReasons) break;
        lines.push_back({Kind::kMuted, struck_names(formats), reason});
    }
}

/// In a drag only what the hand is near, so that the card stays small.
void add_refusals_near(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor,
                       double asked) {
    std::vector<RefusedFormat> refused = refused_formats(plan.catalog(), tensor);
    const auto away = [asked](const RefusedFormat& one) {
        return std::abs(format_info(one.format).bits_per_weight - asked);
    };
    std::erase_if(refused, [&](const auto& one) { return away(one) > kNearBits; });
    std::stable_sort(refused.begin(), refused.end(),
                     [&](const auto& a, const auto& b) { return away(a) < away(b); });
    if (refused.size() > kMostReasons) refused.erase(refused.begin() + kMostReasons, refused.end());
    for (const RefusedFormat& one : refused)
        lines.push_back({Kind::kMuted, format_text(one.format), one.reason});
}

void add_compared(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor,
                  FormatId compared) {
    if (compared == plan.format(tensor)) return;
    const std::uint64_t bytes = plan.catalog().bytes(tensor, compared);
    lines.push_back({Kind::kMuted,
                     {},
                     Hover::tr("compared plan: %1 bits   %2")
                         .arg(width_text(plan, tensor, compared),
                              bytes_change_text(plan.bytes(tensor), bytes))});
}

void add_folded(std::vector<HoverLine>& lines, const PlanModel& plan, const Bar& bar) {
    const BarLook look = look_of(plan, bar);
    const TensorFacts& facts = plan.catalog().tensor(bar.tensors.front());
    lines.push_back({Kind::kTitle,
                     {},
                     Hover::tr("block %1 %2, %3 experts")
                         .arg(facts.block.value_or(0))
                         .arg(to_qstring(role_name(facts.role)))
                         .arg(bar.tensors.size())});
    QString bits = Hover::tr("%1 bits   %2").arg(bits_text(look.bits), bytes_text(look.bytes));
    if (look.high > look.low) {
        bits += u"   ("_s + bits_text(look.low) + u" … "_s + bits_text(look.high) + u')';
    }
    lines.push_back({Kind::kPlain, {}, bits});
}

}  // namespace

std::vector<HoverLine> hover_text(const PlanModel& plan, const Bar& bar,
                                  std::span<const FormatId> compared, std::optional<double> asked) {
    std::vector<HoverLine> lines;
    const std::size_t tensor = bar.tensors.front();
    if (bar.tensors.size() > 1) {
        add_folded(lines, plan, bar);
        return lines;
    }
    lines.push_back({Kind::kTitle, {}, plan.catalog().tensor(tensor).name});
    add_formats(lines, plan, tensor);
    add_error(lines, plan, tensor);
    add_weights(lines, plan, tensor);
    if (!compared.empty()) add_compared(lines, plan, tensor, compared[tensor]);
    if (plan.locked(tensor))
        lines.push_back({Kind::kMuted, {}, Hover::tr("locked, Space unlocks")});
    if (!plan.reason(tensor).empty()) {
        lines.push_back({Kind::kMuted, {}, core_text(plan.reason(tensor))});
    }
    if (asked) {
        add_refusals_near(lines, plan, tensor, *asked);
    } else {
        add_refusals(lines, plan, tensor);
    }
    return lines;
}

QString spoken_text(const PlanModel& plan, const Bar& bar) {
    const TensorFacts& facts = plan.catalog().tensor(bar.tensors.front());
    const BarLook look = look_of(plan, bar);
    const QString name =
        facts.block
            ? Hover::tr("block %1 %2").arg(*facts.block).arg(to_qstring(role_name(facts.role)))
            : facts.name;
    const QString text =
        look.locked ? Hover::tr("%1, %2, %3 bits, %4, locked") : Hover::tr("%1, %2, %3 bits, %4");
    return text.arg(name, format_text(plan.format(bar.tensors.front())), bits_text(look.bits),
                    bytes_text(look.bytes));
}

}  // namespace bitlathe
