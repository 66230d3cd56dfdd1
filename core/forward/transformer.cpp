// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/transformer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/forward/block_runner.h"
#include "core/forward/embedding.h"

namespace bitlathe {
namespace {

/// The caller's stop and threads without its progress: phases inside a block are not reported.
WorkContext quiet(const WorkContext& context) {
    return {context.stop, {}, context.threads};
}

/// Windows grouped into slabs of about `tokens` tokens.
std::vector<Slab> make_slabs(const TokenBatch& batch, std::size_t tokens, Rows residual) {
    std::vector<Slab> slabs;
    for (const Segment& window : batch.windows) {
        if (slabs.empty() || slabs.back().tokens.size() + window.count > tokens) {
            slabs.emplace_back();
            slabs.back().residual = {residual.data + window.first * residual.stride, 0,
                                     residual.cols, residual.stride};
        }
        Slab& slab = slabs.back();
        slab.segments.push_back({slab.tokens.size(), window.count});
        for (std::size_t i = 0; i < window.count; ++i) {
            slab.positions.push_back(static_cast<std::uint32_t>(i));
            slab.tokens.push_back(static_cast<std::uint32_t>(window.first + i));
        }
        slab.residual.rows += window.count;
    }
    return slabs;
}

Status check_windows(const TokenBatch& batch) {
    std::size_t next = 0;
    for (const Segment& window : batch.windows) {
        if (window.first != next || window.count == 0 || window.count > batch.ids.size() - next) {
            return fail(ErrorCode::kUsage, "windows of tokens overlap or leave some out");
        }
        next += window.count;
    }
    if (next != batch.ids.size() || next == 0 || next > UINT32_MAX) {
        return fail(ErrorCode::kUsage,
                    next == 0 ? "there are no tokens" : "windows do not cover all tokens");
    }
    return {};
}

std::size_t longest_window(const TokenBatch& batch) {
    std::size_t longest = 0;
    for (const Segment& window : batch.windows) {
        longest = std::max(longest, window.count);
    }
    return longest;
}

}  // namespace

TokenBatch cut_windows(std::span<const std::uint32_t> ids, std::size_t length, bool keep_rest) {
    TokenBatch batch;
    for (std::size_t first = 0; first < ids.size() && length > 0; first += length) {
        const std::size_t count = std::min(length, ids.size() - first);
        if (count < length && !keep_rest) {
            break;
        }
        batch.windows.push_back({first, count});
        batch.ids.insert(batch.ids.end(), ids.begin() + static_cast<std::ptrdiff_t>(first),
                         ids.begin() + static_cast<std::ptrdiff_t>(first + count));
    }
    return batch;
}

Result<Transformer> Transformer::create(std::shared_ptr<const Model> model,
                                        std::shared_ptr<const WeightSource> weights,
                                        const Device& device, const ForwardOptions& options) {
    Transformer result;
    BITLATHE_ASSIGN(result.spec_, forward_spec(*model));
    BITLATHE_ASSIGN(result.refs_, bind_tensors(*model, result.spec_));
    result.weights_ = weights != nullptr ? std::move(weights)
                                         : std::make_shared<CheckpointWeights>(model->checkpoint);
    result.model_ = std::move(model);
    result.device_ = &device;
    result.options_ = options;
    if (!result.spec_.learned_positions) {
        // Rope settings that cannot be are told before any work.
        BITLATHE_TRY(rotary_table(result.spec_.rotary, 1));
        BITLATHE_TRY(rotary_table(result.spec_.local_rotary, 1));
    }
    return result;
}

Result<RotaryTables> Transformer::rotary(std::size_t length) const {
    RotaryTables tables;
    if (!spec_.learned_positions) {
        BITLATHE_ASSIGN(tables.common, rotary_table(spec_.rotary, length));
        BITLATHE_ASSIGN(tables.local, rotary_table(spec_.local_rotary, length));
    }
    return tables;
}

Result<ForwardState> Transformer::begin(const TokenBatch& batch, const WorkContext& context) const {
    BITLATHE_TRY(check_windows(batch));
    ForwardState state;
    BITLATHE_ASSIGN(state.residual, Buffer::create(batch.ids.size(), spec_.embedding));
    BITLATHE_ASSIGN(const Embedding embedding,
                    Embedding::open(*model_, spec_, refs_, *weights_, quiet(context)));
    const Rows rows = state.residual.rows();
    for (const Segment& window : batch.windows) {
        BITLATHE_TRY(embedding.look_up(
            std::span(batch.ids).subspan(window.first, window.count), 0,
            {rows.data + window.first * rows.stride, window.count, rows.cols, rows.stride}));
    }
    return state;
}

Status Transformer::advance(const TokenBatch& batch, ForwardState& state, TapSink* taps,
                            const WorkContext& context) const {
    const ConstRows rows = std::as_const(state.residual).rows();
    if (state.next_block >= blocks() || rows.rows != batch.ids.size() ||
        rows.cols != spec_.embedding) {
        return fail(ErrorCode::kUsage, "this state is not one of a run of these tokens");
    }
    BITLATHE_ASSIGN(const RotaryTables tables, rotary(longest_window(batch)));
    const WorkContext inner = quiet(context);
    BlockWeights weights(*model_, *weights_, *device_, options_.weight_bytes);
    BlockRunner runner(spec_, refs_.blocks[state.next_block], state.next_block, tables, *device_,
                       weights, taps);
    const std::vector<Slab> slabs = make_slabs(batch, options_.slab_tokens, state.residual.rows());
    const std::size_t total = batch.ids.size() * blocks();
    std::size_t done = batch.ids.size() * state.next_block;
    for (const Slab& slab : slabs) {
        context.report("forward", done, total);
        BITLATHE_TRY(runner.run(slab, inner));
        done += slab.tokens.size();
    }
    context.report("forward", done, total);
    ++state.next_block;
    return {};
}

Result<ForwardState> Transformer::run(const TokenBatch& batch, TapSink* taps,
                                      const WorkContext& context) const {
    BITLATHE_ASSIGN(ForwardState state, begin(batch, context));
    while (state.next_block < blocks()) {
        BITLATHE_TRY(advance(batch, state, taps, context));
    }
    return state;
}

Result<Buffer> Transformer::hidden(const ForwardState& state, std::span<const std::uint32_t> tokens,
                                   const WorkContext& context) const {
    BITLATHE_ASSIGN(Buffer rows, Buffer::create(tokens.size(), spec_.embedding));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::copy_n(state.residual.row(tokens[i]), spec_.embedding, rows.row(i));
    }
    const WorkContext inner = quiet(context);
    BlockWeights weights(*model_, *weights_, *device_, 0);
    BITLATHE_TRY(normalise(rows.rows(), weights, inner));
    return rows;
}

