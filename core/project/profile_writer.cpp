// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/profile_tables.h"

namespace bitlathe {
namespace {

/// Values of all taps one after another.
template <class T, class ListOf>
std::vector<T> joined(const ActivationProfile& profile, const ListOf& list_of) {
    std::vector<T> all;
    for (const TapProfile& tap : profile.taps) {
        const auto& list = list_of(tap);
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

template <class T, class ValueOf>
std::vector<T> column(const ActivationProfile& profile, const ValueOf& value_of) {
    std::vector<T> values;
    for (const TapProfile& tap : profile.taps) {
        values.push_back(static_cast<T>(value_of(tap)));
    }
    return values;
}

void write_top(const ActivationProfile& profile, TapHalf half, GroupWriter& group) {
    std::vector<float> values;
    std::vector<std::uint32_t> counts, channels, positions, ids;
    std::vector<std::uint64_t> tokens;
    for (const TapProfile& tap : profile.taps) {
        const auto& top = (tap.statistics.*half).top;
        counts.push_back(static_cast<std::uint32_t>(top.size()));
        for (const TopValue& value : top) {
            values.push_back(value.value);
            channels.push_back(value.channel);
            tokens.push_back(value.token);
            positions.push_back(value.position);
            ids.push_back(value.id);
        }
    }
    group.numbers("top_count", counts);
    group.numbers("top_value", values);
    group.numbers("top_channel", channels);
    group.numbers("top_token", tokens);
    group.numbers("top_position", positions);
    group.numbers("top_id", ids);
}

void write_statistics(const ActivationProfile& profile, TapHalf half, GroupWriter group) {
    const auto of = [half](const TapProfile& tap) -> const TapStatistics& {
        return tap.statistics.*half;
    };
    group.numbers("tokens",
                  column<std::uint64_t>(profile, [&](const auto& t) { return of(t).tokens; }));
    group.numbers("nonfinite",
                  column<std::uint64_t>(profile, [&](const auto& t) { return of(t).nonfinite; }));
    for (const TapSum& row : kTapSums) {
        group.numbers(row.name,
                      joined<double>(
                          profile, [&](const auto& t) -> const auto& { return of(t).*row.sums; }));
    }
    const auto absmax = joined<float>(
        profile, [&](const auto& t) -> const auto& { return of(t).absmax; });
    group.numbers("absmax", absmax);
    group.numbers("above",
                  joined<std::uint32_t>(
                      profile, [&](const auto& t) -> const auto& { return of(t).above; }),
                  {absmax.size(), profile.thresholds.size()});
    group.numbers("magnitudes",
                  joined<std::uint64_t>(
                      profile, [&](const auto& t) -> const auto& { return of(t).magnitudes; }),
                  {profile.taps.size(), TapStatistics::kMagnitudes});
    write_top(profile, half, group);
}

void write_change(const ActivationProfile& profile, const StreamPart& row, StreamHalf half,
                  GroupWriter group) {
    std::vector<std::uint64_t> tokens, undefined;
    for (const BlockActivity& block : profile.blocks) {
        tokens.push_back((block.*row.change.*half).tokens);
        undefined.push_back((block.*row.change.*half).undefined);
    }
    group.numbers("tokens", tokens);
    group.numbers("undefined", undefined);
    for (const StreamSum& sum : kStreamSums) {
        std::vector<double> values;
        for (const BlockActivity& block : profile.blocks) {
            values.push_back(block.*row.change.*half.*sum.sum);
        }
        group.numbers(sum.name, values);
    }
}

}  // namespace

void write_tap_ids(std::span<const TapId> ids, GroupWriter& group) {
    std::vector<std::string> points;
    std::vector<std::uint32_t> blocks, experts;
    std::vector<std::uint8_t> shared;
    for (const TapId& id : ids) {
        points.emplace_back(tap_point_name(id.point));
        blocks.push_back(id.block);
        experts.push_back(id.expert.value_or(kNoExpert));
        shared.push_back(id.shared_expert ? 1 : 0);
    }
    group.texts("point", points);
    group.numbers("block", blocks);
    group.numbers("expert", experts);
    group.numbers("shared", shared);
}

void write_profile(const ActivationProfile& profile, GroupWriter& group) {
    group.attribute("text_path", profile.text.path);
    group.attribute("text_sha256", profile.text.sha256);
    group.attribute("ids", profile.text.ids);
    group.attribute("tokens", profile.text.tokens);
    group.attribute("windows", profile.text.windows);
    group.attribute("context", profile.text.context);
    group.attribute("blocks", profile.blocks.size());
    group.numbers("thresholds", profile.thresholds);
    std::vector<TapId> ids;
    for (const TapProfile& tap : profile.taps) {
        ids.push_back(tap.id);
    }
    GroupWriter taps = group.group("taps");
    write_tap_ids(ids, taps);
    taps.numbers("channels", column<std::uint64_t>(profile, [](const auto& t) {
                     return t.statistics.rest.channels();
                 }));
    write_statistics(profile, &FirstAndRest<TapStatistics>::first, group.group("first"));
    write_statistics(profile, &FirstAndRest<TapStatistics>::rest, group.group("rest"));
    GroupWriter changes = group.group("changes");
    for (const StreamPart& row : kStreamParts) {
        GroupWriter change = changes.group(row.name);
        write_change(profile, row, &FirstAndRest<StreamChange>::first, change.group("first"));
        write_change(profile, row, &FirstAndRest<StreamChange>::rest, change.group("rest"));
    }
    write_activity(profile, group);
}

}  // namespace bitlathe
