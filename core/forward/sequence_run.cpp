// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/sequence_run.h"

#include <numeric>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/forward/block_runner.h"

namespace bitlathe {
SequenceRun::SequenceRun(const Transformer& model, const SequenceOptions& options)
    : model_(model),
      options_(options),
      weights_(*model.model_, *model.weights_, *model.device_, options.weight_bytes, true) {}

Result<std::unique_ptr<SequenceRun>> SequenceRun::begin(const Transformer& model,
                                                        const SequenceOptions& options,
                                                        const WorkContext& context) {
    if (options.capacity == 0) {
        return fail(ErrorCode::kUsage, "a sequence has at least one token");
    }
    if (model.refs_.positions && options.capacity > model.refs_.positions->rows) {
        return fail(ErrorCode::kRefused,
                    fmt::format("{} tokens are more than its {} positions", options.capacity,
                                model.refs_.positions->rows),
                    model.model_->checkpoint->path().string(), {}, "take a shorter text");
    }
    std::unique_ptr<SequenceRun> run(new SequenceRun(model, options));
    const WorkContext inner = context.quiet();
    BITLATHE_ASSIGN(run->rotary_, model.rotary(options.capacity));
    BITLATHE_ASSIGN(run->embedding_, Embedding::open(*model.model_, model.spec_, model.refs_,
                                                     *model.weights_, inner));
    BITLATHE_ASSIGN(run->head_, model.head(inner));
    const ForwardSpec& spec = model.spec_;
    for (std::uint32_t b = 0; b < model.blocks(); ++b) {
        BITLATHE_ASSIGN(auto cache,
                        model.device_->make_cache(options.capacity, spec.kv_heads, spec.head_dim));
        run->caches_.push_back(std::move(cache));
    }
    return run;
}

Result<Buffer> SequenceRun::extend(std::span<const std::uint32_t> ids, const WorkContext& context) {
    if (ids.empty() || ids.size() > options_.capacity - count_) {
        return fail(ErrorCode::kUsage, ids.empty() ? "there are no tokens"
                                                   : "the tokens are more than there is room for");
    }
    const WorkContext inner = context.quiet();
    BITLATHE_ASSIGN(Buffer residual, Buffer::create(ids.size(), model_.spec_.embedding));
    BITLATHE_TRY(embedding_->look_up(ids, count_, residual.rows()));
    Slab slab;
    slab.segments = {{0, ids.size()}};
    slab.residual = residual.rows();
    slab.tokens.resize(ids.size());
    slab.positions.resize(ids.size());
    std::iota(slab.tokens.begin(), slab.tokens.end(), 0U);
    std::iota(slab.positions.begin(), slab.positions.end(), static_cast<std::uint32_t>(count_));
    for (std::uint32_t b = 0; b < model_.blocks(); ++b) {
        context.report("forward", b, model_.blocks());
        BITLATHE_TRY(context.check());
        BlockRunner runner(model_.spec_, model_.refs_.blocks[b], b, rotary_, *model_.device_,
                           weights_, nullptr, caches_[b].get());
        BITLATHE_TRY(runner.run(slab, inner));
    }
    context.report("forward", model_.blocks(), model_.blocks());
    count_ += ids.size();
    BITLATHE_TRY(model_.normalise(residual.rows(), weights_, inner));
    return residual;
}

Result<const DeviceMatrix*> SequenceRun::slice(std::size_t index, Piece piece,
                                               const WorkContext& context) {
    if (slices_[index] != nullptr) {
        return slices_[index].get();
    }
    last_slice_.reset();
    BITLATHE_ASSIGN(last_slice_, head_->load_small(piece.first, piece.count, context));
    if (slice_bytes_ + last_slice_->bytes() <= weights_.left()) {
        slice_bytes_ += last_slice_->bytes();
        slices_[index] = std::move(last_slice_);
        return slices_[index].get();
    }
    return last_slice_.get();
}

Status SequenceRun::logits(ConstRows hidden, Rows out, const WorkContext& context) {
    const WorkContext inner = context.quiet();
    const Pieces pieces(head_->vocabulary(), head_->slice_rows());
    slices_.resize(pieces.count());
    for (std::size_t i = 0; i < pieces.count(); ++i) {
        BITLATHE_TRY(context.check());
        const Piece piece = pieces.at(i);
        BITLATHE_ASSIGN(const DeviceMatrix* matrix, slice(i, piece, inner));
        BITLATHE_TRY(head_->logits(hidden, *matrix, piece.first,
                                   {out.data + piece.first, out.rows, piece.count, out.stride},
                                   inner));
    }
    return {};
}

}  // namespace bitlathe
