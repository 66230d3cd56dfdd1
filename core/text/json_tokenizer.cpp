// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/text/added_tokens.h"
#include "core/text/decoder.h"
#include "core/text/json_fields.h"
#include "core/text/json_models.h"
#include "core/text/normalizer.h"
#include "core/text/post_processor.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/safe_cuts.h"
#include "core/text/tokenizer_backend.h"
#include "core/text/utf8.h"

namespace bitlathe {
namespace {

/// A tokenizer.json: added tokens, normalizer, pre-tokenizer, model, tokens around.
class JsonTokenizer final : public TokenizerBackend {
public:
    Status encode(std::string_view text, const EncodeOptions& options,
                  std::vector<TokenId>& out) const override {
        const std::string valid = to_valid_utf8(text);
        const auto session = model_.model->session();
        if (options.add_special) {
            out.insert(out.end(), around_.before.begin(), around_.before.end());
        }
        for (const TextPart& part : added_.split_raw(valid, options.parse_special)) {
            if (part.token) {
                out.push_back(*part.token);
                continue;
            }
            const std::string_view raw =
                std::string_view(valid).substr(part.begin, part.end - part.begin);
            BITLATHE_TRY(encode_part(raw, part.begin == 0, options, *session, out));
        }
        if (options.add_special) {
            out.insert(out.end(), around_.after.begin(), around_.after.end());
        }
        return {};
    }

    [[nodiscard]] std::string decode(std::span<const TokenId> ids) const override {
        std::vector<std::string> tokens;
        tokens.reserve(ids.size());
        for (const TokenId id : ids) {
            tokens.push_back(vocabulary.token(id).text);
        }
        return decoder_.decode(std::move(tokens));
    }

    [[nodiscard]] std::string token_bytes(TokenId id) const override {
        const Token& token = vocabulary.token(id);
        if (token.type == TokenType::kControl || token.type == TokenType::kUserDefined) {
            return token.text;
        }
        if (kind == TokenizerKind::kByteLevelBpe) {
            return from_byte_characters(token.text).value_or(token.text);
        }
        if (const auto byte = byte_of_token_text(token.text)) {
            return std::string(1, static_cast<char>(*byte));
        }
        if (kind == TokenizerKind::kWordPiece) {
            return token.text.starts_with("##") ? token.text.substr(2) : " " + token.text;
        }
        return spaces_for_marks(token.text);
    }

    Status read(const Json& document, const Json& config);

private:
    Status encode_part(std::string_view raw, bool at_start, const EncodeOptions& options,
                       ModelSession& session, std::vector<TokenId>& out) const {
        std::string normalized;
        if (!normalizer_.empty()) {
            BITLATHE_ASSIGN(normalized, normalizer_.apply(raw));
            raw = normalized;
        }
        for (const TextPart& part : added_.split_normalized(raw, options.parse_special)) {
            if (part.token) {
                out.push_back(*part.token);
                continue;
            }
            Pieces pieces;
            pieces.list.push_back(
                {raw.substr(part.begin, part.end - part.begin), at_start && part.begin == 0});
            BITLATHE_TRY(pre_tokenizer_.split(pieces));
            for (const Piece& piece : pieces.list) {
                BITLATHE_TRY(session.encode(piece.text, out));
            }
        }
        return {};
    }

    Status read_added(const JsonFields& fields);
    void read_special(const Json& config, bool has_post_processor);
    [[nodiscard]] std::optional<TokenId> named(const Json& config, std::string_view key) const;

    Normalizer normalizer_;
    PreTokenizer pre_tokenizer_;
    JsonModel model_;
    AddedTokens added_;
    AroundText around_;
    Decoder decoder_;
};

Json field(const JsonFields& fields, std::string_view key) {
    const Json* value = fields.find(key);
    return value == nullptr ? Json(nullptr) : *value;
}

/// Without copying the model, which is nearly all of the document.
Status JsonTokenizer::read(const Json& document, const Json& config) {
    const JsonFields fields(document, "the tokenizer");
    if (!document.is_object()) {
        return fields.refuse("not an object");
    }
    BITLATHE_ASSIGN(normalizer_, Normalizer::from_json(field(fields, "normalizer")));
    BITLATHE_ASSIGN(pre_tokenizer_, PreTokenizer::from_json(field(fields, "pre_tokenizer")));
    const Json* model = fields.find("model");
    const Json missing;
    BITLATHE_ASSIGN(model_, read_json_model(model == nullptr ? missing : *model,
                                            pre_tokenizer_.byte_level(), vocabulary));
    if (pre_tokenizer_.byte_level() && model_.kind != TokenizerKind::kByteLevelBpe) {
        pre_tokenizer_.write_bytes();
    }
    kind = model_.kind;
    BITLATHE_TRY(read_added(fields));
    const Json post_processor = field(fields, "post_processor");
    BITLATHE_ASSIGN(around_, read_post_processor(post_processor));
    BITLATHE_ASSIGN(decoder_, Decoder::from_json(field(fields, "decoder")));
    read_special(config, !post_processor.is_null());
    for (const auto* list : {&around_.before, &around_.after}) {
        for (const TokenId id : *list) {
            if (!vocabulary.has(id)) {
                return fields.refuse(fmt::format("it adds id {}, which is no token", id));
            }
        }
    }
    return {};
}

Status JsonTokenizer::read_added(const JsonFields& fields) {
    BITLATHE_ASSIGN(std::vector<AddedToken> tokens, read_added_tokens(fields, vocabulary.size()));
    for (AddedToken& token : tokens) {
        const TokenType type = token.special ? TokenType::kControl : TokenType::kUserDefined;
        // A token that the model has keeps the model's id, whatever this list says.
        if (const auto known = vocabulary.find(token.content)) {
            token.id = *known;
            vocabulary.token(token.id).type = type;
        } else if (!vocabulary.has(token.id)) {
            vocabulary.add(token.id, {token.content, 0, type});
        } else {
            return fields.refuse(
                fmt::format("the id {} of an added token is that of another token", token.id));
        }
    }
    BITLATHE_ASSIGN(added_, AddedTokens::make(std::move(tokens), normalizer_));
    return {};
}

std::optional<TokenId> JsonTokenizer::named(const Json& config, std::string_view key) const {
    const auto text = config_token(config, key);
    return text ? vocabulary.find(*text) : std::nullopt;
}

void JsonTokenizer::read_special(const Json& config, bool has_post_processor) {
    special.bos = named(config, "bos_token");
    special.eos = named(config, "eos_token");
    special.padding = named(config, "pad_token");
    special.unknown = model_.unknown ? model_.unknown : named(config, "unk_token");
    const JsonFields fields(config, "tokenizer_config.json");
    if (!has_post_processor) {
        // Then the configuration is all there is.
        if (special.bos && fields.boolean_or("add_bos_token", false).value_or(false)) {
            around_.before.push_back(*special.bos);
        }
        if (special.eos && fields.boolean_or("add_eos_token", false).value_or(false)) {
            around_.after.push_back(*special.eos);
        }
    }
    if (!around_.before.empty() && !special.bos) {
        special.bos = around_.before.front();
    }
    special.add_bos = !around_.before.empty() && around_.before.front() == special.bos;
    special.add_eos = !around_.after.empty();
}

}  // namespace

BackendResult read_json_tokenizer(const Json& document, const Json& config) {
    auto tokenizer = std::make_unique<JsonTokenizer>();
    BITLATHE_TRY(tokenizer->read(document, config));
    return std::unique_ptr<const TokenizerBackend>(std::move(tokenizer));
}

}  // namespace bitlathe
