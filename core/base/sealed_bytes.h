// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/byte_reader.h"

namespace bitlathe {

/// Appends a number or an enumeration as ByteReader::read() takes it.
template <class T>
void put_value(std::string& out, T value) {
    static_assert(std::is_arithmetic_v<T> || std::is_enum_v<T>);
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// A file of our own: what kind it is, a hash, and the body, so that damage is noticed.
[[nodiscard]] std::string seal(std::string_view magic, std::string_view body);
/// A reader at the start of the body; nothing for another kind of file and for a damaged one. Does
/// not guard against forgery: what is read is still to be checked.
[[nodiscard]] std::optional<ByteReader> unseal(std::string_view magic,
                                               std::span<const std::byte> file);

}  // namespace bitlathe
