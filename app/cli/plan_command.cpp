// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/estimates.h"
#include "app/cli/opened_project.h"
#include "app/cli/planned.h"
#include "core/allocation/plan_source.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/profile/importance/block_importance.h"
#include "core/targets/planner.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string input;  ///< a checkpoint, or with --show a plan
    std::string output;
    bool show = false;
    bool no_estimate = false;
    std::string target = "gguf";
    std::string preset, budget, format, solver, low, high, imatrix, sensitivity;
    double share_low = -1;
    std::vector<std::string> formats, locks, floors;
};

Result<std::optional<FormatId>> optional_format(const std::string& name) {
    if (name.empty()) {
        return std::optional<FormatId>();
    }
    BITLATHE_ASSIGN(const auto ids, parse_formats({name}));
    return std::optional<FormatId>(ids.front());
}

Result<std::vector<FormatRule>> parse_rules(const std::vector<std::string>& texts) {
    std::vector<FormatRule> rules;
    for (const std::string& text : texts) {
        BITLATHE_ASSIGN(auto rule, parse_rule(text));
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<PlanRequest> request_of(const Arguments& arguments) {
    const int ways = !arguments.preset.empty() + !arguments.budget.empty() +
                     !arguments.format.empty() + (arguments.share_low >= 0);
    if (ways != 1) {
        return fail(ErrorCode::kUsage,
                    "a plan needs exactly one of --preset, --budget, --format and --share-low");
    }
    PlanRequest request;
    request.target = arguments.target;
    if (!arguments.preset.empty()) {
        request.preset = arguments.preset;
    }
    if (!arguments.budget.empty()) {
        BITLATHE_ASSIGN(request.budget, parse_budget(arguments.budget));
    }
    if (arguments.share_low >= 0) {
        request.share_low = arguments.share_low;
    }
    BITLATHE_ASSIGN(request.uniform, optional_format(arguments.format));
    BITLATHE_ASSIGN(request.low, optional_format(arguments.low));
    BITLATHE_ASSIGN(request.high, optional_format(arguments.high));
    request.solver = !arguments.solver.empty()  ? arguments.solver
                     : arguments.share_low >= 0 ? "zd"
                                                : "dp";
    BITLATHE_ASSIGN(request.formats, parse_formats(arguments.formats));
    BITLATHE_ASSIGN(request.locks, parse_rules(arguments.locks));
    BITLATHE_ASSIGN(request.floors, parse_rules(arguments.floors));
    BITLATHE_ASSIGN(request.importance, load_importance(arguments.imatrix));
    return request;
}

/// What a project says about the blocks, for the solver lim. Errors: those of open_profile(),
/// kImpossible (of another model).
Status add_block_scores(const Arguments& arguments, const Model& model, PlanRequest& request) {
    if (arguments.sensitivity.empty()) {
        return request.solver != "lim"
                   ? Status()
                   : fail(ErrorCode::kUsage, "the solver lim needs a profile of the model", {}, {},
                          "give --sensitivity PROJECT, made by bitlathe-cli profile");
    }
    BITLATHE_ASSIGN(const Project project, open_profile(arguments.sensitivity));
    if (!is_about(project.model, model)) {
        return fail(ErrorCode::kImpossible, "the project is of another model",
                    arguments.sensitivity, {}, "profile this one");
    }
    for (const BlockImportance& block : block_importance(*project.profile, true)) {
        // The larger LIM, the more important; scores are the other way round, like ZD.
        request.block_scores.push_back(-block.lim.value_or(std::nan("")));
    }
    return {};
}

/// What the solver must know: statistics and errors of the candidates.
Status profile(const Model& model, const std::vector<FormatId>& formats, ErrorTable& table,
               const WorkContext& context) {
    return profile_weights(
        *model.checkpoint, {{}, formats},
        [&](TensorProfile profile) { table.profiles[profile.tensor] = std::move(profile); },
        context);
}

struct Document {
    const Model& model;
    const Plan& plan;
    const PlanTotals& totals;
    std::optional<std::uint64_t> file_bytes;
    std::optional<FeasibleRange> feasible;
    std::string path;
};

Json document(const Document& d) {
    Json tensors = Json::array();
    for (const TensorInfo& tensor : d.model.checkpoint->tensors()) {
        const auto found = d.plan.tensors.find(tensor.name);
        if (found == d.plan.tensors.end()) {
            continue;
        }
        const Recipe& recipe = found->second;
        tensors.push_back(
            {{"name", tensor.name},
             {"format", format_info(recipe.format).name},
             {"bytes", or_null(bitlathe::tensor_bytes(recipe.format, tensor.shape))},
             {"locked", recipe.locked},
             {"method", recipe.method},
             {"reason", recipe.reason.empty() ? Json(nullptr) : Json(recipe.reason)}});
    }
    Json feasible = nullptr;
    if (d.feasible) {
        feasible = {{"min_bytes", d.feasible->min_bytes}, {"max_bytes", d.feasible->max_bytes}};
    }
    return {{"plan", d.path},
            {"target", d.plan.target},
            {"name", d.plan.name},
            {"bytes", d.totals.bytes},
            {"file_bytes", or_null(d.file_bytes)},
            {"bits_per_weight", d.totals.bits_per_weight},
            {"objective", "weights x NMSE"},
            {"estimated_loss", or_null(d.totals.estimated_loss)},
            {"feasible", feasible},
            {"tensors", tensors}};
}

void print_for_people(const Document& d) {
    fmt::print("plan          {} for {}{}\n", d.path, d.plan.target,
               d.plan.name.empty() ? "" : fmt::format(" ({})", printable(d.plan.name)));
    fmt::print("tensors       {} ({} bytes), {:.4f} bits per weight\n", human_bytes(d.totals.bytes),
               d.totals.bytes, d.totals.bits_per_weight);
    if (d.file_bytes) {
        fmt::print("file          {} ({} bytes)\n", human_bytes(*d.file_bytes), *d.file_bytes);
    }
    if (d.totals.estimated_loss) {
        fmt::print(
            "weight error  {:.6g} (estimate: sum of weights x NMSE; not a measure of quality)\n",
            *d.totals.estimated_loss);
    }
    if (d.feasible) {
        fmt::print("feasible      {} to {} bytes\n", d.feasible->min_bytes, d.feasible->max_bytes);
    }
    fmt::print("\n{:<48} {:<14} {:>12}  {}\n", "tensor", "format", "bytes", "why");
    for (const TensorInfo& tensor : d.model.checkpoint->tensors()) {
        const auto found = d.plan.tensors.find(tensor.name);
        if (found == d.plan.tensors.end()) {
            continue;
        }
        const Recipe& recipe = found->second;
        fmt::print("{:<48} {:<14} {:>12}  {}{}\n", printable(tensor.name),
                   format_info(recipe.format).name,
                   bitlathe::tensor_bytes(recipe.format, tensor.shape).value_or(0),
                   recipe.locked ? "locked " : "", recipe.reason);
    }
}

std::optional<std::uint64_t> exported_bytes(const Model& model, const Plan& plan,
                                            std::shared_ptr<const Importance> importance) {
    const Target* target = find_target(plan.target);
    if (target == nullptr) {
        return {};
    }
    ExportRequest request;
    request.importance = std::move(importance);
    const auto bytes = target->file_bytes(model, plan, request);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

void print(const Document& d, const Session& session) {
    session.print(document(d), [&] { print_for_people(d); });
}

Status show(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const Plan plan, load_plan(arguments.input));
    BITLATHE_ASSIGN(const auto model,
                    open_model_for(plan.target, source_of(plan, arguments.input), session));
    ErrorTable table = empty_table(*model);
    if (!arguments.no_estimate) {
        BITLATHE_TRY(profile_choices(*model, plan, nullptr, table, session.context("plan")));
    }
    session.end_progress();
    PlanRequest request;
    request.target = plan.target;
    std::optional<FeasibleRange> feasible;
    if (const auto range = feasible_range(*model, request, table)) {
        feasible = *range;
    }
    print({*model, plan, totals(*model, plan, table), exported_bytes(*model, plan, nullptr),
           feasible, arguments.input},
          session);
    return {};
}

Status make(const Arguments& arguments, Session& session) {
    if (arguments.output.empty()) {
        return fail(ErrorCode::kUsage, "a plan needs -o PLAN, the file to write");
    }
    BITLATHE_ASSIGN(PlanRequest request, request_of(arguments));
    BITLATHE_ASSIGN(const auto model, open_model_for(request.target, arguments.input, session));
    BITLATHE_TRY(add_block_scores(arguments, *model, request));
    const WorkContext context = session.context("plan");
    ErrorTable table = empty_table(*model);
    BITLATHE_ASSIGN(const auto candidates, formats_to_profile(*model, request));
    if (!candidates.empty()) {
        BITLATHE_TRY(profile(*model, candidates, table, context));
    }
    BITLATHE_ASSIGN(const Plan plan, make_plan(*model, request, table, context));
    if (!arguments.no_estimate) {
        BITLATHE_TRY(profile_choices(*model, plan, request.importance.get(), table, context));
    }
    session.end_progress();
    BITLATHE_TRY(save_plan(plan, arguments.output));
    std::optional<FeasibleRange> feasible;
    if (const auto range = feasible_range(*model, request, table)) {
        feasible = *range;
    }
    print({*model, plan, totals(*model, plan, table),
           exported_bytes(*model, plan, request.importance), feasible, arguments.output},
          session);
    return {};
}

}  // namespace

Action plan_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->input, "A checkpoint (with --show: a plan)")->required();
    command.add_option("-o,--output", a->output, "The plan file to write");
    command.add_flag("--show", a->show, "Show a plan that exists");
    command.add_option("--target", a->target, "Runtime format to plan for (default: gguf)");
    command.add_option("--preset", a->preset, "A mix of llama-quantize: Q4_K_M, Q5_K_S, ...");
    command.add_option("--budget", a->budget, "Size of all tensors: 4.2bpw, 3.5GiB, 123456789B");
    command.add_option("--format", a->format, "One format for everything that can take it");
    command.add_option("--solver", a->solver, "dp, lagrange, greedy, zd or lim (default: dp)");
    command.add_option("--low", a->low, "zd, lim: format of the less important blocks");
    command.add_option("--high", a->high, "zd, lim: format of the more important blocks");
    command.add_option("--share-low", a->share_low, "zd, lim: share of blocks at --low")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--formats", a->formats, "Candidates, comma-separated")->delimiter(',');
    command.add_option("--lock", a->locks, "'GLOB=FORMAT': exactly this format");
    command.add_option("--floor", a->floors, "'GLOB=FORMAT': at least as many bits");
    command.add_option("--sensitivity", a->sensitivity, "lim: a project with a profile");
    command.add_option("--imatrix", a->imatrix, "Importance file of llama.cpp, or a project");
    command.add_flag("--no-estimate", a->no_estimate,
                     "Do not compute the weight error of presets and uniform plans");
    return [a](Session& session) { return a->show ? show(*a, session) : make(*a, session); };
}

}  // namespace bitlathe::cli
