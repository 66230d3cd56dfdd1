// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/safe_cuts.h"

#include "core/text/utf8.h"

namespace bitlathe {

SafeCuts::SafeCuts(const Vocabulary& vocabulary)
    : active_(vocabulary.find(kSpaceMark).has_value()) {
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        const std::string& text = vocabulary.token(id).text;
        for (std::size_t at = text.find(kSpaceMark, 1); at != std::string::npos && at > 0;
             at = text.find(kSpaceMark, at + 1)) {
            joined_.insert(utf8_at(text, utf8_before(text, at)).code);
        }
    }
}

std::size_t SafeCuts::next(std::string_view text, std::size_t begin) const {
    if (!active_) {
        return text.size();
    }
    for (std::size_t at = text.find(kSpaceMark, begin + 1); at != std::string_view::npos;
         at = text.find(kSpaceMark, at + 1)) {
        if (!joined_.contains(utf8_at(text, utf8_before(text, at)).code)) {
            return at;
        }
    }
    return text.size();
}

}  // namespace bitlathe
