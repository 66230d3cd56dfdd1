// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kSampleBytes = 64;
constexpr std::size_t kSampledTensors = 4096;

void describe(const TensorInfo& info, std::string& out) {
    fmt::format_to(std::back_inserter(out), "{}:{} {} {}", info.name.size(), info.name,
                   format_info(info.format).name, info.bytes);
    for (const std::uint64_t extent : info.shape) {
        fmt::format_to(std::back_inserter(out), " {}", extent);
    }
}

/// Appends the first and the middle bytes of the tensor.
void sample(const TensorInfo& info, const MappedFile& file, std::string& out) {
    for (const std::uint64_t begin : {std::uint64_t{0}, info.bytes / 2}) {
        const std::uint64_t length = std::min(kSampleBytes, info.bytes - begin);
        const std::size_t end = out.size();
        out.resize(end + length);
        file.copy_sample(info.offset + begin, length,
                         reinterpret_cast<std::byte*>(out.data() + end));
    }
}

}  // namespace

std::string Checkpoint::fingerprint() const {
    // By name, so that the same model in one file or in many has the same fingerprint.
    const std::size_t step = (tensors_.size() + kSampledTensors - 1) / kSampledTensors;
    std::string record;
    std::uint64_t hash = tensors_.size();
    if (source_) {
        record = "derived from " + source_->fingerprint();
        hash = fast_hash(record);
    }
    for (std::size_t i = 0; i < by_name_.size(); ++i) {
        const TensorInfo& info = tensors_[by_name_[i]];
        record.assign(reinterpret_cast<const char*>(&hash), sizeof hash);
        describe(info, record);
        if (!source_ && i % step == 0) {
            sample(info, *files_[info.file], record);
        }
        hash = fast_hash(record);
    }
    return fmt::format("{:016x}", hash);
}

}  // namespace bitlathe
