// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bitlathe {

/// Hash of a key that may come from a stranger: it differs between runs of the program, so that
/// nobody can prepare keys that collide. Never let it decide an order.
[[nodiscard]] std::uint64_t keyed_hash(std::string_view text);
[[nodiscard]] std::uint64_t keyed_hash(std::uint64_t number);

/// Texts with small numbers, both ways. Adding is single-threaded, reading is thread-safe.
class StringIndex {
public:
    /// Number of a text; nothing when it is not there.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
    /// Number of a text, added with the next number when it is new.
    std::uint32_t intern(std::string_view text);
    /// Text of a number below size().
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        return std::string_view(bytes_).substr(begins_[number],
                                               begins_[number + 1] - begins_[number]);
    }
    [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
    [[nodiscard]] std::size_t longest() const { return longest_; }  ///< bytes

private:
    void grow();
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;

    struct Slot {
        std::uint32_t number_plus_one = 0;
        std::uint32_t hash = 0;
    };
    std::string bytes_;
    std::vector<std::size_t> begins_ = {0};
    std::vector<Slot> slots_;
    std::size_t longest_ = 0;
};

}  // namespace bitlathe
