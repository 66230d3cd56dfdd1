// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/base/kept_floats.h"
#include "core/base/progress.h"
#include "core/compute/device.h"
#include "core/profile/activation/tap_accumulator.h"

namespace bitlathe {

/// X^T X of the inputs X of one place, [tokens, channels], the first tokens of windows with the
/// others. Symmetric: what is at and above the diagonal is kept, row by row, in float32: here while
/// it is made, in the mapped file of a project that was opened.
struct GramMatrix {
    std::uint64_t tokens = 0;
    std::uint64_t channels = 0;
    KeptFloats upper;

    GramMatrix() = default;
    /// Zeros to add to. Throws std::bad_alloc.
    explicit GramMatrix(std::uint64_t size)
        : channels(size), upper(std::vector<float>(values(size))) {}

    /// The same to add to, wherever this one's values lie. Throws std::bad_alloc.
    [[nodiscard]] GramMatrix copy() const;

    [[nodiscard]] static constexpr std::uint64_t values(std::uint64_t size) {
        return size * (size + 1) / 2;
    }
    /// Where row i begins, at its element i.
    [[nodiscard]] std::uint64_t row_begin(std::uint64_t i) const {
        return i * channels - i * (i - 1) / 2;
    }
    [[nodiscard]] float at(std::uint64_t i, std::uint64_t j) const {
        return upper.values()[i <= j ? row_begin(i) + j - i : row_begin(j) + i - j];
    }
};

/// Adds rows, each window on its own, so that it does not matter how windows were put together.
/// About channels / 2 multiplications a value. The same bits for any number of threads. Errors:
/// kRefused (no memory), kCancelled.
[[nodiscard]] Status accumulate_gram(ConstRows rows, std::span<const TokenPlace> places,
                                     GramMatrix& gram, const WorkContext& context);

/// Rows of X^T X / T as a device multiplies by.
class GramRows final : public RowSource {
public:
    /// `gram` outlives this.
    explicit GramRows(const GramMatrix& gram) : gram_(gram) {}
    [[nodiscard]] std::uint64_t rows() const override { return gram_.channels; }
    [[nodiscard]] std::uint64_t cols() const override { return gram_.channels; }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override;

private:
    const GramMatrix& gram_;
};

}  // namespace bitlathe
