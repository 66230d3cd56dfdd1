// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/charsmap.h"

#include <cstring>
#include <span>

#include "core/base/byte_reader.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace bitlathe {
namespace {

bool has_leaf(std::uint32_t unit) {
    return ((unit >> 8) & 1) != 0;
}
std::uint32_t value_of(std::uint32_t unit) {
    return unit & 0x7FFFFFFFU;
}
std::uint32_t label_of(std::uint32_t unit) {
    return unit & 0x800000FFU;
}
std::uint32_t offset_of(std::uint32_t unit) {
    return (unit >> 10) << ((unit & (1U << 9)) >> 6);
}

}  // namespace

Result<Charsmap> Charsmap::read(std::string_view bytes) {
    ByteReader reader(std::as_bytes(std::span(bytes.data(), bytes.size())));
    const auto array_bytes = reader.read<std::uint32_t>();
    const auto array = reader.take(array_bytes);
    if (reader.failed() || array_bytes % 4 != 0 || array_bytes == 0) {
        return fail(ErrorCode::kRefused, "the compiled normalisation rules are cut off");
    }
    Charsmap map;
    map.units_.resize(array_bytes / 4);
    std::memcpy(map.units_.data(), array.data(), array_bytes);
    map.replacements_ = reader.text(reader.remaining());
    return map;
}

std::optional<Charsmap::Match> Charsmap::find(std::string_view text, bool stop_at_first) const {
    std::optional<Match> found;
    std::size_t node = offset_of(units_[0]);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        node ^= c;
        if (c == 0 || node >= units_.size() || label_of(units_[node]) != c) {
            break;
        }
        const std::uint32_t unit = units_[node];
        node ^= offset_of(unit);
        if (!has_leaf(unit)) {
            continue;
        }
        if (node >= units_.size()) {
            break;
        }
        const std::size_t begin = value_of(units_[node]);
        const std::size_t end = replacements_.find('\0', begin);
        if (begin >= replacements_.size() || end == std::string::npos) {
            break;
        }
        found = Match{i + 1, std::string_view(replacements_).substr(begin, end - begin)};
        if (stop_at_first) {
            break;
        }
    }
    return found;
}

std::optional<Charsmap::Match> Charsmap::shortest(std::string_view text) const {
    return find(text, true);
}
std::optional<Charsmap::Match> Charsmap::longest(std::string_view text) const {
    return find(text, false);
}

std::string normalize_graphemes(const Charsmap& map, std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for_each_grapheme(text, [&](std::string_view cluster) {
        if (cluster.size() < 6) {
            // A rule for the beginning replaces the whole cluster: what models were trained with.
            if (const auto match = map.shortest(cluster)) {
                out += match->replacement;
                return;
            }
        }
        for (std::size_t at = 0; at < cluster.size();) {
            const std::string_view one = cluster.substr(at, utf8_at(cluster, at).bytes);
            const auto match = map.shortest(one);
            out += match ? match->replacement : one;
            at += one.size();
        }
    });
    return to_valid_utf8(out);
}

}  // namespace bitlathe
