// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/encoder_pooling.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"
#include "core/checkpoint/shards.h"
#include "core/text/tokenizer_files.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

std::string text_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// The folder of the module that pools; "" when there is none.
Result<std::string> pooling_module(const fs::path& list) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(list));
    const auto bytes = file->bytes();
    BITLATHE_ASSIGN(
        const Json modules,
        parse_json({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, list.string()));
    for (const Json& entry : modules) {
        if (entry.is_object() && text_in(entry, "type").ends_with(".Pooling")) {
            return text_in(entry, "path");
        }
    }
    return std::string();
}

struct Mode {
    const char* flag;  ///< "pooling_mode_..." of all generations so far
    const char* word;  ///< of "pooling_mode"
    std::optional<Pooling> pooling = {};
};
constexpr Mode kModes[] = {
    {"pooling_mode_mean_tokens", "mean", Pooling::kMean},
    {"pooling_mode_cls_token", "cls", Pooling::kFirst},
    {"pooling_mode_lasttoken", "lasttoken", Pooling::kLast},
    {"pooling_mode_max_tokens", "max"},
    {"pooling_mode_mean_sqrt_len_tokens", "mean_sqrt_len_tokens"},
    {"pooling_mode_weightedmean_tokens", "weightedmean"},
};

}  // namespace

Result<std::optional<Pooling>> pooling_of_folder(const fs::path& folder,
                                                 std::vector<std::string>& warnings) {
    std::error_code ignored;
    const fs::path list = folder / "modules.json";
    if (!fs::exists(list, ignored)) {
        return std::nullopt;
    }
    BITLATHE_ASSIGN(const std::string module, pooling_module(list));
    if (module.empty()) {
        return std::nullopt;
    }
    BITLATHE_ASSIGN(const fs::path place, resolve_shard(folder, module));
    BITLATHE_ASSIGN(const Json config, read_optional_json(place / "config.json"));
    std::vector<const Mode*> chosen;
    for (const Mode& mode : kModes) {
        const auto flag = config.is_object() ? config.find(mode.flag) : config.end();
        const bool on = flag != config.end() && flag->is_boolean() && flag->get<bool>();
        if (on || (config.is_object() && text_in(config, "pooling_mode") == mode.word)) {
            chosen.push_back(&mode);
        }
    }
    if (chosen.size() == 1 && chosen.front()->pooling) {
        return chosen.front()->pooling;
    }
    warnings.push_back(
        fmt::format("the folder pools in a way that a GGUF cannot state ({}): "
                    "choose one when you run it",
                    chosen.empty() ? "not known" : chosen.front()->word));
    return std::nullopt;
}

}  // namespace bitlathe
