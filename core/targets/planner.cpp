// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/planner.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/gguf/gguf_presets.h"
#include "core/targets/plan_maker.h"

namespace bitlathe {
namespace {

Status check_ways(const PlanRequest& request) {
    const int ways = request.preset.has_value() + request.uniform.has_value() +
                     request.budget.has_value() + request.share_low.has_value();
    if (ways != 1) {
        return fail(ErrorCode::kUsage,
                    "a plan needs exactly one of preset, format, budget and share of low blocks");
    }
    if (request.share_low && !request.layerwise()) {
        return fail(ErrorCode::kUsage, "a share of low blocks is for the solvers zd and lim");
    }
    return {};
}

/// Formats for every tensor by name or by preset, then what the rules make of them.
Result<Plan> place_all(const PlanMaker& maker, std::vector<Placement> placements) {
    const Model& model = maker.model();
    Plan plan = maker.empty_plan();
    for (std::size_t i = 0; i < placements.size(); ++i) {
        TensorLevel level;
        if (maker.rule(i).lock) {
            BITLATHE_ASSIGN(level, maker.locked_level(i));
        } else {
            Placement placement = maker.at_least_floor(i, std::move(placements[i]));
            level = {placement.format, std::move(placement.reason)};
        }
        plan.tensors.emplace(model.tensor(i).name, maker.recipe(i, level));
    }
    return plan;
}

/// Tied tensors follow a locked one of them, else the one with the most bits.
void join_ties(const Model& model, Plan& plan) {
    for (const auto& group : model.tie_groups) {
        const auto recipe = [&](std::size_t tensor) -> Recipe& {
            return plan.tensors.at(model.tensor(tensor).name);
        };
        const auto rank = [&](std::size_t tensor) {
            const Recipe& of = recipe(tensor);
            return std::pair(of.locked, format_info(of.format).bits_per_weight);
        };
        const std::size_t leader =
            *std::max_element(group.begin(), group.end(),
                              [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
        const FormatId format = recipe(leader).format;
        for (const std::size_t tensor : group) {
            Recipe& follower = recipe(tensor);
            if (follower.format != format && !follower.locked) {
                follower.format = format;
                follower.method = method_for(model.tensor(tensor).format, format);
                follower.reason = fmt::format("tied to {}", printable(model.tensor(leader).name));
            }
        }
    }
}

Result<Plan> plan_by_preset(const PlanMaker& maker) {
    const std::string& preset = *maker.request().preset;
    const auto names = preset_names(maker.target().name());
    if (names.empty()) {
        return fail(ErrorCode::kUsage,
                    fmt::format("the target {} has no presets", maker.target().name()), {}, {},
                    "give a format or a budget");
    }
    BITLATHE_ASSIGN(auto placements,
                    gguf_preset(maker.model(), preset, maker.request().importance != nullptr));
    BITLATHE_ASSIGN(Plan plan, place_all(maker, std::move(placements)));
    plan.name = preset;
    plan.history.insert(plan.history.begin(), fmt::format("preset {}", preset));
    return plan;
}

Result<Plan> plan_by_format(const PlanMaker& maker) {
    std::vector<Placement> placements;
    for (std::size_t i = 0; i < maker.model().places.size(); ++i) {
        placements.push_back(maker.place(i, *maker.request().uniform));
    }
    BITLATHE_ASSIGN(Plan plan, place_all(maker, std::move(placements)));
    plan.name = format_info(*maker.request().uniform).name;
    plan.history.insert(plan.history.begin(), fmt::format("format {}", plan.name));
    return plan;
}

Status check_budget(const Problem& problem, std::uint64_t parameters) {
    const FeasibleRange range = feasible_range(problem);
    if (problem.budget_bytes >= range.min_bytes) {
        return {};
    }
    constexpr double kGiB = 0x1p30;
    return fail(
        ErrorCode::kImpossible,
        fmt::format("the budget of {} bytes ({:.4f} bpw) is below the feasible range: {} to {} "
                    "bytes, {:.4f} to {:.4f} GiB, {:.4f} to {:.4f} bpw",
                    problem.budget_bytes, bits_per_weight(problem.budget_bytes, parameters),
                    range.min_bytes, range.max_bytes, static_cast<double>(range.min_bytes) / kGiB,
                    static_cast<double>(range.max_bytes) / kGiB,
                    bits_per_weight(range.min_bytes, parameters),
                    bits_per_weight(range.max_bytes, parameters)),
        {}, {}, "raise the budget, allow smaller formats, or loosen locks and floors");
}

Result<std::vector<double>> scores_for(const PlanRequest& request, const Model& model,
                                       const ErrorTable& errors, const WorkContext& context) {
    const bool by_weights = request.solver == "zd";
    std::vector<double> scores = request.block_scores;
    if (by_weights) {
        BITLATHE_ASSIGN(scores, block_zd(model, errors, context));
    } else if (scores.size() != model.blocks) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("there are scores of {} blocks, the model has {}", scores.size(),
                                model.blocks),
                    {}, {}, "profile a text with this model first");
    }
    if (std::all_of(scores.begin(), scores.end(), [](double score) { return score != score; })) {
        return fail(ErrorCode::kImpossible,
                    by_weights
                        ? "the blocks cannot be ranked: there are no statistics of their weights"
                        : "the blocks cannot be ranked: what they do to the stream is not known",
                    {}, {}, by_weights ? "profile the weights first" : "profile a text first");
    }
    return scores;
}

Result<Solution> solve_by_blocks(const PlanRequest& request, const Model& model,
                                 const Problem& problem, const ErrorTable& errors,
                                 const WorkContext& context) {
    BITLATHE_ASSIGN(const auto scores, scores_for(request, model, errors, context));
    return solve_layerwise(problem, {.low = *request.low,
                                     .high = *request.high,
                                     .ranking = rank_blocks(scores),
                                     .share_low = request.share_low});
}

Result<Solution> solve(const PlanRequest& request, const Model& model, const Problem& problem,
                       const ErrorTable& errors, const WorkContext& context) {
    if (request.layerwise()) {
        return solve_by_blocks(request, model, problem, errors, context);
    }
    const auto solvers = all_solvers();
    const auto solver = std::find_if(solvers.begin(), solvers.end(),
                                     [&](const Solver& row) { return row.name == request.solver; });
    if (solver == solvers.end()) {
        return fail(ErrorCode::kUsage,
                    fmt::format("there is no solver \"{}\"", printable(request.solver)), {}, {},
                    "the solvers are dp, lagrange, greedy, zd and lim");
    }
    return solver->solve(problem, context);
}

std::string budget_text(const PlanRequest& request) {
    if (request.share_low) {
        return fmt::format("{:g} of the blocks at {}", *request.share_low,
                           format_info(*request.low).name);
    }
    return request.budget->unit == Budget::Unit::kBitsPerWeight
               ? fmt::format("{:g} bpw", request.budget->value)
               : human_bytes(request.budget->bytes(0));
}

Result<Plan> plan_by_solver(const PlanRequest& request, const Model& model,
                            const ErrorTable& errors, const WorkContext& context,
                            const Plan* kept) {
    BITLATHE_ASSIGN(const PlanProblem made, make_problem(model, request, errors, kept));
    const std::uint64_t parameters = model.checkpoint->parameters();
    BITLATHE_TRY(check_budget(made.problem, parameters));
    BITLATHE_ASSIGN(const Solution solution, solve(request, model, made.problem, errors, context));
    BITLATHE_TRY(check_solution(made.problem, solution));
    Plan plan = plan_of(model, made, solution);
    plan.name = fmt::format("{} {}", budget_text(request), request.solver);
    const std::uint64_t unused = feasible_range(made.problem).max_bytes;
    plan.history.insert(
        plan.history.begin(),
        fmt::format("{}: {}, {} bytes{}", request.solver, budget_text(request), solution.bytes,
                    request.budget && made.problem.budget_bytes > unused
                        ? ", all that the model can use"
                        : ""));
    return plan;
}

}  // namespace

Result<Plan> make_plan(const Model& model, const PlanRequest& request, const ErrorTable& errors,
                       const WorkContext& context, const Plan* kept) {
    BITLATHE_TRY(context.check());
    BITLATHE_TRY(check_ways(request));
    Plan plan;
    if (request.preset || request.uniform) {
        BITLATHE_ASSIGN(const PlanMaker maker, PlanMaker::create(model, request, kept));
        BITLATHE_ASSIGN(plan, request.preset ? plan_by_preset(maker) : plan_by_format(maker));
        join_ties(model, plan);
    } else {
        BITLATHE_ASSIGN(plan, plan_by_solver(request, model, errors, context, kept));
    }
    BITLATHE_TRY(check_plan(model, plan, request.importance.get()));
    return plan;
}

std::span<const std::string_view> preset_names(std::string_view target) {
    return target == "gguf" ? gguf_preset_names() : std::span<const std::string_view>();
}

}  // namespace bitlathe
