// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/allocation/plan.h"
#include "core/allocation/problem.h"
#include "core/profile/shared_profile.h"
#include "core/targets/target.h"

namespace bitlathe {

/// How much the tensors of a plan may weigh. An upper limit: more than the model can use is fine.
struct Budget {
    enum class Unit : std::uint8_t { kBytes, kBitsPerWeight } unit = Unit::kBytes;
    double value = 0;
    /// Bytes of tensors for a model of `parameters` weights (bits per weight count every weight of
    /// the model, embeddings too).
    [[nodiscard]] std::uint64_t bytes(std::uint64_t parameters) const;
};
/// "4.2bpw", "3.5GiB", "900MiB", "123456789B"; also KiB, TiB and the decimal kB, MB, GB, TB, in any
/// case, with spaces before the unit. Errors: kUsage.
[[nodiscard]] Result<Budget> parse_budget(std::string_view text);

/// 'GLOB=FORMAT': a rule for tensors whose name (the checkpoint's, or the GGUF one) matches. Of
/// several rules for a tensor the last one counts.
struct FormatRule {
    std::string glob;
    FormatId format;
};
/// Errors: kUsage (no '=', empty glob, unknown format).
[[nodiscard]] Result<FormatRule> parse_rule(std::string_view text);

/// What a plan shall be made from: exactly one of preset, uniform format, budget and (with a
/// layer-wise solver) share_low.
struct PlanRequest {
    std::string target = "gguf";
    std::optional<std::string> preset;
    std::optional<FormatId> uniform;
    std::optional<Budget> budget;
    /// A row of all_solvers(), or a layer-wise one: "zd" (ranks blocks by their weights) or "lim"
    /// (by block_scores), which need low and high.
    std::string solver = "dp";
    std::optional<FormatId> low, high;  ///< of a layer-wise solver
    std::optional<double> share_low;    ///< of a layer-wise solver, instead of a budget
    std::vector<double> block_scores;   ///< of "lim": smaller is more important; NaN: unknown
    std::vector<FormatId> formats;      ///< candidates; empty: the target's default set
    std::vector<FormatRule> locks;
    std::vector<FormatRule> floors;  ///< at least as many bits per weight, or the source as it is
    std::shared_ptr<const Importance> importance;

