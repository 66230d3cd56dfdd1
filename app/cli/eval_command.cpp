// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/hash.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/planned_weights.h"
#include "core/text/corpus.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, text, ids, plan, imatrix, protocol = "llama.cpp";
    std::string reference, reference_file, save_reference, per_token;
    std::uint64_t context = 512, stride = 0, windows = 0, tokens = 0, top = 64;
};

/// The tokens to evaluate, and what they were, for the record.
struct Text {
    std::vector<std::uint32_t> ids;
    std::optional<std::uint32_t> bos;  ///< what the protocol of llama.cpp puts before a window
    Json record;
};

Result<Text> read_tokens(const Arguments& arguments, const Model& model) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(arguments.ids));
    Sha256 hash;
    hash.update(file->bytes());
    Text text;
    BITLATHE_ASSIGN(text.ids, read_ids(arguments.ids));
    text.bos = bos_of(model, text.ids);
    text.record = {{"path", arguments.ids}, {"sha256", hash.finish()}};
    return text;
}

Result<Text> read_text(const Arguments& arguments, const Model& model, const WorkContext& context) {
    BITLATHE_ASSIGN(const auto tokenizer, Tokenizer::open(*model.checkpoint));
    BITLATHE_ASSIGN(const Corpus corpus, Corpus::open(arguments.text));
    BITLATHE_ASSIGN(const std::string hash, corpus.sha256(context));
    BITLATHE_ASSIGN(TokenStream stream,
                    tokenize_corpus(corpus, *tokenizer, arguments.tokens, context));
    const SpecialTokens& special = tokenizer->special();
    return Text{std::move(stream.ids),
                special.add_bos ? special.bos : std::nullopt,
                {{"path", arguments.text}, {"sha256", hash}}};
}

/// A number; null when it is not finite.
Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json kl_json(const Arguments& arguments, const Evaluation& evaluation) {
    if (!evaluation.kl) {
        return nullptr;
    }
    const KlSummary& kl = *evaluation.kl;
    return {{"mean", number(kl.mean)},
            {"se", number(kl.error)},
            {"median", number(kl.median)},
            {"p90", number(kl.p90)},
            {"p99", number(kl.p99)},
            {"p999", number(kl.p999)},
            {"max", number(kl.max)},
            {"min", number(kl.min)},
            {"rms_dp", number(kl.rms_dp)},
            {"same_top", number(kl.same_top)},
            {"lower_bound", evaluation.kl_is_lower_bound},
            {"reference",
             arguments.reference.empty() ? arguments.reference_file : arguments.reference}};
}

Json document(const Arguments& arguments, const Evaluation& evaluation, Json text, double seconds) {
    const Perplexity& ppl = evaluation.perplexity;
    return {{"perplexity", number(ppl.value)},
            {"perplexity_se", number(ppl.error)},
            {"mean_nll", number(ppl.mean_nll)},
            {"tokens", ppl.tokens},
            {"ctx", arguments.context},
            {"protocol", arguments.protocol},
            {"plan", arguments.plan.empty() ? Json(nullptr) : Json(arguments.plan)},
            {"text", std::move(text)},
            {"seconds", seconds},
            {"kl", kl_json(arguments, evaluation)}};
}

