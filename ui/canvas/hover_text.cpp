// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/hover_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "ui/canvas/bar_look.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = HoverLine::Kind;

constexpr std::size_t kMostReasons = 3;

QString say(const char* text) {
    return QCoreApplication::translate("hover", text);
}

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
        lines.push_back(
            {Kind::kPlain,
             {},
             say("%1 bits as stored   %2").arg(width_text(plan, tensor, to), bytes_text(after))});
        return;
    }
    lines.push_back({Kind::kPlain,
                     {},
                     say("%1 → %2 bits   %3")
                         .arg(width_text(plan, tensor, from), width_text(plan, tensor, to),
                              bytes_change_text(before, after))});
}

void add_error(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor) {
    const FormatId committed = plan.committed_format(tensor);
    const FormatId to = plan.format(tensor);
    const auto error = plan.error(tensor, to);
    if (!error) {
        lines.push_back({Kind::kMuted, {}, say("error not known yet …")});
        return;
    }
    QString relative = nmse_text(plan.nmse(tensor, to));
    if (committed != to) {
        relative = nmse_text(plan.nmse(tensor, committed)) + u" → "_s + relative;
    }
    lines.push_back(
        {Kind::kPlain,
         {},
         say("error %1 (estimate)   weights × NMSE %2").arg(relative, quantity_text(*error))});
}

void add_refusals(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor) {
    const TensorCatalog& catalog = plan.catalog();
    std::map<QString, QStringList> formats_of;
    for (const FormatId format : catalog.candidates()) {
        const Legality legality =
            catalog.target().legality(catalog.model(), tensor, format, nullptr);
        if (!legality.legal) formats_of[to_qstring(legality.reason)].push_back(format_text(format));
    }
    std::size_t shown = 0;
    for (const auto& [reason, formats] : formats_of) {
        if (shown++ == kMostReasons) break;
        lines.push_back({Kind::kMuted, formats.join(u' '), reason});
    }
}

void add_compared(std::vector<HoverLine>& lines, const PlanModel& plan, std::size_t tensor,
                  FormatId compared) {
    if (compared == plan.format(tensor)) return;
    const std::uint64_t bytes = plan.catalog().bytes(tensor, compared);
    lines.push_back({Kind::kMuted,
                     {},
                     say("compared plan: %1 bits   %2")
                         .arg(width_text(plan, tensor, compared),
                              bytes_change_text(plan.bytes(tensor), bytes))});
}

void add_folded(std::vector<HoverLine>& lines, const PlanModel& plan, const Bar& bar) {
    const BarLook look = look_of(plan, bar);
    const TensorFacts& facts = plan.catalog().tensor(bar.tensors.front());
    lines.push_back({Kind::kTitle,
                     {},
                     say("block %1 %2, %3 experts")
                         .arg(facts.block.value_or(0))
                         .arg(to_qstring(role_name(facts.role)))
                         .arg(bar.tensors.size())});
    QString bits = say("%1 bits   %2").arg(bits_text(look.bits), bytes_text(look.bytes));
    if (look.high > look.low) {
        bits += u"   ("_s + bits_text(look.low) + u" … "_s + bits_text(look.high) + u')';
    }
    lines.push_back({Kind::kPlain, {}, bits});
}

}  // namespace

std::vector<HoverLine> hover_text(const PlanModel& plan, const Bar& bar,
                                  std::span<const FormatId> compared) {
    std::vector<HoverLine> lines;
    const std::size_t tensor = bar.tensors.front();
    if (bar.tensors.size() > 1) {
        add_folded(lines, plan, bar);
        return lines;
    }
    lines.push_back({Kind::kTitle, {}, plan.catalog().tensor(tensor).name});
    add_formats(lines, plan, tensor);
    add_error(lines, plan, tensor);
    if (!compared.empty()) add_compared(lines, plan, tensor, compared[tensor]);
    if (plan.locked(tensor)) lines.push_back({Kind::kMuted, {}, say("locked, Space unlocks")});
    if (!plan.reason(tensor).empty()) {
        lines.push_back({Kind::kMuted, {}, to_qstring(plan.reason(tensor))});
    }
    add_refusals(lines, plan, tensor);
    return lines;
}

QString spoken_text(const PlanModel& plan, const Bar& bar) {
    const TensorFacts& facts = plan.catalog().tensor(bar.tensors.front());
    const BarLook look = look_of(plan, bar);
    QString text = facts.block
                       ? say("block %1 %2").arg(*facts.block).arg(to_qstring(role_name(facts.role)))
                       : facts.name;
    text += say(", %1, %2 bits, %3")
                .arg(format_text(plan.format(bar.tensors.front())), bits_text(look.bits),
                     bytes_text(look.bytes));
    if (look.locked) text += say(", locked");
    return text;
}

}  // namespace bitlathe
