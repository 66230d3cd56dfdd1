// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

#include <algorithm>

#include "core/base/text.h"

namespace bitlathe {
namespace {

/// What the first byte of a character says of the rest.
struct Lead {
    std::uint32_t length;                   ///< 0: no character begins so
    unsigned char low = 0x80, high = 0xBF;  ///< range of the second byte
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1};
    if (byte < 0xC2) return {0};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0};
}

/// Bytes from `at` that are a character or the beginning of one.
std::uint32_t good_bytes(std::string_view text, std::size_t at, const Lead& lead) {
    std::uint32_t count = 1;
    unsigned char low = lead.low;
    unsigned char high = lead.high;
    while (count < lead.length && at + count < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at + count]);
        if (byte < low || byte > high) {
            break;
        }
        low = 0x80;
        high = 0xBF;
        ++count;
    }
    return count;
}

}  // namespace

Utf8Char utf8_at(std::string_view text, std::size_t at, bool* valid) {
    const auto first = static_cast<unsigned char>(text[at]);
    const Lead lead = lead_of(first);
    const std::uint32_t count = good_bytes(text, at, lead);
    const bool whole = lead.length != 0 && count == lead.length;
    if (valid != nullptr) {
        *valid = whole;
    }
    if (!whole) {
        return {kReplacement, count};
    }
    if (count == 1) {
        return {first, 1};
    }
    char32_t code = first & (0x7FU >> count);
    for (std::uint32_t i = 1; i < count; ++i) {
        code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {code, count};
}

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

std::string to_valid_utf8(std::string_view bytes) {
    if (is_utf8(bytes)) {
        return std::string(bytes);
    }
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Utf8Char c = utf8_at(bytes, at);
        append_utf8(out, c.code);
        at += c.bytes;
    }
    return out;
}

std::size_t utf8_length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::size_t utf8_before(std::string_view text, std::size_t at) {
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

std::size_t incomplete_utf8_tail(std::string_view bytes) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const std::size_t at = bytes.size() - back;
        const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
        if (lead.length > back && good_bytes(bytes, at, lead) == back) {
            return back;
        }
        if (lead.length != 0) {
            return 0;
        }
    }
    return 0;
}

}  // namespace bitlathe
