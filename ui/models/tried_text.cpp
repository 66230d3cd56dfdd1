// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tried_text.h"

#include <algorithm>
#include <cmath>

#include "core/generation/generate.h"
#include "ui/models/token_words.h"

namespace bitlathe {

TriedToken tried_token(const GeneratedToken& token, const Tokenizer& tokenizer,
                       TokenWriter& writer) {
    TriedToken made;
    made.id = token.id;
    made.text = writer.next(token.id);
    made.name = token_name(tokenizer, token.id);
    made.p = std::exp(token.log_p);
    made.control = tokenizer.is_control(token.id);
    for (const TokenChance& chance : token.top)
        made.top.push_back({chance.id, token_name(tokenizer, chance.id), std::exp(chance.log_p)});
    return made;
}

std::optional<std::size_t> first_difference(const TriedText& a, const TriedText& b) {
    const std::size_t both = std::min(a.tokens.size(), b.tokens.size());
    for (std::size_t i = 0; i < both; ++i) {
        if (a.tokens[i].id != b.tokens[i].id) return i;
    }
    const bool over = a.end && b.end && a.tokens.size() != b.tokens.size();
    return over ? std::optional(both) : std::nullopt;
}

QString continuation(const TriedText& text) {
    QString said;
    for (const TriedToken& token : text.tokens) {
        const bool part = token.text.size() == 1 && token.text[0] == kTokenPart;
        if (!token.control && (!part || token.name == token.text)) said += token.text;
    }
    return said;
}

}  // namespace bitlathe
