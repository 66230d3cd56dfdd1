// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/plan_maker.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

/// What is tried when nobody says which formats: one per step of a bit, all searched, all run
/// everywhere. 16 bits for sources that have more.
constexpr std::array<std::string_view, 7> kDefaultFormats{"Q2_K", "Q3_K", "Q4_K", "Q5_K",
                                                          "Q6_K", "Q8_0", "F16"};

std::vector<FormatId> default_formats(const Target& target) {
    const auto offered = target.formats();
    std::vector<FormatId> result;
    for (const std::string_view name : kDefaultFormats) {
        const auto format = find_format(name);
        if (format && std::find(offered.begin(), offered.end(), *format) != offered.end()) {
            result.push_back(*format);
        }
    }
    return result.empty() ? std::vector<FormatId>(offered.begin(), offered.end()) : result;
}

double bits(FormatId format) {
    return format_info(format).bits_per_weight;
}

Status check_request(const PlanRequest& request) {
    if (!request.layerwise()) {
        return {};
    }
    if (!request.low || !request.high) {
        return fail(ErrorCode::kUsage,
                    fmt::format("the solver {} needs a low and a high format", request.solver), {},
                    {}, "for example --low Q3_K --high Q5_K");
    }
    if (bits(*request.low) > bits(*request.high)) {
        return fail(ErrorCode::kUsage,
                    fmt::format("the low format {} has more bits than the high format {}",
                                format_info(*request.low).name, format_info(*request.high).name));
    }
    return {};
}

bool matches(const FormatRule& rule, const Model& model, std::size_t tensor) {
    return glob_match(rule.glob, model.tensor(tensor).name) ||
           glob_match(rule.glob, model.places[tensor].canonical);
}

/// Tells every matching tensor about a rule. Errors: kUsage when there is none.
template <class Apply>
Status apply_rules(const std::vector<FormatRule>& rules, const Model& model, const Apply& apply) {
    for (const FormatRule& rule : rules) {
        bool used = false;
        for (std::size_t i = 0; i < model.places.size(); ++i) {
            if (matches(rule, model, i)) {
                apply(i, rule.format);
                used = true;
            }
        }
        if (!used) {
            return fail(ErrorCode::kUsage,
                        fmt::format("no tensor matches \"{}\"", printable(rule.glob)), {}, {},
                        "bitlathe-cli info lists the names; * stands for anything");
        }
    }
    return {};
}

}  // namespace

Result<PlanMaker> PlanMaker::create(const Model& model, const PlanRequest& request,
                                    const Plan* kept) {
    PlanMaker maker;
    maker.model_ = &model;
    maker.request_ = &request;
    maker.target_ = find_target(request.target);
    if (maker.target_ == nullptr) {
        return fail(ErrorCode::kUsage,
                    fmt::format("there is no target \"{}\"", printable(request.target)));
    }
    BITLATHE_TRY(maker.target_->accepts(model));
    BITLATHE_TRY(check_request(request));
    if (request.layerwise()) {
        maker.candidates_ = {*request.low, *request.high};
        maker.offers_source_ = false;
    } else if (!request.formats.empty()) {
        maker.candidates_ = request.formats;
        maker.offers_source_ = false;
    } else {
        maker.candidates_ = default_formats(*maker.target_);
    }
    BITLATHE_TRY(maker.read_rules(kept));
    return maker;
}

Status PlanMaker::read_rules(const Plan* kept) {
    rules_.resize(model_->places.size());
    BITLATHE_TRY(apply_rules(request_->floors, *model_,
                             [&](std::size_t i, FormatId format) { rules_[i].floor = format; }));
    BITLATHE_TRY(apply_rules(request_->locks, *model_,
                             [&](std::size_t i, FormatId format) { rules_[i].lock = format; }));
    BITLATHE_TRY(check_locks());
    if (kept == nullptr) {
        return {};
    }
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        const auto recipe = kept->tensors.find(model_->tensor(i).name);
        if (recipe != kept->tensors.end() && recipe->second.locked) {
            rules_[i].lock = recipe->second.format;
            rules_[i].kept = true;
        }
    }
    return {};
}

Status PlanMaker::check_locks() const {
    for (const FormatRule& rule : request_->locks) {
        std::string reason;
        bool possible = false;
        for (std::size_t i = 0; i < rules_.size() && !possible; ++i) {
            if (matches(rule, *model_, i)) {
                Legality legality =
                    target_->legality(*model_, i, rule.format, request_->importance.get());
                possible = legality.legal;
                reason = std::move(legality.reason);
            }
        }
        if (!possible) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("nothing that matches \"{}\" can be locked to {}: {}",
                                    printable(rule.glob), format_info(rule.format).name, reason));
        }
    }
    return {};
}

Placement PlanMaker::place(std::size_t tensor, FormatId format) const {
    return target_->place(*model_, tensor, format, request_->importance.get());
}

TensorLevel PlanMaker::top(std::size_t tensor) const {
    Placement placement = place(tensor, model_->tensor(tensor).format);
    return {placement.format, std::move(placement.reason)};
}

std::uint64_t PlanMaker::bytes(std::size_t tensor, FormatId format) const {
    const TensorInfo& info = model_->tensor(tensor);
    return tensor_bytes(format, info.shape).value_or(info.bytes);
}

