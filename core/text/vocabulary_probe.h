// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/text/post_processor.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {

// Two vocabularies are the same when they do the same to text that tells vocabularies apart.

/// Text as people and programs write it: sentences, numbers, code, addresses, many scripts. With
/// `korean` the last one is Korean: of its syllables llama.cpp keeps the first letter alone where
/// a WordPiece vocabulary has no accents (its table of normal forms has one character for one).
[[nodiscard]] std::span<const std::string> everyday_probes(bool korean = true);

/// Text on which runtimes are known to differ: characters in pieces, control characters, long runs.
[[nodiscard]] std::span<const std::string> rare_probes();

/// The tokens themselves: special ones inside text, and the text of every other, a thousand in one.
[[nodiscard]] std::vector<std::string> token_probes(const TokenizerBackend& tokenizer);

/// What a tokenizer puts around a text, by its deeds.
[[nodiscard]] AroundText around_text(const TokenizerBackend& tokenizer);

/// Where two tokenizers part.
struct TokenDifference {
    std::size_t texts = 0;  ///< that have other ids
    /// About the first of them, for people: the text around, and what each makes of it.
    std::string words;
};

/// Encodes all texts with both. Nothing when all ids are equal; errors of both are equal too.
[[nodiscard]] std::optional<TokenDifference> first_difference(const TokenizerBackend& expected,
                                                              const TokenizerBackend& ours,
                                                              std::span<const std::string> texts,
                                                              const EncodeOptions& options);

}  // namespace bitlathe
