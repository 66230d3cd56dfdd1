// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/forward/taps.h"
#include "core/model/model.h"
#include "core/profile/activation/attention_activity.h"
#include "core/profile/activation/gram_matrix.h"
#include "core/profile/activation/stream_change.h"
#include "core/profile/activation/stream_spans.h"
#include "core/profile/activation/tap_accumulator.h"

namespace bitlathe {

/// Which place of a model.
struct TapId {
    std::uint32_t block = 0;
    TapPoint point = TapPoint::kResidIn;
    std::optional<std::uint32_t> expert = {};
    bool shared_expert = false;
    auto operator<=>(const TapId&) const = default;
};
/// "blk.3.mlp_mid", of an expert "blk.3.mlp_mid.7", of the shared one "blk.3.mlp_mid.shared".
[[nodiscard]] std::string tap_name(const TapId& tap);
/// "resid_in", "attn_in", ... : the spelling in files and on screen.
[[nodiscard]] std::string_view tap_point_name(TapPoint point);
[[nodiscard]] std::optional<TapPoint> find_tap_point(std::string_view name);
/// Where the input of a linear of this role is observed; nothing for roles that are no linears of
/// a block.
[[nodiscard]] std::optional<TapPoint> tap_of_role(Role role);

struct TapProfile {
    TapId id;
    FirstAndRest<TapStatistics> statistics;
};

/// The Gram matrix of one place, shared by copies of a profile: it can be large.
struct TapGram {
    TapId id;
    std::shared_ptr<const GramMatrix> matrix;
};

/// What a block does to the residual stream. Changes that cannot be told have no tokens: the halves
/// of blocks whose attention and feed-forward network work side by side.
struct BlockActivity {
    FirstAndRest<StreamChange> whole, attention, mlp;
    /// From the normed input of this block's attention to that of the next block; of the last block
    /// to the normed output of the model.
    FirstAndRest<StreamChange> post_norm;
    AttentionActivity heads;  ///< where its attention goes
    RouterActivity router;    ///< of mixtures
};

/// What the tokens of a profile came from.
struct TextStamp {
    std::string path;    ///< as it was given
    std::string sha256;  ///< of the file or files
    std::string ids;     ///< XXH3 of the token ids as they were run, 16 hex digits
    std::uint64_t tokens = 0;
    std::uint64_t windows = 0;
    std::uint64_t context = 0;  ///< tokens of a window; the last one may be shorter
};

/// Everything that one pass of a text through a model showed. Sums, not means: profiles of the same
/// model over other text can be added.
struct ActivationProfile {
    TextStamp text;
    std::vector<float> thresholds;  ///< of TapStatistics::above, ascending
    std::vector<TapProfile> taps;   ///< in the order of their ids
    std::vector<BlockActivity> blocks;
    /// Turns of the stream over several blocks, span_count() of them by span_index(); empty where
    /// they were not measured (projects of the first versions).
    std::vector<FirstAndRest<SpanAngle>> spans;
    std::vector<TapGram> grams;  ///< where they were asked for, in the order of their ids

    /// nullptr when there is no such place.
    [[nodiscard]] const TapProfile* find(const TapId& tap) const;
    /// nullptr when none was made there.
    [[nodiscard]] const GramMatrix* find_gram(const TapId& tap) const;
    /// kRefused: the file in which Gram matrices lie was changed, so that what was read of them is
    /// not to be used.
    [[nodiscard]] Status check() const;
};

}  // namespace bitlathe
