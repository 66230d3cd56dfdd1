// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/vocabulary_probe.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMostNamedTokens = 300;
constexpr std::size_t kTokensInOneText = 1000;

const std::array<std::string, 14> kEveryday = {
    "Hello, world! How's it going? I'll say: \"we've done it\", they're fine; don't worry.",
    "In 2024, 1234567 people paid $3.50 (or 1,000,000.00 EUR) for 12 items - that's 100%!",
    "HELLO THERE, I'M HERE. We'll see iPhone, snake_case, x2 and 3rd.",
    "def f(x):\n    return x + 1  # comment\n\n\nclass A:\n\tpass\n\n    if a == b:\n        "
    "c[i] = d['key']\n",
    "First line\nsecond line\n\nNew paragraph.  Two spaces.\r\nAnother\r\n\r\nend",
    "https://example.com/a?b=c&d=%20#e user@mail.org C:\\Windows\\System32 <html><b>x</b></html> "
    "/* c */ --- ... === {}",
    "3 33 333 3333 33333 333333 3.14 1a2b3c",
    "Grüße aus Köln, déjà vu, señor, naïve façade.",
    "Привет, мир! Сегодня 5 мая. Γειά σου Κόσμε.",
    "你好，世界。今天是2024年。こんにちは世界 カタカナ",
    "שלום עולם ไทย",
    "ok 🙂 and 🚀🚀 costs €5 or £6 — “quoted”",
    "a",
    "한국어 조선말",
};

std::string times(std::size_t count, std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

std::vector<std::string> make_rare() {
    return {
        " leading and trailing ",
        "  \t\n \n\n \t\t x   y    z     w",
        "camelCase XMLHttpRequest приветМир ÀÉà",
        "'s 'S 't 'RE 've 'LL 'd 'x ''s I'ſ y'all y'sabc y'Reabc",
        "total  12   345.6\t 7\n  8",
        "e\u0301 n\u0303 A\u030a a\u0300\u0301\u0302 \u1100\u1161\u11a8",
        "½ ² ٣٤٥ Ⅷ ﬁ ™ ① ﷺ Ｈｅｌｌｏ ｶﾀｶﾅ",
        "مرحبا بالعالم नमस्ते दुनिया ภาษาไทย Việt Nam Cửa",
        "👨\u200d👩\u200d👧 👍🏽 🇩🇪🇫🇷 🏳️\u200d🌈",
        "\u00a0nbsp\u00a0\u2003em\u3000x\u2028y\u0085z\u200bw\ufeffb",
        "\x01\x02\x1f\x7f control \x0b\x0c",
        "$+<=>^`|~ (((]]] !!!??? ==-- #%@&*",
        "▁▁ ▁a▁ Ġhello Ċ <0x41>",
        times(200, " ") + "x" + times(100, "\n") + "y" + times(50, "\t"),
        times(100, "9") + " " + times(100, "ab") + " " + times(100, "="),
        "",
        " ",
        "\n",
    };
}

/// Ids, or that there are none.
std::optional<std::vector<TokenId>> encode(const TokenizerBackend& tokenizer,
                                           const std::string& text, const EncodeOptions& options) {
    std::vector<TokenId> ids;
    return tokenizer.encode(text, options, ids) ? std::optional(std::move(ids)) : std::nullopt;
}

std::string some_tokens(const TokenizerBackend& tokenizer,
                        const std::optional<std::vector<TokenId>>& ids, std::size_t begin) {
    if (!ids) {
        return "an error";
    }
    std::string out;
    for (std::size_t i = begin; i < std::min(ids->size(), begin + 4); ++i) {
        const TokenId id = (*ids)[i];
        const bool known = tokenizer.vocabulary.has(id);
        out += fmt::format("{}{} \"{}\"", out.empty() ? "" : ", ", id,
                           printable(known ? tokenizer.vocabulary.token(id).text : "", 30));
    }
    return out.empty() ? "nothing" : out;
}

std::string describe(const std::string& text, const TokenizerBackend& expected,
                     const std::optional<std::vector<TokenId>>& wanted,
                     const TokenizerBackend& ours, const std::optional<std::vector<TokenId>>& got) {
    std::size_t at = 0;
    std::size_t bytes = 0;
    while (wanted && got && at < std::min(wanted->size(), got->size()) &&
           (*wanted)[at] == (*got)[at]) {
        bytes += expected.token_bytes((*wanted)[at++]).size();
    }
    const std::size_t begin = bytes > text.size() ? 0 : bytes - std::min<std::size_t>(bytes, 10);
    return fmt::format("at \"{}\" {} instead of {}", printable(text.substr(begin, 40), 60),
                       some_tokens(ours, got, at), some_tokens(expected, wanted, at));
}

}  // namespace

std::span<const std::string> everyday_probes(bool korean) {
    const std::span<const std::string> all = kEveryday;
    return korean ? all : all.first(all.size() - 1);
}

std::span<const std::string> rare_probes() {
    static const std::vector<std::string> texts = make_rare();
    return texts;
}

std::vector<std::string> token_probes(const TokenizerBackend& tokenizer) {
    std::vector<std::string> texts;
    std::string plain;
    std::size_t named = 0;
    std::size_t together = 0;
    for (TokenId id = 0; id < tokenizer.vocabulary.size(); ++id) {
        if (!tokenizer.vocabulary.has(id)) {
            continue;
        }
        const Token& token = tokenizer.vocabulary.token(id);
        if (token.type == TokenType::kControl || token.type == TokenType::kUserDefined) {
            if (named++ < kMostNamedTokens) {
                texts.push_back("say " + token.text + " to");
                texts.push_back("x" + token.text + "y");
            }
        } else if (const std::string bytes = tokenizer.token_bytes(id); is_utf8(bytes)) {
            plain += bytes + " ";
            if (++together == kTokensInOneText) {
                texts.push_back(std::move(plain));
                plain.clear();
                together = 0;
            }
        }
    }
    texts.push_back(std::move(plain));
    return texts;
}

AroundText around_text(const TokenizerBackend& tokenizer) {
    AroundText around;
    const auto bare = encode(tokenizer, "a", {false, true});
    const auto whole = encode(tokenizer, "a", {true, true});
    if (!bare || !whole) {
        return around;
    }
    const auto found = std::search(whole->begin(), whole->end(), bare->begin(), bare->end());
    around.before.assign(whole->begin(), found);
    if (found != whole->end()) {
        around.after.assign(found + static_cast<std::ptrdiff_t>(bare->size()), whole->end());
    }
    return around;
}

std::optional<TokenDifference> first_difference(const TokenizerBackend& expected,
                                                const TokenizerBackend& ours,
                                                std::span<const std::string> texts,
                                                const EncodeOptions& options) {
    TokenDifference difference;
    for (const std::string& text : texts) {
        const auto wanted = encode(expected, text, options);
        const auto got = encode(ours, text, options);
        if (wanted == got) {
            continue;
        }
        if (difference.texts++ == 0) {
            difference.words = describe(text, expected, wanted, ours, got);
        }
    }
    return difference.texts == 0 ? std::nullopt : std::optional(std::move(difference));
}

}  // namespace bitlathe
