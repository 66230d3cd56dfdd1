// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/error_places.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "core/formats/code_grid.h"
#include "core/profile/matrix_grid.h"
#include "core/profile/matrix_statistics.h"
#include "core/profile/summary.h"

namespace bitlathe {
namespace {

/// Cells of the picture that comes with the reading and is not looked at: few, but no strip is
/// larger than what threads can share.
constexpr PoolSize kPool{16, 256};
/// As MatrixStatistics has its bins: the upper bits of a float32.
constexpr unsigned kBinShift = 16;

/// Larger errors first; of equal ones the earlier place.
bool is_worse(const GroupError& a, const GroupError& b) {
    if (a.squares != b.squares) return a.squares > b.squares;
    return a.row != b.row ? a.row < b.row : a.col < b.col;
}

/// Keeps the worst of what it is given; the least of these is in front.
void keep_worst(std::vector<GroupError>& worst, const GroupError& group) {
    if (group.squares <= 0) return;
    if (worst.size() == ErrorPlaces::kWorstGroups) {
        if (!is_worse(group, worst.front())) return;
        std::pop_heap(worst.begin(), worst.end(), is_worse);
        worst.pop_back();
    }
    worst.push_back(group);
    std::push_heap(worst.begin(), worst.end(), is_worse);
}

/// Sums up groups while rows go by, strip by strip.
class GroupCollector {
public:
    GroupCollector(std::uint64_t rows, std::uint64_t cols, std::uint64_t group, std::size_t strips)
        : group_(group), strips_(strips), statistics_(rows, (cols + group - 1) / group, strips) {}

    /// As MatrixVisitor; windows begin and end where groups do, or rows.
    void add(std::size_t index, std::uint64_t row, std::uint64_t first,
             std::span<const float> errors) {
        Strip& strip = strips_[index];
        strip.squares.clear();
        for (std::uint64_t at = 0; at < errors.size(); at += group_) {
            const auto count = std::min<std::uint64_t>(group_, errors.size() - at);
            double squares = 0;
            for (const float error : errors.subspan(at, count))
                squares += std::isfinite(error) ? static_cast<double>(error) * error : 0.0;
            strip.squares.push_back(static_cast<float>(squares));
            keep_worst(strip.worst, {row, first + at, squares});
        }
        statistics_.add(index, row, first / group_, strip.squares);
    }

    void tell(ErrorPlaces& places) const {
        const MatrixStatistics all = statistics_.result();
        places.group = group_;
        places.groups = all.weights;
        places.exact = all.bins.front();
        for (const Strip& strip : strips_)
            places.worst_groups.insert(places.worst_groups.end(), strip.worst.begin(),
                                       strip.worst.end());
        std::sort(places.worst_groups.begin(), places.worst_groups.end(), is_worse);
        if (places.worst_groups.size() > ErrorPlaces::kWorstGroups)
            places.worst_groups.resize(ErrorPlaces::kWorstGroups);
        count(all, places);
    }

private:
    struct Strip {
        std::vector<float> squares;  ///< of the row that goes by
        std::vector<GroupError> worst;
    };

    static void count(const MatrixStatistics& all, ErrorPlaces& places) {
        if (places.squares <= 0) return;
        const double mean = places.squares / static_cast<double>(places.groups);
        double worst = static_cast<double>(places.groups) / 100;
        double sum = 0;
        for (std::size_t bin = all.bins.size(); bin-- > 1;) {
            const std::uint64_t groups = all.bins[bin];
            if (groups == 0) continue;
            // The bins are narrow: their middles are within 1/256 of what they hold.
            const double squares =
                std::bit_cast<float>(static_cast<std::uint32_t>(bin) << kBinShift) *
                (1 + 1.0 / 256);
            const double taken = std::min(worst, static_cast<double>(groups));
            sum += taken * squares;
            worst -= taken;
            const double octaves = std::log2(squares / mean) - ErrorPlaces::kLowest;
            const auto place = static_cast<int>(std::floor(octaves * ErrorPlaces::kBinsPerOctave));
            places.by_error[static_cast<std::size_t>(
                std::clamp(place, 0, static_cast<int>(ErrorPlaces::kBins) - 1))] += groups;
        }
        places.worst_percent_share = std::min(1.0, sum / places.squares);
    }

    std::uint64_t group_;
    std::vector<Strip> strips_;
    MatrixStatisticsCollector statistics_;
};

/// Tells rounded weights and their errors apart while rows go by, strip by strip.
class RoundedCollector {
public:
    RoundedCollector(MatrixSource stored, double absmax, std::size_t strips)
        : stored_(std::move(stored)), absmax_(absmax), strips_(strips) {}

