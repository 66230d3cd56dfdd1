// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/word_cache.h"

#include <utility>

namespace bitlathe {

std::size_t WordCache::slot_of(std::string_view word, std::uint64_t hash) const {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = hash & mask;
    while (entries_[at].used &&
           (entries_[at].hash != hash || entries_[at].word_bytes != word.size() ||
            std::string_view(words_).substr(entries_[at].word, word.size()) != word)) {
        at = (at + 1) & mask;
    }
    return at;
}

bool WordCache::append(std::string_view word, std::vector<TokenId>& out) {
    if (word.size() > kMaxWordBytes) {
        return false;
    }
    last_hash_ = keyed_hash(word);
    last_slot_ = slot_of(word, last_hash_);
    const Entry& entry = entries_[last_slot_];
    if (!entry.used) {
        return false;
    }
    const TokenId* ids = ids_.data() + entry.ids;
    for (std::uint16_t i = 0; i < entry.count; ++i) {
        out.push_back(ids[i]);
    }
    return true;
}

void WordCache::put(std::string_view word, std::span<const TokenId> ids) {
    if (word.size() > kMaxWordBytes || used_ >= kMaxWords) {
        return;
    }
    Entry& entry = entries_[last_slot_];
    entry.hash = last_hash_;
    entry.word = static_cast<std::uint32_t>(words_.size());
    entry.ids = static_cast<std::uint32_t>(ids_.size());
    entry.word_bytes = static_cast<std::uint16_t>(word.size());
    entry.count = static_cast<std::uint16_t>(ids.size());
    entry.used = true;
    words_ += word;
    ids_.insert(ids_.end(), ids.begin(), ids.end());
    if (2 * ++used_ > entries_.size()) {
        grow();
    }
}

void WordCache::grow() {
    std::vector<Entry> old(entries_.size() * 2);
    std::swap(old, entries_);
    for (const Entry& entry : old) {
        if (entry.used) {
            std::size_t at = entry.hash & (entries_.size() - 1);
            while (entries_[at].used) {
                at = (at + 1) & (entries_.size() - 1);
            }
            entries_[at] = entry;
        }
    }
}

}  // namespace bitlathe
