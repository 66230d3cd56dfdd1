// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/target_change.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

double bits(FormatId format) {
    return format_info(format).bits_per_weight;
}

class Changer {
public:
    Changer(const Model& model, const Target& to, const Importance* importance)
        : model_(model), to_(to), importance_(importance) {}

    void change(std::span<const std::size_t> group, TargetChange& result) const {
        std::vector<std::string> reasons;
        std::optional<std::size_t> refused;  // the first member that cannot stay
        for (const std::size_t tensor : group) {
            reasons.push_back(
                to_.legality(model_, tensor, recipe(result.plan, tensor).format, importance_)
                    .reason);
            if (!reasons.back().empty() && !refused) refused = tensor;
        }
        if (!refused) return;
        const FormatId wanted = recipe(result.plan, *refused).format;
        const Placement next = replacement(group, *refused, wanted);
        for (std::size_t m = 0; m < group.size(); ++m) {
            std::string reason = reasons[m];
            if (reason.empty()) {
                reason =
                    fmt::format("it is tied to {}, which cannot be {}",
                                printable(model_.tensor(*refused).name), format_info(wanted).name);
            } else if (!next.reason.empty()) {
                reason = next.reason;
            }
            apply(group[m], next.format, std::move(reason), result);
        }
    }

private:
    [[nodiscard]] Recipe& recipe(Plan& plan, std::size_t tensor) const {
        const TensorInfo& info = model_.tensor(tensor);
        return plan.tensors.try_emplace(info.name, Recipe{info.format, "copy"}).first->second;
    }

    [[nodiscard]] bool legal(std::span<const std::size_t> group, FormatId format) const {
        return std::all_of(group.begin(), group.end(), [&](std::size_t tensor) {
            return to_.legality(model_, tensor, format, importance_).legal;
        });
    }

    /// The target's own fallback, else what is nearest. The source as it is always remains.
    [[nodiscard]] Placement replacement(std::span<const std::size_t> group, std::size_t refused,
                                        FormatId wanted) const {
        const FormatId source = model_.tensor(refused).format;
        Placement own = to_.place(model_, refused, wanted, importance_);
        if (own.format != source && legal(group, own.format)) return own;
        FormatId best = source;
        for (const FormatId format : to_.formats()) {
            const FormatInfo& info = format_info(format);
            if (info.recent || !nearer(format, best, wanted) || !legal(group, format)) continue;
            best = format;
        }
        return {best, {}};
    }

    static bool nearer(FormatId format, FormatId known, FormatId wanted) {
        const double own = std::abs(bits(format) - bits(wanted));
        const double best = std::abs(bits(known) - bits(wanted));
        if (own != best) return own < best;
        return format_info(format).block_elems > format_info(known).block_elems;
    }

    void apply(std::size_t tensor, FormatId format, std::string reason,
               TargetChange& result) const {
        Recipe& changed = recipe(result.plan, tensor);
        if (changed.format == format) return;
        result.conflicts.push_back({tensor, changed.format, format, reason, changed.locked});
        changed.format = format;
        changed.method = method_for(model_.tensor(tensor).format, format);
        changed.reason = std::move(reason);
    }

    const Model& model_;
    const Target& to_;
    const Importance* importance_;
};

}  // namespace

Result<TargetChange> change_target(const Model& model, const Plan& plan, const Target& to,
                                   const ErrorTable& errors, const Importance* importance,
                                   const WorkContext& context) {
    BITLATHE_TRY(to.accepts(model));
    TargetChange result;
    result.before = totals(model, plan, errors);
    result.plan = plan;
    result.plan.target = to.name();
    const Changer changer(model, to, importance);
    std::vector<bool> tied(model.places.size(), false);
    for (const auto& group : model.tie_groups) {
        for (const std::size_t tensor : group) {
            tied[tensor] = true;
        }
        changer.change(group, result);
    }
    for (std::size_t i = 0; i < tied.size(); ++i) {
        BITLATHE_TRY(context.check());
        if (!tied[i]) changer.change(std::span(&i, 1), result);
    }
    std::sort(result.conflicts.begin(), result.conflicts.end(),
              [](const auto& a, const auto& b) { return a.tensor < b.tensor; });
    result.after = totals(model, result.plan, errors);
    return result;
}

}  // namespace bitlathe
