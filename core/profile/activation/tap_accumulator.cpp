// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/tap_accumulator.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/pieces.h"
#include "core/profile/activation/activation_kernels.h"

namespace bitlathe {
namespace {

/// Channels that one worker takes through all rows: what is made of them stays in the nearest
/// cache.
constexpr std::size_t kTile = 64;
constexpr std::size_t kGroups = kTile / kGroupChannels;
/// Values that counters of 32 bits are sure to hold.
constexpr std::uint64_t kMostCounted = std::uint64_t{1} << 31;

/// Consecutive rows of one window: its first token, or the others.
struct Run {
    std::size_t row = 0;
    std::size_t rows = 0;
    bool first = false;
};

/// Sums are made run by run and then added up, so that they do not depend on how windows were put
/// together in batches.
std::vector<Run> runs_of(std::span<const TokenPlace> places) {
    std::vector<Run> runs;
    for (std::size_t r = 0; r < places.size(); ++r) {
        const bool first = places[r].position == 0;
        const bool goes_on =
            r > 0 && !first && !runs.back().first &&
            places[r].token - places[r].position == places[r - 1].token - places[r - 1].position;
        if (!goes_on) {
            runs.push_back({r, 0, first});
        }
        ++runs.back().rows;
    }
    return runs;
}

/// The magnitudes and largest values one worker saw: counts and a total order, so that it does not
/// matter who saw what.
class Seen {
public:
    /// `known`: the largest values of other rows; smaller ones are passed over.
    explicit Seen(const TapStatistics& known)
        : least_top_(known.top.size() == TapStatistics::kTop ? std::abs(known.top.back().value)
                                                             : 0) {}

    /// `first_channel`: of the group; `places`: of its rows.
    void take(const ActivationGroup& group, std::size_t first_channel,
              std::span<const TokenPlace> places) {
        nonfinite_ += group.nonfinite;
        counted_ += group.values.size();
        if (counted_ > kMostCounted) {
            carry();
            counted_ = group.values.size();
        }
        count_magnitudes(group, magnitudes_.data());
        if (group.largest >= least_top_) {
            offer_all(group, first_channel, places);
        }
    }
    void add_to(TapStatistics& statistics) {
        carry();
        statistics.nonfinite += nonfinite_;
        std::transform(carried_.begin(), carried_.end(), statistics.magnitudes.begin(),
                       statistics.magnitudes.begin(), std::plus<>());
        statistics.add_top(top_);
    }

private:
    void carry() {
        carried_.resize(magnitudes_.size());
        std::transform(magnitudes_.begin(), magnitudes_.end(), carried_.begin(), carried_.begin(),
                       std::plus<>());
        magnitudes_.fill(0);
    }

    void offer_all(const ActivationGroup& group, std::size_t first_channel,
                   std::span<const TokenPlace> places) {
        for (std::size_t r = 0; r < group.rows; ++r) {
            for (std::size_t c = 0; c < group.channels; ++c) {
                const float value = group.values[r * kGroupChannels + c];
                if (std::abs(value) >= least_top_) {
                    const TokenPlace& place = places[r];
                    offer({value, static_cast<std::uint32_t>(first_channel + c), place.token,
                           place.position, place.id});
                }
            }
        }
    }

    void offer(const TopValue& value) {
        const auto place = std::upper_bound(top_.begin(), top_.end(), value, is_larger);
        if (place == top_.end() && top_.size() == TapStatistics::kTop) {
            return;
        }
        top_.insert(place, value);
        if (top_.size() > TapStatistics::kTop) {
            top_.pop_back();
        }
        if (top_.size() == TapStatistics::kTop) {
            least_top_ = std::max(least_top_, std::abs(top_.back().value));
        }
    }

    std::uint64_t nonfinite_ = 0;
    std::uint64_t counted_ = 0;  ///< since the last carry()
    std::array<std::uint32_t, TapStatistics::kMagnitudes> magnitudes_{};
    std::vector<std::uint64_t> carried_;
    std::vector<TopValue> top_;
    float least_top_;  ///< magnitudes below it are not among the top
};

/// What a run shows of eight channels.
struct GroupTotals {
    ChannelSums sums;
    std::array<float, kGroupChannels> absmax{};
    std::vector<std::array<std::uint32_t, kGroupChannels>> above;  ///< [thresholds]

