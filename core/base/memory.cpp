// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/memory.h"

#include <fstream>
#include <string>

namespace bitlathe {

std::uint64_t available_memory() {
    constexpr std::uint64_t kUnknown = std::uint64_t{1} << 30;
    std::ifstream file("/proc/meminfo");
    std::string key;
    std::string unit;
    std::uint64_t kibibytes = 0;
    while (file >> key >> kibibytes) {
        if (key == "MemAvailable:") {
            return kibibytes << 10;
        }
        std::getline(file, unit);
    }
    return kUnknown;
}

}  // namespace bitlathe
