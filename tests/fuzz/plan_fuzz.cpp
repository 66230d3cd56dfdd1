// SPDX-License-Identifier: GPL-3.0-or-later
// A plan that is accepted must survive being written and read again, and its text must be
// canonical.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/allocation/plan.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto plan = bitlathe::plan_from_text(
        std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.json");
    if (!plan) {
        if (plan.error().message.empty()) {
            std::abort();
        }
        return 0;
    }
    const auto text = bitlathe::plan_to_text(*plan);
    const auto again = bitlathe::plan_from_text(text, "again.json");
    if (!again || *again != *plan || bitlathe::plan_to_text(*again) != text) {
        std::abort();
    }
    return 0;
}
