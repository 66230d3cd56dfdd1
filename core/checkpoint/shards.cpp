// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/shards.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

std::optional<std::uint32_t> five_digits(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() != 5 || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

/// The folder where a Hugging Face cache keeps the content of files linked in `folder`, or nothing.
std::optional<fs::path> cache_blobs(const fs::path& folder) {
    for (fs::path at = folder; at.has_relative_path(); at = at.parent_path()) {
        if (at.filename() == "snapshots") {
            return at.parent_path() / "blobs";
        }
    }
    return std::nullopt;
}

}  // namespace

std::string ShardName::of(std::uint32_t other) const {
    return fmt::format("{}-{:05}-of-{:05}{}", prefix, other, count, extension);
}

bool ShardName::same_set(const ShardName& other) const {
    return prefix == other.prefix && extension == other.extension && count == other.count;
}

std::optional<ShardName> parse_shard_name(std::string_view file_name) {
    static constexpr std::string_view kOf = "-of-";
    static constexpr std::size_t kTail = 1 + 5 + kOf.size() + 5;  // -00001-of-00002
    const std::size_t dot = file_name.rfind('.');
    if (dot == std::string_view::npos || dot < kTail) {
        return std::nullopt;
    }
    const std::string_view tail = file_name.substr(dot - kTail, kTail);
    const auto number = five_digits(tail.substr(1, 5));
    const auto count = five_digits(tail.substr(kTail - 5));
    if (tail[0] != '-' || tail.substr(6, kOf.size()) != kOf || !number || !count || *number == 0 ||
        *number > *count) {
        return std::nullopt;
    }
    return ShardName{std::string(file_name.substr(0, dot - kTail)),
                     std::string(file_name.substr(dot)), *number, *count};
}

Result<fs::path> resolve_shard(const fs::path& folder, const std::string& name) {
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorCode::kRefused,
                    fmt::format("the file name \"{}\" {}", printable(name), why), folder.string());
    };
    if (name.empty() || name == "." || name == ".." ||
        name.find_first_of(std::string_view("/\\\0", 3)) != std::string::npos) {
        return refuse("is not a plain name of a file in this folder");
    }
    const fs::path path = folder / name;
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(path, error))) {
        return path;
    }
    const fs::path home = fs::canonical(folder, error);
    const fs::path target = fs::weakly_canonical(path, error);
    if (error) {
        return refuse("is a link that cannot be followed");
    }
    const auto blobs = cache_blobs(home);
    if (!is_inside(target, home) && !(blobs && is_inside(target, *blobs))) {
        return refuse("is a link that leads out of the folder");
    }
    return path;
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace bitlathe
