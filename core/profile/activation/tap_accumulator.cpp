// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/tap_accumulator.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "core/base/pieces.h"

namespace bitlathe {
namespace {

/// Channels that one worker takes through all rows: their sums stay in the nearest cache.
constexpr std::size_t kTile = 64;

/// The magnitudes and largest values one worker saw: counts and a total order, so that it does not
/// matter who saw what.
struct Seen {
    std::uint64_t nonfinite = 0;
    std::array<std::uint32_t, TapStatistics::kMagnitudes> magnitudes{};
    std::vector<TopValue> top;
    float least_top = 0;  ///< magnitudes below it are not among the top

    void offer(const TopValue& value) {
        const auto place = std::upper_bound(top.begin(), top.end(), value, is_larger);
        if (place == top.end() && top.size() == TapStatistics::kTop) {
            return;
        }
        top.insert(place, value);
        if (top.size() > TapStatistics::kTop) {
            top.pop_back();
        }
        if (top.size() == TapStatistics::kTop) {
            least_top = std::abs(top.back().value);
        }
    }
};

class Pass {
public:
    Pass(ConstRows rows, std::span<const TokenPlace> places, std::span<const float> thresholds,
         FirstAndRest<TapStatistics>& statistics)
        : rows_(rows), places_(places), thresholds_(thresholds), statistics_(statistics) {}

    void take_tile(std::size_t begin, std::size_t count, FirstAndRest<Seen>& seen) const {
        std::array<float, kTile> values;
        for (std::size_t r = 0; r < rows_.rows; ++r) {
            const float* row = rows_.data + r * rows_.stride + begin;
            const bool first = places_[r].position == 0;
            Seen& mine = first ? seen.first : seen.rest;
            mine.nonfinite += copy_finite(row, count, values.data());
            TapStatistics& to = first ? statistics_.first : statistics_.rest;
            add_sums(values.data(), begin, count, to);
            count_magnitudes(values.data(), begin, count, places_[r], mine, to);
        }
    }

private:
    static std::uint64_t copy_finite(const float* row, std::size_t count, float* out) {
        std::uint64_t nonfinite = 0;
        for (std::size_t c = 0; c < count; ++c) {
            const bool finite = std::abs(row[c]) <= std::numeric_limits<float>::max();
            out[c] = finite ? row[c] : 0.0F;
            nonfinite += finite ? 0U : 1U;
        }
        return nonfinite;
    }

    static void add_sums(const float* values, std::size_t begin, std::size_t count,
                         TapStatistics& to) {
        double* sum = to.sum.data() + begin;
        double* sum2 = to.sum2.data() + begin;
        double* sum3 = to.sum3.data() + begin;
        double* sum4 = to.sum4.data() + begin;
        double* sum_abs = to.sum_abs.data() + begin;
        float* absmax = to.absmax.data() + begin;
        for (std::size_t c = 0; c < count; ++c) {
            const double x = values[c];
            const double square = x * x;
            sum[c] += x;
            sum2[c] += square;
            sum3[c] += square * x;
            sum4[c] += square * square;
            sum_abs[c] += std::abs(x);
            absmax[c] = std::max(absmax[c], std::abs(values[c]));
        }
    }

    void count_magnitudes(const float* values, std::size_t begin, std::size_t count,
                          const TokenPlace& place, Seen& mine, TapStatistics& to) const {
        const float lowest = thresholds_.empty() ? INFINITY : thresholds_.front();
        for (std::size_t c = 0; c < count; ++c) {
            const float magnitude = std::abs(values[c]);
            ++mine.magnitudes[magnitude_bin(magnitude)];
            if (magnitude >= lowest) {
                count_above(magnitude, to.above.data() + (begin + c) * thresholds_.size());
            }
            if (magnitude >= mine.least_top) {
                mine.offer({values[c], static_cast<std::uint32_t>(begin + c), place.token,
                            place.position, place.id});
            }
        }
    }

    void count_above(float magnitude, std::uint32_t* above) const {
        for (std::size_t k = 0; k < thresholds_.size() && magnitude >= thresholds_[k]; ++k) {
            ++above[k];
        }
    }

    ConstRows rows_;
    std::span<const TokenPlace> places_;
    std::span<const float> thresholds_;
    FirstAndRest<TapStatistics>& statistics_;
};

void take_over(const Seen& seen, TapStatistics& to) {
    to.nonfinite += seen.nonfinite;
    for (std::size_t bin = 0; bin < seen.magnitudes.size(); ++bin) {
        to.magnitudes[bin] += seen.magnitudes[bin];
    }
    to.add_top(seen.top);
}

}  // namespace

Status accumulate_tap(ConstRows rows, std::span<const TokenPlace> places,
                      std::span<const float> thresholds, FirstAndRest<TapStatistics>& statistics,
                      const WorkContext& context) {
    const Pieces tiles(rows.cols, kTile);
    std::vector<FirstAndRest<Seen>> seen(workers_for(tiles.count(), context));
    const Pass pass(rows, places, thresholds, statistics);
    BITLATHE_TRY(
        for_each_piece(tiles.count(), context, [&](unsigned worker, std::size_t tile) -> Status {
            const Piece channels = tiles.at(tile);
            pass.take_tile(channels.first, channels.count, seen[worker]);
            return {};
        }));
    for (const FirstAndRest<Seen>& worker : seen) {
        take_over(worker.first, statistics.first);
        take_over(worker.rest, statistics.rest);
    }
    const auto firsts = static_cast<std::uint64_t>(std::count_if(
        places.begin(), places.end(), [](const TokenPlace& p) { return p.position == 0; }));
    statistics.first.tokens += firsts;
    statistics.rest.tokens += places.size() - firsts;
    return {};
}

}  // namespace bitlathe
