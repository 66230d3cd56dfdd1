// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/model_folder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "core/checkpoint/container.h"
#include "core/checkpoint/safetensors_index.h"
#include "core/checkpoint/shards.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

/// Names in the folder that end like that, sorted.
Result<Names> names_ending(const fs::path& folder, std::string_view ending) {
    Names names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.ends_with(ending)) {
            names.push_back(name);
        }
    }
    if (error) {
        return fail(ErrorCode::kRefused, fmt::format("cannot list the folder: {}", error.message()),
                    folder.string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool is_one_set(const Names& names) {
    const auto first = names.empty() ? std::nullopt : parse_shard_name(names.front());
    return first && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
               const auto other = parse_shard_name(name);
               return other && other->same_set(*first);
           });
}

tl::unexpected<Error> ambiguous(const fs::path& folder, const Names& names) {
    NameList list;
    for (const std::string& name : names) {
        list.add(name);
    }
    return fail(ErrorCode::kRefused,
                fmt::format("the folder holds more than one model: {}", list.text()),
                folder.string(), {}, "open one of these files");
}

/// The name to open as the model's index or only file: the usual name if it is there, or the only
/// one; nothing when there are none or several.
std::optional<std::string> usual_or_only(const Names& names, std::string_view usual) {
    if (std::find(names.begin(), names.end(), usual) != names.end()) {
        return std::string(usual);
    }
    return names.size() == 1 ? std::optional(names.front()) : std::nullopt;
}

Result<std::shared_ptr<const Checkpoint>> open_in(const fs::path& folder, const std::string& name,
                                                  const ParseLimits& limits) {
    BITLATHE_ASSIGN(const fs::path path, resolve_shard(folder, name));
    return open_file(folder, path, limits);
}

/// All parts of the set that `name` is of, whether they are there or not.
Result<std::shared_ptr<const Checkpoint>> open_set(const fs::path& folder, const std::string& name,
                                                   const ParseLimits& limits) {
    const auto first = parse_shard_name(name);
    Names parts;
    for (std::uint32_t number = 1; number <= first->count; ++number) {
        parts.push_back(first->of(number));
    }
    return open_safetensors_set(folder, parts, limits);
}

}  // namespace

Result<std::shared_ptr<const Checkpoint>> open_model_folder(const fs::path& folder,
                                                            const ParseLimits& limits) {
    BITLATHE_ASSIGN(const Names indices, names_ending(folder, ".safetensors.index.json"));
    if (const auto index = usual_or_only(indices, "model.safetensors.index.json")) {
        return open_in(folder, *index, limits);
    }
    BITLATHE_ASSIGN(const Names tensors, names_ending(folder, ".safetensors"));
    if (is_one_set(tensors)) {
        return open_set(folder, tensors.front(), limits);
    }
    if (const auto file = usual_or_only(tensors, "model.safetensors")) {
        return open_in(folder, *file, limits);
    }
    if (!tensors.empty()) {
        return ambiguous(folder, tensors);
    }
    BITLATHE_ASSIGN(const Names ggufs, names_ending(folder, ".gguf"));
    if (ggufs.size() == 1 || is_one_set(ggufs)) {
        return open_in(folder, ggufs.front(), limits);
    }
    if (!ggufs.empty()) {
        return ambiguous(folder, ggufs);
    }
    return fail(ErrorCode::kRefused, "there is no .safetensors and no .gguf file in this folder",
                folder.string(), {},
                "give the folder that holds the model; pickled weights (.bin, .pt, .pth) are never "
                "opened, convert them first");
}

}  // namespace bitlathe
