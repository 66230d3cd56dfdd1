// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/json.h"
#include "core/checkpoint/config_file.h"
#include "core/generation/generate.h"

namespace bitlathe {
namespace {

/// Names that families give to the end of a turn or of a text.
constexpr std::array<std::string_view, 9> kEndNames = {
    "<|im_end|>", "<|eot_id|>",      "<|end|>",         "<end_of_turn>", "<|endoftext|>",
    "<|eom_id|>", "<|end_of_text|>", "<|end_of_turn|>", "</s>"};

constexpr std::array<std::string_view, 3> kGgufKeys = {
    "tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"};

/// "eos_token_id" of a configuration: a number or a list of them.
void add_of_config(const Json& config, std::vector<std::uint32_t>& ids) {
    if (!config.is_object()) {
        return;
    }
    const auto found = config.find("eos_token_id");
    if (found == config.end()) {
        return;
    }
    const Json list = found->is_array() ? *found : Json::array({*found});
    for (const Json& id : list) {
        if (id.is_number_unsigned() && id.get<std::uint64_t>() <= UINT32_MAX) {
            ids.push_back(id.get<std::uint32_t>());
        }
    }
}

/// The file beside the weights that says how a model is to be run; most have one.
Json generation_config(const Checkpoint& checkpoint) {
    std::error_code ignored;
    const auto& path = checkpoint.path();
    const auto folder = std::filesystem::is_directory(path, ignored) ? path : path.parent_path();
    return read_json_file(folder, "generation_config.json").value_or(Json(nullptr));
}

}  // namespace

std::vector<std::uint32_t> stop_tokens(const Checkpoint& checkpoint, const Tokenizer& tokenizer) {
    std::vector<std::uint32_t> ids;
    if (tokenizer.special().eos) {
        ids.push_back(*tokenizer.special().eos);
    }
    if (checkpoint.container() == Container::kGguf) {
        for (const std::string_view key : kGgufKeys) {
            const auto id = checkpoint.metadata().unsigned_integer(key);
            if (id && *id <= UINT32_MAX) {
                ids.push_back(static_cast<std::uint32_t>(*id));
            }
        }
    } else {
        add_of_config(checkpoint.config(), ids);
        add_of_config(generation_config(checkpoint), ids);
    }
    for (TokenId id = 0; id < tokenizer.vocabulary_size(); ++id) {
        const std::string_view text = tokenizer.token_text(id);
        if (tokenizer.is_control(id) &&
            std::find(kEndNames.begin(), kEndNames.end(), text) != kEndNames.end()) {
            ids.push_back(id);
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace bitlathe
