// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace bitlathe {

static_assert(std::endian::native == std::endian::little, "file formats are read as little-endian");

/// A bounded little-endian cursor over bytes from a file. Reading past the end yields zeros and
/// makes the reader fail for good, so that parsers check once per record instead of once per field.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    /// Next arithmetic value.
    template <class T>
    [[nodiscard]] T read() {
        static_assert(std::is_arithmetic_v<T>);
        T value{};
        const auto source = take(sizeof(T));
        if (source.size() == sizeof(T)) {
            std::memcpy(&value, source.data(), sizeof(T));
        }
        return value;
    }
    /// Next `length` bytes; empty, and failed, when they are not all there.
    [[nodiscard]] std::span<const std::byte> take(std::uint64_t length);
    /// Leaves out the next `length` bytes; fails when they are not all there.
    void skip(std::uint64_t length) { static_cast<void>(take(length)); }
    /// Next `length` bytes as text (not checked for UTF-8).
    [[nodiscard]] std::string_view text(std::uint64_t length);

    [[nodiscard]] std::uint64_t offset() const { return offset_; }
    [[nodiscard]] std::uint64_t remaining() const { return bytes_.size() - offset_; }
    [[nodiscard]] bool failed() const { return failed_; }

private:
    std::span<const std::byte> bytes_;
    std::uint64_t offset_ = 0;
    bool failed_ = false;
};

}  // namespace bitlathe
