// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scored_text.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "core/evaluation/profiled_text.h"
#include "core/text/corpus.h"

namespace bitlathe::cli {
namespace {

Result<TextTokens> read_tokens(const TextArguments& arguments, const Model& model) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(arguments.ids));
    Sha256 hash;
    hash.update(file->bytes());
    TextTokens tokens;
    BITLATHE_ASSIGN(tokens.ids, read_ids(arguments.ids));
    tokens.bos = bos_of(model, tokens.ids);
    tokens.record = {{"path", arguments.ids}, {"sha256", hash.finish()}};
    return tokens;
}

Result<TextTokens> tokenize(const TextArguments& arguments, const Model& model,
                            const WorkContext& context) {
    BITLATHE_ASSIGN(const auto tokenizer, Tokenizer::open(*model.checkpoint));
    BITLATHE_ASSIGN(const Corpus corpus, Corpus::open(arguments.text));
    BITLATHE_ASSIGN(const std::string hash, corpus.sha256(context));
    BITLATHE_ASSIGN(TokenStream stream,
                    tokenize_corpus(corpus, *tokenizer, arguments.tokens, context));
    return TextTokens{std::move(stream.ids),
                      tokenizer->special().first(),
                      {{"path", arguments.text}, {"sha256", hash}}};
}

}  // namespace

void add_text_source_options(CLI::App& command, TextArguments& a, bool required) {
    auto* source = command.add_option_group("text");
    source->require_option(required ? 1 : 0, 1);
    source->add_option("--text", a.text, "Plain text, JSON lines, or a folder of such");
    source->add_option("--ids", a.ids, "JSON array of token ids instead of a text");
    command.add_option("--ctx", a.context, "Tokens of a window")->check(CLI::Range(2U, 1U << 24));
    command.add_option("--tokens", a.tokens, "Only so many tokens of the text");
}

void add_text_options(CLI::App& command, TextArguments& a) {
    add_text_source_options(command, a, true);
    command.add_option("--chunks", a.windows, "Only so many windows")
        ->excludes(command.get_option("--tokens"));
    command.add_option("--protocol", a.protocol, "How the text is cut and scored")
        ->check(CLI::IsMember({"llama.cpp", "window", "stride"}));
    command.add_option("--stride", a.stride, "Tokens between windows of the protocol stride")
        ->check(CLI::PositiveNumber);
}

Result<TextTokens> read_text_tokens(const TextArguments& arguments, const Model& model,
                                    const WorkContext& context) {
    return arguments.ids.empty() ? tokenize(arguments, model, context)
                                 : read_tokens(arguments, model);
}

TokenBatch windows_of_tokens(const TextArguments& arguments, TextTokens tokens) {
    if (arguments.tokens != 0 && arguments.tokens < tokens.ids.size()) {
        tokens.ids.resize(arguments.tokens);
    }
    const bool given = !arguments.ids.empty();
    return imatrix_windows(std::move(tokens.ids), arguments.context,
                           given ? std::nullopt : tokens.bos, given);
}

Result<ScoredText> read_scored_text(const TextArguments& arguments, const Model& model,
                                    const WorkContext& context) {
    BITLATHE_ASSIGN(TextTokens tokens, read_text_tokens(arguments, model, context));
    ProtocolOptions options;
    options.protocol = *find_protocol(arguments.protocol);
    options.context = arguments.context;
    options.stride = arguments.stride;
    options.windows = arguments.windows;
    options.tokens = arguments.tokens;
    options.bos = tokens.bos;
    ScoredText text;
    BITLATHE_ASSIGN(text.windows, cut_for(options, tokens.ids));
    text.record = std::move(tokens.record);
    return text;
}

void warn_of_long_windows(const Transformer& transformer, const TextArguments& arguments,
                          Session& session) {
    if (transformer.spec().context != 0 && arguments.context > transformer.spec().context) {
        session.warn(
            fmt::format("windows of {} tokens are longer than the {} the model is meant for",
                        arguments.context, transformer.spec().context));
    }
}

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json kl_json(const Evaluation& evaluation, const std::string& reference) {
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
            {"reference", reference}};
}

}  // namespace bitlathe::cli
