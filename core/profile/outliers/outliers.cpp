// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/outliers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <span>

#include "core/profile/outliers/median.h"

namespace bitlathe {
namespace {

/// What one channel did at the same place of all blocks.
struct Channel {
    std::uint64_t blocks = 0;  ///< in which some token reaches the threshold
    double shares = 0;         ///< of their tokens, summed: at least
    double shares_most = 0;    ///< and at most
    float max = 0;
};

struct Place {
    std::uint64_t blocks = 0;
    std::vector<Channel> channels;
};

/// How many tokens reach a magnitude, from those that were counted.
class TokenCounts {
public:
    TokenCounts(std::span<const float> counted, float threshold)
        : counted_(counted),
          threshold_(threshold),
          next_(static_cast<std::size_t>(
              std::lower_bound(counted.begin(), counted.end(), threshold) - counted.begin())) {}

    [[nodiscard]] std::uint64_t at_least(const TapStatistics& tap, std::size_t channel) const {
        const std::uint64_t seen = tap.absmax[channel] >= threshold_ ? 1 : 0;
        return next_ == counted_.size()
                   ? seen
                   : std::max<std::uint64_t>(seen, tap.above[channel * counted_.size() + next_]);
    }
    [[nodiscard]] std::uint64_t at_most(const TapStatistics& tap, std::size_t channel) const {
        if (next_ < counted_.size() && counted_[next_] == threshold_) {
            return at_least(tap, channel);
        }
        if (tap.absmax[channel] < threshold_) {
            return 0;
        }
        return next_ == 0 ? tap.tokens : tap.above[channel * counted_.size() + next_ - 1];
    }

private:
    std::span<const float> counted_;
    float threshold_;
    std::size_t next_;  ///< the first counted magnitude that is not smaller
};

void add_tap(const TapStatistics& tap, const TokenCounts& counts, Place& place) {
    ++place.blocks;
    place.channels.resize(std::max(place.channels.size(), tap.channels()));
    const auto tokens = static_cast<double>(tap.tokens);
    for (std::size_t c = 0; c < tap.channels(); ++c) {
        Channel& channel = place.channels[c];
        channel.max = std::max(channel.max, tap.absmax[c]);
        if (const std::uint64_t count = counts.at_least(tap, c); count > 0) {
            ++channel.blocks;
            channel.shares += static_cast<double>(count) / tokens;
            channel.shares_most += static_cast<double>(counts.at_most(tap, c)) / tokens;
        }
    }
}

double top_share(std::vector<double> squares) {
    const std::size_t top = std::max<std::size_t>(1, squares.size() / 100);
    std::sort(squares.begin(), squares.end(), std::greater<>());
    const double whole = std::accumulate(squares.begin(), squares.end(), 0.0);
    return std::accumulate(squares.begin(), squares.begin() + static_cast<std::ptrdiff_t>(top),
                           0.0) /
           whole;
}

}  // namespace

Result<std::vector<OutlierFeature>> outlier_features(const ActivationProfile& profile,
                                                     const FeatureCriterion& criterion,
                                                     bool with_first) {
    if (!(criterion.threshold > 0)) {
        return fail(ErrorCode::kUsage, "the magnitude of an outlier is above 0");
    }
    const TokenCounts counts(profile.thresholds, criterion.threshold);
    std::map<TapPoint, Place> places;
    for (const TapProfile& tap : profile.taps) {
        if (!tap.id.expert && !tap.id.shared_expert) {
            add_tap(tap.statistics.chosen(with_first), counts, places[tap.id.point]);
        }
    }
    std::vector<OutlierFeature> features;
    for (const auto& [point, place] : places) {
        for (std::size_t c = 0; c < place.channels.size(); ++c) {
            const Channel& channel = place.channels[c];
            if (channel.blocks == 0) {
                continue;
            }
            const OutlierFeature feature{
                point,
                static_cast<std::uint32_t>(c),
                static_cast<double>(channel.blocks) / static_cast<double>(place.blocks),
                channel.shares / static_cast<double>(channel.blocks),
                channel.max,
                channel.shares_most / static_cast<double>(channel.blocks)};
            if (feature.layers_share >= criterion.layers_share &&
                feature.tokens_share_most >= criterion.tokens_share) {
                features.push_back(feature);
            }
        }
    }
    std::stable_sort(features.begin(), features.end(), [](const auto& a, const auto& b) {
        return a.layers_share != b.layers_share ? a.layers_share > b.layers_share
                                                : a.tokens_share > b.tokens_share;
    });
    return features;
}

bool is_counted(const ActivationProfile& profile, float threshold) {
    return std::find(profile.thresholds.begin(), profile.thresholds.end(), threshold) !=
           profile.thresholds.end();
}

std::vector<StreamOutlier> stream_outliers(const ActivationProfile& profile, bool with_first) {
    std::vector<StreamOutlier> result;
    for (const TapProfile& tap : profile.taps) {
        if (tap.id.point != TapPoint::kResidOut) {
            continue;
        }
        const TapStatistics statistics = tap.statistics.chosen(with_first);
        const double median = statistics.quantile(0.5).value_or(0);
        std::set<std::uint32_t> seen;
        for (const TopValue& value : statistics.top) {
            if (seen.insert(value.channel).second && median > 0) {
                result.push_back({tap.id.block, value, std::abs(double{value.value}) / median});
            }
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
        return a.ratio_to_median > b.ratio_to_median;
    });
    return result;
}

bool is_massive(const StreamOutlier& outlier, const MassiveCriterion& criterion) {
    return std::abs(outlier.value.value) > criterion.least &&
           outlier.ratio_to_median > criterion.ratio;
}

TapSummary summarise_tap(const TapProfile& tap, bool with_first) {
    const TapStatistics statistics = tap.statistics.chosen(with_first);
    TapSummary summary;
    summary.id = tap.id;
    summary.tokens = statistics.tokens;
    summary.kurtosis = statistics.kurtosis();
    summary.absmax = statistics.largest();
    summary.median = statistics.quantile(0.5);
    summary.p99 = statistics.quantile(0.99);
    const double squares = std::accumulate(statistics.sum2.begin(), statistics.sum2.end(), 0.0);
    if (statistics.values() > 0) {
        summary.rms = std::sqrt(squares / static_cast<double>(statistics.values()));
    }
    if (!statistics.absmax.empty()) {
        const double median = median_of(statistics.absmax);
        if (median > 0) {
            summary.channel_ratio = statistics.largest() / median;
        }
    }
    if (squares > 0) {
        summary.energy_top1pct = top_share(statistics.sum2);
    }
    return summary;
}

}  // namespace bitlathe
