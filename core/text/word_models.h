// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/text/text_model.h"

namespace bitlathe {

struct WordPieceOptions {
    std::string prefix = "##";         ///< of tokens that do not begin a word
    std::size_t max_characters = 100;  ///< of a word; longer ones are unknown
    std::optional<TokenId> unknown;
};

/// The longest token that a word begins with, then the longest that its rest begins with, and so
/// on; one unknown token when that does not come out.
class WordPieceModel final : public TextModel {
public:
    WordPieceModel(const Vocabulary& vocabulary, WordPieceOptions options);
    [[nodiscard]] std::unique_ptr<ModelSession> session() const override;

private:
    friend class WordPieceSession;
    const Vocabulary& vocabulary_;
    WordPieceOptions options_;
};

/// Whole pieces are tokens, or unknown.
class WordLevelModel final : public TextModel {
public:
    WordLevelModel(const Vocabulary& vocabulary, std::optional<TokenId> unknown);
    [[nodiscard]] std::unique_ptr<ModelSession> session() const override;

private:
    friend class WordLevelSession;
    const Vocabulary& vocabulary_;
    std::optional<TokenId> unknown_;
};

}  // namespace bitlathe
