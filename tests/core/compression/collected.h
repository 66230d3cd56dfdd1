// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <mutex>
#include <random>
#include <string_view>
#include <vector>

#include "core/compression/compress.h"

namespace bitlathe {

inline FormatId format_named(std::string_view name) {
    return find_format(name).value();
}

inline std::vector<float> random_values(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal(0, 0.05F);
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(random);
    }
    return values;
}

/// A tensor in memory.
struct Source {
    TensorInfo info;
    std::vector<std::byte> bytes;
    [[nodiscard]] TensorView view() const { return {info, bytes, nullptr}; }
};

/// Values (rows x cols) row by row through the format's own encoder.
inline Source encoded(std::string_view format, std::vector<std::uint64_t> shape,
                      const std::vector<float>& values) {
    Source source;
    source.info.shape = std::move(shape);
    source.info.format = format_named(format);
    const FormatInfo& info = format_info(source.info.format);
    const std::size_t cols = source.info.cols();
    const std::size_t size = row_bytes(info.id, cols).value();
    source.bytes.resize(source.info.rows() * size);
    for (std::size_t row = 0; row < source.info.rows(); ++row) {
        info.encode(values.data() + row * cols, nullptr, source.bytes.data() + row * size, cols);
    }
    source.info.bytes = source.bytes.size();
    return source;
}

/// A sink that puts rows in their places and counts how often each was given.
class Collected {
public:
    explicit Collected(std::size_t row_size) : row_size_(row_size) {}
    RowSink sink() {
        return [this](std::uint64_t first, std::span<const std::byte> part) -> Status {
            const std::lock_guard lock(mutex_);
            const std::size_t begin = first * row_size_;
            if (bytes.size() < begin + part.size()) {
                bytes.resize(begin + part.size());
                times.resize(bytes.size() / row_size_);
            }
            std::memcpy(bytes.data() + begin, part.data(), part.size());
            for (std::size_t row = first; row < first + part.size() / row_size_; ++row) {
                ++times[row];
            }
            return {};
        };
    }
    std::vector<std::byte> bytes;
    std::vector<int> times;  ///< per row

private:
    std::size_t row_size_;
    std::mutex mutex_;
};

}  // namespace bitlathe
