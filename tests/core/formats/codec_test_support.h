// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "core/formats/format.h"

namespace bitlathe {

/// Runs `body` once for every instruction set that is compiled in and that this machine has, with
/// the run-time dispatch held to it. `body` gets its name. Returns the number of instruction sets.
int for_each_target(const std::function<void(const std::string&)>& body);

/// Memory whose last byte is followed, or whose first byte is preceded, by a page that cannot be
/// touched: a read or write outside ends the program.
class GuardedBuffer {
public:
    enum class Side { kAfter, kBefore };
    GuardedBuffer(std::size_t bytes, Side guard);
    ~GuardedBuffer();
    GuardedBuffer(const GuardedBuffer&) = delete;
    GuardedBuffer& operator=(const GuardedBuffer&) = delete;
    [[nodiscard]] std::byte* data() const { return data_; }

private:
    std::byte* mapping_ = nullptr;
    std::size_t mapped_ = 0;
    std::byte* data_ = nullptr;
};

[[nodiscard]] inline std::uint32_t bits_of(float value) {
    return std::bit_cast<std::uint32_t>(value);
}

/// The id of a format that must exist.
[[nodiscard]] FormatId format_named(std::string_view name);

/// Row lengths worth trying: one block up to more than one batch of a decoder; odd ones where the
/// format has no blocks.
[[nodiscard]] std::vector<std::size_t> row_lengths(const FormatInfo& format);

[[nodiscard]] std::vector<std::byte> random_bytes(std::size_t count, std::mt19937& engine);
[[nodiscard]] std::vector<float> gaussian(std::size_t count, float sigma, std::mt19937& engine);
/// Unit variance.
[[nodiscard]] std::vector<float> laplacian(std::size_t count, std::mt19937& engine);

[[nodiscard]] std::vector<std::byte> encode(const FormatInfo& format, std::span<const float> row);
[[nodiscard]] std::vector<float> decode(const FormatInfo& format, std::span<const std::byte> bytes,
                                        std::size_t cols);
[[nodiscard]] std::vector<float> round_trip(const FormatInfo& format, std::span<const float> row);

/// Sum of (x - y)^2 over sum of x^2.
[[nodiscard]] double normalized_error(std::span<const float> x, std::span<const float> y);

}  // namespace bitlathe
