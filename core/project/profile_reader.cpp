// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/model/model.h"
#include "core/project/profile_tables.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kMostTaps = std::uint64_t{1} << 24;

/// Channels of every tap, and of all of them.
struct Widths {
    std::vector<std::uint64_t> channels;
    std::uint64_t total = 0;
};

/// Hands every tap its run of a list of all taps.
template <class T, class ListOf>
void share_out(const std::vector<T>& all, const Widths& widths, std::uint64_t per_channel,
               ActivationProfile& profile, const ListOf& list_of) {
    auto next = all.begin();
    for (std::size_t t = 0; t < profile.taps.size(); ++t) {
        auto& list = list_of(profile.taps[t]);
        const auto end = next + static_cast<std::ptrdiff_t>(widths.channels[t] * per_channel);
        list.assign(next, end);
        next = end;
    }
}

Status read_top(const GroupReader& group, TapHalf half, ActivationProfile& profile) {
    BITLATHE_ASSIGN(const auto counts,
                    group.numbers<std::uint32_t>("top_count", {profile.taps.size()}));
    std::uint64_t total = 0;
    for (const std::uint32_t count : counts) {
        if (count > TapStatistics::kTop) {
            return group.refuse("a tap lists too many largest values");
        }
        total += count;
    }
    BITLATHE_ASSIGN(const auto values, group.numbers<float>("top_value", {total}));
    BITLATHE_ASSIGN(const auto channels, group.numbers<std::uint32_t>("top_channel", {total}));
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("top_token", {total}));
    BITLATHE_ASSIGN(const auto positions, group.numbers<std::uint32_t>("top_position", {total}));
    BITLATHE_ASSIGN(const auto ids, group.numbers<std::uint32_t>("top_id", {total}));
    std::size_t next = 0;
    for (std::size_t t = 0; t < profile.taps.size(); ++t) {
        TapStatistics& statistics = profile.taps[t].statistics.*half;
        for (std::uint32_t i = 0; i < counts[t]; ++i, ++next) {
            if (channels[next] >= statistics.channels()) {
                return group.refuse("a largest value is in a channel that is not there");
            }
            statistics.top.push_back(
                {values[next], channels[next], tokens[next], positions[next], ids[next]});
        }
    }
    return {};
}

Status read_statistics(const GroupReader& group, TapHalf half, const Widths& widths,
                       ActivationProfile& profile) {
    const std::uint64_t taps = profile.taps.size();
    const std::uint64_t thresholds = profile.thresholds.size();
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {taps}));
    BITLATHE_ASSIGN(const auto nonfinite, group.numbers<std::uint64_t>("nonfinite", {taps}));
    BITLATHE_ASSIGN(const auto magnitudes,
                    group.numbers<std::uint64_t>("magnitudes", {taps, TapStatistics::kMagnitudes}));
    for (std::size_t t = 0; t < taps; ++t) {
        TapStatistics& statistics = profile.taps[t].statistics.*half;
        statistics.tokens = tokens[t];
        statistics.nonfinite = nonfinite[t];
        const auto begin =
            magnitudes.begin() + static_cast<std::ptrdiff_t>(t * TapStatistics::kMagnitudes);
        statistics.magnitudes.assign(
            begin, begin + static_cast<std::ptrdiff_t>(TapStatistics::kMagnitudes));
    }
    for (const TapSum& row : kTapSums) {
        BITLATHE_ASSIGN(const auto sums, group.numbers<double>(row.name, {widths.total}));
        share_out(
            sums, widths, 1,
            profile, [&](TapProfile & tap) -> auto& { return tap.statistics.*half.*row.sums; });
    }
    BITLATHE_ASSIGN(const auto absmax, group.numbers<float>("absmax", {widths.total}));
    share_out(
        absmax, widths, 1,
        profile, [&](TapProfile & tap) -> auto& { return (tap.statistics.*half).absmax; });
    BITLATHE_ASSIGN(const auto above,
                    group.numbers<std::uint32_t>("above", {widths.total, thresholds}));
    share_out(
        above, widths, thresholds,
        profile, [&](TapProfile & tap) -> auto& { return (tap.statistics.*half).above; });
    return read_top(group, half, profile);
}

Status read_change(const GroupReader& group, const StreamPart& row, StreamHalf half,
                   ActivationProfile& profile) {
    const std::uint64_t blocks = profile.blocks.size();
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {blocks}));
    BITLATHE_ASSIGN(const auto undefined, group.numbers<std::uint64_t>("undefined", {blocks}));
    for (std::size_t b = 0; b < blocks; ++b) {
        (profile.blocks[b].*row.change.*half).tokens = tokens[b];
        (profile.blocks[b].*row.change.*half).undefined = undefined[b];
    }
    for (const StreamSum& sum : kStreamSums) {
        BITLATHE_ASSIGN(const auto values, group.numbers<double>(sum.name, {blocks}));
        for (std::size_t b = 0; b < blocks; ++b) {
            profile.blocks[b].*row.change.*half.*sum.sum = values[b];
        }
    }
    return {};
}