Status Transformer::normalise(Rows rows, BlockWeights& weights, const WorkContext& context) const {
    NormCall call;
    call.x = rows;
    call.y = rows;
    call.kind = spec_.norm;
    call.length = spec_.embedding;
    call.epsilon = spec_.epsilon;
    BITLATHE_ASSIGN(call.weight,
                    weights.vector(*refs_.output_norm.weight, spec_.norm_offset, context));
    if (refs_.output_norm.bias) {
        BITLATHE_ASSIGN(call.bias, weights.vector(*refs_.output_norm.bias, 0, context));
    }
    return device_->norm(call, context);
}

Result<OutputHead> Transformer::head(const WorkContext& context) const {
    OutputHead head;
    const WorkContext inner = quiet(context);
    BITLATHE_ASSIGN(head.rows_, open_linear(*weights_, refs_.head, inner));
    if (refs_.head.bias) {
        BlockWeights weights(*model_, *weights_, *device_, 0);
        BITLATHE_ASSIGN(const auto bias, weights.vector(*refs_.head.bias, 0, inner));
        head.bias_.assign(bias.begin(), bias.end());
    }
    head.device_ = device_;
    head.name_ = model_->tensor(refs_.head.tensor).name;
    head.file_ = model_->checkpoint->path().string();
    head.scale_ = spec_.logit_scale;
    head.cap_ = spec_.logit_cap;
    return head;
}

std::string Transformer::fingerprint(const TokenBatch& batch) const {
    std::vector<std::uint64_t> windows;
    for (const Segment& window : batch.windows) {
        windows.push_back(window.count);
    }
    return fmt::format("{} {} {:016x} {:016x}", weights_->fingerprint(), device_->name(),
                       fast_hash(std::as_bytes(std::span(batch.ids))),
                       fast_hash(std::as_bytes(std::span(windows))));
}

}  // namespace bitlathe
