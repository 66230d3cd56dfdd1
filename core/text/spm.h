// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/text/safe_cuts.h"
#include "core/text/text_model.h"

namespace bitlathe {

/// SentencePiece's byte pair encoding as GGUF vocabularies have it: two neighbours merge when their
/// text is a token, those of the highest score first. What is no token in the end becomes tokens
/// "<0x41>" of its bytes. Takes any bytes.
class SpmModel final : public TextModel {
public:
    SpmModel(const Vocabulary& vocabulary, std::optional<TokenId> unknown);
    [[nodiscard]] std::unique_ptr<ModelSession> session() const override;

private:
    friend class SpmSession;
    const Vocabulary& vocabulary_;
    std::optional<TokenId> unknown_;
    SafeCuts cuts_;
};

}  // namespace bitlathe
