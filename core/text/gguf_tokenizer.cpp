// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "core/text/bpe.h"
#include "core/text/gguf_normalize.h"
#include "core/text/gguf_patterns.h"
#include "core/text/gguf_special.h"
#include "core/text/gguf_vocabulary.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/safe_cuts.h"
#include "core/text/spm.h"
#include "core/text/tokenizer_backend.h"
#include "core/text/unigram.h"
#include "core/text/utf8.h"
#include "core/text/word_models.h"

namespace bitlathe {
namespace {

/// A vocabulary in the metadata of a GGUF.
class GgufTokenizer final : public TokenizerBackend {
public:
    Status encode(std::string_view text, const EncodeOptions& options,
                  std::vector<TokenId>& out) const override {
        const auto session = model_->session();
        if (options.add_special && special.add_bos) {
            out.push_back(*special.bos);
        }
        bool after_token = true;
        for (const TextPart& part : marked_.split(text, options.parse_special)) {
            if (part.token) {
                out.push_back(*part.token);
            } else {
                BITLATHE_TRY(split_(text.substr(part.begin, part.end - part.begin), after_token,
                                    *session, out));
            }
            after_token = part.token.has_value();
        }
        if (options.add_special && special.add_eos) {
            out.push_back(*last_);
        }
        return {};
    }

    [[nodiscard]] std::string decode(std::span<const TokenId> ids) const override {
        std::string text;
        for (const TokenId id : ids) {
            text += token_bytes(id);
        }
        if (strip_first_space_ && text.starts_with(' ')) {
            text.erase(0, 1);
        }
        return text;
    }

    [[nodiscard]] std::string token_bytes(TokenId id) const override {
        const Token& token = vocabulary.token(id);
        switch (token.type) {
            case TokenType::kByte:
                if (const auto byte = byte_of_token_text(token.text)) {
                    return std::string(1, static_cast<char>(*byte));
                }
                break;
            case TokenType::kControl:
            case TokenType::kUnknown:
            case TokenType::kUserDefined:
                return token.text;
            default:
                break;
        }
        return kind == TokenizerKind::kByteLevelBpe
                   ? from_byte_characters(token.text).value_or(token.text)
                   : spaces_for_marks(token.text);
    }

    Status read(const Metadata& metadata);

private:
    void read_special(const Metadata& metadata);
    Status read_bpe(const Metadata& metadata);
    Status read_spm(const Metadata& metadata);
    Status read_word_piece(const Metadata& metadata);
    Status read_unigram(const Metadata& metadata);
    void default_special(std::optional<TokenId> bos, std::optional<TokenId> eos,
                         std::optional<TokenId> unknown);

