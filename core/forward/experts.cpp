// SPDX-License-Identifier: GPL-3.0-or-later
// Mixtures of experts: who is chosen, and every expert over the tokens that chose it.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/ranking.h"
#include "core/forward/block_runner.h"
#include "core/forward/buffer.h"

namespace bitlathe {
namespace {

/// What the router chose for all rows of a slab.
struct Routing {
    std::vector<std::uint32_t> experts;  ///< [rows, used], most probable first
    std::vector<float> weights;
};

/// The chosen ones of a row: the largest probabilities, of equal ones the lower number.
void choose(const ForwardSpec& spec, const float* logits, Routing& routing) {
    const std::size_t count = spec.experts;
    const std::size_t used = spec.experts_used;
    const float top = *std::max_element(logits, logits + count);
    std::vector<double> p(count);
    double sum = 0;
    for (std::size_t e = 0; e < count; ++e) {
        sum += p[e] = std::exp(double{logits[e]} - top);
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(used), order.end(),
        [&](std::uint32_t a, std::uint32_t b) { return ranks_before(p[a], a, p[b], b); });
    double chosen = 0;
    for (std::size_t i = 0; i < used; ++i) {
        chosen += p[order[i]];
    }
    const double whole = spec.normalise_experts ? chosen : sum;
    for (std::size_t i = 0; i < used; ++i) {
        routing.experts.push_back(order[i]);
        routing.weights.push_back(
            static_cast<float>(p[order[i]] / whole * double{spec.expert_scale}));
    }
}

/// The rows that chose one expert, gathered.
struct Share {
    std::vector<std::uint32_t> rows;    ///< of the slab
    std::vector<std::uint32_t> tokens;  ///< of the batch
    std::vector<float> weights;
};

Share share_of(std::uint32_t expert, const Routing& routing, const Slab& slab, std::size_t used) {
    Share share;
    for (std::size_t i = 0; i < routing.experts.size(); ++i) {
        if (routing.experts[i] == expert) {
            share.rows.push_back(static_cast<std::uint32_t>(i / used));
            share.tokens.push_back(slab.tokens[i / used]);
            share.weights.push_back(routing.weights[i]);
        }
    }
    return share;
}

void gather(ConstRows from, const Share& share, Buffer& to) {
    for (std::size_t i = 0; i < share.rows.size(); ++i) {
        std::copy_n(from.data + share.rows[i] * from.stride, from.cols, to.row(i));
    }
}

void scatter(const Buffer& from, const Share& share, Rows to) {
    for (std::size_t i = 0; i < share.rows.size(); ++i) {
        float* row = to.data + share.rows[i] * to.stride;
        for (std::size_t c = 0; c < to.cols; ++c) {
            row[c] += share.weights[i] * from.row(i)[c];
        }
    }
}

}  // namespace

Status BlockRunner::feed_experts(const Slab& slab, ConstRows input, Rows output,
                                 const WorkContext& context) {
    const ExpertsRef& ref = *ref_.experts;
    BITLATHE_ASSIGN(Buffer logits, Buffer::create(input.rows, spec_.experts));
    BITLATHE_TRY(linear(ref.router, input, logits.rows(), context));
    Routing routing;
    for (std::size_t t = 0; t < input.rows; ++t) {
        choose(spec_, logits.row(t), routing);
        std::fill_n(output.data + t * output.stride, output.cols, 0.0F);
    }
    if (taps_ != nullptr) {
        taps_->router({block_, static_cast<std::uint32_t>(spec_.experts_used), slab.tokens,
                       routing.experts, routing.weights});
    }
    for (std::uint32_t e = 0; e < ref.experts.size(); ++e) {
        const Share share = share_of(e, routing, slab, spec_.experts_used);
        if (share.rows.empty()) {
            continue;
        }
        BITLATHE_ASSIGN(Buffer gathered, Buffer::create(share.rows.size(), input.cols));
        BITLATHE_ASSIGN(Buffer result, Buffer::create(share.rows.size(), output.cols));
        gather(input, share, gathered);
        TapValues tap;
        tap.expert = e;
        tap.tokens = share.tokens;
        BITLATHE_TRY(mlp(ref.experts[e], gathered.rows(), result.rows(), tap, context));
        if (taps_ != nullptr && taps_->wants_expert_outputs()) {
            taps_->expert_output({block_, e, share.tokens, share.weights, result.rows()});
        }
        scatter(result, share, output);
    }
    if (!ref.shared) {
        return {};
    }
    BITLATHE_ASSIGN(Buffer shared, Buffer::create(input.rows, output.cols));
    TapValues tap;
    tap.shared_expert = true;
    tap.tokens = slab.tokens;
    BITLATHE_TRY(mlp(*ref.shared, input, shared.rows(), tap, context));
    if (ref.shared_gate) {
        BITLATHE_ASSIGN(Buffer gate, Buffer::create(input.rows, 1));
        BITLATHE_TRY(linear(*ref.shared_gate, input, gate.rows(), context));
        for (std::size_t t = 0; t < input.rows; ++t) {
            const auto part = static_cast<float>(1 / (1 + std::exp(-double{*gate.row(t)})));
            std::transform(shared.row(t), shared.row(t) + output.cols, shared.row(t),
                           [part](float value) { return value * part; });
        }
    }
    return device_.accumulate(shared.rows(), 1, output, context);
}

}  // namespace bitlathe
