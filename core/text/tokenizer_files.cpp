// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer_files.h"

#include <charconv>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"
#include "core/text/json_fields.h"
#include "core/text/json_parts.h"
#include "core/text/older_vocabulary.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kMaxConfigBytes = 10'000'000;

std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// What the other file says and this one does not.
void merge(Json& config, const Json& other) {
    if (other.is_null()) {
        return;
    }
    if (config.is_null()) {
        config = Json::object();
    }
    for (const auto& [key, value] : other.items()) {
        Json& mine = config[key];
        if (mine.is_null()) {
            mine = value;
        }
    }
}

/// added_tokens.json, {"text": id}, and "added_tokens_decoder", {"id": entry}, as one list.
Result<Json> added_tokens(const Json& config, const Json& file) {
    Json list = Json::array();
    const JsonFields fields(config, "tokenizer_config.json");
    const Json* decoder = fields.find("added_tokens_decoder");
    if (decoder != nullptr && decoder->is_object()) {
        for (const auto& [key, value] : decoder->items()) {
            std::uint64_t id = 0;
            const auto end = std::from_chars(key.data(), key.data() + key.size(), id);
            if (end.ec != std::errc() || end.ptr != key.data() + key.size() || !value.is_object()) {
                return fields.refuse("\"added_tokens_decoder\" has a key that is no id");
            }
            Json entry = value;
            entry["id"] = id;
            list.push_back(std::move(entry));
        }
    } else if (file.is_object()) {
        for (const auto& [text, id] : file.items()) {
            if (!id.is_number_unsigned()) {
                return JsonFields(file, "added_tokens.json").refuse("an id is no number");
            }
            list.push_back({{"id", id}, {"content", text}, {"special", false}});
        }
    }
    return list;
}

Result<Json> read_config(const fs::path& folder) {
    BITLATHE_ASSIGN(Json config, read_optional_json(folder / "tokenizer_config.json"));
    BITLATHE_ASSIGN(const Json map, read_optional_json(folder / "special_tokens_map.json"));
    BITLATHE_ASSIGN(const Json file, read_optional_json(folder / "added_tokens.json"));
    merge(config, map);
    BITLATHE_ASSIGN(Json added, added_tokens(config, file));
    if (!added.empty()) {
        merge(config, Json{{"added_tokens", std::move(added)}});
    }
    return config;
}

}  // namespace

Result<Json> read_optional_json(const fs::path& path) {
    if (!there(path)) {
        return Json(nullptr);
    }
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    JsonLimits limits;
    limits.max_bytes = kMaxConfigBytes;
    BITLATHE_ASSIGN(Json document, parse_json(as_text(file->bytes()), path.string(), 0, limits));
    if (!document.is_object()) {
        return fail(ErrorCode::kRefused, "not a JSON object", path.string(), 0);
    }
    return document;
}

Result<std::string> read_optional_text(const fs::path& path) {
    if (!there(path)) {
        return std::string();
    }
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    const std::string_view text = as_text(file->bytes());
    if (text.size() > kMaxConfigBytes || !is_utf8(text)) {
        return fail(ErrorCode::kRefused, "not a text of less than 10 MB in UTF-8", path.string());
    }
    return std::string(text);
}

Result<TokenizerFiles> read_tokenizer_files(const fs::path& folder) {
    TokenizerFiles files;
    BITLATHE_ASSIGN(files.config, read_config(folder));
    if (const fs::path path = folder / "tokenizer.json"; there(path)) {
        files.file = path.string();
        BITLATHE_ASSIGN(const auto mapped, MappedFile::open(path));
        BITLATHE_ASSIGN(files.document, parse_json(as_text(mapped->bytes()), files.file));
        return files;
    }
    if (const fs::path path = folder / "tokenizer.model"; there(path)) {
        files.file = path.string();
        BITLATHE_ASSIGN(const auto mapped, MappedFile::open(path));
        files.sentencepiece = as_text(mapped->bytes());
        return files;
    }
    BITLATHE_ASSIGN(const bool found, read_older_vocabulary(folder, files));
    if (!found) {
        return fail(ErrorCode::kRefused, "there is no tokenizer beside the weights",
                    folder.string(), {}, "put tokenizer.json or tokenizer.model into the folder");
    }
    return files;
}

}  // namespace bitlathe
