// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/targets/importance.h"
#include "core/targets/importance_readers.h"
#include "tests/fuzz/memory_file.h"

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

}  // namespace

/// Whatever is accepted must be usable: values that are finite and not negative, some above zero.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto old_form = bitlathe::read_importance_dat(bytes, "fuzz.dat");
    if (old_form) {
        for (const auto& [name, values] : old_form->values) {
            require(!name.empty() && !values.empty());
            float sum = 0;
            for (const float value : values) {
                require(std::isfinite(value) && value >= 0);
                sum += value;
            }
            require(sum > 0);
        }
    }
    const bitlathe::fuzz::MemoryFile file(data, size);
    const auto loaded = bitlathe::Importance::load(file.path());
    require(!loaded || (*loaded)->entries() > 0);
    return 0;
}
