// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizer.h"

#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/text/safe_cuts.h"
#include "core/text/tokenizer_backend.h"
#include "core/text/tokenizer_files.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxTextBytes = (std::size_t{1} << 30) - 1;

/// Says which file an error is about.
tl::unexpected<Error> in_file(Error error, const std::string& file) {
    if (error.file.empty()) {
        error.file = file;
    }
    return fail(std::move(error));
}

}  // namespace

BackendResult read_folder_tokenizer(const TokenizerFiles& files) {
    auto backend = files.document.is_null()
                       ? read_sentencepiece_tokenizer(files.sentencepiece, files.config)
                       : read_json_tokenizer(files.document, files.config);
    return backend ? std::move(backend) : in_file(std::move(backend).error(), files.file);
}

std::string_view tokenizer_kind_name(TokenizerKind kind) {
    static constexpr std::array<std::string_view, 6> kNames = {
        "byte-level BPE", "BPE", "SentencePiece BPE", "Unigram", "WordPiece", "WordLevel"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<std::string> config_token(const Json& config, std::string_view key) {
    if (!config.is_object()) {
        return std::nullopt;
    }
    const auto found = config.find(std::string(key));
    if (found == config.end()) {
        return std::nullopt;
    }
    if (found->is_string()) {
        return found->get<std::string>();
    }
    if (found->is_object()) {
        return config_token(*found, "content");
    }
    return std::nullopt;
}

std::string spaces_for_marks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with(kSpaceMark)) {
            out.push_back(' ');
            at += kSpaceMark.size();
        } else {
            out.push_back(text[at++]);
        }
    }
    return out;
}

Tokenizer::Tokenizer(std::unique_ptr<const TokenizerBackend> backend)
    : backend_(std::move(backend)) {}
Tokenizer::~Tokenizer() = default;

Result<std::shared_ptr<const Tokenizer>> Tokenizer::open(const Checkpoint& checkpoint) {
    if (checkpoint.container() == Container::kGguf) {
        return from_gguf(checkpoint.metadata(), checkpoint.path().string());
    }
    std::error_code ignored;
    const fs::path& path = checkpoint.path();
    return open_folder(fs::is_directory(path, ignored) ? path : path.parent_path());
}

Result<std::shared_ptr<const Tokenizer>> Tokenizer::open_folder(const fs::path& folder) {
    BITLATHE_ASSIGN(const TokenizerFiles files, read_tokenizer_files(folder));
    BITLATHE_ASSIGN(auto backend, read_folder_tokenizer(files));
    return std::shared_ptr<const Tokenizer>(new Tokenizer(std::move(backend)));
}

Result<std::shared_ptr<const Tokenizer>> Tokenizer::from_json(std::string_view text,
                                                              const std::string& file,
                                                              const Json& config) {
    BITLATHE_ASSIGN(const Json document, parse_json(text, file));
    auto backend = read_json_tokenizer(document, config);
    if (!backend) {
        return in_file(std::move(backend).error(), file);
    }
    return std::shared_ptr<const Tokenizer>(new Tokenizer(*std::move(backend)));
}

Result<std::shared_ptr<const Tokenizer>> Tokenizer::from_json(std::string_view text,
                                                              const std::string& file) {
    return from_json(text, file, Json());
}

Result<std::shared_ptr<const Tokenizer>> Tokenizer::from_gguf(const Metadata& metadata,
                                                              const std::string& file) {
    auto backend = read_gguf_tokenizer(metadata);
    if (!backend) {
        return in_file(std::move(backend).error(), file);
    }
    return std::shared_ptr<const Tokenizer>(new Tokenizer(*std::move(backend)));
}

Result<std::shared_ptr<const Tokenizer>> Tokenizer::from_sentencepiece(std::string_view bytes,
                                                                       const std::string& file,
                                                                       const Json& config) {
    auto backend = read_sentencepiece_tokenizer(bytes, config);
    if (!backend) {
        return in_file(std::move(backend).error(), file);
    }
    return std::shared_ptr<const Tokenizer>(new Tokenizer(*std::move(backend)));
}

Result<std::shared_ptr<const Tokenizer>> Tokenizer::from_sentencepiece(std::string_view bytes,
                                                                       const std::string& file) {
    return from_sentencepiece(bytes, file, Json());
}

TokenizerKind Tokenizer::kind() const {
    return backend_->kind;
}
std::size_t Tokenizer::vocabulary_size() const {
    return backend_->vocabulary.size();
}
const SpecialTokens& Tokenizer::special() const {
    return backend_->special;
}

std::string_view Tokenizer::token_text(TokenId id) const {
    return backend_->vocabulary.has(id) ? std::string_view(backend_->vocabulary.token(id).text)
                                        : std::string_view();
}

bool Tokenizer::is_control(TokenId id) const {
    return backend_->vocabulary.has(id) &&
           backend_->vocabulary.token(id).type == TokenType::kControl;
}

std::string Tokenizer::token_bytes(TokenId id) const {
    return backend_->vocabulary.has(id) ? backend_->token_bytes(id) : std::string();
}

Result<std::vector<TokenId>> Tokenizer::encode(std::string_view text,
                                               const EncodeOptions& options) const {
    if (text.size() > kMaxTextBytes) {
        return fail(ErrorCode::kRefused,
                    fmt::format("the text has {} bytes, more than 1 GiB", text.size()), {}, {},
                    "split it");
    }
    std::vector<TokenId> ids;
    ids.reserve(text.size() / 3 + 2);
    BITLATHE_TRY(backend_->encode(text, options, ids));
    return ids;
}

std::string Tokenizer::decode(std::span<const TokenId> ids, bool keep_control) const {
    std::vector<TokenId> kept;
    kept.reserve(ids.size());
    for (const TokenId id : ids) {
        if (backend_->vocabulary.has(id) && (keep_control || !is_control(id))) {
            kept.push_back(id);
        }
    }
    return backend_->decode(kept);
}

}  // namespace bitlathe
