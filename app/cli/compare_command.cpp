// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/estimates.h"
#include "app/cli/planned.h"
#include "app/cli/scored_text.h"
#include "core/base/json.h"
#include "core/evaluation/compare.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint;
    std::vector<std::string> plans;
    std::string imatrix;
    TextArguments text;
};

Json paired_json(const PairedDifference& difference) {
    return {{"delta", number(difference.nll)}, {"se", number(difference.nll_error)}};
}

Json document(const Arguments& arguments, const Comparison& comparison,
              const std::vector<std::uint64_t>& bytes, Json text) {
    Json plans = Json::array();
    for (std::size_t i = 0; i < arguments.plans.size(); ++i) {
        const Evaluation& evaluation = comparison.versions[i];
        plans.push_back({{"plan", arguments.plans[i]},
                         {"bytes", bytes[i]},
                         {"perplexity", number(evaluation.perplexity.value)},
                         {"perplexity_se", number(evaluation.perplexity.error)},
                         {"kl", kl_json(evaluation, arguments.checkpoint)},
                         {"from_original", paired_json(comparison.differences[i])}});
    }
    Json paired = Json::array();
    for (const ComparedPair& pair : comparison.pairs) {
        Json row = paired_json(pair.difference);
        row["a"] = arguments.plans[pair.a];
        row["b"] = arguments.plans[pair.b];
        paired.push_back(std::move(row));
    }
    return {{"plans", std::move(plans)},
            {"paired", std::move(paired)},
            {"original",
             {{"perplexity", number(comparison.original.value)},
              {"perplexity_se", number(comparison.original.error)}}},
            {"tokens", comparison.original.tokens},
            {"ctx", arguments.text.context},
            {"protocol", arguments.text.protocol},
            {"text", std::move(text)}};
}

void print_for_people(const Arguments& arguments, const Comparison& comparison,
                      const std::vector<std::uint64_t>& bytes) {
    fmt::print("{} tokens scored, {}, windows of {}\n\n", comparison.original.tokens,
               arguments.text.protocol, arguments.text.context);
    fmt::print("{:<32} {:>14} {:>12} {:>10} {:>12} {:>10}\n", "plan", "bytes", "perplexity", "+/-",
               "KL (nats)", "+/-");
    fmt::print("{:<32} {:>14} {:>12.4f} {:>10.4f}\n", "(the model itself)", "",
               comparison.original.value, comparison.original.error);
    for (std::size_t i = 0; i < arguments.plans.size(); ++i) {
        const Evaluation& evaluation = comparison.versions[i];
        const KlSummary kl = evaluation.kl.value_or(KlSummary{});
        fmt::print("{:<32} {:>14} {:>12.4f} {:>10.4f} {:>12.6f} {:>10.6f}\n", arguments.plans[i],
                   bytes[i], evaluation.perplexity.value, evaluation.perplexity.error, kl.mean,
                   kl.error);
    }
    for (const ComparedPair& pair : comparison.pairs) {
        fmt::print("\n{} needs {:+.6f} +/- {:.6f} nats a token more than {}\n",
                   arguments.plans[pair.b], pair.difference.nll, pair.difference.nll_error,
                   arguments.plans[pair.a]);
    }
}

Status run(const Arguments& arguments, Session& session) {
    std::vector<Plan> plans;
    for (const std::string& path : arguments.plans) {
        BITLATHE_ASSIGN(plans.emplace_back(), load_plan(path));
    }
    BITLATHE_ASSIGN(const auto model,
                    open_model_for(plans.front().target, arguments.checkpoint, session));
    std::vector<std::shared_ptr<const WeightSource>> versions;
    std::vector<std::uint64_t> bytes;
    BITLATHE_ASSIGN(const auto importance, load_importance(arguments.imatrix));
    for (const Plan& plan : plans) {
        BITLATHE_ASSIGN(auto weights, planned_weights(plan, importance, model, session));
        versions.push_back(std::move(weights));
        bytes.push_back(totals(*model, plan, empty_table(*model)).bytes);
    }
    BITLATHE_ASSIGN(ScoredText text,
                    read_scored_text(arguments.text, *model, session.context("text")));
    BITLATHE_ASSIGN(const Comparison comparison,
                    compare_versions(model, versions, text.windows, session.context("compare")));
    session.end_progress();
    session.print(document(arguments, comparison, bytes, std::move(text.record)),
                  [&] { print_for_people(arguments, comparison, bytes); });
    return {};
}

}  // namespace

Action compare_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "The model the plans are for")->required();
    command.add_option("--plans", a->plans, "Plans, separated by commas")
        ->required()
        ->delimiter(',');
    command.add_option("--imatrix", a->imatrix, "llama.cpp importance file, as for the export");
    add_text_options(command, a->text);
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
