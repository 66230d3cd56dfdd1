// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/vocabulary.h"

#include <utility>

#include <fmt/format.h>

#include "core/text/utf8.h"

namespace bitlathe {
namespace {

struct ByteCharacters {
    std::array<std::string, 256> text;
    std::array<std::int16_t, 512> byte;
    ByteCharacters() {
        byte.fill(-1);
        char32_t next = 256;
        for (unsigned value = 0; value < 256; ++value) {
            const bool itself = (value >= 0x21 && value <= 0x7E) ||
                                (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
            const char32_t code = itself ? value : next++;
            append_utf8(text[value], code);
            byte[code] = static_cast<std::int16_t>(value);
        }
    }
};

const ByteCharacters& byte_characters() {
    static const ByteCharacters table;
    return table;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

}  // namespace

void Vocabulary::add(TokenId id, Token token, bool keep_first) {
    if (id >= tokens_.size()) {
        tokens_.resize(std::size_t{id} + 1);
        present_.resize(std::size_t{id} + 1);
    }
    const std::uint32_t number = index_.intern(token.text);
    if (number == id_of_.size()) {
        id_of_.push_back(id);
    } else if (!keep_first) {
        id_of_[number] = id;
    }
    tokens_[id] = std::move(token);
    present_[id] = true;
}

std::optional<TokenId> Vocabulary::find(std::string_view text) const {
    const auto number = index_.find(text);
    return number ? std::optional(id_of_[*number]) : std::nullopt;
}

std::optional<TokenId> Vocabulary::byte(unsigned char value) const {
    return find(byte_token_text(value));
}

std::string byte_token_text(unsigned char value) {
    return fmt::format("<0x{:02X}>", value);
}

std::optional<unsigned char> byte_of_token_text(std::string_view text) {
    if (text.size() != 6 || !text.starts_with("<0x") || text[5] != '>') {
        return std::nullopt;
    }
    const int high = hex_digit(text[3]);
    const int low = hex_digit(text[4]);
    return high < 0 || low < 0 ? std::nullopt
                               : std::optional(static_cast<unsigned char>(high * 16 + low));
}

std::string_view byte_character(unsigned char value) {
    return byte_characters().text[value];
}

std::string to_byte_characters(std::string_view bytes) {
    std::string out;
    out.reserve(2 * bytes.size());
    for (const char c : bytes) {
        out += byte_character(static_cast<unsigned char>(c));
    }
    return out;
}

std::optional<std::string> from_byte_characters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Char c = utf8_at(text, at);
        if (c.code >= 512 || byte_characters().byte[c.code] < 0) {
            return std::nullopt;
        }
        out.push_back(static_cast<char>(byte_characters().byte[c.code]));
        at += c.bytes;
    }
    return out;
}

}  // namespace bitlathe
