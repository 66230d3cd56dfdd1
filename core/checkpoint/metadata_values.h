// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// The type of GGUF metadata that holds values of a type of C++.
template <class T>
constexpr MetaType meta_type_of() {
    if constexpr (std::is_same_v<T, bool>) {
        return MetaType::kBool;
    } else if constexpr (std::is_floating_point_v<T>) {
        return sizeof(T) == 4 ? MetaType::kFloat32 : MetaType::kFloat64;
    } else {
        static_assert(std::is_integral_v<T>);
        constexpr bool kSigned = std::is_signed_v<T>;
        switch (sizeof(T)) {
            case 1:
                return kSigned ? MetaType::kInt8 : MetaType::kUint8;
            case 2:
                return kSigned ? MetaType::kInt16 : MetaType::kUint16;
            case 4:
                return kSigned ? MetaType::kInt32 : MetaType::kUint32;
            default:
                return kSigned ? MetaType::kInt64 : MetaType::kUint64;
        }
    }
}

// Values of our own making for a Metadata, which keeps their encoded form. Keys must be new.

/// One number or truth value, stored in the type it has here: std::uint32_t as u32, bool as bool.
template <class T>
requires std::is_arithmetic_v<T>
void add_value(Metadata& metadata, std::string key, T value) {
    const auto bytes = std::as_bytes(std::span(&value, 1));
    metadata.add_owned({std::move(key), meta_type_of<T>()}, {bytes.begin(), bytes.end()});
}

/// An array of numbers.
template <class T>
requires std::is_arithmetic_v<T>
void add_values(Metadata& metadata, std::string key, std::span<const T> values) {
    const auto bytes = std::as_bytes(values);
    metadata.add_owned({std::move(key), MetaType::kArray, meta_type_of<T>(), values.size()},
                       {bytes.begin(), bytes.end()});
}

/// An array of texts.
void add_strings(Metadata& metadata, std::string key, std::span<const std::string> values);

}  // namespace bitlathe
