// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/tap_matrix.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {
namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

/// Fills a matrix with what is seen at its place.
class MatrixSink final : public TapSink {
public:
    explicit MatrixSink(TapMatrix& matrix) : matrix_(matrix) {}
    [[nodiscard]] bool wants(TapPoint point) const override { return point == matrix_.point; }
    void values(const TapValues& tap) override {
        if (!status_ || tap.block != matrix_.block) {
            return;
        }
        try {
            widen(tap.values.cols);
            for (std::size_t r = 0; r < tap.values.rows; ++r) {
                take(tap.values.data + r * tap.values.stride, tap.values.cols, tap.tokens[r]);
            }
        } catch (const std::bad_alloc&) {
            status_ = fail(ErrorCode::kRefused, "not enough memory for the activations", {}, {},
                           "take shorter or fewer windows");
        }
    }
    [[nodiscard]] const Status& status() const { return status_; }

private:
    /// A shared expert may have more channels than the others.
    void widen(std::size_t channels) {
        if (channels <= matrix_.channels) {
            return;
        }
        std::vector<float> wider(matrix_.ids.size() * channels, kNothing);
        for (std::size_t t = 0; matrix_.channels > 0 && t < matrix_.ids.size(); ++t) {
            std::copy_n(matrix_.values.data() + t * matrix_.channels, matrix_.channels,
                        wider.data() + t * channels);
        }
        matrix_.values = std::move(wider);
        matrix_.channels = channels;
    }
    void take(const float* row, std::size_t channels, std::size_t token) {
        float* to = matrix_.values.data() + token * matrix_.channels;
        for (std::size_t c = 0; c < channels; ++c) {
            if (!(std::abs(to[c]) >= std::abs(row[c]))) {
                to[c] = row[c];
            }
        }
    }
    TapMatrix& matrix_;
    Status status_;
};

}  // namespace

Result<TapMatrix> tap_matrix(const Transformer& model, const TokenBatch& window,
                             std::uint32_t block, TapPoint point, const WorkContext& context) {
    if (window.windows.size() != 1 || block >= model.blocks()) {
        return fail(ErrorCode::kUsage, "a place is looked at in one window and in one block");
    }
    TapMatrix matrix;
    matrix.block = block;
    matrix.point = point;
    matrix.ids = window.ids;
    MatrixSink sink(matrix);
    WorkContext shown = context;
    // The run counts all blocks of the model; it ends after this one.
    const std::uint64_t steps = window.ids.size() * (std::uint64_t{block} + 1);
    shown.progress = [&](const Progress& progress) {
        context.report("evaluate", std::min<std::uint64_t>(progress.done, steps), steps);
    };
    BITLATHE_ASSIGN(ForwardState state, model.begin(window, shown));
    while (state.next_block <= block) {
        const bool there = state.next_block == block;
        BITLATHE_TRY(model.advance(window, state, there ? &sink : nullptr, shown));
    }
    BITLATHE_TRY(sink.status());
    if (matrix.channels == 0) {
        return fail(ErrorCode::kImpossible, "nothing was observed at this place");
    }
    return matrix;
}

std::vector<TopValue> largest_values(const TapMatrix& matrix, std::size_t count) {
    std::vector<TopValue> top;  // a heap whose front is the smallest
    for (std::size_t t = 0; t < matrix.ids.size(); ++t) {
        const float* row = matrix.values.data() + t * matrix.channels;
        for (std::size_t c = 0; c < matrix.channels; ++c) {
            if (!std::isfinite(row[c])) {
                continue;
            }
            const TopValue value{row[c], static_cast<std::uint32_t>(c), t,
                                 static_cast<std::uint32_t>(t), matrix.ids[t]};
            if (top.size() < count) {
                top.push_back(value);
                std::push_heap(top.begin(), top.end(), is_larger);
            } else if (count > 0 && is_larger(value, top.front())) {
                std::pop_heap(top.begin(), top.end(), is_larger);
                top.back() = value;
                std::push_heap(top.begin(), top.end(), is_larger);
            }
        }
    }
    std::sort(top.begin(), top.end(), is_larger);
    return top;
}

}  // namespace bitlathe
