// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/text/prefix_trie.h"
#include "core/text/text_model.h"

namespace bitlathe {

struct UnigramOptions {
    std::optional<TokenId> unknown;
    double unknown_score = 0;    ///< of one character that no token has
    bool byte_fallback = false;  ///< tokens "<0x41>" stand for unknown text when all bytes have one
    bool look_up_unknown = false;   ///< unknown text that happens to be a token is that token
    std::vector<TokenId> left_out;  ///< tokens that text never becomes
};

/// The most likely split of a piece into tokens, each as likely as its score says (the logarithm):
/// Viterbi. Characters of unknown text side by side are one token.
class UnigramModel final : public TextModel {
public:
    UnigramModel(const Vocabulary& vocabulary, UnigramOptions options);
    [[nodiscard]] std::unique_ptr<ModelSession> session() const override;

private:
    friend class UnigramSession;
    const Vocabulary& vocabulary_;
    UnigramOptions options_;
    PrefixTrie trie_;
};

}  // namespace bitlathe