Result<Widths> read_taps(const GroupReader& group, ActivationProfile& profile) {
    BITLATHE_ASSIGN(const auto ids, read_tap_ids(group, profile.blocks.size()));
    Widths widths;
    BITLATHE_ASSIGN(widths.channels, group.numbers<std::uint64_t>("channels", {ids.size()}));
    for (std::uint64_t t = 0; t < ids.size(); ++t) {
        const auto sum = checked_add(widths.total, widths.channels[t]);
        if (!sum) {
            return group.refuse("the channels are more than any file has");
        }
        widths.total = *sum;
        profile.taps.push_back({ids[t], {}});
    }
    return widths;
}

Status read_text(const GroupReader& group, TextStamp& text) {
    BITLATHE_ASSIGN(text.path, group.text("text_path"));
    BITLATHE_ASSIGN(text.sha256, group.text("text_sha256"));
    BITLATHE_ASSIGN(text.ids, group.text("ids"));
    BITLATHE_ASSIGN(text.tokens, group.integer("tokens"));
    BITLATHE_ASSIGN(text.windows, group.integer("windows"));
    BITLATHE_ASSIGN(text.context, group.integer("context"));
    return {};
}

Status read_thresholds(const GroupReader& group, ActivationProfile& profile) {
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("thresholds"));
    BITLATHE_ASSIGN(profile.thresholds, group.numbers<float>("thresholds", {count}));
    for (std::size_t k = 0; k < count; ++k) {
        if (!(profile.thresholds[k] > (k == 0 ? 0.0F : profile.thresholds[k - 1]))) {
            return group.refuse("the thresholds do not rise");
        }
    }
    return {};
}

}  // namespace

Result<std::vector<TapId>> read_tap_ids(const GroupReader& group, std::uint64_t blocks) {
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("block"));
    if (count > kMostTaps) {
        return group.refuse(fmt::format("{} taps are more than any model has", count));
    }
    BITLATHE_ASSIGN(const auto points, group.texts("point", count));
    BITLATHE_ASSIGN(const auto of_block, group.numbers<std::uint32_t>("block", {count}));
    BITLATHE_ASSIGN(const auto experts, group.numbers<std::uint32_t>("expert", {count}));
    BITLATHE_ASSIGN(const auto shared, group.numbers<std::uint8_t>("shared", {count}));
    std::vector<TapId> ids;
    for (std::uint64_t t = 0; t < count; ++t) {
        const auto point = find_tap_point(points[t]);
        if (!point || of_block[t] >= blocks) {
            return group.refuse(fmt::format("tap {} is at no place of the model", t));
        }
        const TapId id{of_block[t], *point,
                       experts[t] == kNoExpert ? std::nullopt : std::optional(experts[t]),
                       shared[t] != 0};
        if (!ids.empty() && !(ids.back() < id)) {
            return group.refuse(fmt::format("tap {} is out of order", t));
        }
        ids.push_back(id);
    }
    return ids;
}

Result<ActivationProfile> read_profile(const GroupReader& group, std::uint64_t version) {
    ActivationProfile profile;
    BITLATHE_TRY(read_text(group, profile.text));
    BITLATHE_TRY(read_thresholds(group, profile));
    BITLATHE_ASSIGN(const std::uint64_t blocks, group.integer("blocks"));
    if (blocks > kMaxBlocks) {
        return group.refuse(fmt::format("{} blocks are more than any model has", blocks));
    }
    profile.blocks.resize(blocks);
    BITLATHE_ASSIGN(const GroupReader taps, group.group("taps"));
    BITLATHE_ASSIGN(const Widths widths, read_taps(taps, profile));
    BITLATHE_ASSIGN(const GroupReader first, group.group("first"));
    BITLATHE_ASSIGN(const GroupReader rest, group.group("rest"));
    BITLATHE_TRY(read_statistics(first, &FirstAndRest<TapStatistics>::first, widths, profile));
    BITLATHE_TRY(read_statistics(rest, &FirstAndRest<TapStatistics>::rest, widths, profile));
    BITLATHE_ASSIGN(const GroupReader changes, group.group("changes"));
    for (const StreamPart& row : kStreamParts) {
        BITLATHE_ASSIGN(const GroupReader change, changes.group(row.name));
        BITLATHE_ASSIGN(const GroupReader change_first, change.group("first"));
        BITLATHE_ASSIGN(const GroupReader change_rest, change.group("rest"));
        BITLATHE_TRY(read_change(change_first, row, &FirstAndRest<StreamChange>::first, profile));
        BITLATHE_TRY(read_change(change_rest, row, &FirstAndRest<StreamChange>::rest, profile));
    }
    if (version > 1) {
        BITLATHE_TRY(read_activity(group, profile));
    }
    return profile;
}

}  // namespace bitlathe
