// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// How a tokenizer turns text into tokens.
enum class TokenizerKind : std::uint8_t {
    kByteLevelBpe,      ///< byte pair encoding over bytes
    kBpe,               ///< byte pair encoding over characters
    kSentencePieceBpe,  ///< SentencePiece's byte pair encoding, by scores
    kUnigram,           ///< most likely split (SentencePiece's other one)
    kWordPiece,
    kWordLevel,
};
/// "byte-level BPE", "WordPiece" ...
[[nodiscard]] std::string_view tokenizer_kind_name(TokenizerKind kind);

struct EncodeOptions {
    /// Adds what the model wants around a text: BOS, EOS, [CLS], [SEP].
    bool add_special = true;
    /// Reads the names of control tokens in the text ("<s>") as those tokens. llama-perplexity does
    /// not; tokenizers of Hugging Face do. Tokens that users defined are read always.
    bool parse_special = true;
};

/// Tokens with a meaning of their own, as far as the model has them.
struct SpecialTokens {
    std::optional<TokenId> bos, eos, unknown, padding;
    bool add_bos = false;  ///< `add_special` puts BOS first
    bool add_eos = false;  ///< `add_special` puts EOS (or [SEP]) last
    /// What a text begins with.
    [[nodiscard]] std::optional<TokenId> first() const { return add_bos ? bos : std::nullopt; }
};

class TokenizerBackend;

/// The tokenizer of a model. Immutable and thread-safe.
class Tokenizer {
public:
    /// The tokenizer that comes with a checkpoint: GGUF metadata, or tokenizer.json,
    /// tokenizer.model or older files beside safetensors. Errors: kRefused when there is none, or
    /// it is malformed or of a kind that is not known.
    static Result<std::shared_ptr<const Tokenizer>> open(const Checkpoint& checkpoint);
    /// From the folder of a safetensors model.
    static Result<std::shared_ptr<const Tokenizer>> open_folder(
        const std::filesystem::path& folder);
    /// From the text of a tokenizer.json. `config` is tokenizer_config.json, or null.
    static Result<std::shared_ptr<const Tokenizer>> from_json(std::string_view text,
                                                              const std::string& file,
                                                              const Json& config);
    static Result<std::shared_ptr<const Tokenizer>> from_json(std::string_view text,
                                                              const std::string& file);
    /// From the metadata of a GGUF file, which must outlive nothing: it is copied.
    static Result<std::shared_ptr<const Tokenizer>> from_gguf(const Metadata& metadata,
                                                              const std::string& file);
    /// From the bytes of a tokenizer.model of SentencePiece; `config` as above.
    static Result<std::shared_ptr<const Tokenizer>> from_sentencepiece(std::string_view bytes,
                                                                       const std::string& file,
                                                                       const Json& config);
    static Result<std::shared_ptr<const Tokenizer>> from_sentencepiece(std::string_view bytes,
                                                                       const std::string& file);
    ~Tokenizer();
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;

    [[nodiscard]] TokenizerKind kind() const;
    /// Ids are below this.
    [[nodiscard]] std::size_t vocabulary_size() const;
    [[nodiscard]] const SpecialTokens& special() const;
    /// The token as it stands in the file; "" for ids without one.
    [[nodiscard]] std::string_view token_text(TokenId id) const;
    /// Whether the token is one of control (BOS, <|im_end|>): not part of any text.
    [[nodiscard]] bool is_control(TokenId id) const;
    /// The bytes a token stands for inside a text: may be part of a character.
    [[nodiscard]] std::string token_bytes(TokenId id) const;

    /// Tokens of a text (less than 1 GiB). Malformed UTF-8 is read as U+FFFD, except that
    /// SentencePiece vocabularies in GGUF take any bytes. Errors: kRefused (text too long, no token
    /// for unknown text, a splitting pattern of the tokenizer needs too many steps).
    [[nodiscard]] Result<std::vector<TokenId>> encode(std::string_view text,
                                                      const EncodeOptions& options = {}) const;
    /// The text of tokens; bytes, as tokens may end inside a character. Ids that are no tokens are
    /// left out; so are control tokens, unless `keep_control`.
    [[nodiscard]] std::string decode(std::span<const TokenId> ids, bool keep_control = false) const;

private:
    explicit Tokenizer(std::unique_ptr<const TokenizerBackend> backend);
    std::unique_ptr<const TokenizerBackend> backend_;
};

}  // namespace bitlathe
