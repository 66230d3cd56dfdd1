// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace bitlathe {

// ggml's order of 4-bit codes: byte j of `elems` / 2 holds element j in its low nibble and element
// j + elems / 2 in its high one.

/// values[code] of each element.
template <std::size_t kElems>
void look_up_split_nibbles(const std::uint8_t* qs, const std::int8_t (&values)[16],
                           std::int8_t* out) {
    for (std::size_t j = 0; j < kElems / 2; ++j) {
        out[j] = values[qs[j] & 15];
        out[j + kElems / 2] = values[qs[j] >> 4];
    }
}

/// code + bias of each element.
template <std::size_t kElems>
void unpack_split_nibbles(const std::uint8_t* qs, int bias, std::int8_t* out) {
    for (std::size_t j = 0; j < kElems / 2; ++j) {
        out[j] = static_cast<std::int8_t>((qs[j] & 15) + bias);
        out[j + kElems / 2] = static_cast<std::int8_t>((qs[j] >> 4) + bias);
    }
}

/// Packs codes 0 .. 15.
template <std::size_t kElems>
void pack_split_nibbles(const std::uint8_t* codes, std::uint8_t* qs) {
    for (std::size_t j = 0; j < kElems / 2; ++j) {
        qs[j] = static_cast<std::uint8_t>(codes[j] | codes[j + kElems / 2] << 4);
    }
}

}  // namespace bitlathe
