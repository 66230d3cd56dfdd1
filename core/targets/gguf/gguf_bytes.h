// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// Bytes of a GGUF header as they grow, little-endian.
class GgufBytes {
public:
    template <class T>
    void put(T value) {
        static_assert(std::is_arithmetic_v<T>);
        append(std::as_bytes(std::span(&value, 1)));
    }
    void append(std::span<const std::byte> bytes) {
        bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    }
    /// u64 length, then the bytes.
    void put_string(std::string_view text) {
        put<std::uint64_t>(text.size());
        append(std::as_bytes(std::span(text)));
    }
    void put_key(std::string_view key, MetaType type) {
        put_string(key);
        put(static_cast<std::uint32_t>(type));
    }
    /// Zeros up to a size.
    void pad_to(std::uint64_t size) { bytes_.resize(size); }
    [[nodiscard]] std::uint64_t size() const { return bytes_.size(); }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }
    [[nodiscard]] std::span<const std::byte> view() const { return bytes_; }

private:
    std::vector<std::byte> bytes_;
};

}  // namespace bitlathe
