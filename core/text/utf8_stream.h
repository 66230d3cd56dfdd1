// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/text/tokenizer.h"

namespace bitlathe {

/// Shows tokens as text while they arrive: a token may end inside a character, and how it reads may
/// depend on those before it. For one thread.
class TokenTextStream {
public:
    explicit TokenTextStream(std::shared_ptr<const Tokenizer> tokenizer);

    /// The text that is sure now that `id` has come: whole characters, "" while one is incomplete.
    /// All pieces together, with finish(), are decode() of all ids, malformed bytes as U+FFFD.
    [[nodiscard]] std::string push(TokenId id);
    /// What was held back; an incomplete character as U+FFFD.
    [[nodiscard]] std::string finish();

private:
    [[nodiscard]] std::string fresh() const;

    std::shared_ptr<const Tokenizer> tokenizer_;
    std::vector<TokenId> ids_;  ///< shown before, as context, then those not shown
    std::size_t shown_ = 0;     ///< how many of ids_ are
};

}  // namespace bitlathe
