// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/pieces.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// The bytes of a tensor whose elements each fill whole bytes (F64 F32 F16 BF16), a few MB at a
/// time, whatever the length of its rows.
class ElementStream {
public:
    ElementStream(const TensorView& view, std::uint64_t element_bytes);
    [[nodiscard]] std::size_t pieces() const { return pieces_.count(); }
    [[nodiscard]] std::span<const std::byte> bytes(std::size_t piece) const;
    /// Maps the pages of a piece that is about to be read.
    void fetch(std::size_t piece) const;
    /// Lets the pages of a finished piece go.
    void release(std::size_t piece) const;

private:
    const TensorView& view_;
    std::uint64_t element_bytes_;
    Pieces pieces_;
};

/// The weights of a decodable tensor as float32, in chunks that depend on its shape only: whole
/// rows of quantized formats, plain runs of elements of F32. Some chunks make a piece of work.
class ValueStream {
public:
    explicit ValueStream(const TensorView& view);
    [[nodiscard]] std::size_t chunks() const { return chunks_.count(); }
    [[nodiscard]] std::size_t pieces() const { return pieces_.count(); }
    /// Chunks of a piece.
    [[nodiscard]] Piece piece(std::size_t index) const { return pieces_.at(index); }
    /// Weights of a chunk, in `buffer` or in the mapped file; valid until the buffer changes.
    [[nodiscard]] std::span<const float> values(std::size_t chunk,
                                                std::vector<float>& buffer) const;
    /// Bytes of the file behind a piece.
    [[nodiscard]] std::uint64_t bytes(std::size_t piece) const;
    /// Maps the pages of a piece that is about to be read.
    void fetch(std::size_t piece) const;
    /// Lets the pages of a finished piece go.
    void release(std::size_t piece) const;

private:
    [[nodiscard]] Piece units(std::size_t piece) const;
    const TensorView& view_;
    bool plain_;  ///< stored as float32: the unit of a chunk is an element, else a row
    std::uint64_t unit_bytes_;  ///< of the file
    Pieces chunks_;             ///< of units
    Pieces pieces_;             ///< of chunks
};

}  // namespace bitlathe
