// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/forward/transformer.h"
#include "core/text/tokenizer.h"

namespace bitlathe {

/// A token and the logarithm of its probability (nats), as the model says at temperature 1.
struct TokenChance {
    std::uint32_t id = 0;
    double log_p = 0;
};

/// One step of a generation.
struct GeneratedToken {
    std::uint32_t id = 0;
    double log_p = 0;              ///< of this token
    std::vector<TokenChance> top;  ///< the most probable ones, most probable first
};

/// Why a generation came to its end.
enum class GenerationEnd : std::uint8_t {
    kCount,    ///< as many tokens as were asked for
    kStop,     ///< the last token is one of GenerateRequest::stop
    kCaller,   ///< on_token said so
    kContext,  ///< the model has learned no more positions
};

struct GenerateRequest {
    std::span<const std::uint32_t> prompt;  ///< at least one id; prompt_ids() makes them of a text
    std::size_t count = 128;                ///< tokens to add, at most
    double temperature = 0;                 ///< 0: always the most probable token, of equal ones
                                            ///< the one with the lower id
    /// Tokens that may be drawn at a temperature above 0: only so many of the most probable ones,
    /// 0: all; of these the fewest whose probabilities at temperature 1 add up to `top_p` of
    /// theirs.
    std::size_t top_k = 0;
    double top_p = 1;                 ///< above 0, at most 1
    std::uint64_t seed = 0;           ///< of the choices at a temperature above 0
    std::size_t top = 5;              ///< length of GeneratedToken::top
    std::vector<std::uint32_t> stop;  ///< tokens that end the text; see stop_tokens()
    /// Memory for decoded weights that stay from token to token; those beyond it are decoded again
    /// for every token, which is slow. 0: half of what the machine has free.
    std::uint64_t weight_bytes = 0;
    /// Told of every token as soon as it is known, on the calling thread; false ends the
    /// generation. May be empty.
    std::function<bool(const GeneratedToken&)> on_token;
};

struct Generation {
    std::vector<GeneratedToken> tokens;  ///< without the prompt; a stop token is the last one
    GenerationEnd end = GenerationEnd::kCount;
    double prompt_seconds = 0;  ///< reading the prompt, decoding the weights included
    double token_seconds = 0;   ///< all tokens after the first one
    /// Of the tokens after the first; 0 when there are none.
    [[nodiscard]] double tokens_per_second() const;
};

/// Continues a text. `model` may be of a plan's weights (PlannedWeights): the same tokens as the
/// exported file would give. The same result for any number of threads and any weight_bytes.
/// Several of them may run at a time, also of one model. Progress: phase "prompt", then "generate"
/// in tokens. Errors: kUsage (no prompt, temperature negative or not finite, top_p
/// not in (0, 1]), kRefused, kCancelled
/// (within the time of one block of the model; on_token has told what there was).
[[nodiscard]] Result<Generation> generate(const Transformer& model, const GenerateRequest& request,
                                          const WorkContext& context);

/// Ids of a prompt: what the model wants before a text goes before it, and names of control tokens
/// in it ("<|im_start|>") are those tokens. Errors: the tokenizer's; kUsage when there are none.
[[nodiscard]] Result<std::vector<std::uint32_t>> prompt_ids(const Tokenizer& tokenizer,
                                                            std::string_view prompt);

/// Tokens that end a text of this model: its EOS, those its files name beside it (end of turn, the
/// list of generation_config.json), and control tokens with the usual names of an end of turn.
/// Ascending.
[[nodiscard]] std::vector<std::uint32_t> stop_tokens(const Checkpoint& checkpoint,
                                                     const Tokenizer& tokenizer);

}  // namespace bitlathe
