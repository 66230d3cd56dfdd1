// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"

namespace bitlathe {

/// A row or a column of a matrix and what it adds to the squared error.
struct ChannelError {
    std::uint64_t channel = 0;
    double squares = 0;  ///< sum of squared errors over its weights
};

/// A run of neighbouring weights of a row that share a scale, and what it adds.
struct GroupError {
    std::uint64_t row = 0, col = 0;  ///< of its first weight
    double squares = 0;
};

/// Where in a tensor the error of a format lies. Errors are (w' - w)^2 of the weights alone,
/// without importance; weights that are no finite numbers are left out.
struct ErrorPlaces {
    /// Groups are counted by how their error compares with the mean of all groups: bins of a factor
    /// of 2^(1/4) from 2^kLowest times the mean on; the ends take what is beyond them.
    static constexpr int kLowest = -6, kBinsPerOctave = 4;
    static constexpr std::size_t kBins = 12 * kBinsPerOctave;
    static constexpr std::size_t kWorstChannels = 6, kWorstGroups = 200;

    std::uint64_t rows = 0, cols = 0;
    double squares = 0;  ///< of all weights
    /// The largest first, at most kWorstChannels, none without an error. Empty for more channels
    /// than kMostSortable.
    std::vector<ChannelError> worst_rows, worst_cols;

    std::uint64_t group = 0;         ///< weights of a group; 0: no groups, and nothing below
    std::uint64_t groups = 0;        ///< number of them
    std::uint64_t exact = 0;         ///< groups without any error; in no bin
    double worst_percent_share = 0;  ///< of all error that lies in the worst 1 % of the groups
    std::array<std::uint64_t, kBins> by_error{};
    std::vector<GroupError> worst_groups;  ///< the largest first, at most kWorstGroups

    /// What the weights became, counted in the bins of WeightStatistics::histogram; what reaches
    /// further than the weights did is in the ends. Empty where nothing differs, and unless asked.
    std::vector<std::uint64_t> rounded;

    /// Squared error of a group, relative to the mean, at the lower edge of a bin.
    [[nodiscard]] static double bin_edge(std::size_t bin);
};

/// Weights that share a scale in a format: what grid_group() says, else a block; 0 for formats
/// whose weights stand for themselves.
[[nodiscard]] std::uint64_t error_group(FormatId format, std::uint64_t cols);

/// Encodes a tensor and looks where it differs, on as many threads as the context allows. The same
/// result for any number of them. In the format the tensor is stored in nothing differs. `absmax`:
/// of the weights, for ErrorPlaces::rounded; 0: without it. Errors: as MatrixSource::make(), and
/// kCancelled.
[[nodiscard]] Result<ErrorPlaces> find_error_places(const TensorView& view, FormatId format,
                                                    const WorkContext& context, double absmax = 0);

}  // namespace bitlathe