    void clear() {
        sums = {};
        absmax.fill(0);
        for (auto& counts : above) {
            counts.fill(0);
        }
    }
    void add_to(std::size_t first_channel, std::size_t channels, TapStatistics& to) const {
        for (std::size_t c = 0; c < channels; ++c) {
            const std::size_t channel = first_channel + c;
            to.sum[channel] += sums.sum[c];
            to.sum2[channel] += sums.sum2[c];
            to.sum3[channel] += sums.sum3[c];
            to.sum4[channel] += sums.sum4[c];
            to.sum_abs[channel] += sums.sum_abs[c];
            to.absmax[channel] = std::max(to.absmax[channel], absmax[c]);
            for (std::size_t k = 0; k < above.size(); ++k) {
                to.above[channel * above.size() + k] += above[k][c];
            }
        }
    }
};

/// What one worker needs.
struct Worker {
    FirstAndRest<Seen> seen;
    std::array<GroupTotals, kGroups> totals;
    ActivationGroup group;

    Worker(const FirstAndRest<TapStatistics>& known, std::size_t thresholds)
        : seen{Seen(known.first), Seen(known.rest)} {
        for (GroupTotals& total : totals) {
            total.above.resize(thresholds);
        }
    }
};

class Pass {
public:
    Pass(ConstRows rows, std::span<const TokenPlace> places, std::span<const float> thresholds,
         FirstAndRest<TapStatistics>& statistics)
        : rows_(rows),
          places_(places),
          thresholds_(thresholds),
          statistics_(statistics),
          runs_(runs_of(places)) {}

    void take_tile(const Piece& channels, Worker& worker) const {
        for (const Run& run : runs_) {
            take_run(channels, run, worker);
        }
    }

private:
    /// Some rows of all groups of the tile at a time, as groups share lines of the cache.
    void take_run(const Piece& channels, const Run& run, Worker& worker) const {
        const Pieces groups(channels.count, kGroupChannels);
        for (std::size_t g = 0; g < groups.count(); ++g) {
            worker.totals[g].clear();
        }
        const Pieces parts(run.rows, kGroupRows);
        for (std::size_t part = 0; part < parts.count(); ++part) {
            const Piece rows{run.row + parts.at(part).first, parts.at(part).count};
            for (std::size_t g = 0; g < groups.count(); ++g) {
                const Piece group = groups.at(g);
                take_group(rows, {channels.first + group.first, group.count},
                           run.first ? worker.seen.first : worker.seen.rest, worker.totals[g],
                           worker.group);
            }
        }
        for (std::size_t g = 0; g < groups.count(); ++g) {
            const Piece group = groups.at(g);
            worker.totals[g].add_to(channels.first + group.first, group.count,
                                    run.first ? statistics_.first : statistics_.rest);
        }
    }

    void take_group(const Piece& rows, const Piece& channels, Seen& seen, GroupTotals& totals,
                    ActivationGroup& group) const {
        gather_group(rows_.data + rows.first * rows_.stride + channels.first, rows_.stride,
                     rows.count, channels.count, group);
        add_sums(group, totals.sums);
        for (std::size_t c = 0; c < kGroupChannels; ++c) {
            totals.absmax[c] = std::max(totals.absmax[c], group.absmax[c]);
        }
        for (std::size_t k = 0; k < thresholds_.size() && group.largest >= thresholds_[k]; ++k) {
            count_above(group, thresholds_[k], totals.above[k]);
        }
        seen.take(group, channels.first, places_.subspan(rows.first, rows.count));
    }

    ConstRows rows_;
    std::span<const TokenPlace> places_;
    std::span<const float> thresholds_;
    FirstAndRest<TapStatistics>& statistics_;
    std::vector<Run> runs_;
};

}  // namespace

Status accumulate_tap(ConstRows rows, std::span<const TokenPlace> places,
                      std::span<const float> thresholds, FirstAndRest<TapStatistics>& statistics,
                      const WorkContext& context) {
    const Pieces tiles(rows.cols, kTile);
    std::vector<Worker> workers(workers_for(tiles.count(), context),
                                Worker(statistics, thresholds.size()));
    const Pass pass(rows, places, thresholds, statistics);
    BITLATHE_TRY(
        for_each_piece(tiles.count(), context, [&](unsigned worker, std::size_t tile) -> Status {
            pass.take_tile(tiles.at(tile), workers[worker]);
            return {};
        }));
    for (Worker& worker : workers) {
        worker.seen.first.add_to(statistics.first);
        worker.seen.rest.add_to(statistics.rest);
    }
    const auto firsts = static_cast<std::uint64_t>(std::count_if(
        places.begin(), places.end(), [](const TokenPlace& p) { return p.position == 0; }));
    statistics.first.tokens += firsts;
    statistics.rest.tokens += places.size() - firsts;
    return {};
}

}  // namespace bitlathe
