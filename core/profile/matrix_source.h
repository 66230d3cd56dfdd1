// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"

namespace bitlathe {

/// What a picture of a matrix shows of every weight.
enum class MatrixQuantity : std::uint8_t {
    kValue,      ///< as stored
    kQuantized,  ///< after encoding to a format and decoding again, without importance
    kError,      ///< quantized minus value
};

/// One quantity of a tensor, readable in any window of a row. Cheap to copy, immutable,
/// thread-safe; keeps the mapped file alive. Nothing is read until read() is called.
class MatrixSource {
public:
    /// `format` is looked at for kQuantized and kError; in the format that the tensor is stored in
    /// nothing changes. Errors: kRefused (no weights, or weights that cannot be decoded),
    /// kImpossible (a format without an encoder, or rows that do not fit its blocks).
    static Result<MatrixSource> make(TensorView view, MatrixQuantity quantity, FormatId format);

    [[nodiscard]] const TensorView& view() const { return view_; }
    [[nodiscard]] std::uint64_t rows() const { return view_.rows(); }
    [[nodiscard]] std::uint64_t cols() const { return view_.cols(); }
    [[nodiscard]] MatrixQuantity quantity() const { return quantity_; }
    [[nodiscard]] FormatId format() const { return format_; }
    /// Windows of a row are computed in multiples of this many columns: a block of both formats, or
    /// the whole row where something (a scale) belongs to all of it.
    [[nodiscard]] std::uint64_t granularity() const { return step_; }

    /// Memory of one thread.
    struct Scratch {
        std::vector<float> values, again;
        std::vector<std::byte> codes;
    };
    /// Writes columns [first, first + count) of a row to `out`. The window must lie inside the row.
    /// The same values for any window.
    void read(std::uint64_t row, std::uint64_t first, std::uint64_t count, float* out,
              Scratch& scratch) const;

private:
    MatrixSource(TensorView view, MatrixQuantity quantity, FormatId format);
    void read_blocks(std::uint64_t row, std::uint64_t first, std::uint64_t count, float* out,
                     Scratch& scratch) const;
    void decode(std::uint64_t row, std::uint64_t first, std::uint64_t count, float* out) const;
    TensorView view_;
    MatrixQuantity quantity_;
    FormatId format_;
    std::uint64_t step_ = 1;
};

}  // namespace bitlathe