bool PlanMaker::can_change(std::size_t tensor) const {
    const FormatId source = model_->tensor(tensor).format;
    const auto offered = target_->formats();
    return std::any_of(offered.begin(), offered.end(), [&](FormatId format) {
        return format != source &&
               target_->legality(*model_, tensor, format, request_->importance.get()).legal;
    });
}

bool PlanMaker::above_floor(std::size_t tensor, FormatId format) const {
    const auto& floor = rules_[tensor].floor;
    return !floor || bits(format) >= bits(*floor);
}

void PlanMaker::add_level(std::size_t tensor, FormatId format, const TensorLevel& top,
                          std::vector<TensorLevel>& levels) const {
    Placement placement = place(tensor, format);
    const bool there = std::any_of(levels.begin(), levels.end(), [&](const TensorLevel& level) {
        return level.format == placement.format;
    });
    // What takes no fewer bytes than the source loses something for nothing.
    const bool pointless = bytes(tensor, placement.format) >= bytes(tensor, top.format);
    if (!there && !pointless && above_floor(tensor, placement.format)) {
        levels.push_back({placement.format, std::move(placement.reason)});
    }
}

Result<std::vector<TensorLevel>> PlanMaker::levels(std::size_t tensor) const {
    if (rules_[tensor].lock) {
        BITLATHE_ASSIGN(TensorLevel level, locked_level(tensor));
        return std::vector<TensorLevel>{std::move(level)};
    }
    TensorLevel largest = top(tensor);
    std::vector<TensorLevel> result;
    for (const FormatId format : candidates_) {
        add_level(tensor, format, largest, result);
    }
    if (result.empty() && rules_[tensor].floor) {
        add_level(tensor, *rules_[tensor].floor, largest, result);
    }
    // A candidate that the source is already stood for by: say why it cannot be used, if so.
    if (result.empty() && largest.reason.empty() && !candidates_.empty()) {
        Placement placement = place(tensor, candidates_.front());
        if (placement.format == largest.format) {
            largest.reason = std::move(placement.reason);
        }
    }
    const bool wanted = std::any_of(candidates_.begin(), candidates_.end(), [&](FormatId format) {
        return bits(format) >= bits(largest.format);
    });
    if (offers_source_ || wanted || result.empty()) {
        result.push_back(std::move(largest));
    }
    return result;
}

Result<TensorLevel> PlanMaker::locked_level(std::size_t tensor) const {
    const FormatId wanted = *rules_[tensor].lock;
    const Legality legality =
        target_->legality(*model_, tensor, wanted, request_->importance.get());
    if (legality.legal) {
        return TensorLevel{wanted, {}};
    }
    if (!rules_[tensor].kept && !can_change(tensor)) {
        return TensorLevel{top(tensor).format, legality.reason};
    }
    return fail(ErrorCode::kImpossible,
                fmt::format("{} cannot be locked to {}: {}", printable(model_->tensor(tensor).name),
                            format_info(wanted).name, legality.reason));
}

Placement PlanMaker::at_least_floor(std::size_t tensor, Placement placement) const {
    if (above_floor(tensor, placement.format)) {
        return placement;
    }
    Placement raised = place(tensor, *rules_[tensor].floor);
    if (bytes(tensor, raised.format) >= bytes(tensor, model_->tensor(tensor).format)) {
        raised = place(tensor, model_->tensor(tensor).format);
    }
    if (bits(raised.format) <= bits(placement.format)) {
        return placement;
    }
    if (raised.reason.empty()) {
        raised.reason =
            fmt::format("raised from {} to its floor", format_info(placement.format).name);
    }
    return raised;
}

std::vector<std::vector<std::size_t>> PlanMaker::groups() const {
    std::vector<std::vector<std::size_t>> result;
    std::vector<bool> tied(model_->places.size(), false);
    for (const auto& group : model_->tie_groups) {
        for (const std::size_t tensor : group) {
            tied[tensor] = true;
        }
        result.push_back(group);
    }
    for (std::size_t i = 0; i < tied.size(); ++i) {
        if (!tied[i]) {
            result.push_back({i});
        }
    }
    // In the order of the checkpoint, whatever is tied.
    std::sort(result.begin(), result.end());
    return result;
}

Plan PlanMaker::empty_plan() const {
    Plan plan;
    plan.target = std::string(target_->name());
    plan.checkpoint_fingerprint = model_->checkpoint->fingerprint();
    plan.checkpoint_path = model_->checkpoint->path().string();
    for (const FormatRule& rule : request_->locks) {
        plan.history.push_back(fmt::format("lock {}={}", rule.glob, format_info(rule.format).name));
    }
    for (const FormatRule& rule : request_->floors) {
        plan.history.push_back(
            fmt::format("floor {}={}", rule.glob, format_info(rule.format).name));
    }
    if (request_->importance) {
        plan.history.push_back(fmt::format("importance {}", request_->importance->file()));
    }
    return plan;
}

Recipe PlanMaker::recipe(std::size_t tensor, const TensorLevel& level) const {
    return {.format = level.format,
            .method = std::string(method_for(model_->tensor(tensor).format, level.format)),
            .locked = rules_[tensor].lock.has_value(),
            .reason = level.reason};
}

}  // namespace bitlathe
