// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/metadata_values.h"

#include <utility>
#include <vector>

namespace bitlathe {

void add_strings(Metadata& metadata, std::string key, std::span<const std::string> values) {
    std::vector<std::byte> bytes;
    for (const std::string& value : values) {
        const std::uint64_t length = value.size();
        const auto prefix = std::as_bytes(std::span(&length, 1));
        bytes.insert(bytes.end(), prefix.begin(), prefix.end());
        const auto text = std::as_bytes(std::span(value));
        bytes.insert(bytes.end(), text.begin(), text.end());
    }
    metadata.add_owned({std::move(key), MetaType::kArray, MetaType::kString, values.size()},
                       std::move(bytes));
}

}  // namespace bitlathe
