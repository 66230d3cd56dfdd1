// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringDecoder>
#include <cstdint>

#include "core/profile/activation/tap_statistics.h"
#include "core/text/tokenizer.h"

namespace bitlathe {

/// In place of what a token says of a character that a later token completes: a dot.
inline constexpr QChar kTokenPart = QChar(0x00B7);
/// For the end of a line: a return sign.
inline constexpr QChar kTokenLineEnd = QChar(0x23CE);

/// A token as it is written in lists: with signs for line ends and for a space at its beginning.
[[nodiscard]] QString token_name(const Tokenizer& tokenizer, std::uint32_t id);

/// The token at a place of a profile as lists write it: first tokens of windows say so. By its id
/// where there is no tokenizer (null), or none that knows it.
[[nodiscard]] QString placed_token_name(const Tokenizer* tokenizer, const TopValue& value);

/// Turns the tokens of one text into what is read. Characters may be made of several tokens.
class TokenWriter {
public:
    explicit TokenWriter(const Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

    /// What the next token says; line ends are "\n", other control characters have a sign. The name
    /// of a control token.
    [[nodiscard]] QString next(std::uint32_t id);

private:
    const Tokenizer& tokenizer_;
    QStringDecoder decoder_{QStringDecoder::Utf8};
};

}  // namespace bitlathe
