// SPDX-License-Identifier: GPL-3.0-or-later
// x' = scale q - min with codes 0 .. top: the search in one sub-block per lane. Compiled once per
// instruction set, hence no ordinary include guard.

#if defined(BITLATHE_AFFINE_SEARCH_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_AFFINE_SEARCH_INL_H_
#undef BITLATHE_AFFINE_SEARCH_INL_H_
#else
#define BITLATHE_AFFINE_SEARCH_INL_H_
#endif

#include "core/formats/search/search_tile-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

/// Sums over a sub-block that do not depend on codes, and the best fit found so far.
struct AffineLanes {
    SearchTile tile;
    alignas(64) float low[kTileLanes];
    alignas(64) float high[kTileLanes];
    alignas(64) float sw[kTileLanes];    ///< S(w)
    alignas(64) float swx[kTileLanes];   ///< S(w x)
    alignas(64) float swxx[kTileLanes];  ///< S(w x x)
    alignas(64) float scale[kTileLanes];
    alignas(64) float min[kTileLanes];
    alignas(64) float swq[kTileLanes];   ///< S(w q) of the best codes
    alignas(64) float swqq[kTileLanes];  ///< S(w q q)
    alignas(64) float swqx[kTileLanes];  ///< S(w q x)
};

struct AffineSums {
    LaneVec q, qq, qx;
};

struct AffineFit {
    LaneVec scale, min;
};

/// Range and code-free sums of every lane. kSigned: min may have either sign, else the range is
/// made to hold 0.
template <std::size_t kSub, bool kSigned>
HWY_INLINE void measure_affine(AffineLanes& t) {
    const LaneTag df;
    for (std::size_t lane = 0; lane < t.tile.lanes; lane += hn::Lanes(df)) {
        auto low = kSigned ? hn::Load(df, &t.tile.x[0][lane]) : hn::Zero(df);
        auto high = hn::Load(df, &t.tile.x[0][lane]);
        auto sw = hn::Zero(df);
        auto swx = hn::Zero(df);
        auto swxx = hn::Zero(df);
        for (std::size_t i = 0; i < kSub; ++i) {
            const auto x = hn::Load(df, &t.tile.x[i][lane]);
            const auto w = hn::Load(df, &t.tile.w[i][lane]);
            const auto wx = hn::Mul(w, x);
            low = hn::Min(low, x);
            high = hn::Max(high, x);
            sw = hn::Add(sw, w);
            swx = hn::Add(swx, wx);
            swxx = hn::Add(swxx, hn::Mul(wx, x));
        }
        hn::Store(low, df, &t.low[lane]);
        hn::Store(high, df, &t.high[lane]);
        hn::Store(sw, df, &t.sw[lane]);
        hn::Store(swx, df, &t.swx[lane]);
        hn::Store(swxx, df, &t.swxx[lane]);
    }
}

/// Code of x for a scale and min given as 1 / scale and min / scale.
HWY_INLINE LaneVec affine_code(LaneVec x, LaneVec inverse, LaneVec offset, LaneVec top) {
    const LaneTag df;
    const auto code = hn::Round(hn::Add(hn::Mul(x, inverse), offset));
    return hn::Max(hn::Min(code, top), hn::Zero(df));
}

/// 1 / scale, and 0 (every code 0) where the scale is 0.
HWY_INLINE LaneVec inverse_of(LaneVec scale) {
    const LaneTag df;
    const auto least = hn::Set(df, 0x1p-100F);
    return hn::IfThenElseZero(hn::Gt(scale, least),
                              hn::Div(hn::Set(df, 1.0F), hn::Max(scale, least)));
}

/// Rounds a sub-block with two trial fits; the pair shares its loads and hides latencies.
template <std::size_t kSub>
HWY_INLINE void affine_sums(const SearchTile& tile, std::size_t lane, LaneVec top, LaneVec inverse0,
                            LaneVec offset0, LaneVec inverse1, LaneVec offset1, AffineSums& a,
                            AffineSums& b) {
    const LaneTag df;
    a.q = a.qq = a.qx = b.q = b.qq = b.qx = hn::Zero(df);
    for (std::size_t i = 0; i < kSub; ++i) {
        const auto x = hn::Load(df, &tile.x[i][lane]);
        const auto w = hn::Load(df, &tile.w[i][lane]);
        const auto q0 = affine_code(x, inverse0, offset0, top);
        const auto q1 = affine_code(x, inverse1, offset1, top);
        const auto wq0 = hn::Mul(w, q0);
        const auto wq1 = hn::Mul(w, q1);
        a.q = hn::Add(a.q, wq0);
        b.q = hn::Add(b.q, wq1);
        a.qq = hn::Add(a.qq, hn::Mul(wq0, q0));
        b.qq = hn::Add(b.qq, hn::Mul(wq1, q1));
        a.qx = hn::Add(a.qx, hn::Mul(wq0, x));
        b.qx = hn::Add(b.qx, hn::Mul(wq1, x));
    }
}

/// Least squares fit for fixed codes: the 2x2 normal equations, or the scale alone where they are
/// singular or (unless kSigned) min would be negative.
template <bool kSigned>
HWY_INLINE AffineFit fit_affine(const AffineSums& s, LaneVec sw, LaneVec swx) {
    const LaneTag df;
    const auto zero = hn::Zero(df);
    const auto one = hn::Set(df, 1.0F);
    const auto det = hn::Sub(hn::Mul(sw, s.qq), hn::Mul(s.q, s.q));
    const auto regular = hn::Gt(det, hn::Mul(hn::Set(df, 1e-6F), hn::Mul(sw, s.qq)));
    const auto inverse = hn::Div(one, hn::IfThenElse(regular, det, one));
    const auto scale = hn::Mul(hn::Sub(hn::Mul(sw, s.qx), hn::Mul(s.q, swx)), inverse);
    const auto min = hn::Mul(hn::Sub(hn::Mul(s.q, s.qx), hn::Mul(s.qq, swx)), inverse);
    const auto both = kSigned ? regular : hn::And(regular, hn::Ge(min, zero));
    const auto some = hn::Gt(s.qq, zero);
    const auto alone = hn::IfThenElseZero(some, hn::Div(s.qx, hn::IfThenElse(some, s.qq, one)));
    return {hn::IfThenElse(both, scale, alone), hn::IfThenElseZero(both, min)};
}

