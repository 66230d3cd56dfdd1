// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "core/base/pieces.h"
#include "core/compute/aligned.h"
#include "core/compute/cpu_kernels.h"
#include "core/compute/cpu_matrix.h"

namespace bitlathe {
namespace {

/// Queries whose scores are kept at a time.
constexpr std::size_t kQueries = 4 * kPanelRows;

/// What one worker keeps between heads.
struct Scratch {
    FloatBuffer keys, values, scores, panel;
};

std::size_t whole_panels(std::size_t count, std::size_t width) {
    return (count + width - 1) / width * width;
}

/// One head of one segment.
class Head {
public:
    Head(const AttentionCall& call, const Segment& segment, std::size_t head, Scratch& scratch)
        : call_(call),
          segment_(segment),
          head_(head),
          kv_head_(head / (call.heads / call.kv_heads)),
          scratch_(scratch) {}

    void run() {
        pack();
        for (std::size_t q = 0; q < segment_.count; q += kQueries) {
            attend(q, std::min(segment_.count, q + kQueries));
        }
    }

private:
    /// Keys as panels [head_dim][32 keys], values as panels [keys][32 of head_dim].
    void pack() {
        const std::size_t dim = call_.head_dim;
        const std::size_t keys = segment_.count;
        scratch_.keys.resize(whole_panels(keys, kPanelCols) * dim);
        scratch_.values.resize(whole_panels(dim, kPanelCols) * keys);
        const float* k = call_.k.data + segment_.first * call_.k.stride + kv_head_ * dim;
        for (std::size_t i = 0; i < keys; i += kPanelCols) {
            pack_weights(k + i * call_.k.stride, call_.k.stride, std::min(kPanelCols, keys - i),
                         dim, scratch_.keys.data() + i * dim);
        }
        const float* v = call_.v.data + segment_.first * call_.v.stride + kv_head_ * dim;
        for (std::size_t j = 0; j < dim; j += kPanelCols) {
            const std::size_t width = std::min(kPanelCols, dim - j);
            float* panel = scratch_.values.data() + j * keys;
            for (std::size_t i = 0; i < keys; ++i) {
                std::copy_n(v + i * call_.v.stride + j, width, panel + i * kPanelCols);
                std::fill(panel + i * kPanelCols + width, panel + (i + 1) * kPanelCols, 0.0F);
            }
        }
    }

    /// First key that a query sees.
    [[nodiscard]] std::size_t first_key(std::size_t query) const {
        return call_.window != 0 && query + 1 > call_.window ? query + 1 - call_.window : 0;
    }

    /// Queries [begin, end) of the segment.
    void attend(std::size_t begin, std::size_t end) {
        const std::size_t first = first_key(begin) / kPanelCols * kPanelCols;
        const std::size_t width = whole_panels(end - first, kPanelCols);
        scratch_.scores.resize(kQueries * width);
        scratch_.panel.resize(kPanelRows * std::max(width, call_.head_dim));
        for (std::size_t q = begin; q < end; q += kPanelRows) {
            const std::size_t rows = std::min(kPanelRows, end - q);
            score(q, rows, first, width);
            for (std::size_t r = 0; r < rows; ++r) {
                normalise(q + r, scratch_.scores.data() + r * width, first, width);
            }
            mix(q, rows, first, end - first, width);
        }
    }

    void score(std::size_t query, std::size_t rows, std::size_t first, std::size_t width) {
        const std::size_t dim = call_.head_dim;
        const float* q = call_.q.data + (segment_.first + query) * call_.q.stride + head_ * dim;
        pack_inputs(q, call_.q.stride, rows, dim, scratch_.panel.data());
        for (std::size_t key = 0; key < width; key += kPanelCols) {
            multiply_panels(scratch_.panel.data(), scratch_.keys.data() + (first + key) * dim, dim,
                            false, scratch_.scores.data() + key, width, rows, kPanelCols);
        }
    }

    /// Scores of one query become probabilities; keys that it does not see get none.
    void normalise(std::size_t query, float* row, std::size_t first, std::size_t width) {
        const std::size_t from = first_key(query) - first;
        const std::size_t to = query + 1 - first;
        std::fill(row, row + from, 0.0F);
        softmax(row + from, to - from, call_.scale, call_.soft_cap);
        std::fill(row + to, row + width, 0.0F);
        if (call_.column_sums != nullptr) {
            float* sums = call_.column_sums + (segment_.first + first) * call_.heads + head_;
            for (std::size_t key = from; key < to; ++key) {
                sums[key * call_.heads] += row[key];
            }
        }
    }

    /// The values weighted by the probabilities.
    void mix(std::size_t query, std::size_t rows, std::size_t first, std::size_t keys,
             std::size_t width) {
        const std::size_t dim = call_.head_dim;
        pack_inputs(scratch_.scores.data(), width, rows, keys, scratch_.panel.data());
        float* out = call_.out.data + (segment_.first + query) * call_.out.stride + head_ * dim;
        for (std::size_t j = 0; j < dim; j += kPanelCols) {
            const float* panel = scratch_.values.data() + j * segment_.count + first * kPanelCols;
            multiply_panels(scratch_.panel.data(), panel, keys, false, out + j, call_.out.stride,
                            rows, std::min(kPanelCols, dim - j));
        }
    }

    const AttentionCall& call_;
    const Segment& segment_;
    std::size_t head_;
    std::size_t kv_head_;
    Scratch& scratch_;
};

}  // namespace

Status attend_tiled(const AttentionCall& call, const WorkContext& context) {
    if (call.column_sums != nullptr) {
        for (const Segment& segment : call.segments) {
            std::fill_n(call.column_sums + segment.first * call.heads, segment.count * call.heads,
                        0.0F);
        }
    }
    const std::size_t pieces = call.segments.size() * call.heads;
    std::vector<Scratch> scratch(workers_for(pieces, context));
    return for_each_piece(pieces, context, [&](unsigned worker, std::size_t i) -> Status {
        Head(call, call.segments[i / call.heads], i % call.heads, scratch[worker]).run();
        return {};
    });
}

}  // namespace bitlathe
