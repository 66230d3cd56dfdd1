// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/planned.h"
#include "app/cli/scored_text.h"
#include "core/base/json.h"
#include "core/evaluation/evaluate.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint;
    TextArguments text;
    PlanArguments plan;
    std::string reference, reference_file, save_reference, save_base_logits, per_token, resume;
    std::uint64_t top = 64;
};

Json document(const Arguments& arguments, const Evaluation& evaluation, Json text, double seconds) {
    const Perplexity& ppl = evaluation.perplexity;
    return {{"perplexity", number(ppl.value)},
            {"perplexity_se", number(ppl.error)},
            {"mean_nll", number(ppl.mean_nll)},
            {"tokens", ppl.tokens},
            {"ctx", arguments.text.context},
            {"protocol", arguments.text.protocol},
            {"plan", arguments.plan.plan.empty() ? Json(nullptr) : Json(arguments.plan.plan)},
            {"text", std::move(text)},
            {"seconds", seconds},
            {"kl", kl_json(evaluation, arguments.reference.empty() ? arguments.reference_file
                                                                   : arguments.reference)}};
}

void print_for_people(const Arguments& arguments, const Evaluation& evaluation, double seconds) {
    const Perplexity& ppl = evaluation.perplexity;
    fmt::print("perplexity {:.4f} +/- {:.4f}  ({}, {} tokens scored, windows of {}, {:.1f} s)\n",
               ppl.value, ppl.error, arguments.text.protocol, ppl.tokens, arguments.text.context,
               seconds);
    if (evaluation.kl) {
        const KlSummary& kl = *evaluation.kl;
        fmt::print("KL divergence {:.6f} +/- {:.6f} nats a token{}\n", kl.mean, kl.error,
                   evaluation.kl_is_lower_bound ? "  (at least: the reference holds only its most "
                                                  "probable tokens)"
                                                : "");
        fmt::print(
            "  median {:.6f}  90 % {:.6f}  99 % {:.6f}  99.9 % {:.6f}  max {:.6f}  min "
            "{:.6f}\n",
            kl.median, kl.p90, kl.p99, kl.p999, kl.max, kl.min);
        fmt::print(
            "  same most probable token {:.3f} %, RMS change of the right one's "
            "probability {:.3f} %\n",
            kl.same_top * 100, kl.rms_dp * 100);
    }
}

Status run(const Arguments& arguments, Session& session) {
    const auto begin = std::chrono::steady_clock::now();
    BITLATHE_ASSIGN(const PlannedModel planned,
                    open_planned(arguments.checkpoint, arguments.plan, session));
    const auto& model = planned.model;
    BITLATHE_ASSIGN(ScoredText text,
                    read_scored_text(arguments.text, *model, session.context("text")));
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model, planned.weights));
    warn_of_long_windows(transformer, arguments.text, session);
    EvaluationRequest request;
    request.windows = text.windows;
    request.save_reference = arguments.save_reference;
    request.save_top = arguments.top;
    request.save_base_logits = arguments.save_base_logits;
    request.progress = arguments.resume;
    std::optional<Transformer> reference;
    std::optional<ReferenceFile> reference_file;
    std::optional<BaseLogits> base_logits;
    if (!arguments.reference.empty()) {
        BITLATHE_ASSIGN(const auto other, open_model(arguments.reference));
        BITLATHE_ASSIGN(reference, Transformer::create(other));
        request.reference = &*reference;
    } else if (BaseLogits::recognises(arguments.reference_file)) {
        BITLATHE_ASSIGN(base_logits, BaseLogits::open(arguments.reference_file));
        request.base_logits = &*base_logits;
    } else if (!arguments.reference_file.empty()) {
        BITLATHE_ASSIGN(reference_file, ReferenceFile::open(arguments.reference_file));
        request.reference_file = &*reference_file;
    }
    auto evaluated = evaluate(transformer, request, session.context("eval"));
    if (!evaluated && evaluated.error().code == ErrorCode::kCancelled &&
        !arguments.resume.empty()) {
        evaluated.error().hint = "the same command goes on from where it was";
    }
    BITLATHE_ASSIGN(const Evaluation evaluation, std::move(evaluated));
    session.end_progress();
    if (!arguments.per_token.empty()) {
        BITLATHE_TRY(write_scores(evaluation.scores, arguments.per_token));
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    session.print(document(arguments, evaluation, std::move(text.record), seconds.count()),
                  [&] { print_for_people(arguments, evaluation, seconds.count()); });
    return {};
}

}  // namespace

Action eval_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "The model to evaluate")->required();
    add_text_options(command, a->text);
    add_plan_options(command, a->plan);
    auto* reference = command.add_option("--reference", a->reference, "A model to compare with");
    command
        .add_option("--reference-file", a->reference_file,
                    "What --save-reference or --save-base-logits wrote, or llama-perplexity")
        ->excludes(reference);
    command.add_option("--save-reference", a->save_reference,
                       "Keep the most probable tokens at every place for later comparisons");
    command.add_option("--save-base-logits", a->save_base_logits,
                       "Write all logits as llama-perplexity --kl-divergence-base does (large)");
    command.add_option("--top", a->top, "How many of them")->check(CLI::Range(1U, 1U << 20));
    command.add_option("--resume", a->resume,
                       "A folder to keep in how far it is; the same command goes on there");
    command.add_option("--per-token", a->per_token, "Write one line per scored token (CSV)");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
