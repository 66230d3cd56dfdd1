// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_special_ids.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/checkpoint/metadata_values.h"
#include "core/text/json_fields.h"
#include "core/text/tokenizer_files.h"
#include "core/text/vocabulary_probe.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

// Tokens that end a turn, where a model has another one for the end of a text.
constexpr std::array<std::string_view, 6> kTurnEnds = {"<|eot_id|>",    "<|im_end|>", "<|end|>",
                                                       "<end_of_turn>", "<|eom_id|>", "<|user|>"};

/// The model's own configuration files.
struct ModelConfig {
    Json config, text_config, generation;

    /// Values of a key, the more special file first.
    [[nodiscard]] std::vector<Json> values(const char* key) const {
        std::vector<Json> out;
        for (const Json* file : {&generation, &text_config, &config}) {
            const Json* value = JsonFields(*file, "").find(key);
            if (value != nullptr) {
                out.push_back(*value);
            }
        }
        return out;
    }
};

Result<ModelConfig> read_model_config(const fs::path& folder) {
    ModelConfig out;
    BITLATHE_ASSIGN(out.config, read_optional_json(folder / "config.json"));
    BITLATHE_ASSIGN(out.generation, read_optional_json(folder / "generation_config.json"));
    const Json* text = JsonFields(out.config, "").find("text_config");
    if (text != nullptr) {
        out.text_config = *text;
    }
    return out;
}

/// An id, or the first of several.
std::optional<std::uint64_t> id_in(const Json& value) {
    const Json& first = value.is_array() && !value.empty() ? value.front() : value;
    return first.is_number_unsigned() ? std::optional(first.get<std::uint64_t>()) : std::nullopt;
}

/// Finds ids and writes them.
class SpecialIds {
public:
    SpecialIds(const GgufTokenLists& lists, Metadata& metadata, std::vector<std::string>& warnings)
        : lists_(lists), metadata_(metadata), warnings_(warnings) {}

    /// By the name in the tokenizer's files, else by the number in the model's.
    [[nodiscard]] std::optional<TokenId> find(const SpecialMeaning& meaning, const Json& config,
                                              const TokenizerBackend& reference,
                                              const ModelConfig& model) {
        if (const auto text = config_token(config, meaning.token)) {
            const auto id = reference.vocabulary.find(*text);
            if (id && *id < lists_.tokens.size()) {
                return id;
            }
        }
        for (const Json& value : model.values(meaning.id)) {
            const auto id = id_in(value);
            if (id && *id < lists_.tokens.size()) {
                return static_cast<TokenId>(*id);
            }
            if (id) {
                warnings_.push_back(
                    fmt::format("\"{}\" is {}, which is no token: left out", meaning.id, *id));
            }
        }
        return std::nullopt;
    }

    void write(const std::string& key, std::optional<TokenId> id) {
        if (id) {
            add_value<std::uint32_t>(metadata_, "tokenizer.ggml." + key, *id);
        }
    }

    /// The token among `ends` (what generation stops at) that ends a turn and is not `eos`.
    [[nodiscard]] std::optional<TokenId> turn_end(const std::vector<Json>& ends,
                                                  std::optional<TokenId> eos) const {
        std::set<std::uint64_t> stops;
        for (const Json& list : ends) {
            for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
                if (const auto id = id_in(list[i])) {
                    stops.insert(*id);
                }
            }
        }
        for (const std::string_view name : kTurnEnds) {
            for (const std::uint64_t id : stops) {
                if (id < lists_.tokens.size() && id != eos && lists_.tokens[id].text == name) {
                    return static_cast<TokenId>(id);
                }
            }
        }
        return std::nullopt;
    }

private:
    const GgufTokenLists& lists_;
    Metadata& metadata_;
    std::vector<std::string>& warnings_;
};

}  // namespace

