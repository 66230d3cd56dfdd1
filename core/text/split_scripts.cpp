// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <unicode/uscript.h>

#include "core/text/split.h"
#include "core/text/utf8.h"

namespace bitlathe {

PreTokenizer::Step split_scripts_step() {
    return [](Pieces& pieces) -> Status {
        constexpr int kAny = -2;
        const auto script = [](char32_t c) {
            // Kana are read with the ideographs they stand among.
            if (c == 0x30FC) {
                return static_cast<int>(USCRIPT_HAN);
            }
            if (c == ' ') {
                return kAny;
            }
            UErrorCode status = U_ZERO_ERROR;
            const int found = uscript_getScript(static_cast<UChar32>(c), &status);
            return found == USCRIPT_HIRAGANA || found == USCRIPT_KATAKANA ? int{USCRIPT_HAN}
                                                                          : found;
        };
        std::vector<Piece> out;
        for (const Piece& piece : pieces.list) {
            std::size_t begin = 0;
            int last = kAny;
            for (std::size_t at = 0; at < piece.text.size();) {
                const Utf8Char c = utf8_at(piece.text, at);
                const int here = script(c.code);
                if (here != kAny && last != kAny && here != last && at > begin) {
                    out.push_back(
                        {piece.text.substr(begin, at - begin), piece.at_start && begin == 0});
                    begin = at;
                }
                last = here == kAny ? last : here;
                at += c.bytes;
            }
            out.push_back({piece.text.substr(begin), piece.at_start && begin == 0});
        }
        pieces.list = std::move(out);
        return {};
    };
}

}  // namespace bitlathe
