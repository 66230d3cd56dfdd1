// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/string_index.h"

#include <algorithm>
#include <random>

#include <xxhash.h>

namespace bitlathe {
namespace {

std::uint64_t seed() {
    static const std::uint64_t value = [] {
        std::random_device device;
        return (std::uint64_t{device()} << 32) | device();
    }();
    return value;
}

}  // namespace

std::uint64_t keyed_hash(std::string_view text) {
    return XXH3_64bits_withSeed(text.data(), text.size(), seed());
}

std::uint64_t keyed_hash(std::uint64_t number) {
    return XXH3_64bits_withSeed(&number, sizeof number, seed());
}

std::size_t StringIndex::slot_of(std::string_view wanted, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = hash & mask;
    while (slots_[at].number_plus_one != 0 &&
           (slots_[at].hash != tag || text(slots_[at].number_plus_one - 1) != wanted)) {
        at = (at + 1) & mask;
    }
    return at;
}

std::optional<std::uint32_t> StringIndex::find(std::string_view wanted) const {
    if (slots_.empty() || wanted.size() > longest_) {
        return std::nullopt;
    }
    const Slot& slot = slots_[slot_of(wanted, keyed_hash(wanted))];
    return slot.number_plus_one == 0 ? std::nullopt : std::optional(slot.number_plus_one - 1);
}

std::uint32_t StringIndex::intern(std::string_view added) {
    if (slots_.size() < 2 * (size() + 1)) {
        grow();
    }
    const std::uint64_t hash = keyed_hash(added);
    Slot& slot = slots_[slot_of(added, hash)];
    if (slot.number_plus_one == 0) {
        slot = {static_cast<std::uint32_t>(size() + 1), static_cast<std::uint32_t>(hash >> 32)};
        bytes_ += added;
        begins_.push_back(bytes_.size());
        longest_ = std::max(longest_, added.size());
    }
    return slot.number_plus_one - 1;
}

void StringIndex::grow() {
    slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
    for (std::uint32_t i = 0; i < size(); ++i) {
        const std::uint64_t hash = keyed_hash(text(i));
        slots_[slot_of(text(i), hash)] = {i + 1, static_cast<std::uint32_t>(hash >> 32)};
    }
}

}  // namespace bitlathe