    std::unique_ptr<const TextModel> model_;
    GgufSpecialTokens marked_;
    /// Encodes one stretch of text; `first`: nothing, or a special token, stands before it.
    std::function<Status(std::string_view, bool first, ModelSession&, std::vector<TokenId>&)>
        split_;
    std::optional<TokenId> last_;  ///< what add_eos adds: EOS or [SEP]
    bool add_sep_ = false;
    bool strip_first_space_ = false;
};

Status GgufTokenizer::read(const Metadata& metadata) {
    const auto model = metadata.string("tokenizer.ggml.model");
    if (!model || *model == "no_vocab" || *model == "none") {
        return refuse_gguf_tokenizer("there is none: the file was written without a vocabulary");
    }
    BITLATHE_TRY(read_gguf_tokens(metadata, vocabulary));
    if (*model == "gpt2" || *model == "gemma4") {
        BITLATHE_TRY(read_bpe(metadata));
    } else if (*model == "llama") {
        BITLATHE_TRY(read_spm(metadata));
    } else if (*model == "bert") {
        BITLATHE_TRY(read_word_piece(metadata));
    } else if (*model == "t5") {
        BITLATHE_TRY(read_unigram(metadata));
    } else {
        return refuse_gguf_tokenizer(fmt::format("its kind, \"{}\", is not supported", *model));
    }
    correct_token_types(vocabulary);
    marked_ = GgufSpecialTokens(vocabulary, metadata);
    return {};
}

void GgufTokenizer::default_special(std::optional<TokenId> bos, std::optional<TokenId> eos,
                                    std::optional<TokenId> unknown) {
    const auto existing = [&](std::optional<TokenId> id) {
        return id && *id < vocabulary.size() ? id : std::nullopt;
    };
    special.bos = existing(bos);
    special.eos = existing(eos);
    special.unknown = existing(unknown);
}

/// What the file says, over what was set before.
void GgufTokenizer::read_special(const Metadata& metadata) {
    const auto id = [&](const char* key, std::optional<TokenId>& out) {
        const auto value = metadata.unsigned_integer(std::string("tokenizer.ggml.") + key);
        if (value && *value < vocabulary.size()) {
            out = static_cast<TokenId>(*value);
        }
    };
    const auto flag = [&](const char* key, bool& out) {
        out = metadata.boolean(std::string("tokenizer.ggml.") + key).value_or(out);
    };
    id("bos_token_id", special.bos);
    id("eos_token_id", special.eos);
    id("unknown_token_id", special.unknown);
    id("padding_token_id", special.padding);
    flag("add_bos_token", special.add_bos);
    flag("add_eos_token", special.add_eos);
    special.add_bos = special.add_bos && special.bos;
    special.add_eos = special.add_eos && special.eos;
    last_ = special.eos;
}

Status GgufTokenizer::read_bpe(const Metadata& metadata) {
    const bool gemma4 = metadata.string("tokenizer.ggml.model") == "gemma4";
    const std::string_view name =
        gemma4 ? "gemma4" : metadata.string("tokenizer.ggml.pre").value_or("");
    const auto how = gguf_pre_tokenizer(name);
    if (!how) {
        return refuse_gguf_tokenizer(
            fmt::format("its way of splitting text, \"{}\", is not known", name));
    }
    if (metadata.find("tokenizer.ggml.merges") == nullptr && name != "kimi-k2") {
        return refuse_gguf_tokenizer("tokenizer.ggml.merges is missing");
    }
    StringIndex extra;
    MergeTable merges = read_gguf_merges(metadata, vocabulary, extra);
    BpeOptions options;
    options.byte_level = how->byte_level;
    options.ignore_merges = how->ignore_merges;
    options.whole_newlines = how->space_marks && how->add_bos;
    options.unknown_text = how->byte_level ? UnknownText::kLateBytes : UnknownText::kLateByteTokens;
    kind = how->byte_level ? TokenizerKind::kByteLevelBpe : TokenizerKind::kBpe;
    model_ = std::make_unique<BpeModel>(vocabulary, std::move(extra), std::move(merges), options);
    BITLATHE_ASSIGN(const PreTokenizer splitter, PreTokenizer::from_patterns(how->patterns));
    split_ = [splitter, marks = how->space_marks](std::string_view text, bool,
                                                  ModelSession& session,
                                                  std::vector<TokenId>& out) -> Status {
        const std::string valid = to_valid_utf8(marks ? with_marks(text) : std::string(text));
        Pieces pieces;
        pieces.list.push_back({valid, false});
        BITLATHE_TRY(splitter.split(pieces));
        for (const Piece& piece : pieces.list) {
            BITLATHE_TRY(session.encode(piece.text, out));
        }
        return {};
    };
    // Files without these ids are of Falcon's kind.
    const std::optional<TokenId> common = gemma4 ? std::nullopt : std::optional<TokenId>(11);
    default_special(name == "glm4" || name == "chatglm-bpe" ? std::nullopt : common, common, {});
    special.add_bos = how->add_bos;
    read_special(metadata);
    if (how->space_marks && how->add_bos) {
        special.add_bos = special.bos.has_value();  // whatever the file says, as llama.cpp does
    }
    return {};
}

Status GgufTokenizer::read_spm(const Metadata& metadata) {
    kind = TokenizerKind::kSentencePieceBpe;
    default_special(1, 2, 0);
    special.add_bos = true;
    read_special(metadata);
    const bool prefix = metadata.boolean("tokenizer.ggml.add_space_prefix").value_or(true);
    strip_first_space_ = prefix;
    model_ = std::make_unique<SpmModel>(vocabulary, special.unknown);
    split_ = [prefix](std::string_view text, bool first, ModelSession& session,
                      std::vector<TokenId>& out) {
        return session.encode(
            prefix && first ? std::string(kSpaceMark) + with_marks(text) : with_marks(text), out);
    };
    return {};
}

Status GgufTokenizer::read_word_piece(const Metadata& metadata) {
    kind = TokenizerKind::kWordPiece;
    default_special(101, std::nullopt, 100);
    std::optional<TokenId> separator =
        vocabulary.size() > 102 ? std::optional<TokenId>(102) : std::nullopt;
    read_special(metadata);
    // The misspelling is the format's.
    const auto stated = metadata.unsigned_integer("tokenizer.ggml.seperator_token_id");
    if (stated && *stated < vocabulary.size()) {
        separator = static_cast<TokenId>(*stated);
    }
    special.add_bos = special.bos.has_value();
    special.add_eos = separator.has_value();
    last_ = separator;
    strip_first_space_ = true;
    WordPieceText how;
    how.lower = metadata.boolean("tokenizer.ggml.normalizer.lowercase").value_or(true);
    how.strip_accents =
        metadata.boolean("tokenizer.ggml.normalizer.strip_accents").value_or(how.lower);
    WordPieceOptions options;
    options.prefix = "";
    options.max_characters = std::numeric_limits<std::size_t>::max();
    options.unknown = special.unknown;
    model_ = std::make_unique<WordPieceModel>(vocabulary, std::move(options));
    split_ = [how](std::string_view text, bool, ModelSession& session,
                   std::vector<TokenId>& out) -> Status {
        for (const std::string& word : word_piece_words(text, how)) {
            BITLATHE_TRY(session.encode(word, out));
        }
        return {};
    };
    return {};
}

Status GgufTokenizer::read_unigram(const Metadata& metadata) {
    kind = TokenizerKind::kUnigram;
    default_special({}, 1, 2);
    special.padding = 0;
    special.add_eos = true;
    read_special(metadata);
    UnigramText how;
    how.add_space = metadata.boolean("tokenizer.ggml.add_space_prefix").value_or(false);
    how.merge_spaces = metadata.boolean("tokenizer.ggml.remove_extra_whitespaces").value_or(false);
    strip_first_space_ = how.add_space;
    const MetaEntry* rules = metadata.find("tokenizer.ggml.precompiled_charsmap");
    if (rules != nullptr && rules->type == MetaType::kArray && !rules->raw.empty()) {
        BITLATHE_ASSIGN(how.rules, Charsmap::read({reinterpret_cast<const char*>(rules->raw.data()),
                                                   rules->raw.size()}));
    }
    UnigramOptions options;
    options.unknown = special.unknown;
    float lowest = std::numeric_limits<float>::max();
    std::vector<std::pair<std::string_view, std::uint32_t>> kept;
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        Token& token = vocabulary.token(id);
        if (token.type == TokenType::kNormal) {
            lowest = std::min(lowest, static_cast<float>(token.score));
        } else if (token.type == TokenType::kUserDefined) {
            token.score = 0;
            kept.emplace_back(token.text, id);
        } else if (token.type != TokenType::kUnused) {
            options.left_out.push_back(id);
        }
    }
    options.unknown_score = static_cast<double>(lowest - 10.0F);
    how.kept = PrefixTrie(std::move(kept));
    model_ = std::make_unique<UnigramModel>(vocabulary, std::move(options));
    split_ = [how](std::string_view text, bool, ModelSession& session, std::vector<TokenId>& out) {
        return session.encode(normalize_for_unigram(text, how), out);
    };
    return {};
}

}  // namespace

BackendResult read_gguf_tokenizer(const Metadata& metadata) {
    auto tokenizer = std::make_unique<GgufTokenizer>();
    BITLATHE_TRY(tokenizer->read(metadata));
    return std::unique_ptr<const TokenizerBackend>(std::move(tokenizer));
}

}  // namespace bitlathe
