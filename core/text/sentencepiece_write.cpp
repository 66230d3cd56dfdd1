// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentencepiece_write.h"

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/gguf_normalize.h"
#include "core/text/gguf_token_lists.h"
#include "core/text/gguf_vocabulary.h"
#include "core/text/sentencepiece_model.h"

namespace bitlathe {
namespace {

/// A message in the wire format of Protocol Buffers.
class MessageWriter {
public:
    /// Integers, truth values and enumerations; negative ones take ten bytes.
    void integer(std::uint32_t field, std::int64_t value) {
        key(field, 0);
        varint(static_cast<std::uint64_t>(value));
    }
    void number(std::uint32_t field, float value) {
        key(field, 5);
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes_.push_back(static_cast<char>(bits >> shift));
        }
    }
    void text(std::uint32_t field, std::string_view value) {
        key(field, 2);
        varint(value.size());
        bytes_ += value;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    void key(std::uint32_t field, std::uint32_t wire) { varint(field << 3 | wire); }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) {
            bytes_.push_back(static_cast<char>(value | 0x80));
        }
        bytes_.push_back(static_cast<char>(value));
    }
    std::string bytes_;
};

// Fields of the model, of a piece, of what trained it and of its normaliser.
constexpr std::uint32_t kPiece = 1;
constexpr std::uint32_t kTrainer = 2;
constexpr std::uint32_t kNormalizer = 3;
constexpr std::uint32_t kPieceText = 1;
constexpr std::uint32_t kPieceScore = 2;
constexpr std::uint32_t kPieceType = 3;
constexpr std::uint32_t kModelType = 3;
constexpr std::uint32_t kVocabularySize = 4;
constexpr std::uint32_t kByteFallback = 35;
constexpr std::uint32_t kFirstId = 40;    // unknown, BOS, EOS, padding
constexpr std::uint32_t kFirstText = 45;  // of the same
constexpr std::uint32_t kNormalizerName = 1;
constexpr std::uint32_t kDummyPrefix = 3;
constexpr std::uint32_t kRemoveSpaces = 4;
constexpr std::uint32_t kEscapeSpaces = 5;

/// The library wants all bytes or none.
bool has_all_bytes(const Vocabulary& vocabulary) {
    for (int value = 0; value < 256; ++value) {
        if (!vocabulary.byte(static_cast<unsigned char>(value))) {
            return false;
        }
    }
    return true;
}

/// There is one token for unknown text.
TokenType type_of(const Token& token, bool unknown, bool bytes) {
    if (unknown) {
        return TokenType::kUnknown;
    }
    if (byte_of_token_text(token.text) && (bytes || token.type == TokenType::kByte)) {
        return bytes ? TokenType::kByte : TokenType::kUnused;
    }
    return token.type == TokenType::kUndefined ? TokenType::kNormal
           : token.type == TokenType::kUnknown ? TokenType::kControl
                                               : token.type;
}

std::vector<Token> pieces_of(const TokenizerBackend& tokenizer, const WritableTokens& tokens,
                             bool bytes) {
    std::vector<Token> pieces(tokens.texts.size());
    std::vector<bool> present(pieces.size());
    std::size_t count = 0;
    for (TokenId id = 0; id < pieces.size(); ++id) {
        present[id] = !tokens.texts[id].empty();
        if (present[id]) {
            pieces[id] = tokenizer.vocabulary.token(id);
            pieces[id].type = type_of(pieces[id], id == tokenizer.special.unknown, bytes);
            if (pieces[id].type == TokenType::kUserDefined) {
                // Its converter wrote spaces for the marks of these.
                pieces[id].text = with_marks(pieces[id].text);
            }
            count = id + std::size_t{1};
        }
    }
    name_holes(pieces, present);
    pieces.resize(count);
    return pieces;
}

std::string piece_message(const Token& token) {
    MessageWriter piece;
    piece.text(kPieceText, token.text);
    piece.number(kPieceScore, static_cast<float>(token.score));
    if (token.type != TokenType::kNormal) {
        piece.integer(kPieceType, static_cast<std::int64_t>(token.type));
    }
    return piece.bytes();
}

std::string trainer_message(const SpecialTokens& special, const std::vector<Token>& pieces,
                            bool bytes) {
    MessageWriter trainer;
    trainer.integer(kModelType, static_cast<std::int64_t>(SentencePieceType::kBpe));
    trainer.integer(kVocabularySize, static_cast<std::int64_t>(pieces.size()));
    trainer.integer(kByteFallback, bytes ? 1 : 0);
    const std::optional<TokenId> ids[] = {special.unknown, special.bos, special.eos,
                                          special.padding};
    std::uint32_t place = 0;
    for (const auto& id : ids) {
        const bool there = id && *id < pieces.size();
        trainer.integer(kFirstId + place, there ? std::int64_t{*id} : -1);
        if (there) {
            trainer.text(kFirstText + place, pieces[*id].text);
        }
        ++place;
    }
    return trainer.bytes();
}

std::string normalizer_message(bool prefix) {
    MessageWriter normalizer;
    normalizer.text(kNormalizerName, "identity");
    normalizer.integer(kDummyPrefix, prefix ? 1 : 0);
    normalizer.integer(kRemoveSpaces, 0);
    normalizer.integer(kEscapeSpaces, 1);
    return normalizer.bytes();
}

}  // namespace

Result<std::string> sentencepiece_of_gguf(const Metadata& metadata,
                                          const TokenizerBackend& tokenizer,
                                          const WritableTokens& tokens) {
    const auto unknown = tokenizer.special.unknown;
    if (tokenizer.kind != TokenizerKind::kSentencePieceBpe) {
        return refuse_gguf_tokenizer("it is not of a kind of SentencePiece");
    }
    if (!unknown || tokens.texts[*unknown].empty()) {
        return refuse_gguf_tokenizer("it has no token for unknown text");
    }
    const bool bytes = has_all_bytes(tokenizer.vocabulary);
    const std::vector<Token> pieces = pieces_of(tokenizer, tokens, bytes);
    MessageWriter model;
    for (const Token& piece : pieces) {
        model.text(kPiece, piece_message(piece));
    }
    model.text(kTrainer, trainer_message(tokenizer.special, pieces, bytes));
    model.text(
        kNormalizer,
        normalizer_message(metadata.boolean("tokenizer.ggml.add_space_prefix").value_or(true)));
    return model.bytes();
}

}  // namespace bitlathe
