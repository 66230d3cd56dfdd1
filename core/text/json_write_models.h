// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/text/json_parts.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {

/// Tokens of a GGUF that a tokenizer.json can hold: by id, "" for those that it cannot or need not
/// (padding, texts that another token has too, bytes that are no text).
struct WritableTokens {
    std::vector<std::string> texts;
    std::vector<std::string> warnings;
};
[[nodiscard]] WritableTokens writable_tokens(const TokenizerBackend& tokenizer);

/// Normalizer, pre-tokenizer, decoder and model of a tokenizer.json for a vocabulary in GGUF;
/// `tokenizer` is what was read from the metadata. Errors: kRefused (a kind that tokenizer.json
/// does not have).
[[nodiscard]] Result<TokenizerParts> json_parts_of_gguf(const Metadata& metadata,
                                                        const TokenizerBackend& tokenizer,
                                                        const WritableTokens& tokens);

}  // namespace bitlathe