    [[nodiscard]] bool layerwise() const { return solver == "zd" || solver == "lim"; }
};

/// Errors of tensors by format, as far as they are known: profiles[tensor] or empty. Copies share
/// the profiles.
struct ErrorTable {
    std::vector<SharedProfile> profiles;
    /// Nothing when it was not measured, or is not a finite number >= 0.
    [[nodiscard]] std::optional<double> nmse(std::size_t tensor, FormatId format) const;
};

/// Bytes of tensors spread over all weights of a model; 0 when it has none.
[[nodiscard]] inline double bits_per_weight(std::uint64_t bytes, std::uint64_t parameters) {
    return parameters == 0 ? 0.0 : static_cast<double>(bytes) * 8 / static_cast<double>(parameters);
}

/// Totals of a plan for a model.
struct PlanTotals {
    std::uint64_t bytes = 0;  ///< of the tensors
    double bits_per_weight = 0;
    std::optional<double>
        estimated_loss;  ///< sum of weights x NMSE; empty when any term is unknown
};
/// Tensors that the plan does not name count as copied.
[[nodiscard]] PlanTotals totals(const Model& model, const Plan& plan, const ErrorTable& errors);
/// The same for a plan that gives tensor i the format `formats[i]`.
[[nodiscard]] PlanTotals totals(const Model& model, std::span<const FormatId> formats,
                                const ErrorTable& errors);
/// The formats of all tensors under a plan, in the order of the model; those of the source where it
/// names none.
[[nodiscard]] std::vector<FormatId> formats_of(const Model& model, const Plan& plan);

/// How the codes of a format come about from a source in another: "copy", "search" or "rtn".
[[nodiscard]] std::string_view method_for(FormatId source, FormatId format);

/// The formats whose errors a request needs, for profiling before planning, in the order of the
/// table of formats. Empty for presets and uniform formats.
[[nodiscard]] Result<std::vector<FormatId>> formats_to_profile(const Model& model,
                                                               const PlanRequest& request);

/// The multiple-choice problem of a request: one item per tensor or tie group, levels = legal
/// formats, loss = weights x NMSE (an estimate of weight error). A format that does not fit a row
/// stands for what the target puts in its place. The source as it is is a level without loss; a
/// level that takes as many bytes is pointless and left out (a list of formats given by hand leaves
/// the source out too, unless nothing else remains). Locked and unquantizable tensors have one
/// level. A level whose error is unknown cannot be weighed: it is left out, and a tensor of which
/// nothing is known (not profiled, no finite weight, undecodable) stays as it is, with a reason.
/// For layer-wise solvers errors may be missing and count as 0. `kept`: recipes that are locked
/// there stay.
struct PlanProblem {
    Problem problem;
    Plan base;  ///< every tensor, with the formats of fixed ones and reasons; others as the source
    /// Why a level is there although nobody named its format, by tensor and format.
    std::map<std::pair<std::size_t, FormatId>, std::string> reasons = {};
};
/// Errors: kUsage (unknown target, rule without a tensor), kImpossible (a lock that is illegal or
/// contradicts another in a tie group, a target that cannot write the model).
[[nodiscard]] Result<PlanProblem> make_problem(const Model& model, const PlanRequest& request,
                                               const ErrorTable& errors,
                                               const Plan* kept = nullptr);
/// The base with the formats of a solution.
[[nodiscard]] Plan plan_of(const Model& model, const PlanProblem& problem,
                           const Solution& solution);

/// From request to plan: preset, uniform or solved; checked by check_plan() before it is returned.
/// A budget above the feasible range gives the largest plan. Errors: kUsage, kImpossible (budget
/// below the feasible range, which the message states; those of make_problem()), kCancelled.
[[nodiscard]] Result<Plan> make_plan(const Model& model, const PlanRequest& request,
                                     const ErrorTable& errors, const WorkContext& context,
                                     const Plan* kept = nullptr);

/// Feasible range in tensor bytes for a budget request. Errors that were not measured yet are taken
/// to be known by the time of solving.
[[nodiscard]] Result<FeasibleRange> feasible_range(const Model& model, const PlanRequest& request,
                                                   const ErrorTable& errors);

/// ZD of every block over its linear weights taken together: the share of them more than one
/// standard deviation above their mean; smaller = more important (Layer-Wise Quantization, arXiv
/// 2406.17415). Mean and deviation are pooled from the statistics of the tensors; one pass over the
/// weights counts those above. NaN: no statistics, or weights that do not vary. Errors: kCancelled.
[[nodiscard]] Result<std::vector<double>> block_zd(const Model& model, const ErrorTable& errors,
                                                   const WorkContext& context);
/// The same without a pass, at once: the counts are read off the tensors' histograms, whose
/// distribution function is taken to be linear between the edges of the bins and the point that a
/// tensor's own ZD gives. Exact for a block of one tensor; on trained models right to about 0.001.
[[nodiscard]] std::vector<double> estimate_block_zd(const Model& model, const ErrorTable& errors);

/// Independent proof that a plan is legal for its target and covers the model: every tensor once
/// and nothing else, formats legal, methods that fit them, tie groups equal, sizes that add up.
/// Errors: kImpossible with the first violation. Shares no code with the planner.
[[nodiscard]] Status check_plan(const Model& model, const Plan& plan, const Importance* importance);

/// Names of the presets of a target ("Q4_K_M", ...), largest first; none for an unknown target.
[[nodiscard]] std::span<const std::string_view> preset_names(std::string_view target);

}  // namespace bitlathe
