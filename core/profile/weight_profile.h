// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"

namespace bitlathe {

/// Statistics of the weights of one tensor. Non-finite weights are counted and left out of
/// everything else; a value that cannot be known (no finite weight, constant tensor for kurtosis)
/// is empty.
struct WeightStatistics {
    static constexpr std::size_t kBins = 128;
    std::uint64_t count = 0;  ///< all weights
    std::uint64_t zeros = 0;
    std::uint64_t nonfinite = 0;  ///< NaN or infinite
    std::optional<double> min, max, absmax, mean;
    std::optional<double> sigma;     ///< population standard deviation
    std::optional<double> kurtosis;  ///< m4 / m2^2; a Gaussian has 3
    std::optional<double> skewness;  ///< m3 / m2^1.5; 0 where both tails are alike
    std::optional<double> zd;        ///< share of weights with (w - mean) / sigma > 1
    std::optional<double>
        exponent_entropy;  ///< bits; of the exponent field of the stored (else float32) numbers
    /// Counts over [-absmax, absmax] in kBins equal bins (the last one closed).
    std::array<std::uint64_t, kBins> histogram{};
    double sum_of_squares = 0;  ///< over finite weights, the denominator of NMSE
};

/// Error of storing one tensor in one format.
struct FormatError {
    FormatId format;
    std::optional<double>
        nmse;  ///< |w' - w|^2 / |w|^2 over finite weights; 0 for an all-zero tensor stored exactly
};

/// What is known of one tensor from its weights alone.
struct TensorProfile {
    std::size_t tensor = 0;  ///< index into Checkpoint::tensors()
    WeightStatistics statistics;
    std::vector<FormatError>
        errors;  ///< in the order of the request; formats that cannot hold its rows are left out
};

/// One pass over the bytes of a tensor (which must be decodable, else kRefused). The same bits for
/// any thread count and instruction set.
Result<WeightStatistics> weight_statistics(const TensorView& view, const WorkContext& context);

/// NMSE of every format that can hold the rows of the tensor: encoded and decoded again, rows in
/// parallel, at most a few MB of memory. `importance` (cols values) guides the encoder and weights
/// nothing.
Result<std::vector<FormatError>> format_errors(const TensorView& view,
                                               std::span<const FormatId> formats,
                                               std::span<const float> importance,
                                               const WorkContext& context);

/// The same for what the tensor puts out: every column weighed by the mean square of its input
/// (cols values, or a run of them for each of its stacked experts), so that nmse is the diagonal
/// proxy tr(D G D^T) / tr(W G W^T) of the output error, D = W' - W, with only the diagonal of G =
/// X^T X / T known. Right where input channels do not correlate.
Result<std::vector<FormatError>> output_errors(const TensorView& view,
                                               std::span<const FormatId> formats,
                                               std::span<const float> mean_squares,
                                               const WorkContext& context);

/// Options of profile_weights().
struct ProfileRequest {
    std::vector<std::size_t> tensors;  ///< which; empty: all
    std::vector<FormatId> formats;     ///< whose errors; empty: statistics only
};

/// Profiles many tensors, largest first, and hands every result to `sink` as it comes (one call at
/// a time, from a worker thread). Tensors that cannot be decoded are skipped. Progress is in bytes
/// of weights.
Status profile_weights(const Checkpoint& checkpoint, const ProfileRequest& request,
                       const std::function<void(TensorProfile)>& sink, const WorkContext& context);

}  // namespace bitlathe