void print_for_people(const Arguments& arguments, const Evaluation& evaluation, double seconds) {
    const Perplexity& ppl = evaluation.perplexity;
    fmt::print("perplexity {:.4f} +/- {:.4f}  ({}, {} tokens scored, windows of {}, {:.1f} s)\n",
               ppl.value, ppl.error, arguments.protocol, ppl.tokens, arguments.context, seconds);
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

Result<std::shared_ptr<const WeightSource>> planned(const Arguments& arguments,
                                                    const std::shared_ptr<const Model>& model,
                                                    const Session& session) {
    std::shared_ptr<const Importance> importance;
    if (!arguments.imatrix.empty()) {
        BITLATHE_ASSIGN(importance, Importance::load(arguments.imatrix));
    }
    BITLATHE_ASSIGN(const Plan plan, load_plan(arguments.plan));
    if (!plan.checkpoint_fingerprint.empty() &&
        plan.checkpoint_fingerprint != model->checkpoint->fingerprint()) {
        session.warn("the plan was made for another checkpoint");
    }
    BITLATHE_ASSIGN(auto weights, PlannedWeights::create(model, plan, std::move(importance)));
    return std::shared_ptr<const WeightSource>(std::move(weights));
}

Result<std::vector<ScoredWindow>> windows_of(const Arguments& arguments, const Text& text) {
    ProtocolOptions options;
    options.protocol = *find_protocol(arguments.protocol);
    options.context = arguments.context;
    options.stride = arguments.stride;
    options.windows = arguments.windows;
    options.tokens = arguments.tokens;
    options.bos = text.bos;
    return cut_for(options, text.ids);
}

Status run(const Arguments& arguments, Session& session) {
    const auto begin = std::chrono::steady_clock::now();
    BITLATHE_ASSIGN(const auto model, open_model(arguments.checkpoint));
    BITLATHE_ASSIGN(Text text, arguments.ids.empty()
                                   ? read_text(arguments, *model, session.context("text"))
                                   : read_tokens(arguments, *model));
    BITLATHE_ASSIGN(const auto windows, windows_of(arguments, text));
    std::shared_ptr<const WeightSource> weights;
    if (!arguments.plan.empty()) {
        BITLATHE_ASSIGN(weights, planned(arguments, model, session));
    }
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model, weights));
    if (transformer.spec().context != 0 && arguments.context > transformer.spec().context) {
        session.warn(
            fmt::format("windows of {} tokens are longer than the {} the model is meant for",
                        arguments.context, transformer.spec().context));
    }
    EvaluationRequest request;
    request.windows = windows;
    request.save_reference = arguments.save_reference;
    request.save_top = arguments.top;
    std::optional<Transformer> reference;
    std::optional<ReferenceFile> reference_file;
    if (!arguments.reference.empty()) {
        BITLATHE_ASSIGN(const auto other, open_model(arguments.reference));
        BITLATHE_ASSIGN(reference, Transformer::create(other));
        request.reference = &*reference;
    } else if (!arguments.reference_file.empty()) {
        BITLATHE_ASSIGN(reference_file, ReferenceFile::open(arguments.reference_file));
        request.reference_file = &*reference_file;
    }
    BITLATHE_ASSIGN(const Evaluation evaluation,
                    evaluate(transformer, request, session.context("eval")));
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
    auto* source = command.add_option_group("text")->require_option(1);
    source->add_option("--text", a->text, "Plain text, JSON lines, or a folder of such");
    source->add_option("--ids", a->ids, "JSON array of token ids instead of a text");
    command.add_option("--plan", a->plan, "Evaluate what an export of this plan would be");
    command.add_option("--imatrix", a->imatrix, "llama.cpp importance file, as for the export")
        ->needs("--plan");
    command.add_option("--ctx", a->context, "Tokens of a window")->check(CLI::Range(2U, 1U << 24));
    auto* chunks = command.add_option("--chunks", a->windows, "Only so many windows");
    command.add_option("--tokens", a->tokens, "Only so many tokens of the text")->excludes(chunks);
    command.add_option("--protocol", a->protocol, "How the text is cut and scored")
        ->check(CLI::IsMember({"llama.cpp", "window", "stride"}));
    command.add_option("--stride", a->stride, "Tokens between windows of the protocol stride")
        ->check(CLI::PositiveNumber);
    auto* reference = command.add_option("--reference", a->reference, "A model to compare with");
    command.add_option("--reference-file", a->reference_file, "What --save-reference wrote")
        ->excludes(reference);
    command.add_option("--save-reference", a->save_reference,
                       "Keep the most probable tokens at every place for later comparisons");
    command.add_option("--top", a->top, "How many of them")->check(CLI::Range(1U, 1U << 20));
    command.add_option("--per-token", a->per_token, "Write one line per scored token (CSV)");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
