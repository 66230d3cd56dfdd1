// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/cpu_kernels.h"

#include <algorithm>
#include <limits>

// The vectors of these targets have no size at compile time and cannot be kept in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/compute/cpu_kernels.cpp"
// The order matters.
// clang-format off
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace bitlathe::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, kPanelCols>;
using Vec = hn::Vec<Floats>;
constexpr std::size_t kWidth = hn::MaxLanes(Floats());
/// cap * tanh(score / cap) for scores in `x`.
HWY_INLINE Vec capped(Floats d, Vec x, Vec cap, Vec inverse) {
    return hn::Mul(cap, hn::Tanh(d, hn::Mul(x, inverse)));
}

void Softmax(float* HWY_RESTRICT scores, std::size_t count, float scale, float soft_cap) {
    const Floats d;
    const std::size_t lanes = hn::Lanes(d);
    const Vec factor = hn::Set(d, scale);
    const Vec cap = hn::Set(d, soft_cap);
    const Vec inverse = hn::Set(d, soft_cap > 0 ? 1 / soft_cap : 0.0F);
    // What is past the end counts as minus infinity, in a buffer of its own.
    HWY_ALIGN float tail[kWidth];
    const std::size_t whole = count / lanes * lanes;
    std::fill(tail, tail + kWidth, -std::numeric_limits<float>::infinity());
    std::copy(scores + whole, scores + count, tail);
    const auto scaled = [&](Vec x) {
        const Vec y = hn::Mul(x, factor);
        return soft_cap > 0 ? capped(d, y, cap, inverse) : y;
    };
    const Vec lowest = hn::Set(d, -std::numeric_limits<float>::infinity());
    Vec top = lowest;
    for (std::size_t i = 0; i < whole; i += lanes) {
        const Vec x = scaled(hn::LoadU(d, scores + i));
        hn::StoreU(x, d, scores + i);
        top = hn::Max(top, x);
    }
    const auto there = hn::FirstN(d, count - whole);
    Vec last = hn::IfThenElse(there, scaled(hn::Load(d, tail)), lowest);
    top = hn::MaxOfLanes(d, hn::Max(top, last));
    Vec sum = hn::Zero(d);
    for (std::size_t i = 0; i < whole; i += lanes) {
        const Vec e = hn::Exp(d, hn::Sub(hn::LoadU(d, scores + i), top));
        hn::StoreU(e, d, scores + i);
        sum = hn::Add(sum, e);
    }
    last = hn::IfThenElseZero(there, hn::Exp(d, hn::Sub(last, top)));
    sum = hn::SumOfLanes(d, hn::Add(sum, last));
    const Vec share = hn::Div(hn::Set(d, 1.0F), sum);
    for (std::size_t i = 0; i < whole; i += lanes) {
        hn::StoreU(hn::Mul(hn::LoadU(d, scores + i), share), d, scores + i);
    }
    hn::Store(hn::Mul(last, share), d, tail);
    std::copy(tail, tail + (count - whole), scores + whole);
}

/// 1 / (1 + exp(-x)). The exponential is kept below the largest float.
HWY_INLINE Vec sigmoid(Floats d, Vec x) {
    const Vec one = hn::Set(d, 1.0F);
    const Vec most = hn::Set(d, 88.0F);
    return hn::Div(one, hn::Add(one, hn::Exp(d, hn::Min(hn::Neg(x), most))));
}

/// x times `weight` of x: silu and the gelu by tanh, which is x times a sigmoid of a polynomial.
HWY_INLINE Vec activated(Floats d, Activation f, Vec x) {
    switch (f) {
        case Activation::kSilu:
            return hn::Mul(x, sigmoid(d, x));
        case Activation::kGeluTanh: {
            // 0.5 (1 + tanh(u)) = sigmoid(2 u)
            const Vec u =
                hn::Mul(hn::Mul(x, hn::Set(d, 1.5957691216057308F)),
                        hn::MulAdd(hn::Mul(x, x), hn::Set(d, 0.044715F), hn::Set(d, 1.0F)));
            return hn::Mul(x, sigmoid(d, u));
        }
        case Activation::kReluSquared: {
            const Vec y = hn::Max(x, hn::Zero(d));
            return hn::Mul(y, y);
        }
        default:
            return hn::Max(x, hn::Zero(d));
    }
}

void ActivateRun(Activation f, const float* HWY_RESTRICT gate, const float* HWY_RESTRICT up,
                 float* y, std::size_t count) {
    const Floats d;
    const std::size_t lanes = hn::Lanes(d);
    const std::size_t whole = count / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
        const Vec value = activated(d, f, hn::LoadU(d, gate + i));
        hn::StoreU(up != nullptr ? hn::Mul(value, hn::LoadU(d, up + i)) : value, d, y + i);
    }
    HWY_ALIGN float tail[kWidth] = {};
    HWY_ALIGN float tail_up[kWidth] = {};
    std::copy(gate + whole, gate + count, tail);
    if (up != nullptr) {
        std::copy(up + whole, up + count, tail_up);
    }
    const Vec value = activated(d, f, hn::Load(d, tail));
    hn::Store(up != nullptr ? hn::Mul(value, hn::Load(d, tail_up)) : value, d, tail);
    std::copy(tail, tail + (count - whole), y + whole);
}

