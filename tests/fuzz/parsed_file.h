// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/checkpoint/container.h"

namespace bitlathe::fuzz {

inline void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// Everything a parsed file promises: what it refuses is refused with a reason and a place inside
/// the file; what it accepts can be shown, lies inside the file and does not overlap.
inline void check(std::span<const std::byte> bytes, const Result<ParsedFile>& parsed) {
    if (!parsed) {
        require(!parsed.error().message.empty() && is_utf8(parsed.error().message));
        require(parsed.error().offset && *parsed.error().offset <= bytes.size());
        return;
    }
    require(parsed->tensors.size() <= parsed->declared_tensors);
    std::uint64_t sum = 0;
    std::uint64_t touched = 0;
    for (const TensorInfo& info : parsed->tensors) {
        require(is_utf8(info.name));
        require(info.offset <= bytes.size() && info.bytes <= bytes.size() - info.offset);
        require(tensor_bytes(info.format, info.shape) == info.bytes);
        sum += info.bytes;
        const TensorView view(info, bytes.subspan(info.offset, info.bytes), nullptr);
        if (view.can_decode() && view.rows() > 0) {
            std::vector<float> row(view.cols());
            view.decode_rows(view.rows() - 1, 1, row.data());
        }
        for (const std::byte b : view.bytes()) {
            touched += std::to_integer<std::uint64_t>(b);
        }
    }
    require(sum <= bytes.size() && touched <= sum * 255);
    for (const MetaEntry& entry : parsed->metadata.entries()) {
        require(is_utf8(entry.key) && parsed->metadata.find(entry.key) == &entry);
        std::uint64_t strings = 0;
        parsed->metadata.for_each_string(
            entry.key, [&](std::uint64_t i, std::string_view) { strings = i + 1; });
        require(strings == 0 || strings == entry.count);
    }
    require(!parsed->metadata.to_json().dump().empty());
    for (const Warning& warning : parsed->warnings) {
        require(is_utf8(warning.message));
    }
}

}  // namespace bitlathe::fuzz
