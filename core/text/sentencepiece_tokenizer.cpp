// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <fmt/format.h>
#include <sentencepiece_processor.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/text/added_tokens.h"
#include "core/text/json_fields.h"
#include "core/text/sentencepiece_model.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {
namespace {

/// A tokenizer.model, by the SentencePiece library, and the tokens added to it.
class SentencePieceTokenizer final : public TokenizerBackend {
public:
    Status encode(std::string_view text, const EncodeOptions& options,
                  std::vector<TokenId>& out) const override {
        if (options.add_special && special.add_bos) {
            out.push_back(*special.bos);
        }
        // Tokens of users that the model has are found by the library.
        for (const TextPart& part : control_.split_raw(text, options.parse_special)) {
            if (part.token) {
                out.push_back(*part.token);
                continue;
            }
            std::vector<int> ids;
            const auto status =
                library_.Encode(text.substr(part.begin, part.end - part.begin), &ids);
            if (!status.ok()) {
                return fail(ErrorCode::kRefused, fmt::format("the text cannot be split: {}",
                                                             printable(status.ToString())));
            }
            for (const int id : ids) {
                out.push_back(static_cast<TokenId>(id));
            }
        }
        if (options.add_special && special.add_eos) {
            out.push_back(*special.eos);
        }
        return {};
    }

    [[nodiscard]] std::string decode(std::span<const TokenId> ids) const override {
        std::string text;
        std::vector<int> run;
        const auto flush = [&] {
            std::string part;
            if (!run.empty() && library_.Decode(run, &part).ok()) {
                text += part;
            }
            run.clear();
        };
        for (const TokenId id : ids) {
            if (id < pieces_) {
                run.push_back(static_cast<int>(id));
            } else {
                flush();
                text += vocabulary.token(id).text;
            }
        }
        flush();
        return text;
    }

    [[nodiscard]] std::string token_bytes(TokenId id) const override {
        const Token& token = vocabulary.token(id);
        if (const auto byte = byte_of_token_text(token.text);
            byte && token.type == TokenType::kByte) {
            return std::string(1, static_cast<char>(*byte));
        }
        return token.type == TokenType::kNormal ? spaces_for_marks(token.text) : token.text;
    }

    Status read(std::string_view bytes, const Json& config) {
        BITLATHE_ASSIGN(SentencePieceModel model, check_sentencepiece_model(bytes));
        kind = model.type == SentencePieceType::kUnigram ? TokenizerKind::kUnigram
                                                         : TokenizerKind::kSentencePieceBpe;
        const auto status =
            library_.LoadFromSerializedProto(absl::string_view(bytes.data(), bytes.size()));
        if (!status.ok()) {
            return fail(ErrorCode::kRefused,
                        fmt::format("not a SentencePiece model: {}", printable(status.ToString())));
        }
        pieces_ = model.tokens.size();
        std::vector<AddedToken> control;
        for (TokenId id = 0; id < model.tokens.size(); ++id) {
            if (model.tokens[id].type == TokenType::kControl) {
                control.push_back({model.tokens[id].text, id, true});
            }
            vocabulary.add(id, std::move(model.tokens[id]));
        }
        BITLATHE_TRY(read_added(config, control));
        BITLATHE_ASSIGN(control_, AddedTokens::make(std::move(control), Normalizer()));
        read_special(config);
        return {};
    }

private:
    /// Tokens beside the model that it does not have.
    Status read_added(const Json& config, std::vector<AddedToken>& found) {
        const JsonFields fields(config, "tokenizer_config.json");
        BITLATHE_ASSIGN(const std::vector<AddedToken> added, read_added_tokens(fields, pieces_));
        for (const AddedToken& token : added) {
            const bool known = vocabulary.find(token.content).has_value();
            if (known || (token.id < vocabulary.size() && vocabulary.has(token.id))) {
                continue;
            }
            vocabulary.add(
                token.id,
                {token.content, 0, token.special ? TokenType::kControl : TokenType::kUserDefined});
            found.push_back(token);
            found.back().normalized = false;  // nothing is normalised before they are looked for
        }
        return {};
    }

    void read_special(const Json& config) {
        const auto given = [&](int id) {
            return id >= 0 && static_cast<std::size_t>(id) < vocabulary.size()
                       ? std::optional(static_cast<TokenId>(id))
                       : std::nullopt;
        };
        special.bos = given(library_.bos_id());
        special.eos = given(library_.eos_id());
        special.unknown = given(library_.unk_id());
        special.padding = given(library_.pad_id());
        // Llama's tokenizers begin with BOS where nothing is said, T5's end with EOS.
        const JsonFields fields(config, "tokenizer_config.json");
        const bool t5 = fields.string_or("tokenizer_class", "").value_or("").starts_with("T5");
        special.add_bos = special.bos && fields.boolean_or("add_bos_token", !t5).value_or(!t5);
        special.add_eos = special.eos && fields.boolean_or("add_eos_token", t5).value_or(t5);
    }

    sentencepiece::SentencePieceProcessor library_;
    AddedTokens control_;
    std::size_t pieces_ = 0;  ///< tokens of the model; the added ones come after
};

}  // namespace

BackendResult read_sentencepiece_tokenizer(std::string_view bytes, const Json& config) {
    auto tokenizer = std::make_unique<SentencePieceTokenizer>();
    BITLATHE_TRY(tokenizer->read(bytes, config));
    return std::unique_ptr<const TokenizerBackend>(std::move(tokenizer));
}

}  // namespace bitlathe