/// Calls `add(i, exps, n)` with exp(x[i + j] - top) for j < n, a vector at a time.
template <class Add>
HWY_INLINE void for_exps(const float* HWY_RESTRICT x, std::size_t count, float top, Add add) {
    const Floats d;
    const std::size_t lanes = hn::Lanes(d);
    const std::size_t whole = count / lanes * lanes;
    const Vec highest = hn::Set(d, top);
    HWY_ALIGN float exps[kWidth];
    for (std::size_t i = 0; i < whole; i += lanes) {
        hn::Store(hn::Exp(d, hn::Sub(hn::LoadU(d, x + i), highest)), d, exps);
        add(i, exps, lanes);
    }
    if (whole != count) {
        HWY_ALIGN float tail[kWidth] = {};
        std::copy(x + whole, x + count, tail);
        hn::Store(hn::Exp(d, hn::Sub(hn::Load(d, tail), highest)), d, exps);
        add(whole, exps, count - whole);
    }
}

/// Eight chains, whatever the width of a vector.
struct Chains {
    double sums[8] = {};
    [[nodiscard]] double total() const {
        return ((sums[0] + sums[1]) + (sums[2] + sums[3])) +
               ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    }
};

double SumExp(const float* HWY_RESTRICT x, std::size_t count, float top) {
    Chains chains;
    for_exps(x, count, top, [&](std::size_t i, const float* exps, std::size_t n) {
        for (std::size_t j = 0; j < n; ++j) {
            chains.sums[(i + j) % 8] += double{exps[j]};
        }
    });
    return chains.total();
}

double SumExpDifference(const float* HWY_RESTRICT p, const float* HWY_RESTRICT q, std::size_t count,
                        float top) {
    Chains chains;
    for_exps(p, count, top, [&](std::size_t i, const float* exps, std::size_t n) {
        for (std::size_t j = 0; j < n; ++j) {
            chains.sums[(i + j) % 8] += double{exps[j]} * (double{p[i + j]} - double{q[i + j]});
        }
    });
    return chains.total();
}

bool NarrowToHalf(const float* HWY_RESTRICT values, std::size_t count, F16* HWY_RESTRICT out) {
    const Floats d;
    const hn::Rebind<hwy::float16_t, Floats> narrow;
    const hn::RebindToUnsigned<Floats> bits;
    const std::size_t lanes = hn::Lanes(d);
    auto* halves = reinterpret_cast<hwy::float16_t*>(out);
    auto lost = hn::Zero(bits);
    const auto take = [&](const float* from, hwy::float16_t* to) HWY_ATTR {
        const Vec x = hn::LoadU(d, from);
        const auto half = hn::DemoteTo(narrow, x);
        hn::StoreU(half, narrow, to);
        const Vec back = hn::PromoteTo(d, half);
        lost = hn::Or(lost, hn::Xor(hn::BitCast(bits, x), hn::BitCast(bits, back)));
    };
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        take(values + i, halves + i);
    }
    if (i < count) {
        HWY_ALIGN float tail[kWidth] = {};
        HWY_ALIGN hwy::float16_t tail_halves[kWidth];
        std::copy(values + i, values + count, tail);
        take(tail, tail_halves);
        std::copy(tail_halves, tail_halves + (count - i), halves + i);
    }
    return hn::AllTrue(bits, hn::Eq(lost, hn::Zero(bits)));
}

}  // namespace bitlathe::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

#include "core/compute/reference_ops.h"

namespace bitlathe {

HWY_EXPORT(Softmax);
HWY_EXPORT(ActivateRun);
HWY_EXPORT(SumExp);
HWY_EXPORT(SumExpDifference);
HWY_EXPORT(NarrowToHalf);

void softmax(float* scores, std::size_t count, float scale, float soft_cap) {
    HWY_DYNAMIC_DISPATCH(Softmax)(scores, count, scale, soft_cap);
}

void activate_run(Activation f, const float* gate, const float* up, float* y, std::size_t count) {
    if (f == Activation::kGelu) {
        for (std::size_t i = 0; i < count; ++i) {  // rare: the exact one, by erf
            const double value = activation_value(f, gate[i]);
            y[i] = static_cast<float>(up != nullptr ? value * up[i] : value);
        }
        return;
    }
    HWY_DYNAMIC_DISPATCH(ActivateRun)(f, gate, up, y, count);
}

bool narrow(const float* values, std::size_t count, F16* out) {
    return HWY_DYNAMIC_DISPATCH(NarrowToHalf)(values, count, out);
}

double sum_exp(const float* x, std::size_t count, float top) {
    return HWY_DYNAMIC_DISPATCH(SumExp)(x, count, top);
}

double sum_exp_difference(const float* p, const float* q, std::size_t count, float top) {
    return HWY_DYNAMIC_DISPATCH(SumExpDifference)(p, q, count, top);
}

}  // namespace bitlathe
#endif
