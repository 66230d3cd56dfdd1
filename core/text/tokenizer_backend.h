// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizer_files.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// What is behind a Tokenizer: one class for every kind of file. Immutable and thread-safe.
class TokenizerBackend {
public:
    virtual ~TokenizerBackend() = default;
    virtual Status encode(std::string_view text, const EncodeOptions& options,
                          std::vector<TokenId>& out) const = 0;
    /// Ids are checked, and control tokens left out, by the caller.
    [[nodiscard]] virtual std::string decode(std::span<const TokenId> ids) const = 0;
    [[nodiscard]] virtual std::string token_bytes(TokenId id) const = 0;

    TokenizerKind kind = TokenizerKind::kBpe;
    Vocabulary vocabulary;
    SpecialTokens special;
};

using BackendResult = Result<std::unique_ptr<const TokenizerBackend>>;

/// Of a tokenizer.json (the parsed document) and tokenizer_config.json (or null).
[[nodiscard]] BackendResult read_json_tokenizer(const Json& document, const Json& config);
/// Errors name the file.
[[nodiscard]] BackendResult read_folder_tokenizer(const TokenizerFiles& files);
[[nodiscard]] BackendResult read_gguf_tokenizer(const Metadata& metadata);
[[nodiscard]] BackendResult read_sentencepiece_tokenizer(std::string_view bytes,
                                                         const Json& config);

/// Name of a special token in tokenizer_config.json: a text, or an object with "content".
[[nodiscard]] std::optional<std::string> config_token(const Json& config, std::string_view key);

/// The text with every space mark (U+2581) replaced by a space.
[[nodiscard]] std::string spaces_for_marks(std::string_view text);

}  // namespace bitlathe
