// SPDX-License-Identifier: GPL-3.0-or-later
// From a request to a multiple-choice problem.
#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/plan_maker.h"
#include "core/targets/planned_loss.h"
#include "core/targets/planner.h"

namespace bitlathe {
namespace {

/// What to do about errors that nobody measured.
enum class Unmeasured {
    kDrop,        ///< such a level cannot be weighed
    kAssumeNone,  ///< count it as 0: the question does not depend on it
};

/// Whether somebody tried to measure and got no number.
bool is_unmeasurable(const ErrorTable& errors, std::size_t tensor, FormatId format) {
    if (tensor >= errors.profiles.size() || !errors.profiles[tensor]) {
        return false;
    }
    const auto& known = errors.profiles[tensor]->errors;
    return std::any_of(known.begin(), known.end(),
                       [format](const FormatError& error) { return error.format == format; }) &&
           !errors.nmse(tensor, format);
}

/// A level with its price, for one tensor.
struct Priced {
    TensorLevel level;
    std::uint64_t bytes = 0;
    double loss = 0;
};

class ProblemMaker {
public:
    ProblemMaker(const PlanMaker& maker, const ErrorTable& errors, Unmeasured unmeasured)
        : maker_(maker), errors_(errors), unmeasured_(unmeasured) {}

    Result<PlanProblem> make() {
        result_.base = maker_.empty_plan();
        scores_ = estimate_block_zd(maker_.model(), errors_);
        for (const auto& group : maker_.groups()) {
            BITLATHE_TRY(add_group(group));
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] const std::string& name(std::size_t tensor) const {
        return maker_.model().tensor(tensor).name;
    }

    Priced price(std::size_t tensor, TensorLevel level) const {
        const auto loss = planned_loss(maker_.model().tensor(tensor), level.format,
                                       errors_.nmse(tensor, level.format));
        const std::uint64_t bytes = maker_.bytes(tensor, level.format);
        return {std::move(level), bytes, loss.value_or(0)};
    }

    bool is_weighable(std::size_t tensor, FormatId format) const {
        if (planned_loss(maker_.model().tensor(tensor), format, errors_.nmse(tensor, format))) {
            return true;
        }
        return unmeasured_ == Unmeasured::kAssumeNone && !is_unmeasurable(errors_, tensor, format);
    }

    Result<std::vector<Priced>> priced_levels(std::size_t tensor) const {
        BITLATHE_ASSIGN(auto levels, maker_.levels(tensor));
        std::vector<Priced> result;
        if (levels.size() == 1) {
            result.push_back(price(tensor, std::move(levels.front())));
            return result;
        }
        for (TensorLevel& level : levels) {
            if (is_weighable(tensor, level.format)) {
                result.push_back(price(tensor, std::move(level)));
            }
        }
        // All that is left is the source: then it stays because of what is not known.
        const FormatId top = maker_.top(tensor).format;
        if (result.empty() || (result.size() == 1 && result.front().level.format == top)) {
            TensorLevel kept = maker_.top(tensor);
            kept.reason = "kept: the error of storing it in fewer bits is not known";
            result.assign(1, price(tensor, std::move(kept)));
        }
        return result;
    }

    Status add_group(const std::vector<std::size_t>& group) {
        BITLATHE_ASSIGN(auto shared, priced_levels(group.front()));
        Item item = item_of(group);
        std::vector<std::vector<Priced>> of_member;
        if (group.size() > 1) {
            BITLATHE_ASSIGN(shared, tie(group, std::move(shared), of_member));
        } else {
            of_member.push_back(shared);
        }
        for (const Priced& choice : shared) {
            item.levels.push_back({choice.level.format, choice.bytes, choice.loss});
        }
        for (std::size_t m = 0; m < group.size(); ++m) {
            describe(group[m], of_member[m]);
        }
        result_.problem.items.push_back(std::move(item));
        return {};
    }

    Item item_of(const std::vector<std::size_t>& group) const {
        Item item;
        item.tensors = group;
        item.block = maker_.model().places[group.front()].block;
        item.block_score = item.block && *item.block < scores_.size()
                               ? scores_[*item.block]
                               : std::numeric_limits<double>::quiet_NaN();
        return item;
    }

    /// The formats that all members of a group have as a level, with summed prices. A locked member
    /// decides for the others.
    Result<std::vector<Priced>> tie(const std::vector<std::size_t>& group,
                                    std::vector<Priced> shared,
                                    std::vector<std::vector<Priced>>& of_member) const {
        BITLATHE_ASSIGN(const auto lock, lock_of(group));
        if (lock) {
            for (const std::size_t tensor : group) {
                of_member.push_back({price(tensor, {*lock, {}})});
            }
        } else {
            of_member.push_back(shared);
            for (std::size_t m = 1; m < group.size(); ++m) {
                BITLATHE_ASSIGN(auto levels, priced_levels(group[m]));
                of_member.push_back(std::move(levels));
            }
            keep_common(of_member);
        }
        if (of_member.front().empty()) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("{} and {} are tied, but no format is possible for both",
                                    printable(name(group[0])), printable(name(group[1]))));
        }
        std::vector<Priced> sums = of_member.front();
        for (std::size_t m = 1; m < of_member.size(); ++m) {
            for (std::size_t k = 0; k < sums.size(); ++k) {
                sums[k].bytes += of_member[m][k].bytes;
                sums[k].loss += of_member[m][k].loss;
            }
        }
        return sums;
    }

