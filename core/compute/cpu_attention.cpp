// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <new>
#include <stdexcept>
#include <vector>

#include "core/base/pieces.h"
#include "core/compute/aligned.h"
#include "core/compute/cpu_kernels.h"
#include "core/compute/cpu_matrix.h"

namespace bitlathe {
namespace {

/// Queries whose scores are kept at a time.
constexpr std::size_t kQueries = 4 * kPanelRows;

std::size_t whole_panels(std::size_t count, std::size_t width) {
    return (count + width - 1) / width * width;
}

/// Keys and values of one key head: keys as panels [head_dim][32 keys], values as panels
/// [capacity][32 of head_dim].
class PackedKeys {
public:
    /// Throws std::bad_alloc. What it held is undefined afterwards.
    void resize(std::size_t capacity, std::size_t dim) {
        capacity_ = capacity;
        dim_ = dim;
        keys_.resize(whole_panels(capacity, kPanelCols) * dim);
        values_.resize(whole_panels(dim, kPanelCols) * capacity);
    }
    /// Tokens from `first` on, `count` rows; those before `first` are there already.
    void put(std::size_t first, std::size_t count, const float* k, std::size_t k_stride,
             const float* v, std::size_t v_stride) {
        for (std::size_t i = 0; i < count;) {
            i += put_keys(first + i, count - i, k + i * k_stride, k_stride);
        }
        for (std::size_t j = 0; j < dim_; j += kPanelCols) {
            const std::size_t width = std::min(kPanelCols, dim_ - j);
            float* panel = values_.data() + j * capacity_ + first * kPanelCols;
            for (std::size_t i = 0; i < count; ++i) {
                std::copy_n(v + i * v_stride + j, width, panel + i * kPanelCols);
                std::fill(panel + i * kPanelCols + width, panel + (i + 1) * kPanelCols, 0.0F);
            }
        }
    }
    /// Keys from `first` on, a multiple of 32.
    [[nodiscard]] const float* keys(std::size_t first) const { return keys_.data() + first * dim_; }
    /// Values from token `first` on, of the dimensions from `dim` on, a multiple of 32.
    [[nodiscard]] const float* values(std::size_t first, std::size_t dim) const {
        return values_.data() + dim * capacity_ + first * kPanelCols;
    }

private:
    /// Some keys of one panel; returns how many.
    std::size_t put_keys(std::size_t at, std::size_t left, const float* k, std::size_t stride) {
        const std::size_t column = at % kPanelCols;
        float* panel = keys_.data() + (at - column) * dim_;
        if (column == 0) {
            const std::size_t count = std::min(kPanelCols, left);
            pack_weights(k, stride, count, dim_, panel);
            return count;
        }
        for (std::size_t i = 0; i < dim_; ++i) {
            panel[i * kPanelCols + column] = k[i];
        }
        return 1;
    }

    std::size_t capacity_ = 0;
    std::size_t dim_ = 0;
    FloatBuffer keys_, values_;
};

class PackedCache final : public DeviceCache {
public:
    PackedCache(std::size_t capacity, std::size_t kv_heads)
        : heads(kv_heads), capacity_(capacity) {}
    [[nodiscard]] std::size_t count() const override { return tokens; }
    [[nodiscard]] std::size_t capacity() const override { return capacity_; }
    std::vector<PackedKeys> heads;
    std::size_t tokens = 0;

private:
    std::size_t capacity_;
};

/// What one worker keeps between heads.
struct Scratch {
    PackedKeys keys;
    FloatBuffer scores, panel;
    std::vector<float> received;  ///< of one head, by each key
};

/// Rows that attend together: queries of one head, or heads of one query.
struct QueryRows {
    const float* q = nullptr;
    std::size_t q_stride = 0;
    float* out = nullptr;
    std::size_t out_stride = 0;
    std::size_t rows = 0;  ///< at most 12
};

/// Attention to the keys of one head of one segment, of which the last ones have queries.
class Head {
public:
    /// `past`: keys before that of the first query. `segment`: the rows of the queries.
    Head(const AttentionCall& call, const Segment& segment, const PackedKeys& keys,
         std::size_t past, Scratch& scratch)
        : call_(call), segment_(segment), keys_(keys), past_(past), scratch_(scratch) {}

