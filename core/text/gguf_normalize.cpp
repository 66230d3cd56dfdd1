// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_normalize.h"

#include <utility>

#include "core/text/safe_cuts.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace bitlathe {

std::string with_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 2);
    for (const char c : text) {
        c == ' ' ? void(out += kSpaceMark) : out.push_back(c);
    }
    return out;
}

std::vector<std::string> word_piece_words(std::string_view text, const WordPieceText& how) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) {
            words.push_back(std::string(kSpaceMark) + word);
            word.clear();
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Char read = utf8_at(text, at);
        at += read.bytes;
        const char32_t c = how.strip_accents ? first_of_decomposition(read.code) : read.code;
        if (is_white_space(c)) {
            finish();
            continue;
        }
        if (c == 0 || c == kReplacement || is_control(c) || (how.strip_accents && is_mark(c))) {
            continue;
        }
        const bool alone = is_punctuation(c) || (c < 0x7F && is_symbol(c)) || is_cjk(c);
        if (alone) {
            finish();
        }
        // U+0130 has a lower case of two characters, and keeps its own.
        append_utf8(word, how.lower && c != 0x130 ? to_lower(c) : c);
        if (alone) {
            finish();
        }
    }
    finish();
    return words;
}

namespace {

struct Replaced {
    std::size_t bytes;
    std::string_view by;
};

Replaced replace_at(std::string_view text, std::size_t at, const UnigramText& how) {
    const std::string_view rest = text.substr(at);
    std::size_t kept = 0;
    how.kept.for_each_prefix(rest, [&](std::size_t bytes, std::uint32_t) { kept = bytes; });
    if (kept > 0) {
        return {kept, rest.substr(0, kept)};
    }
    if (how.rules) {
        if (const auto match = how.rules->longest(rest)) {
            return {match->bytes, match->replacement};
        }
    }
    bool valid = true;
    const std::uint32_t bytes = utf8_at(text, at, &valid).bytes;
    return {bytes, valid ? rest.substr(0, bytes) : std::string_view("\xEF\xBF\xBD")};
}

}  // namespace

std::string normalize_for_unigram(std::string_view text, const UnigramText& how) {
    std::string out;
    bool prepended = false;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const Replaced replaced = replace_at(text, at, how);
        at += replaced.bytes;
        for (const char c : replaced.by) {
            if (c == ' ') {
                in_word = false;
                if (!how.merge_spaces) {
                    out += kSpaceMark;
                }
                continue;
            }
            if (!in_word) {
                in_word = true;
                if ((how.add_space && !prepended) || how.merge_spaces) {
                    out += kSpaceMark;
                    prepended = true;
                }
            }
            out.push_back(c);
        }
    }
    return to_valid_utf8(out);
}

}  // namespace bitlathe
