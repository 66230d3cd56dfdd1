// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/cpu_matrix.h"

#include <algorithm>
#include <atomic>

#include "core/base/checked.h"
#include "core/base/parallel.h"
#include "core/base/pieces.h"
#include "core/compute/aligned.h"
#include "core/compute/coded_matrix.h"
#include "core/compute/packed_matrix.h"

namespace bitlathe {
namespace {

/// Size of one piece of work: its weights stay in the second cache.
constexpr std::size_t kTileTokens = 20 * kPanelRows;
constexpr std::size_t kTilePanels = 16;

/// A matrix as values of one type.
template <class Weight>
class ValueMatrix final : public PackedMatrix {
public:
    using PackedMatrix::PackedMatrix;
    [[nodiscard]] std::uint64_t bytes() const override { return values.size() * sizeof(Weight); }
    void multiply(PanelInput x, std::size_t panel, std::size_t k, std::size_t depth, float* c,
                  std::size_t stride, std::size_t rows) const override {
        multiply_panels(x, values.data() + (panel * cols_ + k) * kPanelCols, depth, k != 0, c,
                        stride, rows, rows_in(panel));
    }
    std::vector<Weight, CacheAligned<Weight>> values;
};

/// All inputs as panels of 12 rows.
Result<FloatBuffer> packed_inputs(ConstRows x, const WorkContext& context) {
    FloatBuffer packed;
    const std::size_t panels = panels_of(x.rows, kPanelRows);
    try {
        packed.resize(panels * kPanelRows * x.cols);
    } catch (const std::bad_alloc&) {
        return no_memory_for_matrix();
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

/// Inputs as the kernels read them, from some row on.
class Inputs {
public:
    static Result<Inputs> create(ConstRows x, const WorkContext& context) {
        Inputs inputs(x);
        if (x.rows > 1) {
            BITLATHE_ASSIGN(inputs.packed_, packed_inputs(x, context));
        }
        return inputs;
    }
    /// `row`: a multiple of 12.
    [[nodiscard]] PanelInput at(std::size_t row, std::size_t k) const {
        return x_.rows > 1 ? PanelInput{packed_.data() + row * x_.cols + k * kPanelRows, kPanelRows}
                           : PanelInput{x_.data + k, 1};
    }

private:
    explicit Inputs(ConstRows x) : x_(x) {}
    ConstRows x_;
    FloatBuffer packed_;
};

/// One panel of the weights times some rows of the inputs, inputs from `k` on.
void multiply_part(const Inputs& x, const PackedMatrix& w, Piece tokens, std::size_t panel,
                   std::size_t k, Rows y) {
    const std::size_t depth = std::min<std::size_t>(kDepth, w.cols() - k);
    for (std::size_t t = tokens.first; t < tokens.first + tokens.count; t += kPanelRows) {
        w.multiply(x.at(t, k), panel, k, depth, y.data + t * y.stride + panel * kPanelCols,
                   y.stride, std::min<std::size_t>(kPanelRows, tokens.first + tokens.count - t));
    }
}

/// One tile: some panels of the weights times some rows of the inputs.
void multiply_tile(const Inputs& x, const PackedMatrix& w, Piece tokens, Piece panels, Rows y) {
    if (tokens.count <= kPanelRows) {
        // Every weight is read once: in the order in which they lie.
        for (std::size_t p = panels.first; p < panels.first + panels.count; ++p) {
            for (std::size_t k = 0; k < w.cols(); k += kDepth) {
                multiply_part(x, w, tokens, p, k, y);
            }
        }
        return;
    }
    for (std::size_t k = 0; k < w.cols(); k += kDepth) {
        for (std::size_t p = panels.first; p < panels.first + panels.count; ++p) {
            multiply_part(x, w, tokens, p, k, y);
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

template <class Weight>
Result<std::unique_ptr<ValueMatrix<Weight>>> empty_matrix(std::uint64_t rows, std::uint64_t cols) {
    auto matrix = std::make_unique<ValueMatrix<Weight>>(rows, cols);
    const auto size = checked_mul({panels_of(rows, kPanelCols), kPanelCols, cols});
    try {
        if (size) {
            matrix->values.resize(*size);
            return matrix;
        }
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {
    }
    return no_memory_for_matrix();
}

/// Calls `put(panel, values)` with the 32 x cols packed values of every panel, on several threads;
/// stops when it returns false.
template <class Put>
Result<bool> for_panels(const RowSource& source, std::uint64_t first, std::uint64_t count,
                        const WorkContext& context, const Put& put) {
    const std::size_t cols = source.cols();
    const std::size_t panels = panels_of(count, kPanelCols);
    std::atomic<bool> all = true;
    std::vector<FloatBuffer> rows(workers_for(panels, context));
    BITLATHE_TRY(for_each_piece(panels, context, [&](unsigned worker, std::size_t p) -> Status {
        if (!all) {
            return {};
        }
        const std::size_t row = p * kPanelCols;
        const std::size_t there = std::min<std::size_t>(kPanelCols, count - row);
        rows[worker].resize(kPanelCols * cols);
        source.read(first + row, there, rows[worker].data());
        if (!put(p, rows[worker].data(), there)) {
            all = false;
        }
        return {};
    }));
    return all.load();
}

/// Nothing when a value is none of the narrow type.
template <class Weight>
Result<std::unique_ptr<const DeviceMatrix>> pack_narrow(const RowSource& source,
                                                        std::uint64_t first, std::uint64_t count,
                                                        const WorkContext& context) {
    const std::size_t cols = source.cols();
    BITLATHE_ASSIGN(auto matrix, empty_matrix<Weight>(count, cols));
    BITLATHE_ASSIGN(const bool fits,
                    for_panels(source, first, count, context,
                               [&](std::size_t p, const float* rows, std::size_t there) {
                                   FloatBuffer panel(kPanelCols * cols);
                                   pack_weights(rows, cols, there, cols, panel.data());
                                   return narrow(panel.data(), panel.size(),
                                                 matrix->values.data() + p * kPanelCols * cols);
                               }));
    return fits ? std::unique_ptr<const DeviceMatrix>(std::move(matrix)) : nullptr;
}

}  // namespace

unsigned worthwhile_threads(std::uint64_t multiplications, unsigned threads) {
    constexpr std::uint64_t kPerThread = 1 << 19;
    const std::uint64_t most = std::max<std::uint64_t>(1, multiplications / kPerThread);
    const std::uint64_t asked = threads == 0 ? default_threads() : threads;
    return static_cast<unsigned>(std::min(most, asked));
}

Result<std::unique_ptr<const DeviceMatrix>> pack_matrix(const RowSource& source,
                                                        std::uint64_t first, std::uint64_t count,
                                                        const WorkContext& context) {
    const std::size_t cols = source.cols();
    BITLATHE_ASSIGN(auto matrix, empty_matrix<float>(count, cols));
    BITLATHE_TRY(for_panels(
        source, first, count, context, [&](std::size_t p, const float* rows, std::size_t there) {
            pack_weights(rows, cols, there, cols, matrix->values.data() + p * kPanelCols * cols);
            return true;
        }));
    return std::unique_ptr<const DeviceMatrix>(std::move(matrix));
}

Result<std::unique_ptr<const DeviceMatrix>> pack_matrix_small(const RowSource& source,
                                                              std::uint64_t first,
                                                              std::uint64_t count,
                                                              const WorkContext& context) {
    BITLATHE_ASSIGN(auto codes, pack_codes(source, first, count, context));
    if (codes != nullptr) {
        return codes;
    }
    BITLATHE_ASSIGN(auto brain, pack_narrow<Bf16>(source, first, count, context));
    if (brain != nullptr) {
        return brain;
    }
    BITLATHE_ASSIGN(auto half, pack_narrow<F16>(source, first, count, context));
    if (half != nullptr) {
        return half;
    }
    return pack_matrix(source, first, count, context);
}

Status multiply_packed(ConstRows x, const DeviceMatrix& w, std::span<const float> bias, Rows y,
                       const WorkContext& context) {
    const auto& matrix = static_cast<const PackedMatrix&>(w);
    BITLATHE_ASSIGN(const Inputs packed, Inputs::create(x, context));
    const Pieces tokens(x.rows, kTileTokens);
    const Pieces panels(panels_of(matrix.rows(), kPanelCols), kTilePanels);
    WorkContext inner = context;
    inner.threads = worthwhile_threads(x.rows * w.rows() * w.cols(), context.threads);
    return for_each_piece(tokens.count() * panels.count(), inner,
                          [&](unsigned, std::size_t i) -> Status {
                              const Piece rows = tokens.at(i % tokens.count());
                              const Piece columns = panels.at(i / tokens.count());
                              multiply_tile(packed, matrix, rows, columns, y);
                              add_bias(bias, rows, columns, y);
                              return {};
                          });
}

}  // namespace bitlathe
