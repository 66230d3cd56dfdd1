// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/json.h"
#include "core/base/result.h"

namespace bitlathe {

/// The tokenizer of a folder of Hugging Face as its files say it.
struct TokenizerFiles {
    std::string file;           ///< the one that the tokens come from
    Json document;              ///< tokenizer.json, or what older files say in its words; or null:
    std::string sentencepiece;  ///< the bytes of a tokenizer.model
    /// tokenizer_config.json; what it leaves out of special_tokens_map.json; tokens of
    /// added_tokens.json and of its "added_tokens_decoder" as a list "added_tokens" of entries as
    /// tokenizer.json has them.
    Json config;
};

/// Reads tokenizer.json, else tokenizer.model, else vocab.json with merges.txt, else vocab.txt, and
/// the files beside it. Errors: kRefused (there is none, or one is malformed).
[[nodiscard]] Result<TokenizerFiles> read_tokenizer_files(const std::filesystem::path& folder);

/// A JSON object of the folder, of a limited size; null when there is none. Errors: kRefused.
[[nodiscard]] Result<Json> read_optional_json(const std::filesystem::path& path);

/// A text of the folder; "" when there is none. Errors: kRefused (unreadable, too long, not UTF-8).
[[nodiscard]] Result<std::string> read_optional_text(const std::filesystem::path& path);

}  // namespace bitlathe
