// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/measurement.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/evaluation/planned_weights.h"
#include "core/evaluation/text_tokens.h"
#include "core/text/corpus.h"
#include "core/text/tokenizer.h"

namespace bitlathe {
namespace {

/// Tokens of the text that the windows can need: no more of it is read.
std::uint64_t tokens_needed(const MeasureSettings& settings) {
    if (settings.windows == 0) {
        return 0;
    }
    const std::uint64_t most = settings.windows * settings.context;
    // The protocol of llama.cpp asks for a text of two windows even where one is scored.
    return std::max(most, 2 * settings.context);
}

Result<std::vector<ScoredWindow>> windows_of(const RunnableModel& runnable,
                                             const MeasureSettings& settings,
                                             const WorkContext& context) {
    BITLATHE_ASSIGN(
        const std::vector<std::uint32_t> ids,
        tokens_of_text(settings.text, *runnable.tokenizer, tokens_needed(settings), context));
    ProtocolOptions options;
    options.protocol = settings.protocol;
    options.context = settings.context;
    options.windows = settings.windows;
    options.bos = runnable.tokenizer->special().first();
    return cut_for(options, ids);
}

/// What takes a slot of the hash: any byte that no name of a format has.
constexpr char kSeparator = '\n';

}  // namespace

Result<EvaluationText> look_at_text(const std::filesystem::path& path, const WorkContext& context) {
    BITLATHE_ASSIGN(const Corpus corpus, Corpus::open(path));
    BITLATHE_ASSIGN(std::string hash, corpus.sha256(context));
    return EvaluationText{path, path.filename().string(), std::move(hash)};
}

Result<std::vector<std::uint32_t>> tokens_of_text(const EvaluationText& text,
                                                  const Tokenizer& tokenizer, std::uint64_t most,
                                                  const WorkContext& context) {
    context.report("text", 0, 0);
    BITLATHE_ASSIGN(const Corpus corpus, Corpus::open(text.path));
    BITLATHE_ASSIGN(const std::string hash, corpus.sha256(context));
    if (hash != text.sha256) {
        return fail(ErrorCode::kRefused, "the text was changed after it was chosen",
                    text.path.string(), {}, "choose it again");
    }
    BITLATHE_ASSIGN(TokenStream stream, tokenize_corpus(corpus, tokenizer, most, context));
    return std::move(stream.ids);
}

std::string settings_key(const MeasureSettings& settings) {
    return fmt::format("{} {} {} {}", settings.text.sha256, protocol_name(settings.protocol),
                       settings.context, settings.windows);
}

std::string plan_content(const Model& model, std::string_view target,
                         std::span<const FormatId> formats) {
    std::string text;
    bool changes = false;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        changes = changes || formats[i] != model.tensor(i).format;
        text += format_info(formats[i]).name;
        text += kSeparator;
    }
    if (changes) {
        text += target;
    }
    return fmt::format("{:016x}", fast_hash(text));
}

std::string plan_content(const Model& model, const Plan& plan) {
    std::vector<FormatId> formats;
    for (std::size_t i = 0; i < model.checkpoint->tensors().size(); ++i) {
        const auto recipe = plan.tensors.find(model.tensor(i).name);
        formats.push_back(recipe == plan.tensors.end() ? model.tensor(i).format
                                                       : recipe->second.format);
    }
    return plan_content(model, plan.target, formats);
}

std::string stored_content(const Model& model) {
    return plan_content(model, Plan{});
}

bool fits_vocabulary(const Measurement& measurement, std::uint64_t vocabulary) {
    const auto known = [vocabulary](std::uint32_t id) { return id < vocabulary; };
    const auto known_top = [&known](const TokenProbability& top) { return known(top.id); };
    return std::all_of(measurement.windows.begin(), measurement.windows.end(),
                       [&known](const ScoredWindow& window) {
                           return std::all_of(window.ids.begin(), window.ids.end(), known);
                       }) &&
           std::all_of(measurement.tops.begin(), measurement.tops.end(),
                       [&known_top](const TokenTops& tops) {
                           return std::all_of(tops.model.begin(), tops.model.end(), known_top) &&
                                  std::all_of(tops.reference.begin(), tops.reference.end(),
                                              known_top);
                       });
}

Result<RunnableModel> find_runnable(std::shared_ptr<const Model> model) {
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model));
    BITLATHE_ASSIGN(auto tokenizer, Tokenizer::open(*model->checkpoint));
    return RunnableModel{std::move(model), std::move(tokenizer), transformer.spec().context};
}

Result<Measurement> measure(const RunnableModel& runnable, const Plan* plan,
                            const MeasureSettings& settings, const WorkContext& context) {
    Measurement result;
    result.settings = settings;
    const std::string stored = stored_content(*runnable.model);
    result.content = plan != nullptr ? plan_content(*runnable.model, *plan) : stored;
    BITLATHE_ASSIGN(result.windows, windows_of(runnable, settings, context));
    std::shared_ptr<const WeightSource> weights;
    const bool as_stored = result.content == stored;
    if (!as_stored) {
        BITLATHE_ASSIGN(weights, PlannedWeights::create(runnable.model, *plan, {}));
    }
    BITLATHE_ASSIGN(const Transformer model, Transformer::create(runnable.model, weights));
    BITLATHE_ASSIGN(const Transformer original, Transformer::create(runnable.model));
    EvaluationRequest request;
    request.windows = result.windows;
    request.keep_top = kMeasuredTops;
    // The model as stored does not differ from itself.
    request.reference = settings.compare && !as_stored ? &original : nullptr;
    BITLATHE_ASSIGN(Evaluation evaluation, evaluate(model, request, context));
    result.perplexity = evaluation.perplexity;
    result.kl = evaluation.kl;
    result.scores = std::move(evaluation.scores);
    result.tops = std::move(evaluation.tops);
    return result;
}

}  // namespace bitlathe
