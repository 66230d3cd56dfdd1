// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// One use of a model by one thread: scratch memory and words seen before.
class ModelSession {
public:
    virtual ~ModelSession() = default;
    /// Appends the tokens of one piece of text. Errors: kRefused (no token for unknown text).
    virtual Status encode(std::string_view piece, std::vector<TokenId>& out) = 0;
};

/// The part of a tokenizer that turns pieces of text into ids. Immutable and thread-safe.
class TextModel {
public:
    virtual ~TextModel() = default;
    /// The session must not outlive the model.
    [[nodiscard]] virtual std::unique_ptr<ModelSession> session() const = 0;
};

}  // namespace bitlathe
