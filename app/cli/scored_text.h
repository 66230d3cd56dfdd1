// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/session.h"
#include "core/base/json.h"
#include "core/evaluation/evaluate.h"

namespace bitlathe::cli {

/// What is evaluated on, and how it is cut.
struct TextArguments {
    std::string text, ids, protocol = "llama.cpp";
    std::uint64_t context = 512, stride = 0, windows = 0, tokens = 0;
};
/// --text or --ids, --ctx, --chunks, --tokens, --protocol and --stride.
void add_text_options(CLI::App& command, TextArguments& arguments);

/// --text or --ids, --ctx and --tokens alone. With `required` one of the first two must be there.
void add_text_source_options(CLI::App& command, TextArguments& arguments, bool required);

/// The tokens of a text (nothing is put among those of --ids), and what text they are, for the
/// record.
struct TextTokens {
    std::vector<std::uint32_t> ids;
    std::optional<std::uint32_t> bos;  ///< what the protocol of llama.cpp puts before a window
    Json record;                       ///< path, sha256
};
/// Errors: those of the tokenizer and the text.
[[nodiscard]] Result<TextTokens> read_text_tokens(const TextArguments& arguments,
                                                  const Model& model, const WorkContext& context);

/// Windows as llama-imatrix cuts them: BOS in place of each first token when the model adds one,
/// what is left at the end dropped. Ids of --ids are taken as they are, all of them.
[[nodiscard]] TokenBatch windows_of_tokens(const TextArguments& arguments, TextTokens tokens);

/// The windows to evaluate, and what text they are of, for the record.
struct ScoredText {
    std::vector<ScoredWindow> windows;
    Json record;
};
/// Errors: those of the tokenizer, the text and cut_for().
[[nodiscard]] Result<ScoredText> read_scored_text(const TextArguments& arguments,
                                                  const Model& model, const WorkContext& context);

void warn_of_long_windows(const Transformer& transformer, const TextArguments& arguments,
                          Session& session);

/// A number; null when it is not finite.
[[nodiscard]] Json number(double value);
/// The divergence of an evaluation; null without one.
[[nodiscard]] Json kl_json(const Evaluation& evaluation, const std::string& reference);

}  // namespace bitlathe::cli
