// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/config_file.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/checkpoint/shards.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMaxConfigBytes = 16'000'000;

}  // namespace

Result<Json> read_json_file(const std::filesystem::path& folder, const std::string& name) {
    BITLATHE_ASSIGN(const auto path, resolve_shard(folder, name));
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    const std::string_view text(reinterpret_cast<const char*>(file->bytes().data()), file->size());
    BITLATHE_ASSIGN(Json config,
                    parse_json(text, path.string(), 0, {.max_bytes = kMaxConfigBytes}));
    if (!config.is_object()) {
        return fail(ErrorCode::kRefused, "not a JSON object", path.string(), 0);
    }
    return config;
}

void read_config_file(const std::filesystem::path& folder, CheckpointBuilder& builder) {
    std::error_code ignored;
    const auto status = std::filesystem::symlink_status(folder / "config.json", ignored);
    if (!std::filesystem::exists(status)) {
        return;
    }
    auto config = read_json_file(folder, "config.json");
    if (config) {
        builder.set_config(*std::move(config));
    } else {
        const Error& error = config.error();
        builder.warn(
            {fmt::format("config.json is not used: {}", error.message), error.file, error.offset});
    }
}

}  // namespace bitlathe