    /// Leaves only formats that every member has, in the same order for all.
    static void keep_common(std::vector<std::vector<Priced>>& of_member) {
        const auto has = [](const std::vector<Priced>& levels, FormatId format) {
            return std::any_of(levels.begin(), levels.end(), [format](const Priced& choice) {
                return choice.level.format == format;
            });
        };
        for (auto& levels : of_member) {
            std::erase_if(levels, [&](const Priced& choice) {
                return !std::all_of(of_member.begin(), of_member.end(), [&](const auto& other) {
                    return has(other, choice.level.format);
                });
            });
            std::sort(levels.begin(), levels.end(), [](const Priced& a, const Priced& b) {
                return a.level.format < b.level.format;
            });
        }
    }

    Result<std::optional<FormatId>> lock_of(const std::vector<std::size_t>& group) const {
        std::optional<FormatId> lock;
        std::size_t first = 0;
        for (const std::size_t tensor : group) {
            const auto& wanted = maker_.rule(tensor).lock;
            if (wanted && lock && *lock != *wanted) {
                return fail(ErrorCode::kImpossible,
                            fmt::format("{} and {} are tied, but locked to {} and {}",
                                        printable(name(first)), printable(name(tensor)),
                                        format_info(*lock).name, format_info(*wanted).name));
            }
            if (wanted && !lock) {
                lock = wanted;
                first = tensor;
            }
        }
        for (const std::size_t tensor : group) {
            const Importance* importance = maker_.request().importance.get();
            if (lock &&
                !maker_.target().legality(maker_.model(), tensor, *lock, importance).legal) {
                return fail(ErrorCode::kImpossible,
                            fmt::format("{} cannot be {}, to which the tied {} is locked",
                                        printable(name(tensor)), format_info(*lock).name,
                                        printable(name(first))));
            }
        }
        return lock;
    }

    /// What the base plan and the reasons say of one tensor.
    void describe(std::size_t tensor, const std::vector<Priced>& levels) {
        const auto largest =
            std::max_element(levels.begin(), levels.end(),
                             [](const Priced& a, const Priced& b) { return a.bytes < b.bytes; });
        Recipe recipe = maker_.recipe(tensor, largest->level);
        recipe.locked = recipe.locked || (levels.size() == 1 && is_tied_to_lock(tensor));
        result_.base.tensors.emplace(name(tensor), std::move(recipe));
        if (levels.size() > 1) {
            for (const Priced& choice : levels) {
                if (!choice.level.reason.empty()) {
                    result_.reasons.emplace(std::pair(tensor, choice.level.format),
                                            choice.level.reason);
                }
            }
        }
    }

    bool is_tied_to_lock(std::size_t tensor) const {
        for (const auto& group : maker_.model().tie_groups) {
            if (std::find(group.begin(), group.end(), tensor) != group.end()) {
                return std::any_of(group.begin(), group.end(), [&](std::size_t member) {
                    return maker_.rule(member).lock.has_value();
                });
            }
        }
        return false;
    }

    const PlanMaker& maker_;
    const ErrorTable& errors_;
    Unmeasured unmeasured_;
    std::vector<double> scores_;
    PlanProblem result_;
};

}  // namespace

Result<std::vector<FormatId>> formats_to_profile(const Model& model, const PlanRequest& request) {
    if (request.preset || request.uniform) {
        return std::vector<FormatId>();
    }
    BITLATHE_ASSIGN(const PlanMaker maker, PlanMaker::create(model, request));
    std::set<FormatId> wanted;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        BITLATHE_ASSIGN(const auto levels, maker.levels(i));
        for (const TensorLevel& level : levels) {
            if (!is_lossless(model.tensor(i).format, level.format)) {
                wanted.insert(level.format);
            }
        }
    }
    return std::vector<FormatId>(wanted.begin(), wanted.end());
}

Result<PlanProblem> make_problem(const Model& model, const PlanRequest& request,
                                 const ErrorTable& errors, const Plan* kept) {
    BITLATHE_ASSIGN(const PlanMaker maker, PlanMaker::create(model, request, kept));
    const auto unmeasured = request.layerwise() ? Unmeasured::kAssumeNone : Unmeasured::kDrop;
    BITLATHE_ASSIGN(PlanProblem result, ProblemMaker(maker, errors, unmeasured).make());
    result.problem.budget_bytes = request.budget
                                      ? request.budget->bytes(model.checkpoint->parameters())
                                      : feasible_range(result.problem).max_bytes;
    return result;
}

Plan plan_of(const Model& model, const PlanProblem& problem, const Solution& solution) {
    Plan plan = problem.base;
    for (std::size_t i = 0; i < problem.problem.items.size(); ++i) {
        const Item& item = problem.problem.items[i];
        if (item.levels.size() < 2) {
            continue;
        }
        const FormatId format = item.levels[solution.choice[i]].format;
        for (const std::size_t tensor : item.tensors) {
            const TensorInfo& info = model.tensor(tensor);
            const auto reason = problem.reasons.find({tensor, format});
            Recipe& recipe = plan.tensors.at(info.name);
            recipe.format = format;
            recipe.method = method_for(info.format, format);
            recipe.reason = reason == problem.reasons.end() ? std::string() : reason->second;
        }
    }
    return plan;
}

Result<FeasibleRange> feasible_range(const Model& model, const PlanRequest& request,
                                     const ErrorTable& errors) {
    BITLATHE_ASSIGN(const PlanMaker maker, PlanMaker::create(model, request));
    BITLATHE_ASSIGN(const PlanProblem result,
                    ProblemMaker(maker, errors, Unmeasured::kAssumeNone).make());
    return feasible_range(result.problem);
}

}  // namespace bitlathe
