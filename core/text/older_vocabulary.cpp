// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/older_vocabulary.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/text/gguf_patterns.h"
#include "core/text/json_fields.h"
#include "core/text/json_parts.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

/// The lines of a text, without their ends; one empty line at the end does not count.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

using Find = std::function<std::optional<TokenId>(const std::string&)>;

/// Tokens of the configuration, and those that it only names.
Json added_of(const Json& config, const Find& find) {
    Json added = config.is_object() && config.contains("added_tokens") ? config["added_tokens"]
                                                                       : Json::array();
    for (const char* key : {"unk_token", "bos_token", "eos_token", "pad_token", "sep_token",
                            "cls_token", "mask_token"}) {
        const std::string text = config_token(config, key).value_or("");
        const auto id = find(text);
        const bool there = std::any_of(added.begin(), added.end(), [&](const Json& entry) {
            return entry.is_object() && entry.value("content", Json()) == Json(text);
        });
        if (id && !there) {
            added.push_back(added_token_json(*id, text, true));
        }
    }
    return added;
}

Result<Json> read_byte_level(const fs::path& folder, const Json& config) {
    BITLATHE_ASSIGN(Json vocabulary, read_optional_json(folder / "vocab.json"));
    BITLATHE_ASSIGN(const std::string text, read_optional_text(folder / "merges.txt"));
    std::vector<std::string> merges = lines_of(text);
    if (!merges.empty() && merges.front().starts_with("#version")) {
        merges.erase(merges.begin());
    }
    std::erase(merges, "");
    const JsonFields fields(config, "tokenizer_config.json");
    BITLATHE_ASSIGN(const std::string kind, fields.string_or("tokenizer_class", ""));
    BITLATHE_ASSIGN(const bool prefix, fields.boolean_or("add_prefix_space", false));
    TokenizerParts parts;
    parts.added_tokens = added_of(config, [&](const std::string& name) {
        const auto found = vocabulary.find(name);
        return found != vocabulary.end() && found->is_number_unsigned()
                   ? std::optional(found->get<TokenId>())
                   : std::nullopt;
    });
    if (kind.starts_with("Qwen2")) {
        parts.normalizer = Json{{"type", "NFC"}};
        parts.pre_tokenizer = sequence_json(
            "pretokenizers",
            {split_json(gguf_pre_tokenizer("qwen2")->patterns.front()), byte_level_json(false)});
    } else {
        parts.pre_tokenizer = byte_level_json(true, prefix);
    }
    parts.decoder = byte_level_json(true);
    parts.model =
        Json{{"type", "BPE"}, {"vocab", std::move(vocabulary)}, {"merges", std::move(merges)}};
    return tokenizer_json(std::move(parts));
}

Result<Json> read_word_piece(const fs::path& folder, const Json& config) {
    BITLATHE_ASSIGN(const std::string text, read_optional_text(folder / "vocab.txt"));
    const std::vector<std::string> texts = lines_of(text);
    const JsonFields fields(config, "tokenizer_config.json");
    BITLATHE_ASSIGN(const bool lower, fields.boolean_or("do_lower_case", true));
    BITLATHE_ASSIGN(const bool strip, fields.boolean_or("strip_accents", lower));
    BITLATHE_ASSIGN(const bool apart, fields.boolean_or("tokenize_chinese_chars", true));
    std::vector<NamedToken> tokens;
    for (const std::string& line : texts) {
        tokens.emplace_back(line, static_cast<TokenId>(tokens.size()));
    }
    const auto named = [&](const char* key, const char* fallback) {
        return config_token(config, key).value_or(fallback);
    };
    const Find find = [&](const std::string& name) {
        const auto found = std::find(texts.begin(), texts.end(), name);
        return found == texts.end() ? std::nullopt
                                    : std::optional(static_cast<TokenId>(found - texts.begin()));
    };
    const auto around = [&](const std::string& name) {
        const auto id = find(name);
        return id ? std::vector<NamedToken>{{name, *id}} : std::vector<NamedToken>();
    };
    TokenizerParts parts = bert_parts(bert_normalizer_json(lower, strip, apart),
                                      named("unk_token", "[UNK]"), vocabulary_json(tokens));
    parts.added_tokens = added_of(config, find);
    parts.post_processor =
        template_json(around(named("cls_token", "[CLS]")), around(named("sep_token", "[SEP]")));
    return tokenizer_json(std::move(parts));
}

}  // namespace

Result<bool> read_older_vocabulary(const fs::path& folder, TokenizerFiles& files) {
    std::error_code ignored;
    const auto has = [&](const char* name) { return fs::exists(folder / name, ignored); };
    const bool byte_level = has("vocab.json") && has("merges.txt");
    if (!byte_level && !has("vocab.txt")) {
        return false;
    }
    files.file = (folder / (byte_level ? "vocab.json" : "vocab.txt")).string();
    BITLATHE_ASSIGN(files.document, byte_level ? read_byte_level(folder, files.config)
                                               : read_word_piece(folder, files.config));
    return true;
}

}  // namespace bitlathe
