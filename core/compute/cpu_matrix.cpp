// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/cpu_matrix.h"

#include <algorithm>

#include "core/base/checked.h"
#include "core/base/pieces.h"
#include "core/compute/aligned.h"
#include "core/compute/cpu_kernels.h"

namespace bitlathe {
namespace {

/// Size of one piece of work: its weights stay in the second cache.
constexpr std::size_t kTileTokens = 20 * kPanelRows;
constexpr std::size_t kTilePanels = 16;

tl::unexpected<Error> no_memory() {
    return fail(ErrorCode::kRefused, "not enough memory for a weight matrix", {}, {},
                "close other programs or take a smaller model");
}

std::size_t panels_of(std::size_t count, std::size_t width) {
    return count / width + (count % width != 0 ? 1 : 0);
}

class PackedMatrix final : public DeviceMatrix {
public:
    PackedMatrix(std::uint64_t rows, std::uint64_t cols) : rows_(rows), cols_(cols) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    [[nodiscard]] std::uint64_t bytes() const override { return values.size() * sizeof(float); }
    FloatBuffer values;

private:
    std::uint64_t rows_;
    std::uint64_t cols_;
};

/// All inputs as panels of 12 rows.
Result<FloatBuffer> packed_inputs(ConstRows x, const WorkContext& context) {
    FloatBuffer packed;
    const std::size_t panels = panels_of(x.rows, kPanelRows);
    try {
        packed.resize(panels * kPanelRows * x.cols);
    } catch (const std::bad_alloc&) {
        return no_memory();
    }
    const Pieces pieces(panels, 4);
    BITLATHE_TRY(for_each_piece(pieces.count(), context, [&](unsigned, std::size_t i) -> Status {
        const Piece piece = pieces.at(i);
        for (std::size_t p = piece.first; p < piece.first + piece.count; ++p) {
            const std::size_t row = p * kPanelRows;
            pack_inputs(x.data + row * x.stride, x.stride, std::min(kPanelRows, x.rows - row),
                        x.cols, packed.data() + row * x.cols);
        }
        return {};
    }));
    return packed;
}

/// One tile: panels [first, last) of the weights times rows [row, end) of the inputs.
void multiply_tile(const FloatBuffer& x, const PackedMatrix& w, Piece tokens, Piece panels,
                   Rows y) {
    const std::size_t cols = w.cols();
    for (std::size_t k = 0; k < cols; k += kDepth) {
        const std::size_t depth = std::min(kDepth, cols - k);
        for (std::size_t p = panels.first; p < panels.first + panels.count; ++p) {
            const float* weights = w.values.data() + (p * cols + k) * kPanelCols;
            const std::size_t width = std::min(kPanelCols, w.rows() - p * kPanelCols);
            for (std::size_t t = tokens.first; t < tokens.first + tokens.count; t += kPanelRows) {
                multiply_panels(x.data() + t * cols + k * kPanelRows, weights, depth, k != 0,
                                y.data + t * y.stride + p * kPanelCols, y.stride,
                                std::min(kPanelRows, tokens.first + tokens.count - t), width);
            }
        }
    }
}

void add_bias(std::span<const float> bias, Piece tokens, Piece panels, Rows y) {
    if (bias.empty()) {
        return;
    }
    const std::size_t first = panels.first * kPanelCols;
    const std::size_t last = std::min(bias.size(), first + panels.count * kPanelCols);
    for (std::size_t t = tokens.first; t < tokens.first + tokens.count; ++t) {
        for (std::size_t j = first; j < last; ++j) {
            y.data[t * y.stride + j] += bias[j];
        }
    }
}

}  // namespace

Result<std::unique_ptr<const DeviceMatrix>> pack_matrix(const RowSource& source,
                                                        std::uint64_t first, std::uint64_t count,
                                                        const WorkContext& context) {
    auto matrix = std::make_unique<PackedMatrix>(count, source.cols());
    const std::size_t cols = source.cols();
    const std::size_t panels = panels_of(count, kPanelCols);
    const auto size = checked_mul({panels, kPanelCols, cols});
    if (!size) {
        return no_memory();
    }
    try {
        matrix->values.resize(*size);
    } catch (const std::bad_alloc&) {
        return no_memory();
    } catch (const std::length_error&) {
        return no_memory();
    }
    std::vector<FloatBuffer> rows(workers_for(panels, context));
    BITLATHE_TRY(for_each_piece(panels, context, [&](unsigned worker, std::size_t p) -> Status {
        const std::size_t row = p * kPanelCols;
        const std::size_t there = std::min<std::size_t>(kPanelCols, count - row);
        rows[worker].resize(kPanelCols * cols);
        source.read(first + row, there, rows[worker].data());
        pack_weights(rows[worker].data(), cols, there, cols, matrix->values.data() + row * cols);
        return {};
    }));
    return std::unique_ptr<const DeviceMatrix>(std::move(matrix));
}

Status multiply_packed(ConstRows x, const DeviceMatrix& w, std::span<const float> bias, Rows y,
                       const WorkContext& context) {
    const auto& matrix = static_cast<const PackedMatrix&>(w);
    BITLATHE_ASSIGN(const FloatBuffer packed, packed_inputs(x, context));
    const Pieces tokens(x.rows, kTileTokens);
    const Pieces panels(panels_of(matrix.rows(), kPanelCols), kTilePanels);
    return for_each_piece(tokens.count() * panels.count(), context,
                          [&](unsigned, std::size_t i) -> Status {
                              const Piece rows = tokens.at(i % tokens.count());
                              const Piece columns = panels.at(i / tokens.count());
                              multiply_tile(packed, matrix, rows, columns, y);
                              add_bias(bias, rows, columns, y);
                              return {};
                          });
}

}  // namespace bitlathe