    /// All queries of one head, a panel of them at a time.
    void run_queries(std::size_t head) {
        if (call_.column_sums != nullptr) {
            scratch_.received.assign(segment_.count, 0);
        }
        for (std::size_t q = 0; q < segment_.count; q += kQueries) {
            const std::size_t end = std::min(segment_.count, q + kQueries);
            begin(past_ + q, past_ + end);
            for (std::size_t i = q; i < end; i += kPanelRows) {
                const QueryRows rows = {query(i, head), call_.q.stride, output(i, head),
                                        call_.out.stride, std::min(kPanelRows, end - i)};
                attend(rows, past_ + i, 1);
            }
        }
        for (std::size_t key = 0; call_.column_sums != nullptr && key < segment_.count; ++key) {
            call_.column_sums[(segment_.first + key) * call_.heads + head] = scratch_.received[key];
        }
    }
    /// All heads that read these keys, for each query: where there are few queries.
    void run_heads(std::size_t first, std::size_t count) {
        for (std::size_t q = 0; q < segment_.count; ++q) {
            begin(past_ + q, past_ + q + 1);
            for (std::size_t h = 0; h < count; h += kPanelRows) {
                const std::size_t head = first + h;
                const QueryRows rows = {query(q, head), call_.head_dim, output(q, head),
                                        call_.head_dim, std::min(kPanelRows, count - h)};
                attend(rows, past_ + q, 0);
            }
        }
    }

private:
    [[nodiscard]] const float* query(std::size_t i, std::size_t head) const {
        return call_.q.data + (segment_.first + i) * call_.q.stride + head * call_.head_dim;
    }
    [[nodiscard]] float* output(std::size_t i, std::size_t head) const {
        return call_.out.data + (segment_.first + i) * call_.out.stride + head * call_.head_dim;
    }
    /// First key that the token at a position sees.
    [[nodiscard]] std::size_t first_key(std::size_t position) const {
        return call_.window != 0 && position + 1 > call_.window ? position + 1 - call_.window : 0;
    }

    /// Scores are about the keys that tokens [first, end) see.
    void begin(std::size_t first, std::size_t end) {
        first_ = first_key(first) / kPanelCols * kPanelCols;
        end_ = end;
        width_ = whole_panels(end - first_, kPanelCols);
        scratch_.scores.resize(kPanelRows * width_);
        scratch_.panel.resize(kPanelRows * std::max(width_, call_.head_dim));
    }

    /// `step`: positions from one row to the next.
    void attend(const QueryRows& rows, std::size_t position, std::size_t step) {
        score(rows);
        for (std::size_t r = 0; r < rows.rows; ++r) {
            normalise(position + r * step, scratch_.scores.data() + r * width_);
        }
        mix(rows);
    }

    void score(const QueryRows& rows) {
        const std::size_t dim = call_.head_dim;
        pack_inputs(rows.q, rows.q_stride, rows.rows, dim, scratch_.panel.data());
        for (std::size_t key = 0; key < width_; key += kPanelCols) {
            multiply_panels({scratch_.panel.data(), kPanelRows}, keys_.keys(first_ + key), dim,
                            false, scratch_.scores.data() + key, width_, rows.rows, kPanelCols);
        }
    }

    /// Scores of one query become probabilities; keys that it does not see get none.
    void normalise(std::size_t position, float* row) {
        const std::size_t from = first_key(position) - first_;
        const std::size_t to = position + 1 - first_;
        std::fill(row, row + from, 0.0F);
        softmax(row + from, to - from, call_.scale, call_.soft_cap);
        std::fill(row + to, row + width_, 0.0F);
        if (call_.column_sums != nullptr) {
            float* received = scratch_.received.data() + first_;
            std::transform(row + from, row + to, received + from, received + from, std::plus<>());
        }
    }

