// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_statistics.h"

#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace bitlathe {
namespace {

constexpr unsigned kShift = 16;
constexpr std::uint32_t kMagnitude = 0x7FFFFFFFU;
constexpr std::uint32_t kInfinity = 0x7F800000U;
constexpr std::size_t kBins = kInfinity >> kShift;  ///< of finite magnitudes
/// Sums of columns that all strips together may hold.
constexpr std::uint64_t kColumnSums = 1 << 22;
constexpr std::size_t kMostStrips = 64;

float magnitude_at(const std::vector<std::uint64_t>& bins, std::uint64_t skipped, double share,
                   float largest) {
    const std::uint64_t total =
        std::accumulate(bins.begin(), bins.end(), std::uint64_t{0}) - skipped;
    if (total == 0) return 0;
    const double wanted = share * static_cast<double>(total) + static_cast<double>(skipped);
    std::uint64_t below = 0;
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        below += bins[bin];
        if (below > skipped && static_cast<double>(below) >= wanted) {
            const auto last = (static_cast<std::uint32_t>(bin + 1) << kShift) - 1;
            return std::min(largest, std::bit_cast<float>(last));
        }
    }
    return largest;
}

double finite_square(float value) {
    const auto wide = static_cast<double>(std::isfinite(value) ? value : 0.0F);
    return wide * wide;
}

/// Adds the squares to the sums of their columns, if there are any, and returns their sum, added up
/// in eight lanes so that the compiler may use vectors and the order stays fixed.
double add_squares(std::span<const float> values, double* columns) {
    std::array<double, 8> lanes{};
    std::size_t i = 0;
    for (; i + lanes.size() <= values.size(); i += lanes.size()) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            const double square = finite_square(values[i + lane]);
            lanes[lane] += square;
            if (columns != nullptr) columns[i + lane] += square;
        }
    }
    for (; i < values.size(); ++i) {
        const double square = finite_square(values[i]);
        lanes[0] += square;
        if (columns != nullptr) columns[i] += square;
    }
    return std::accumulate(lanes.begin(), lanes.end(), 0.0);
}

}  // namespace

float MatrixStatistics::magnitude_below(double share) const {
    if (share >= 1) return max_abs;
    // The first bin is that of zero, which has no lower edge to be 1/128 above of.
    const auto finite = static_cast<double>(weights - nonfinite);
    const bool zeros = !bins.empty() && static_cast<double>(bins[0]) >= share * finite;
    return zeros ? 0 : magnitude_at(bins, 0, share, max_abs);
}

float MatrixStatistics::nonzero_magnitude_below(double share) const {
    if (share >= 1 || bins.empty()) return max_abs;
    return magnitude_at(bins, bins[0], share, max_abs);
}

std::vector<std::uint32_t> order_by_norm(std::span<const double> squares) {
    std::vector<std::uint32_t> order(squares.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [squares](std::uint32_t a, std::uint32_t b) {
        return squares[a] > squares[b];
    });
    return order;
}

MatrixStatisticsCollector::MatrixStatisticsCollector(std::uint64_t rows, std::uint64_t cols,
                                                     std::size_t strips)
    : rows_(rows), cols_(cols), row_squares_(rows <= kMostSortable ? rows : 0), strips_(strips) {
    for (Strip& strip : strips_) {
        strip.bins.resize(kBins);
        strip.col_squares.resize(cols <= kMostSortable ? cols : 0);
    }
}

std::size_t MatrixStatisticsCollector::most_strips(std::uint64_t cols) {
    return static_cast<std::size_t>(
        std::clamp<std::uint64_t>(kColumnSums / std::max<std::uint64_t>(1, cols), 1, kMostStrips));
}

void MatrixStatisticsCollector::add(std::size_t index, std::uint64_t row, std::uint64_t first_col,
                                    std::span<const float> values) {
    Strip& strip = strips_[index];
    for (const float value : values) {
        const std::uint32_t magnitude = std::bit_cast<std::uint32_t>(value) & kMagnitude;
        if (magnitude >= kInfinity) {
            ++strip.nonfinite;
            continue;
        }
        strip.largest = std::max(strip.largest, magnitude);
        ++strip.bins[magnitude >> kShift];
    }
    double* columns = strip.col_squares.empty() ? nullptr : strip.col_squares.data() + first_col;
    const double squares = add_squares(values, columns);
    if (!row_squares_.empty()) row_squares_[row] += squares;
}

MatrixStatistics MatrixStatisticsCollector::result() const {
    MatrixStatistics all;
    all.weights = rows_ * cols_;
    all.row_squares = row_squares_;
    all.col_squares.resize(cols_ <= kMostSortable ? cols_ : 0);
    all.bins.resize(kBins);
    std::uint32_t largest = 0;
    for (const Strip& strip : strips_) {
        largest = std::max(largest, strip.largest);
        all.nonfinite += strip.nonfinite;
        for (std::size_t i = 0; i < kBins; ++i) {
            all.bins[i] += strip.bins[i];
        }
        for (std::size_t i = 0; i < all.col_squares.size(); ++i) {
            all.col_squares[i] += strip.col_squares[i];
        }
    }
    all.max_abs = std::bit_cast<float>(largest);
    return all;
}

}  // namespace bitlathe
