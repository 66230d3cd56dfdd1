// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/named_texts.h"

#include <algorithm>

#include "core/base/checked.h"
#include "core/base/text.h"

namespace bitlathe {

std::string text_of(const NamedTexts& texts, std::string_view name) {
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [name](const auto& text) { return text.first == name; });
    return found == texts.end() ? std::string() : found->second;
}

std::uint64_t bytes_of(const NamedTexts& texts) {
    std::uint64_t sum = 8192;
    for (const auto& [name, text] : texts) {
        sum += name.size() + text.size() + 64;
    }
    return sum;
}

void write_named_texts(const NamedTexts& texts, GroupWriter& group) {
    std::vector<std::string> names;
    std::vector<std::uint64_t> bytes;
    std::vector<std::uint8_t> all;
    for (const auto& [name, text] : texts) {
        names.push_back(name);
        bytes.push_back(text.size());
        all.insert(all.end(), text.begin(), text.end());
    }
    group.texts("name", names);
    group.numbers("bytes", bytes);
    group.numbers("text", all);
}

Result<NamedTexts> read_named_texts(const GroupReader& group) {
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("bytes"));
    BITLATHE_ASSIGN(const auto names, group.texts("name", count));
    BITLATHE_ASSIGN(const auto bytes, group.numbers<std::uint64_t>("bytes", {count}));
    std::uint64_t total = 0;
    for (const std::uint64_t size : bytes) {
        const auto sum = checked_add(total, size);
        if (!sum) {
            return group.refuse("its texts are longer than any file");
        }
        total = *sum;
    }
    BITLATHE_ASSIGN(const auto all, group.numbers<std::uint8_t>("text", {total}));
    NamedTexts texts;
    auto next = all.begin();
    for (std::size_t i = 0; i < count; ++i) {
        const auto end = next + static_cast<std::ptrdiff_t>(bytes[i]);
        texts.emplace_back(names[i], std::string(next, end));
        if (!is_utf8(texts.back().second)) {
            return group.refuse("a text is not UTF-8");
        }
        next = end;
    }
    return texts;
}

}  // namespace bitlathe
