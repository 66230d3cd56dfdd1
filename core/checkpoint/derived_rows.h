// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// Rows of a tensor that are made from other tensors when somebody reads them: nothing is kept.
/// Immutable, thread-safe.
class DerivedRows {
public:
    virtual ~DerivedRows() = default;
    /// The bytes of rows [first, first + count).
    virtual void make(std::uint64_t first, std::uint64_t count, std::byte* out) const = 0;
    /// MappedFile::check() of what they are made from.
    [[nodiscard]] virtual Status check() const = 0;
    /// Hints, as TensorView has them.
    virtual void will_need(std::uint64_t first, std::uint64_t count) const = 0;
    virtual void release(std::uint64_t first, std::uint64_t count) const = 0;
};

/// Bytes of a whole derived tensor, made when they are first asked for. Thread-safe.
class DerivedBytes {
public:
    DerivedBytes(std::shared_ptr<const DerivedRows> rows, std::uint64_t count, std::uint64_t bytes)
        : rows_(std::move(rows)), count_(count), size_(bytes) {}
    [[nodiscard]] const DerivedRows& rows() const { return *rows_; }
    [[nodiscard]] std::span<const std::byte> all();

private:
    std::shared_ptr<const DerivedRows> rows_;
    std::uint64_t count_;
    std::uint64_t size_;
    std::once_flag once_;
    std::vector<std::byte> bytes_;
};

/// In which order a part's rows come.
enum class RowOrder : std::uint8_t {
    kSame,
    /// Row 2i + t of every head is row t * head / 2 + i of the source: pairs that rotary positions
    /// turn together become neighbours.
    kPairsTogether,
    /// The opposite: row t * head / 2 + i of every head is row 2i + t of the source.
    kPairsApart,
};

/// A run of rows of one tensor of the source.
struct RowPart {
    TensorView source;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};

/// Rows of several tensors of equal rows, one run after the other. `head`: rows of a head, even,
/// and every run is a whole number of heads; only for pairs.
[[nodiscard]] std::shared_ptr<const DerivedRows> joined_rows(std::vector<RowPart> parts,
                                                             RowOrder order = RowOrder::kSame,
                                                             std::uint64_t head = 0);

/// Columns of a matrix of plain floats as rows.
[[nodiscard]] std::shared_ptr<const DerivedRows> transposed_rows(TensorView source);

/// Decoded values as `to`, a plain float: value * scale + offset, in float32. The same values in
/// the same order, but in rows of `cols`, a multiple of the source's.
[[nodiscard]] std::shared_ptr<const DerivedRows> changed_values(TensorView source,
                                                                std::uint64_t cols, float scale = 1,
                                                                float offset = 0,
                                                                FormatId to = formats::f32());

/// Values of our own, as F32, in rows of `cols` (0: one row).
[[nodiscard]] std::shared_ptr<const DerivedRows> given_values(std::vector<float> values,
                                                              std::uint64_t cols = 0);

}  // namespace bitlathe
