// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// How a tokenizer.model splits text.
enum class SentencePieceType : std::uint8_t { kUnigram = 1, kBpe = 2, kWord = 3, kCharacter = 4 };

/// What we look at in a tokenizer.model ourselves.
struct SentencePieceModel {
    std::vector<Token> tokens;  ///< in the order of their ids
    SentencePieceType type = SentencePieceType::kUnigram;
    std::string rules;  ///< compiled normalisation rules, checked; "" when there are none
};

/// Reads a tokenizer.model (a Protocol Buffers message) and checks what the SentencePiece library
/// trusts: that the message is whole, that scores are numbers, that the double array of its
/// normalisation rules stays inside itself and has no more rules for one text than the library has
/// room for. Errors: kRefused.
[[nodiscard]] Result<SentencePieceModel> check_sentencepiece_model(std::string_view bytes);

}  // namespace bitlathe
