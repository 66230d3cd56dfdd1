// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/model/family.h"

namespace bitlathe {
namespace {

bool lists_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        if (words.substr(0, end) == word) {
            return true;
        }
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return false;
}

template <class Predicate>
const Family* find_family(Predicate matches) {
    for (const auto& group : {llama_families(), gpt_families(), bert_families()}) {
        for (const Family& family : group) {
            if (matches(family)) {
                return &family;
            }
        }
    }
    return nullptr;
}

}  // namespace

const Family* family_of_gguf(std::string_view architecture) {
    return find_family([&](const Family& family) { return family.gguf == architecture; });
}

const Family* family_of_config(std::string_view type_or_class) {
    return find_family(
        [&](const Family& family) { return lists_word(family.config, type_or_class); });
}

}  // namespace bitlathe
