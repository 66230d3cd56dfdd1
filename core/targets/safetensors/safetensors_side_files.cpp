// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/safetensors_side_files.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fmt/format.h>

#include "core/base/mapped_file.h"
#include "core/checkpoint/shards.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

/// The largest tokenizers have some 40 MB; more is no side file.
constexpr std::uint64_t kMaxBytes = 128 << 20;

bool is_wanted(const std::string& name) {
    constexpr std::array<std::string_view, 5> kEndings = {".json", ".model", ".txt", ".jinja",
                                                          ".tiktoken"};
    if (name.ends_with(".index.json") || name == kPlanFileName) {
        return false;
    }
    return name.starts_with("LICENSE") || name.starts_with("NOTICE") ||
           std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

std::vector<std::string> wanted_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        std::string name = entry->path().filename().string();
        if (is_wanted(name) && entry->is_regular_file(ignored) &&
            entry->file_size(ignored) <= kMaxBytes) {
            names.push_back(std::move(name));
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

FileLayout text_file(const fs::path& name, std::string_view content) {
    const auto bytes = std::as_bytes(std::span(content));
    return {name, {bytes.begin(), bytes.end()}, {}, content.size()};
}

Result<std::vector<FileLayout>> side_files(const fs::path& folder) {
    std::vector<FileLayout> files;
    std::error_code ignored;
    if (!fs::exists(folder / "config.json", ignored)) {
        return files;
    }
    for (const std::string& name : wanted_names(folder)) {
        const auto path = resolve_shard(folder, name);
        if (!path) {
            continue;
        }
        BITLATHE_ASSIGN(const auto file, MappedFile::open(*path));
        const auto bytes = file->bytes();
        files.push_back({name, {bytes.begin(), bytes.end()}, {}, bytes.size()});
    }
    return files;
}

}  // namespace bitlathe
