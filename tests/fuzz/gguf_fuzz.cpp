// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/checkpoint/gguf.h"
#include "tests/fuzz/parsed_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    bitlathe::fuzz::check(bytes, bitlathe::parse_gguf(bytes, "fuzz.gguf", {}));
    return 0;
}