Status add_special_ids(const fs::path& folder, const Json& config,
                       const TokenizerBackend& reference, const GgufTokenLists& lists,
                       Metadata& metadata, std::vector<std::string>& warnings) {
    BITLATHE_ASSIGN(const ModelConfig model, read_model_config(folder));
    SpecialIds special(lists, metadata, warnings);
    std::array<std::optional<TokenId>, kSpecialMeanings.size()> ids;
    for (std::size_t i = 0; i < kSpecialMeanings.size(); ++i) {
        ids[i] = special.find(kSpecialMeanings[i], config, reference, model);
    }
    auto& [bos, eos, unknown, separator, padding, cls, mask] = ids;
    unknown = unknown ? unknown : reference.special.unknown;
    const AroundText added = around_text(reference);
    // What really stands around a text counts more than what a file calls it.
    if (!added.before.empty()) {
        bos = added.before.back();
    }
    bos = bos ? bos : cls ? cls : reference.special.bos;
    if (!added.after.empty()) {
        (lists.model == "bert" ? separator : eos) = added.after.front();
    }
    eos = eos ? eos : separator ? separator : reference.special.eos;
    for (std::size_t i = 0; i < kSpecialMeanings.size(); ++i) {
        special.write(kSpecialMeanings[i].key, ids[i]);
    }
    special.write("eot_token_id", special.turn_end(model.values("eos_token_id"), eos));
    if (lists.model == "bert") {
        const Json* types = JsonFields(model.config, "").find("type_vocab_size");
        const auto count = types == nullptr ? std::optional<std::uint64_t>(1) : id_in(*types);
        if (count && *count <= 0xFFFFFFFF) {
            add_value(metadata, "tokenizer.ggml.token_type_count",
                      static_cast<std::uint32_t>(*count));
        }
    }
    add_value(metadata, "tokenizer.ggml.add_bos_token", !added.before.empty());
    add_value(metadata, "tokenizer.ggml.add_eos_token", !added.after.empty());
    return {};
}

namespace {

struct Template {
    std::string name, text;
};

/// "chat_template": a text, or a list of names and texts.
Status read_templates(const Json& config, std::vector<Template>& out) {
    const JsonFields fields(config, "tokenizer_config.json");
    const Json* value = fields.find("chat_template");
    if (value == nullptr) {
        return {};
    }
    if (value->is_string()) {
        out.push_back({"default", value->get<std::string>()});
        return {};
    }
    if (!value->is_array()) {
        return fields.refuse("\"chat_template\" is neither a text nor a list");
    }
    for (const Json& item : *value) {
        const JsonFields entry(item, "a chat template of tokenizer_config.json");
        Template one;
        BITLATHE_ASSIGN(one.name, entry.string("name"));
        BITLATHE_ASSIGN(one.text, entry.string("template"));
        out.push_back(std::move(one));
    }
    return {};
}

Status read_template_files(const fs::path& folder, std::vector<Template>& out) {
    BITLATHE_ASSIGN(std::string text, read_optional_text(folder / "chat_template.jinja"));
    if (!text.empty()) {
        out.push_back({"default", std::move(text)});
    }
    BITLATHE_ASSIGN(const Json json, read_optional_json(folder / "chat_template.json"));
    BITLATHE_TRY(read_templates(json, out));
    std::set<fs::path> more;
    std::error_code ignored;
    for (const auto& entry :
         fs::directory_iterator(folder / "additional_chat_templates", ignored)) {
        if (entry.path().extension() == ".jinja") {
            more.insert(entry.path());
        }
    }
    for (const fs::path& path : more) {
        BITLATHE_ASSIGN(std::string content, read_optional_text(path));
        out.push_back({path.stem().string(), std::move(content)});
    }
    return {};
}

/// Keys have letters, digits and underlines only.
std::string key_name(std::string name) {
    for (char& c : name) {
        const bool kept =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        c = kept ? c : '_';
    }
    return name;
}

}  // namespace

Status add_chat_templates(const fs::path& folder, const Json& config, Metadata& metadata) {
    std::vector<Template> templates;
    // A file of its own counts more than the configuration, as in transformers.
    BITLATHE_TRY(read_template_files(folder, templates));
    BITLATHE_TRY(read_templates(config, templates));
    std::vector<std::string> names;
    std::optional<std::string> usual;
    for (const Template& one : templates) {
        const std::string name = key_name(one.name);
        if (name == "default") {
            usual = usual ? usual : one.text;
        } else if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
            metadata.add_string("tokenizer.chat_template." + name, one.text);
            names.push_back(name);
        }
    }
    if (!names.empty()) {
        add_strings(metadata, "tokenizer.chat_templates", names);
    }
    if (usual) {
        metadata.add_string("tokenizer.chat_template", *usual);
    }
    return {};
}

}  // namespace bitlathe
