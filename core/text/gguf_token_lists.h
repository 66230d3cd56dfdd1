// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/text/sentencepiece_model.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {

/// Truth values of `tokenizer.ggml.*`.
using GgufFlags = std::vector<std::pair<std::string, bool>>;

/// The lists of a vocabulary in a GGUF.
struct GgufTokenLists {
    std::string model;  ///< `tokenizer.ggml.model`: gpt2, llama, bert, t5
    std::vector<Token> tokens;
    bool scores = false;
    std::vector<std::string> merges;  ///< "left right", first rules first
    std::string rules;                ///< compiled normalisation rules
    /// What the flags of this kind may say; which of them is right is found by trying.
    std::vector<GgufFlags> flags = {{}};
};

/// From a tokenizer.json; `reference` is the tokenizer read from it. Errors: kRefused (a kind that
/// GGUF does not have).
[[nodiscard]] Result<GgufTokenLists> gguf_lists_of_json(const Json& document,
                                                        const TokenizerBackend& reference);

/// From a tokenizer.model; `reference` has its tokens and those that were added. Errors: kRefused
/// (words or characters as tokens).
[[nodiscard]] Result<GgufTokenLists> gguf_lists_of_sentencepiece(const SentencePieceModel& model,
                                                                 const TokenizerBackend& reference);

/// Gives ids without a token an unused one with a name of its own, "[PAD7]".
void name_holes(std::vector<Token>& tokens, const std::vector<bool>& present);

/// Pads to the rows of the embedding with unused tokens, or leaves out added tokens behind them,
/// with a warning. Errors: kRefused (tokens of the model itself have no row).
[[nodiscard]] Status fit_rows(GgufTokenLists& lists, std::uint64_t rows,
                              std::vector<std::string>& warnings);

/// Adds the lists with their keys, all but the flags.
void add_lists(const GgufTokenLists& lists, const std::string& pre, Metadata& metadata);

}  // namespace bitlathe
