// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_parts.h"

#include <utility>

#include "core/base/json.h"

namespace bitlathe {

Json vocabulary_json(std::span<const NamedToken> tokens) {
    // Without a look for the same key among all those before.
    std::vector<Json::object_t::value_type> members;
    members.reserve(tokens.size());
    for (const auto& [text, id] : tokens) {
        members.emplace_back(text, id);
    }
    return Json::object_t(members.begin(), members.end());
}

Json added_token_json(TokenId id, std::string_view content, bool special) {
    return Json{{"id", id},        {"content", content},  {"single_word", false}, {"lstrip", false},
                {"rstrip", false}, {"normalized", false}, {"special", special}};
}

Json sequence_json(const char* list, std::vector<Json> parts) {
    if (parts.empty()) {
        return nullptr;
    }
    return parts.size() == 1 ? std::move(parts.front())
                             : Json{{"type", "Sequence"}, {list, std::move(parts)}};
}

Json split_json(std::string_view pattern) {
    return Json{{"type", "Split"},
                {"pattern", {{"Regex", pattern}}},
                {"behavior", "Isolated"},
                {"invert", false}};
}

Json byte_level_json(bool use_regex, bool add_prefix_space) {
    return Json{{"type", "ByteLevel"},
                {"add_prefix_space", add_prefix_space},
                {"trim_offsets", true},
                {"use_regex", use_regex}};
}

Json replace_json(std::string_view text, std::string_view by) {
    return Json{{"type", "Replace"}, {"pattern", {{"String", text}}}, {"content", by}};
}

Json bert_normalizer_json(bool lower, bool strip_accents, bool apart) {
    return Json{{"type", "BertNormalizer"},
                {"clean_text", true},
                {"handle_chinese_chars", apart},
                {"strip_accents", strip_accents},
                {"lowercase", lower}};
}

Json template_json(std::span<const NamedToken> before, std::span<const NamedToken> after) {
    if (before.empty() && after.empty()) {
        return nullptr;
    }
    Json single = Json::array();
    Json pair = Json::array();
    Json tokens = Json::object();
    const auto add = [&](std::span<const NamedToken> list, int type) {
        for (const auto& [text, id] : list) {
            const Json piece = {{"SpecialToken", {{"id", text}, {"type_id", type}}}};
            (type == 0 ? single : pair).push_back(piece);
            tokens[text] = Json{{"id", text}, {"ids", {id}}, {"tokens", {text}}};
        }
    };
    const auto text = [](const char* name, int type) {
        return Json{{"Sequence", {{"id", name}, {"type_id", type}}}};
    };
    add(before, 0);
    single.push_back(text("A", 0));
    add(after, 0);
    pair = single;
    add(after.empty() ? before : std::span<const NamedToken>(), 1);
    pair.push_back(text("B", 1));
    add(after, 1);
    return Json{{"type", "TemplateProcessing"},
                {"single", std::move(single)},
                {"pair", std::move(pair)},
                {"special_tokens", std::move(tokens)}};
}

TokenizerParts bert_parts(Json normalizer, Json unknown, Json vocabulary) {
    constexpr unsigned kLongestWord = 100;
    TokenizerParts parts;
    parts.normalizer = std::move(normalizer);
    parts.pre_tokenizer = Json{{"type", "BertPreTokenizer"}};
    parts.decoder = Json{{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}};
    parts.model = Json{{"type", "WordPiece"},
                       {"unk_token", std::move(unknown)},
                       {"continuing_subword_prefix", "##"},
                       {"max_input_chars_per_word", kLongestWord},
                       {"vocab", std::move(vocabulary)}};
    return parts;
}

Json tokenizer_json(TokenizerParts parts) {
    return Json{{"version", "1.0"},
                {"truncation", nullptr},
                {"padding", nullptr},
                {"added_tokens", std::move(parts.added_tokens)},
                {"normalizer", std::move(parts.normalizer)},
                {"pre_tokenizer", std::move(parts.pre_tokenizer)},
                {"post_processor", std::move(parts.post_processor)},
                {"decoder", std::move(parts.decoder)},
                {"model", std::move(parts.model)}};
}

}  // namespace bitlathe