/// The best of the trials of one vector of lanes: largest decrease of the error from S(w x x).
struct BestAffine {
    LaneVec gain, scale, min;
    AffineSums sums;
};

template <bool kSigned>
HWY_INLINE void offer_affine(const AffineSums& s, LaneVec sw, LaneVec swx, BestAffine& best) {
    const LaneTag df;
    const auto fit = fit_affine<kSigned>(s, sw, swx);
    const auto gain = hn::Sub(hn::Mul(fit.scale, s.qx), hn::Mul(fit.min, swx));
    const auto better = hn::And(hn::Gt(gain, best.gain), hn::Gt(fit.scale, hn::Zero(df)));
    best.gain = hn::IfThenElse(better, gain, best.gain);
    best.scale = hn::IfThenElse(better, fit.scale, best.scale);
    best.min = hn::IfThenElse(better, fit.min, best.min);
    best.sums.q = hn::IfThenElse(better, s.q, best.sums.q);
    best.sums.qq = hn::IfThenElse(better, s.qq, best.sums.qq);
    best.sums.qx = hn::IfThenElse(better, s.qx, best.sums.qx);
}

/// Step 1: free scale and min of every lane from Search::kTrials trial scales
/// range / (top + first + k step).
template <class Search, bool kSigned>
HWY_INLINE void search_free_affine(AffineLanes& t) {
    const LaneTag df;
    const auto zero = hn::Zero(df);
    const auto top = hn::Set(df, Search::kTopCode);
    for (std::size_t lane = 0; lane < t.tile.lanes; lane += hn::Lanes(df)) {
        const auto low = hn::Load(df, &t.low[lane]);
        const auto inverse_range = inverse_of(hn::Sub(hn::Load(df, &t.high[lane]), low));
        const auto sw = hn::Load(df, &t.sw[lane]);
        const auto swx = hn::Load(df, &t.swx[lane]);
        // To begin with all codes 0: min is then the mean, as far as its sign is allowed.
        const auto mean = hn::Neg(hn::Div(swx, sw));
        const auto constant = kSigned ? mean : hn::Max(mean, zero);
        BestAffine best{hn::Neg(hn::Mul(constant, swx)), zero, constant, {zero, zero, zero}};
        for (int k = 0; k < Search::kTrials; k += 2) {
            const float steps =
                Search::kTopCode + Search::kFirstTrial + Search::kTrialStep * static_cast<float>(k);
            const auto inverse0 = hn::Mul(inverse_range, hn::Set(df, steps));
            const auto inverse1 = hn::Mul(inverse_range, hn::Set(df, steps + Search::kTrialStep));
            AffineSums a;
            AffineSums b;
            affine_sums<Search::kSub>(t.tile, lane, top, inverse0, hn::Neg(hn::Mul(low, inverse0)),
                                      inverse1, hn::Neg(hn::Mul(low, inverse1)), a, b);
            offer_affine<kSigned>(a, sw, swx, best);
            offer_affine<kSigned>(b, sw, swx, best);
        }
        hn::Store(best.scale, df, &t.scale[lane]);
        hn::Store(best.min, df, &t.min[lane]);
        hn::Store(best.sums.q, df, &t.swq[lane]);
        hn::Store(best.sums.qq, df, &t.swqq[lane]);
        hn::Store(best.sums.qx, df, &t.swqx[lane]);
    }
}

/// Error of a fit, less S(w x x): scale (scale S(wqq) - 2 (S(wqx) + min S(wq))) +
/// min (min S(w) + 2 S(wx)).
template <class V>
HWY_INLINE V affine_error(V scale, V min, V sw, V swx, V swq, V swqq, V swqx) {
    const auto cross = hn::Add(swqx, hn::Mul(min, swq));
    const auto scale_part = hn::Mul(scale, hn::Sub(hn::Mul(scale, swqq), hn::Add(cross, cross)));
    const auto min_part = hn::Mul(min, hn::Add(hn::Mul(min, sw), hn::Add(swx, swx)));
    return hn::Add(scale_part, min_part);
}

/// Codes of every lane for its scale and min.
template <class Search>
HWY_INLINE void affine_codes(const SearchTile& tile, const float* scale, const float* min,
                             TileCodes& codes) {
    const LaneTag df;
    const hn::RebindToSigned<LaneTag> di;
    const hn::Rebind<std::uint8_t, LaneTag> d8;
    const auto top = hn::Set(df, Search::kTopCode);
    for (std::size_t lane = 0; lane < tile.lanes; lane += hn::Lanes(df)) {
        const auto inverse = inverse_of(hn::Load(df, scale + lane));
        const auto offset = hn::Mul(hn::Load(df, min + lane), inverse);
        for (std::size_t i = 0; i < Search::kSub; ++i) {
            const auto q = affine_code(hn::Load(df, &tile.x[i][lane]), inverse, offset, top);
            hn::StoreU(hn::DemoteTo(d8, hn::ConvertTo(di, q)), d8, &codes.q[i][lane]);
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
