// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/text/json_write_models.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {

/// The vocabulary of a GGUF whose kind is SentencePiece's byte pair encoding, as the bytes of a
/// tokenizer.model: pieces with their scores and types, no normalisation rules, as GGUFs of the
/// kind have none. `tokenizer` is what was read from the metadata, `tokens` which of its texts can
/// be written; other ids get unused names, those behind the last one are left out.
///
/// Field numbers are those of sentencepiece_model.proto (google/sentencepiece). Errors: kRefused
/// (another kind, no token for unknown text).
[[nodiscard]] Result<std::string> sentencepiece_of_gguf(const Metadata& metadata,
                                                        const TokenizerBackend& tokenizer,
                                                        const WritableTokens& tokens);

}  // namespace bitlathe
