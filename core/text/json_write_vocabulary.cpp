// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_write_vocabulary.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/text/gguf_special_ids.h"
#include "core/text/gguf_vocabulary.h"
#include "core/text/json_parts.h"
#include "core/text/json_write_models.h"
#include "core/text/sentencepiece_write.h"
#include "core/text/tokenizer_backend.h"
#include "core/text/utf8.h"
#include "core/text/vocabulary_probe.h"

namespace bitlathe {
namespace {

constexpr EncodeOptions kBare{false, true};
constexpr EncodeOptions kPlain{false, false};

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json added_tokens_of(const TokenizerBackend& tokenizer, const WritableTokens& tokens) {
    Json added = Json::array();
    for (TokenId id = 0; id < tokens.texts.size(); ++id) {
        const TokenType type = tokenizer.vocabulary.token(id).type;
        const bool special = type == TokenType::kControl || type == TokenType::kUnknown;
        if ((special || type == TokenType::kUserDefined) && !tokens.texts[id].empty()) {
            added.push_back(added_token_json(id, tokens.texts[id], special));
        }
    }
    return added;
}

std::vector<NamedToken> named(const std::vector<TokenId>& ids, const WritableTokens& tokens) {
    std::vector<NamedToken> out;
    for (const TokenId id : ids) {
        if (!tokens.texts[id].empty()) {
            out.emplace_back(tokens.texts[id], id);
        }
    }
    return out;
}

/// {"bos_token": "<s>", ...}
Json special_tokens_of(const Metadata& metadata, const TokenizerBackend& tokenizer,
                       const WritableTokens& tokens) {
    Json map = Json::object();
    const auto add = [&](const char* name, std::optional<std::uint64_t> id) {
        if (id && *id < tokens.texts.size() && !tokens.texts[*id].empty() && !map.contains(name)) {
            map[name] = tokens.texts[*id];
        }
    };
    for (const SpecialMeaning& meaning : kSpecialMeanings) {
        add(meaning.token, metadata.unsigned_integer(std::string("tokenizer.ggml.") + meaning.key));
    }
    // Where the file leaves it to its kind.
    if (tokenizer.special.add_bos) {
        add("bos_token", tokenizer.special.bos);
    }
    add("unk_token", tokenizer.special.unknown);
    return map;
}

/// The only template as a text, several as a list of names and texts.
Json chat_templates_of(const Metadata& metadata) {
    constexpr std::string_view kKey = "tokenizer.chat_template";
    Json list = Json::array();
    for (const MetaEntry& entry : metadata.entries()) {
        const auto text = metadata.string(entry.key);
        if (!text || !entry.key.starts_with(kKey)) {
            continue;
        }
        const std::string_view rest = std::string_view(entry.key).substr(kKey.size());
        if (rest.empty() || rest.front() == '.') {
            const std::string name = rest.empty() ? "default" : to_valid_utf8(rest.substr(1));
            list.push_back({{"name", name}, {"template", to_valid_utf8(*text)}});
        }
    }
    if (list.empty()) {
        return nullptr;
    }
    return list.size() == 1 && list[0]["name"] == "default" ? list[0]["template"] : list;
}

Json config_of(const Metadata& metadata, const TokenizerBackend& tokenizer, const Json& special) {
    Json config = special;
    // Of these some classes of transformers have names of their own, which would get new ids.
    for (const char* name : {"bos_token", "eos_token", "unk_token", "pad_token"}) {
        if (!config.contains(name)) {
            config[name] = nullptr;
        }
    }
    config["add_bos_token"] = tokenizer.special.add_bos;
    config["add_eos_token"] = tokenizer.special.add_eos;
    config["clean_up_tokenization_spaces"] = false;
    config["tokenizer_class"] = "PreTrainedTokenizerFast";
    const Json templates = chat_templates_of(metadata);
    if (!templates.is_null()) {
        config["chat_template"] = templates;
    }
    return config;
}

/// Tries what was read back from a file.
Status check(const TokenizerBackend& tokenizer, const TokenizerBackend& written,
             const EncodeOptions& options, const std::string& file,
             std::vector<std::string>& warnings) {
    const bool korean = tokenizer.kind != TokenizerKind::kWordPiece;
    const auto everyday = first_difference(tokenizer, written, everyday_probes(korean), options);
    if (everyday) {
        return refuse_gguf_tokenizer(
            "as " + file + " it would make other tokens of plain text: " + everyday->words);
    }
    const std::vector<std::string> tokens = token_probes(tokenizer);
    const auto last = everyday_probes().last(1);
    for (const std::span<const std::string> texts : {rare_probes(), std::span(tokens), last}) {
        if (const auto difference = first_difference(tokenizer, written, texts, options)) {
            warnings.push_back(file +
                               " makes other tokens of some rare text: " + difference->words);
        }
    }
    return {};
}

Status check_json(const TokenizerBackend& tokenizer, const std::string& text, const Json& config,
                  std::vector<std::string>& warnings) {
    BITLATHE_ASSIGN(const Json document, parse_json(text, "tokenizer.json"));
    BITLATHE_ASSIGN(const auto written, read_json_tokenizer(document, config));
    return check(tokenizer, *written, kBare, "tokenizer.json", warnings);
}

/// tokenizer.model, tried like the other. Names of special tokens in texts are none of its
/// business.
Result<VocabularyFile> sentencepiece_file(const Metadata& metadata,
                                          const TokenizerBackend& tokenizer,
                                          const WritableTokens& tokens, const Json& config,
                                          std::vector<std::string>& warnings) {
    BITLATHE_ASSIGN(std::string bytes, sentencepiece_of_gguf(metadata, tokenizer, tokens));
    BITLATHE_ASSIGN(const auto written, read_sentencepiece_tokenizer(bytes, config));
    BITLATHE_TRY(check(tokenizer, *written, kPlain, "tokenizer.model", warnings));
    return VocabularyFile{"tokenizer.model", std::move(bytes)};
}

}  // namespace

Result<FolderVocabulary> write_json_vocabulary(const Metadata& metadata) {
    BITLATHE_ASSIGN(const auto tokenizer, read_gguf_tokenizer(metadata));
    WritableTokens tokens = writable_tokens(*tokenizer);
    BITLATHE_ASSIGN(TokenizerParts parts, json_parts_of_gguf(metadata, *tokenizer, tokens));
    parts.added_tokens = added_tokens_of(*tokenizer, tokens);
    const AroundText around = around_text(*tokenizer);
    parts.post_processor = template_json(named(around.before, tokens), named(around.after, tokens));
    const Json special = special_tokens_of(metadata, *tokenizer, tokens);
    const Json config = config_of(metadata, *tokenizer, special);
    FolderVocabulary out;
    out.warnings = std::move(tokens.warnings);
    std::string text = text_of(tokenizer_json(std::move(parts)));
    BITLATHE_TRY(check_json(*tokenizer, text, config, out.warnings));
    out.files.push_back({"tokenizer.json", std::move(text)});
    out.files.push_back({"tokenizer_config.json", text_of(config)});
    out.files.push_back({"special_tokens_map.json", text_of(special)});
    if (tokenizer->kind == TokenizerKind::kSentencePieceBpe) {
        auto file = sentencepiece_file(metadata, *tokenizer, tokens, config, out.warnings);
        if (file) {
            out.files.push_back(*std::move(file));
        } else {
            out.warnings.push_back("no tokenizer.model is written: " + file.error().message);
        }
    }
    return out;
}

}  // namespace bitlathe
