// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/merge.h"
#include "core/text/safe_cuts.h"
#include "core/text/text_model.h"

namespace bitlathe {

/// Which two symbols merge into which.
class MergeTable {
public:
    /// A pair that is there twice keeps its first rule, or takes the last one.
    void add(TokenId left, TokenId right, const MergeRule& rule, bool keep_first);
    [[nodiscard]] bool find(TokenId left, TokenId right, MergeRule& rule) const;
    [[nodiscard]] std::size_t size() const { return used_; }

private:
    struct Entry {
        std::uint64_t key = ~std::uint64_t{0};
        std::uint32_t order = 0;
        TokenId id = 0;
    };
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
    std::vector<Entry> entries_;
    std::size_t used_ = 0;
};

/// What becomes of a character that no token has.
enum class UnknownText : std::uint8_t {
    kToken,           ///< the unknown token, or nothing when there is none
    kByteTokens,      ///< the same, when its bytes have no tokens "<0x41>"; settled before merging
    kLateBytes,       ///< every byte that is a token of its own, after merging
    kLateByteTokens,  ///< tokens "<0x41>" of its bytes, after merging
};

struct BpeOptions {
    bool byte_level = false;      ///< bytes of the text are written as characters first
    bool ignore_merges = false;   ///< a whole piece that is a token is that token
    bool whole_newlines = false;  ///< the same for pieces of newlines alone
    bool fuse_unknown = false;    ///< unknown characters side by side are one token
    UnknownText unknown_text = UnknownText::kToken;
    std::optional<TokenId> unknown;
    std::string prefix;  ///< of characters that do not begin a piece
    std::string suffix;  ///< of the character that ends a piece
};

/// Byte pair encoding. Symbols that merge without being tokens themselves have numbers from
/// `vocabulary.size()` on, named by `extra`.
class BpeModel final : public TextModel {
public:
    BpeModel(const Vocabulary& vocabulary, StringIndex extra, MergeTable merges,
             BpeOptions options);
    [[nodiscard]] std::unique_ptr<ModelSession> session() const override;

private:
    friend class BpeSession;
    [[nodiscard]] std::optional<TokenId> symbol(std::string_view text) const;

    const Vocabulary& vocabulary_;
    StringIndex extra_;
    MergeTable merges_;
    BpeOptions options_;
    SafeCuts cuts_;
};

}  // namespace bitlathe
