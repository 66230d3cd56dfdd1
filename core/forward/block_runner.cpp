// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/block_runner.h"

#include <algorithm>
#include <cmath>

#include "core/forward/buffer.h"

namespace bitlathe {
namespace {

void clip(Rows x, float limit) {
    for (std::size_t t = 0; limit > 0 && t < x.rows; ++t) {
        for (std::size_t i = 0; i < x.cols; ++i) {
            float& value = x.data[t * x.stride + i];
            value = std::clamp(value, -limit, limit);
        }
    }
}

}  // namespace

Status BlockRunner::run(const Slab& slab, const WorkContext& context) {
    const Rows x = slab.residual;
    BITLATHE_ASSIGN(Buffer input, Buffer::create(x.rows, x.cols));
    BITLATHE_ASSIGN(Buffer output, Buffer::create(x.rows, x.cols));
    tell(TapPoint::kResidIn, x, slab);
    BITLATHE_TRY(norm(ref_.attn_norm, x.cols, x, input.rows(), context));
    const ConstRows attention_input = ref_.attn_norm.weight ? input.rows() : x;
    tell(TapPoint::kAttnIn, attention_input, slab);
    BITLATHE_TRY(attend(slab, attention_input, output.rows(), context));
    BITLATHE_TRY(norm(ref_.post_attn_norm, x.cols, output.rows(), output.rows(), context));
    if (spec_.norms == BlockNorms::kParallel) {
        BITLATHE_ASSIGN(Buffer second, Buffer::create(x.rows, x.cols));
        BITLATHE_TRY(feed(slab, input.rows(), second.rows(), context));
        BITLATHE_TRY(device_.accumulate(second.rows(), 1, output.rows(), context));
        BITLATHE_TRY(device_.accumulate(output.rows(), spec_.residual_scale, x, context));
        tell(TapPoint::kResidOut, x, slab);
        return {};
    }
    BITLATHE_TRY(device_.accumulate(output.rows(), spec_.residual_scale, x, context));
    tell(TapPoint::kResidMid, x, slab);
    BITLATHE_TRY(norm(ref_.ffn_norm, x.cols, x, input.rows(), context));
    BITLATHE_TRY(feed(slab, ref_.ffn_norm.weight ? input.rows() : x, output.rows(), context));
    BITLATHE_TRY(norm(ref_.post_ffn_norm, x.cols, output.rows(), output.rows(), context));
    BITLATHE_TRY(device_.accumulate(output.rows(), spec_.residual_scale, x, context));
    tell(TapPoint::kResidOut, x, slab);
    return {};
}

Status BlockRunner::attend(const Slab& slab, ConstRows input, Rows output,
                           const WorkContext& context) {
    const LayerSpec& layer = spec_.layers[block_];
    BITLATHE_ASSIGN(Buffer q, Buffer::create(input.rows, ref_.q.rows));
    BITLATHE_ASSIGN(Buffer k, Buffer::create(input.rows, ref_.k.rows));
    BITLATHE_ASSIGN(Buffer v, Buffer::create(input.rows, ref_.v.rows));
    BITLATHE_TRY(linear(ref_.q, input, q.rows(), context));
    BITLATHE_TRY(linear(ref_.k, input, k.rows(), context));
    BITLATHE_TRY(linear(ref_.v, input, v.rows(), context));
    BITLATHE_TRY(turn(slab, ref_.q_norm, q.rows(), context));
    BITLATHE_TRY(turn(slab, ref_.k_norm, k.rows(), context));
    clip(v.rows(), spec_.clip_qkv);
    BITLATHE_ASSIGN(Buffer mixed, Buffer::create(input.rows, ref_.q.rows));
    std::vector<float> sums;
    AttentionCall call;
    call.segments = slab.segments;
    call.q = q.rows();
    call.k = k.rows();
    call.v = v.rows();
    call.out = mixed.rows();
    call.heads = spec_.heads;
    call.kv_heads = spec_.kv_heads;
    call.head_dim = spec_.head_dim;
    const double scale = spec_.attention_scale != 0
                             ? spec_.attention_scale
                             : 1 / std::sqrt(static_cast<double>(spec_.head_dim));
    call.scale = static_cast<float>(scale) * layer.score_factor;
    call.soft_cap = spec_.attention_cap;
    call.window = layer.window;
    if (taps_ != nullptr && cache_ == nullptr && taps_->wants_attention()) {
        sums.resize(input.rows * spec_.heads);
        call.column_sums = sums.data();
    }
    BITLATHE_TRY(cache_ != nullptr ? device_.attend_cached(call, *cache_, context)
                                   : device_.attention(call, context));
    if (!sums.empty()) {
        taps_->attention({block_, static_cast<std::uint32_t>(spec_.heads), slab.tokens, sums});
    }
    tell(TapPoint::kAttnOut, mixed.rows(), slab);
    return linear(ref_.o, mixed.rows(), output, context);
}

Status BlockRunner::turn(const Slab& slab, const NormRef& ref, Rows x, const WorkContext& context) {
    BITLATHE_TRY(norm(ref, ref.length, x, x, context));
    clip(x, spec_.clip_qkv);
    const LayerSpec& layer = spec_.layers[block_];
    if (!layer.rotary) {
        return {};
    }
    const RotaryTable& table = layer.local ? rotary_.local : rotary_.common;
    RotaryCall call;
    call.x = x;
    call.positions = slab.positions;
    call.frequencies = table.frequencies;
    call.magnitude = table.magnitude;
    call.head_dim = spec_.head_dim;
    call.interleaved = spec_.interleaved;
    return device_.rotate(call, context);
}

Status BlockRunner::feed(const Slab& slab, ConstRows input, Rows output,
                         const WorkContext& context) {
    tell(TapPoint::kMlpIn, input, slab);
    if (ref_.experts) {
        return feed_experts(slab, input, output, context);
    }
    TapValues tap;
    tap.tokens = slab.tokens;
    return mlp(*ref_.mlp, input, output, tap, context);
}

Status BlockRunner::mlp(const MlpRef& ref, ConstRows input, Rows output, TapValues tap,
                        const WorkContext& context) {
    BITLATHE_ASSIGN(Buffer middle, Buffer::create(input.rows, ref.up.rows));
    if (ref.gate) {
        BITLATHE_ASSIGN(Buffer up, Buffer::create(input.rows, ref.up.rows));
        BITLATHE_TRY(linear(*ref.gate, input, middle.rows(), context));
        BITLATHE_TRY(linear(ref.up, input, up.rows(), context));
        BITLATHE_TRY(
            device_.activate(spec_.activation, middle.rows(), up.rows(), middle.rows(), context));
    } else {
        BITLATHE_TRY(linear(ref.up, input, middle.rows(), context));
        BITLATHE_TRY(device_.activate(spec_.activation, middle.rows(), {}, middle.rows(), context));
    }
    if (taps_ != nullptr && taps_->wants(TapPoint::kMlpMid)) {
        tap.point = TapPoint::kMlpMid;
        tap.block = block_;
        tap.values = middle.rows();
        taps_->values(tap);
    }
    return linear(ref.down, middle.rows(), output, context);
}

Status BlockRunner::linear(const LinearRef& ref, ConstRows input, Rows output,
                           const WorkContext& context) {
    BITLATHE_ASSIGN(const DeviceMatrix* matrix, weights_.matrix(ref, context));
    BITLATHE_ASSIGN(const auto bias, weights_.bias(ref, context));
    return device_.multiply(input, *matrix, bias, output, context);
}

Status BlockRunner::norm(const NormRef& ref, std::size_t length, ConstRows x, Rows y,
                         const WorkContext& context) {
    if (!ref.weight) {
        return {};
    }
    NormCall call;
    call.x = x;
    call.y = y;
    call.kind = spec_.norm;
    call.length = length;
    call.epsilon = spec_.epsilon;
    BITLATHE_ASSIGN(call.weight, weights_.vector(*ref.weight, spec_.norm_offset, context));
    if (ref.bias) {
        BITLATHE_ASSIGN(call.bias, weights_.vector(*ref.bias, 0, context));
    }
    return device_.norm(call, context);
}

void BlockRunner::tell(TapPoint point, ConstRows values, const Slab& slab) const {
    if (taps_ != nullptr && taps_->wants(point)) {
        TapValues tap;
        tap.point = point;
        tap.block = block_;
        tap.values = values;
        tap.tokens = slab.tokens;
        taps_->values(tap);
    }
}

}  // namespace bitlathe