    /// The values weighted by the probabilities.
    void mix(const QueryRows& rows) {
        const std::size_t dim = call_.head_dim;
        pack_inputs(scratch_.scores.data(), width_, rows.rows, end_ - first_,
                    scratch_.panel.data());
        for (std::size_t j = 0; j < dim; j += kPanelCols) {
            multiply_panels({scratch_.panel.data(), kPanelRows}, keys_.values(first_, j),
                            end_ - first_, false, rows.out + j, rows.out_stride, rows.rows,
                            std::min(kPanelCols, dim - j));
        }
    }

    const AttentionCall& call_;
    const Segment& segment_;
    const PackedKeys& keys_;
    std::size_t past_;
    Scratch& scratch_;
    std::size_t first_ = 0;  ///< key of the first score
    std::size_t end_ = 0;    ///< behind the last key
    std::size_t width_ = 0;  ///< scores of a row
};

/// Puts the keys and values of a segment behind those that are there.
void put_segment(const AttentionCall& call, const Segment& segment, std::size_t kv_head,
                 std::size_t at, PackedKeys& keys) {
    const std::size_t offset = kv_head * call.head_dim;
    keys.put(at, segment.count, call.k.data + segment.first * call.k.stride + offset, call.k.stride,
             call.v.data + segment.first * call.v.stride + offset, call.v.stride);
}

}  // namespace

Status attend_tiled(const AttentionCall& call, const WorkContext& context) {
    const std::size_t pieces = call.segments.size() * call.heads;
    std::vector<Scratch> scratch(workers_for(pieces, context));
    return for_each_piece(pieces, context, [&](unsigned worker, std::size_t i) -> Status {
        const Segment& segment = call.segments[i / call.heads];
        const std::size_t head = i % call.heads;
        Scratch& mine = scratch[worker];
        mine.keys.resize(segment.count, call.head_dim);
        put_segment(call, segment, head / (call.heads / call.kv_heads), 0, mine.keys);
        Head(call, segment, mine.keys, 0, mine).run_queries(head);
        return {};
    });
}

Result<std::unique_ptr<DeviceCache>> make_packed_cache(std::size_t capacity, std::size_t kv_heads,
                                                       std::size_t head_dim) {
    try {
        auto cache = std::make_unique<PackedCache>(capacity, kv_heads);
        for (PackedKeys& head : cache->heads) {
            head.resize(capacity, head_dim);
        }
        return std::unique_ptr<DeviceCache>(std::move(cache));
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {
    }
    return fail(ErrorCode::kRefused, "not enough memory for the keys and values of the text", {},
                {}, "take a shorter text");
}

Status attend_next(const AttentionCall& asked, DeviceCache& cache, const WorkContext& context) {
    auto& packed = static_cast<PackedCache&>(cache);
    const std::size_t past = packed.tokens;
    if (asked.q.rows > packed.capacity() - past) {
        return cache_is_full();
    }
    AttentionCall call = asked;
    call.column_sums = nullptr;
    const Segment segment{0, call.q.rows};
    const std::size_t group = call.heads / call.kv_heads;
    WorkContext inner = context;
    inner.threads = worthwhile_threads(2 * call.q.cols * segment.count * (past + segment.count),
                                       context.threads);
    std::vector<Scratch> scratch(workers_for(call.kv_heads, inner));
    BITLATHE_TRY(
        for_each_piece(call.kv_heads, inner, [&](unsigned worker, std::size_t kv_head) -> Status {
            put_segment(call, segment, kv_head, past, packed.heads[kv_head]);
            Head head(call, segment, packed.heads[kv_head], past, scratch[worker]);
            if (segment.count < kPanelRows) {
                head.run_heads(kv_head * group, group);
                return {};
            }
            for (std::size_t h = 0; h < group; ++h) {
                head.run_queries(kv_head * group + h);
            }
            return {};
        }));
    packed.tokens += segment.count;
    return {};
}

}  // namespace bitlathe
