// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/stream.h"

#include <algorithm>
#include <cstring>

namespace bitlathe {
namespace {

/// Weights of a chunk: its float32 values stay in the second-level cache.
constexpr std::uint64_t kChunk = 65536;
/// Bytes of a piece: what is released at a time, and looked at between two checks for a stop.
constexpr std::uint64_t kPieceBytes = 4 << 20;

std::uint64_t elements(const TensorView& view) {
    return view.rows() * view.cols();
}

/// Fetches the rows that hold a range of elements.
void fetch_elements(const TensorView& view, std::uint64_t first, std::uint64_t count) {
    const std::uint64_t begin = first / view.cols();
    const std::uint64_t end = (first + count + view.cols() - 1) / view.cols();
    // A row far longer than the range is not read now.
    if ((end - begin) * view.row_bytes() <= 2 * kPieceBytes) view.fetch(begin, end - begin);
}

/// Releases the rows that end within a range of elements: a row longer than the range goes with
/// its last part.
void release_elements(const TensorView& view, std::uint64_t first, std::uint64_t count) {
    const std::uint64_t begin = first / view.cols();
    const std::uint64_t end = (first + count) / view.cols();
    view.release(begin, end - begin);
}

std::uint64_t chunk_units(const TensorView& view, bool plain) {
    return plain ? kChunk : std::max<std::uint64_t>(1, kChunk / view.cols());
}

}  // namespace

ElementStream::ElementStream(const TensorView& view, std::uint64_t element_bytes)
    : view_(view),
      element_bytes_(element_bytes),
      pieces_(elements(view), kPieceBytes / element_bytes) {}

std::span<const std::byte> ElementStream::bytes(std::size_t piece) const {
    const Piece range = pieces_.at(piece);
    return view_.bytes().subspan(range.first * element_bytes_, range.count * element_bytes_);
}

void ElementStream::fetch(std::size_t piece) const {
    const Piece range = pieces_.at(piece);
    fetch_elements(view_, range.first, range.count);
}

void ElementStream::release(std::size_t piece) const {
    const Piece range = pieces_.at(piece);
    release_elements(view_, range.first, range.count);
}

ValueStream::ValueStream(const TensorView& view)
    : view_(view),
      plain_(view.format() == formats::f32()),
      unit_bytes_(plain_ ? sizeof(float) : view.row_bytes()),
      chunks_(plain_ ? elements(view) : view.rows(), chunk_units(view, plain_)),
      pieces_(chunks_.count(),
              std::max<std::uint64_t>(
                  1, kPieceBytes /
                         std::max<std::uint64_t>(1, unit_bytes_ * chunk_units(view, plain_)))) {}

std::span<const float> ValueStream::values(std::size_t chunk, std::vector<float>& buffer) const {
    const Piece range = chunks_.at(chunk);
    if (!plain_) {
        buffer.resize(range.count * view_.cols());
        view_.decode_rows(range.first, range.count, buffer.data());
        return buffer;
    }
    const std::byte* bytes = view_.bytes().data() + range.first * sizeof(float);
    if (reinterpret_cast<std::uintptr_t>(bytes) % alignof(float) == 0) {
        return {reinterpret_cast<const float*>(bytes), range.count};
    }
    // safetensors promises no alignment.
    buffer.resize(range.count);
    std::memcpy(buffer.data(), bytes, range.count * sizeof(float));
    return buffer;
}

Piece ValueStream::units(std::size_t piece) const {
    const Piece range = pieces_.at(piece);
    const Piece last = chunks_.at(range.first + range.count - 1);
    const std::uint64_t first = chunks_.at(range.first).first;
    return {first, last.first + last.count - first};
}

std::uint64_t ValueStream::bytes(std::size_t piece) const {
    return units(piece).count * unit_bytes_;
}

void ValueStream::fetch(std::size_t piece) const {
    const Piece range = units(piece);
    if (plain_) {
        fetch_elements(view_, range.first, range.count);
    } else {
        view_.fetch(range.first, range.count);
    }
}

void ValueStream::release(std::size_t piece) const {
    const Piece range = units(piece);
    if (plain_) {
        release_elements(view_, range.first, range.count);
    } else {
        view_.release(range.first, range.count);
    }
}

}  // namespace bitlathe
