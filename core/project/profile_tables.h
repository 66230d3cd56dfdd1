// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/profile/activation/activation_profile.h"
#include "core/project/group_reader.h"
#include "core/project/group_writer.h"

namespace bitlathe {

// The activation profile in a file: a row per tap, and the channels of all taps one after another.

inline constexpr std::uint32_t kNoExpert = UINT32_MAX;
/// The first tokens of windows, or all others.
using TapHalf = TapStatistics FirstAndRest<TapStatistics>::*;
using StreamHalf = StreamChange FirstAndRest<StreamChange>::*;

/// The sums of channels that are float64, by the names of their data sets.
struct TapSum {
    const char* name;
    std::vector<double> TapStatistics::*sums;
};
inline constexpr std::array kTapSums = {
    TapSum{"sum", &TapStatistics::sum},         TapSum{"sum2", &TapStatistics::sum2},
    TapSum{"sum3", &TapStatistics::sum3},       TapSum{"sum4", &TapStatistics::sum4},
    TapSum{"sum_abs", &TapStatistics::sum_abs},
};

struct StreamPart {
    const char* name;
    FirstAndRest<StreamChange> BlockActivity::*change;
};
inline constexpr std::array kStreamParts = {
    StreamPart{"whole", &BlockActivity::whole}, StreamPart{"attention", &BlockActivity::attention},
    StreamPart{"mlp", &BlockActivity::mlp}, StreamPart{"post_norm", &BlockActivity::post_norm}};

struct StreamSum {
    const char* name;
    double StreamChange::*sum;
};
inline constexpr std::array kStreamSums = {
    StreamSum{"cosine", &StreamChange::cosine},
    StreamSum{"angle", &StreamChange::angle},
    StreamSum{"relative", &StreamChange::relative},
    StreamSum{"share", &StreamChange::share},
    StreamSum{"added_cosine", &StreamChange::added_cosine},
    StreamSum{"norm_in", &StreamChange::norm_in},
    StreamSum{"norm_out", &StreamChange::norm_out},
};

/// Which places: `point`, `block`, `expert` and `shared`.
void write_tap_ids(std::span<const TapId> ids, GroupWriter& group);
/// In rising order, of a model of so many blocks.
[[nodiscard]] Result<std::vector<TapId>> read_tap_ids(const GroupReader& group,
                                                      std::uint64_t blocks);

/// All but the Gram matrices.
void write_profile(const ActivationProfile& profile, GroupWriter& group);
/// `version`: of the group, 1 or 2; since the second it holds what read_activity() reads.
[[nodiscard]] Result<ActivationProfile> read_profile(const GroupReader& group,
                                                     std::uint64_t version);
/// Attention, routers and spans, of the blocks that are there.
void write_activity(const ActivationProfile& profile, GroupWriter& group);
[[nodiscard]] Status read_activity(const GroupReader& group, ActivationProfile& profile);
/// The Gram matrices, a data set each.
void write_grams(const ActivationProfile& profile, GroupWriter& group);
[[nodiscard]] Status read_grams(const GroupReader& group, ActivationProfile& profile);

}  // namespace bitlathe
