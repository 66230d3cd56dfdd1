// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/text/bpe.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// Reads the tokens of a GGUF with their types and scores. Errors: kRefused.
[[nodiscard]] Status read_gguf_tokens(const Metadata& metadata, Vocabulary& vocabulary);

/// Reads its merges. What merges without being a token is numbered by `extra`, from the size of the
/// vocabulary on.
[[nodiscard]] MergeTable read_gguf_merges(const Metadata& metadata, const Vocabulary& vocabulary,
                                          StringIndex& extra);

/// kRefused: the tokenizer in the file, and why.
[[nodiscard]] tl::unexpected<Error> refuse_gguf_tokenizer(const std::string& why);

}  // namespace bitlathe
