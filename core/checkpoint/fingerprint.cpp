// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>
#include <string>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kSampleBytes = 64;

/// What identifies one tensor: its description, and its first and middle bytes.
void describe(const TensorInfo& info, std::span<const std::byte> bytes, std::string& out) {
    fmt::format_to(std::back_inserter(out), "{}:{} {} {}", info.name.size(), info.name,
                   format_info(info.format).name, info.bytes);
    for (const std::uint64_t extent : info.shape) {
        fmt::format_to(std::back_inserter(out), " {}", extent);
    }
    for (const std::uint64_t begin : {std::uint64_t{0}, info.bytes / 2}) {
        const auto sample =
            bytes.subspan(begin, std::min<std::uint64_t>(kSampleBytes, info.bytes - begin));
        out.append(reinterpret_cast<const char*>(sample.data()), sample.size());
    }
}

}  // namespace

std::string Checkpoint::fingerprint() const {
    // By name, so that the same model in one file or in many has the same fingerprint.
    std::string record;
    std::uint64_t hash = tensors_.size();
    for (const std::uint32_t i : by_name_) {
        const TensorInfo& info = tensors_[i];
        record.assign(reinterpret_cast<const char*>(&hash), sizeof hash);
        describe(info, files_[info.file]->bytes().subspan(info.offset, info.bytes), record);
        hash = fast_hash(std::as_bytes(std::span(record)));
    }
    return fmt::format("{:016x}", hash);
}

}  // namespace bitlathe
