// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/folder_token_ids.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/json.h"

namespace bitlathe {
namespace {

std::optional<std::uint64_t> token_id(const Metadata& metadata, const char* key,
                                      std::uint64_t vocabulary) {
    const auto id = metadata.unsigned_integer(key);
    return id && *id < vocabulary ? id : std::nullopt;
}

}  // namespace

void write_folder_token_ids(const Metadata& metadata, std::uint64_t vocabulary, Json& config) {
    constexpr std::array<std::pair<const char*, const char*>, 3> kTokens = {{
        {"bos_token_id", "tokenizer.ggml.bos_token_id"},
        {"eos_token_id", "tokenizer.ggml.eos_token_id"},
        {"pad_token_id", "tokenizer.ggml.padding_token_id"},
    }};
    for (const auto& [key, from] : kTokens) {
        const auto id = token_id(metadata, from, vocabulary);
        config[key] = id ? Json(*id) : Json(nullptr);
    }
}

Json folder_generation_config(const Metadata& metadata, std::uint64_t vocabulary) {
    Json out = {{"_from_model_config", true}};
    if (const auto bos = token_id(metadata, "tokenizer.ggml.bos_token_id", vocabulary)) {
        out["bos_token_id"] = *bos;
    }
    if (const auto pad = token_id(metadata, "tokenizer.ggml.padding_token_id", vocabulary)) {
        out["pad_token_id"] = *pad;
    }
    Json ends = Json::array();
    for (const char* key : {"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id",
                            "tokenizer.ggml.eom_token_id"}) {
        const auto id = token_id(metadata, key, vocabulary);
        if (id && std::find(ends.begin(), ends.end(), Json(*id)) == ends.end()) {
            ends.push_back(*id);
        }
    }
    if (!ends.empty()) {
        out["eos_token_id"] = ends.size() == 1 ? ends.front() : std::move(ends);
    }
    return out;
}

}  // namespace bitlathe
