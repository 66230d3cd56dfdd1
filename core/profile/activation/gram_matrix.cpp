// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/gram_matrix.h"

#include <algorithm>

#include "core/base/pieces.h"
#include "core/forward/buffer.h"

namespace bitlathe {
namespace {

/// Columns of the result that are made at a time.
constexpr std::uint64_t kTile = 512;

/// Channels as rows: x^T of one window.
class Transposed final : public RowSource {
public:
    Transposed(ConstRows rows, float* memory) : rows_(rows), values_(memory) {
        for (std::size_t t = 0; t < rows.rows; ++t) {
            for (std::size_t c = 0; c < rows.cols; ++c) {
                values_[c * rows.rows + t] = rows.data[t * rows.stride + c];
            }
        }
    }
    [[nodiscard]] std::uint64_t rows() const override { return rows_.cols; }
    [[nodiscard]] std::uint64_t cols() const override { return rows_.rows; }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        std::copy_n(values_ + first * rows_.rows, count * rows_.rows, out);
    }
    [[nodiscard]] ConstRows first(std::size_t count) const {
        return {values_, count, rows_.rows, rows_.rows};
    }

private:
    ConstRows rows_;
    float* values_;
};

Status add_window(ConstRows rows, GramMatrix& gram, const WorkContext& context) {
    BITLATHE_ASSIGN(Buffer memory, Buffer::create(rows.cols, rows.rows));
    const Transposed window(rows, memory.rows().data);
    const Pieces tiles(rows.cols, kTile);
    for (std::size_t i = 0; i < tiles.count(); ++i) {
        const Piece tile = tiles.at(i);
        BITLATHE_ASSIGN(const auto matrix,
                        cpu_device().load(window, tile.first, tile.count, context));
        const std::size_t count = tile.first + tile.count;
        BITLATHE_ASSIGN(Buffer products, Buffer::create(count, tile.count));
        BITLATHE_TRY(
            cpu_device().multiply(window.first(count), *matrix, {}, products.rows(), context));
        for (std::size_t r = 0; r < count; ++r) {
            const std::uint64_t begin = std::max<std::uint64_t>(r, tile.first);
            const float* from = products.row(r) + (begin - tile.first);
            float* to = gram.upper.own().data() + gram.row_begin(r) + (begin - r);
            std::transform(from, from + (count - begin), to, to, std::plus<>());
        }
    }
    return {};
}

}  // namespace

GramMatrix GramMatrix::copy() const {
    GramMatrix result;
    result.tokens = tokens;
    result.channels = channels;
    result.upper = upper.copy();
    return result;
}

Status accumulate_gram(ConstRows rows, std::span<const TokenPlace> places, GramMatrix& gram,
                       const WorkContext& context) {
    const auto window_of = [&](std::size_t r) { return places[r].token - places[r].position; };
    for (std::size_t first = 0; first < rows.rows;) {
        std::size_t end = first + 1;
        while (end < rows.rows && window_of(end) == window_of(first)) {
            ++end;
        }
        BITLATHE_TRY(add_window(
            {rows.data + first * rows.stride, end - first, rows.cols, rows.stride}, gram, context));
        first = end;
    }
    gram.tokens += rows.rows;
    return {};
}

void GramRows::read(std::uint64_t first, std::uint64_t count, float* out) const {
    const auto tokens = static_cast<float>(std::max<std::uint64_t>(1, gram_.tokens));
    for (std::uint64_t i = first; i < first + count; ++i) {
        for (std::uint64_t j = 0; j < gram_.channels; ++j) {
            *out++ = gram_.at(i, j) / tokens;
        }
    }
}

}  // namespace bitlathe
