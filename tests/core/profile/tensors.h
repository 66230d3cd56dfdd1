// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <random>
#include <string_view>
#include <vector>

#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"

namespace bitlathe {

/// A tensor in memory, with the view that the library takes.
struct TestTensor {
    TensorInfo info;
    std::shared_ptr<std::vector<std::byte>> bytes;
    [[nodiscard]] TensorView view() const { return {info, *bytes, nullptr}; }
};

inline FormatId format_named(std::string_view name) {
    return find_format(name).value();
}

inline TestTensor raw_tensor(std::string_view format, std::vector<std::uint64_t> shape,
                             std::vector<std::byte> content) {
    TestTensor tensor;
    tensor.info.shape = std::move(shape);
    tensor.info.format = format_named(format);
    tensor.info.bytes = content.size();
    tensor.bytes = std::make_shared<std::vector<std::byte>>(std::move(content));
    return tensor;
}

/// Encodes values (rows x cols) with the format's own encoder.
inline TestTensor encoded_tensor(std::string_view format, std::uint64_t rows,
                                 const std::vector<float>& values) {
    const FormatInfo& info = format_info(format_named(format));
    const std::size_t cols = values.size() / rows;
    const std::size_t size = row_bytes(info.id, cols).value();
    std::vector<std::byte> content(rows * size);
    for (std::size_t row = 0; row < rows; ++row) {
        info.encode(values.data() + row * cols, nullptr, content.data() + row * size, cols);
    }
    return raw_tensor(format, {rows, cols}, std::move(content));
}

/// Values as they are, in one row.
template <class T>
TestTensor plain_tensor(std::string_view format, const std::vector<T>& values) {
    std::vector<std::byte> content(values.size() * sizeof(T));
    std::memcpy(content.data(), values.data(), content.size());
    return raw_tensor(format, {values.size()}, std::move(content));
}

inline std::vector<float> gaussian(std::size_t count, float sigma, std::uint64_t seed,
                                   float mean = 0) {
    std::mt19937_64 random(seed);
    std::normal_distribution<float> normal(mean, sigma);
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(random);
    }
    return values;
}

inline std::vector<float> laplace(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::exponential_distribution<float> exponential(1.4142136F);
    std::vector<float> values(count);
    for (float& value : values) {
        value = (random() & 1U) != 0 ? exponential(random) : -exponential(random);
    }
    return values;
}

inline std::vector<float> uniform(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<float> flat(-1, 1);
    std::vector<float> values(count);
    for (float& value : values) {
        value = flat(random);
    }
    return values;
}

}  // namespace bitlathe
