// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/search/block_packing.h"
#include "core/formats/search/search_encoders.h"
#include "core/formats/search/search_tile.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/formats/search/symmetric_encoders.cpp"
#include "hwy/foreach_target.h"
// Must come after foreach_target.h, which includes this file once per instruction set.
#include "core/formats/search/symmetric_block-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

struct SearchQ3K {
    using Grid = UniformGrid<4>;
    static constexpr std::size_t kSub = 16;
    static constexpr std::size_t kBlockLanes = 16;
    static constexpr std::size_t kBlockBytes = 110;
    static constexpr float kTopScale = 32;
    static constexpr int kScaleOffset = 32;
    static constexpr float kFirstTrial = -0.8F;
    static constexpr float kTrialStep = 0.3F;
    static constexpr int kTrialPairs = 6;
    static constexpr float kMeanShare = 1;
    static constexpr float kSigmaFactor = 2;
    static constexpr ImportanceWeights kImportanceRule = ImportanceWeights::kTimesRoot;
    static constexpr float kSuperStep = 0.012F;
    static constexpr int kRounds = 2;
    static HWY_INLINE void pack(const PackedScales& scales, const TileCodes& codes,
                                std::size_t lane, std::byte* out) {
        pack_q3_k(scales, codes, lane, out);
    }
};

struct SearchQ6K {
    using Grid = UniformGrid<32>;
    static constexpr std::size_t kSub = 16;
    static constexpr std::size_t kBlockLanes = 16;
    static constexpr std::size_t kBlockBytes = 210;
    static constexpr float kTopScale = 128;
    static constexpr int kScaleOffset = 0;
    static constexpr float kFirstTrial = -0.8F;
    static constexpr float kTrialStep = 0.3F;
    static constexpr int kTrialPairs = 6;
    static constexpr float kMeanShare = 0.5F;
    static constexpr float kSigmaFactor = 0;
    static constexpr ImportanceWeights kImportanceRule = ImportanceWeights::kRaw;
    static constexpr float kSuperStep = 0.006F;
    static constexpr int kRounds = 2;
    static HWY_INLINE void pack(const PackedScales& scales, const TileCodes& codes,
                                std::size_t lane, std::byte* out) {
        pack_q6_k(scales, codes, lane, out);
    }
};

struct SearchIq4Xs {
    using Grid = BookGrid;
    static constexpr std::size_t kSub = 32;
    static constexpr std::size_t kBlockLanes = 8;
    static constexpr std::size_t kBlockBytes = 136;
    static constexpr float kTopScale = 32;
    static constexpr int kScaleOffset = 32;
    static constexpr float kFirstTrial = -15;
    static constexpr float kTrialStep = 6;
    static constexpr int kTrialPairs = 6;
    static constexpr float kMeanShare = 2.5F;
    static constexpr float kSigmaFactor = 2;
    static constexpr ImportanceWeights kImportanceRule = ImportanceWeights::kTimesRoot;
    static constexpr float kSuperStep = 0.012F;
    static constexpr int kRounds = 2;
    static HWY_INLINE void pack(const PackedScales& scales, const TileCodes& codes,
                                std::size_t lane, std::byte* out) {
        pack_iq4_xs(scales, codes, lane, out);
    }
};

void encode_q3_k(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_symmetric_row<SearchQ3K>(values, importance, out, cols);
}

void encode_q6_k(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_symmetric_row<SearchQ6K>(values, importance, out, cols);
}

void encode_iq4_xs(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_symmetric_row<SearchIq4Xs>(values, importance, out, cols);
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {
namespace search {
HWY_EXPORT(encode_q3_k);
HWY_EXPORT(encode_q6_k);
HWY_EXPORT(encode_iq4_xs);
}  // namespace search

void encode_row_q3_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q3_k)(values, importance, out, cols);
}

void encode_row_q6_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q6_k)(values, importance, out, cols);
}

void encode_row_iq4_xs(const float* values, const float* importance, std::byte* out,
                       std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_iq4_xs)(values, importance, out, cols);
}

}  // namespace bitlathe
#endif
