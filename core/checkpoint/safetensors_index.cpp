// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/safetensors_index.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/checkpoint/config_file.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/shards.h"
#include "core/checkpoint/weight_map.h"

namespace bitlathe {
namespace {

/// The files of one model in one folder, put together one after the other.
class ShardSet {
public:
    ShardSet(const std::filesystem::path& asked, std::filesystem::path folder, std::string index,
             std::vector<MappedTensor> map, const ParseLimits& limits)
        : builder_(Container::kSafetensors, asked),
          folder_(std::move(folder)),
          index_(std::move(index)),
          map_(std::move(map)),
          found_(map_.size()),
          limits_(limits) {}

    /// `at`: where the index names the file. Errors only for names that must not be followed.
    Status add(const std::string& name, std::uint64_t at);
    Result<std::shared_ptr<const Checkpoint>> finish();

private:
    void read(const std::filesystem::path& path, const std::string& name);
    void compare_with_map(ParsedFile& parsed, const std::string& name);

    CheckpointBuilder builder_;
    std::filesystem::path folder_;
    std::string index_;              ///< path, for messages
    std::vector<MappedTensor> map_;  ///< by tensor; empty without an index
    std::vector<bool> found_;        ///< whether a line of the map needs no warning any more
    const ParseLimits& limits_;
    NameList missing_;
    NameList elsewhere_;
    NameList unmapped_;
    std::vector<std::string> unread_;  ///< files whose tensors are accounted for by a warning
};

Status ShardSet::add(const std::string& name, std::uint64_t at) {
    auto path = resolve_shard(folder_, name);
    if (!path) {
        Error error = std::move(path).error();
        error.file = index_;
        error.offset = at;
        return fail(std::move(error));
    }
    std::error_code ignored;
    if (!std::filesystem::exists(*path, ignored)) {
        missing_.add(name);
        unread_.push_back(name);
        return {};
    }
    read(*path, name);
    return {};
}

void ShardSet::read(const std::filesystem::path& path, const std::string& name) {
    auto file = MappedFile::open(path);
    auto parsed = file ? parse_safetensors((*file)->bytes(), path.string(), limits_)
                       : Result<ParsedFile>(fail(file.error()));
    if (!parsed) {
        builder_.warn({fmt::format("this file is left out: {}", parsed.error().message),
                       parsed.error().file, parsed.error().offset});
        unread_.push_back(name);
        return;
    }
    if (parsed->tensors.size() < parsed->declared_tensors) {
        unread_.push_back(name);
    }
    if (!map_.empty()) {
        compare_with_map(*parsed, name);
    }
    builder_.add_file(*std::move(file), *std::move(parsed));
}

void ShardSet::compare_with_map(ParsedFile& parsed, const std::string& name) {
    std::erase_if(parsed.tensors, [&](const TensorInfo& info) {
        const auto line = std::lower_bound(
            map_.begin(), map_.end(), info.name,
            [](const MappedTensor& m, const std::string& n) { return m.tensor < n; });
        if (line == map_.end() || line->tensor != info.name) {
            unmapped_.add(info.name);
            return false;
        }
        if (line->file != name) {
            elsewhere_.add(info.name);
            return true;
        }
        found_[static_cast<std::size_t>(line - map_.begin())] = true;
        return false;
    });
}

Result<std::shared_ptr<const Checkpoint>> ShardSet::finish() {
    const auto warn = [&](const NameList& names, std::string_view what) {
        if (names.count() > 0) {
            builder_.warn(
                {fmt::format("{} {}: {}", names.count(), what, names.text()), index_, {}});
        }
    };
    std::sort(unread_.begin(), unread_.end());
    NameList lost;
    for (std::size_t i = 0; i < map_.size(); ++i) {
        if (!found_[i] && !std::binary_search(unread_.begin(), unread_.end(), map_[i].file)) {
            lost.add(map_[i].tensor);
        }
    }
    warn(missing_, "files of the model are missing");
    warn(lost, "tensors of the index are not in their files");
    warn(elsewhere_, "tensors are in another file than the index says and are left out");
    warn(unmapped_, "tensors are in the files but not in the index");
    read_config_file(folder_, builder_);
    return builder_.finish();
}

}  // namespace

bool is_safetensors_index(const std::filesystem::path& path, std::span<const std::byte>) {
    return path.extension() == ".json";
}

Result<std::shared_ptr<const Checkpoint>> open_safetensors_index(const OpenRequest& request) {
    const auto bytes = request.file->bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::string index = request.path.string();
    BITLATHE_ASSIGN(auto map, parse_weight_map(text, index, request.limits));
    std::map<std::string, std::uint64_t> files;  // name, where it stands first
    for (const MappedTensor& line : map) {
        const auto place = files.emplace(line.file, line.at).first;
        place->second = std::min(place->second, line.at);
    }
    if (files.size() > request.limits.max_shards) {
        return fail(ErrorCode::kRefused,
                    fmt::format("the index names {} files, more than the limit of {}", files.size(),
                                request.limits.max_shards),
                    index, 0);
    }
    ShardSet set(request.asked, folder_of(request.path), index, std::move(map), request.limits);
    for (const auto& [name, at] : files) {
        BITLATHE_TRY(set.add(name, at));
    }
    return set.finish();
}

Result<std::shared_ptr<const Checkpoint>> open_safetensors_set(
    const std::filesystem::path& folder, const std::vector<std::string>& names,
    const ParseLimits& limits) {
    ShardSet set(folder, folder, folder.string(), {}, limits);
    for (const std::string& name : names) {
        BITLATHE_TRY(set.add(name, 0));
    }
    return set.finish();
}

}  // namespace bitlathe