    /// The errors of the weights at [first, ...) of a row, which became `rounded`; until the next
    /// call for the same strip.
    std::span<const float> errors(std::size_t index, std::uint64_t row, std::uint64_t first,
                                  std::span<const float> rounded) {
        Strip& strip = strips_[index];
        strip.errors.resize(rounded.size());
        stored_.read(row, first, rounded.size(), strip.errors.data(), strip.scratch);
        for (std::size_t i = 0; i < rounded.size(); ++i) {
            strip.errors[i] = rounded[i] - strip.errors[i];
            if (absmax_ > 0 && std::isfinite(rounded[i])) ++strip.counts[bin_of(rounded[i])];
        }
        return strip.errors;
    }

    [[nodiscard]] std::vector<std::uint64_t> counts() const {
        if (absmax_ <= 0) return {};
        std::vector<std::uint64_t> sum(WeightStatistics::kBins);
        for (const Strip& strip : strips_)
            std::transform(sum.begin(), sum.end(), strip.counts.begin(), sum.begin(),
                           std::plus<>());
        return sum;
    }

private:
    struct Strip {
        MatrixSource::Scratch scratch;
        std::vector<float> errors;  ///< of the row that goes by
        std::array<std::uint64_t, WeightStatistics::kBins> counts{};
    };
    [[nodiscard]] std::size_t bin_of(float weight) const {
        return histogram_bin(std::clamp(static_cast<double>(weight), -absmax_, absmax_), absmax_);
    }

    MatrixSource stored_;
    double absmax_;
    std::vector<Strip> strips_;
};

std::vector<ChannelError> worst_channels(const std::vector<double>& squares) {
    std::vector<ChannelError> channels;
    for (const std::uint32_t channel : order_by_norm(squares)) {
        const double own = squares[channel];
        if (own <= 0 || channels.size() == ErrorPlaces::kWorstChannels) break;
        channels.push_back({channel, own});
    }
    return channels;
}

}  // namespace

double ErrorPlaces::bin_edge(std::size_t bin) {
    return std::exp2(kLowest + static_cast<double>(bin) / kBinsPerOctave);
}

std::uint64_t error_group(FormatId format, std::uint64_t cols) {
    const FormatInfo& info = format_info(format);
    if (info.kind == FormatKind::kFp8) return cols;
    const auto group = grid_group(format);
    if (group) return *group == 0 ? cols : *group;
    return info.block_elems > 1 ? info.block_elems : 0;
}

Result<ErrorPlaces> find_error_places(const TensorView& view, FormatId format,
                                      const WorkContext& context, double absmax) {
    BITLATHE_ASSIGN(const MatrixSource source,
                    MatrixSource::make(view, MatrixQuantity::kQuantized, format));
    BITLATHE_ASSIGN(MatrixSource stored, MatrixSource::make(view, MatrixQuantity::kValue, format));
    ErrorPlaces places;
    places.rows = source.rows();
    places.cols = source.cols();
    if (format == view.format()) return places;
    const MatrixRegion all{0, 0, places.rows, places.cols};
    const MatrixStrips strips =
        matrix_strips(all, kPool, MatrixStatisticsCollector::most_strips(places.cols));
    MatrixStatisticsCollector channels(places.rows, places.cols, strips.count);
    const std::uint64_t group = error_group(format, places.cols);
    std::optional<GroupCollector> groups;
    if (group > 0) groups.emplace(places.rows, places.cols, group, strips.count);
    RoundedCollector rounded(std::move(stored), absmax, strips.count);
    const auto visit = [&](std::size_t strip, std::uint64_t row, std::uint64_t first,
                           std::span<const float> values) {
        const std::span<const float> errors = rounded.errors(strip, row, first, values);
        channels.add(strip, row, first, errors);
        if (groups) groups->add(strip, row, first, errors);
    };
    BITLATHE_TRY(pool_matrix(source, {}, all, kPool, context, strips, visit));
    const MatrixStatistics sums = channels.result();
    const auto& squares = sums.row_squares.empty() ? sums.col_squares : sums.row_squares;
    places.squares = std::accumulate(squares.begin(), squares.end(), 0.0);
    places.worst_rows = worst_channels(sums.row_squares);
    places.worst_cols = worst_channels(sums.col_squares);
    if (groups) groups->tell(places);
    places.rounded = rounded.counts();
    return places;
}

}  // namespace bitlathe
