// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/search/block_packing.h"
#include "core/formats/search/search_encoders.h"
#include "core/formats/search/search_tile.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/formats/search/affine_encoders.cpp"
#include "hwy/foreach_target.h"
// Must come after foreach_target.h, which includes this file once per instruction set.
#include "core/formats/search/affine_block-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

struct SearchQ2K {
    static constexpr std::size_t kSub = 16;
    static constexpr std::size_t kBlockLanes = 16;
    static constexpr std::size_t kBlockBytes = 84;
    static constexpr float kTopCode = 3;
    static constexpr float kTopScale = 15;
    static constexpr float kFirstTrial = -0.9F;
    static constexpr float kTrialStep = 0.2F;
    static constexpr int kTrials = 12;
    static constexpr float kMeanShare = 0.06F;
    static constexpr float kSigmaFactor = 1;
    static constexpr float kSuperStep = 0.025F;
    static constexpr int kRounds = 3;
    static HWY_INLINE void pack(const PackedScales& scales, const TileCodes& codes,
                                std::size_t lane, std::byte* out) {
        pack_q2_k(scales, codes, lane, out);
    }
};

struct SearchQ4K {
    static constexpr std::size_t kSub = 32;
    static constexpr std::size_t kBlockLanes = 8;
    static constexpr std::size_t kBlockBytes = 144;
    static constexpr float kTopCode = 15;
    static constexpr float kTopScale = 63;
    static constexpr float kFirstTrial = -1;
    static constexpr float kTrialStep = 0.2F;
    static constexpr int kTrials = 12;
    static constexpr float kMeanShare = 1;
    static constexpr float kSigmaFactor = 2;
    static constexpr float kSuperStep = 0.008F;
    static constexpr int kRounds = 3;
    static HWY_INLINE void pack(const PackedScales& scales, const TileCodes& codes,
                                std::size_t lane, std::byte* out) {
        pack_q4_k(scales, codes, lane, out);
    }
};

struct SearchQ5K : SearchQ4K {
    static constexpr std::size_t kBlockBytes = 176;
    static constexpr float kTopCode = 31;
    static HWY_INLINE void pack(const PackedScales& scales, const TileCodes& codes,
                                std::size_t lane, std::byte* out) {
        pack_q5_k(scales, codes, lane, out);
    }
};

void encode_q2_k(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_affine_row<SearchQ2K>(values, importance, out, cols);
}

void encode_q4_k(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_affine_row<SearchQ4K>(values, importance, out, cols);
}

void encode_q5_k(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_affine_row<SearchQ5K>(values, importance, out, cols);
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {
namespace search {
HWY_EXPORT(encode_q2_k);
HWY_EXPORT(encode_q4_k);
HWY_EXPORT(encode_q5_k);
}  // namespace search

void encode_row_q2_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q2_k)(values, importance, out, cols);
}

void encode_row_q4_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q4_k)(values, importance, out, cols);
}

void encode_row_q5_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q5_k)(values, importance, out, cols);
}

}  // namespace bitlathe
#endif
