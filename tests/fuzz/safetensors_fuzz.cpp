// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/weight_map.h"
#include "tests/fuzz/parsed_file.h"

/// A text that begins with a brace is an index, everything else a safetensors file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    if (size > 0 && data[0] == '{') {
        const std::string_view text(reinterpret_cast<const char*>(data), size);
        const auto map = bitlathe::parse_weight_map(text, "fuzz.json", {});
        bitlathe::fuzz::require(map.has_value() || map.error().offset <= size);
        return 0;
    }
    bitlathe::fuzz::check(bytes, bitlathe::parse_safetensors(bytes, "fuzz.safetensors", {}));
    return 0;
}
