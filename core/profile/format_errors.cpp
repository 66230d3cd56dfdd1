// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/profile/storing.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

/// Weights of a piece of work, at least one row: fixed, so that sums do not depend on threads.
constexpr std::uint64_t kPieceWeights = 131072;

/// Adds up squares in eight lanes, so that the compiler may use vectors and the order stays fixed.
template <class Square>
double sum_in_lanes(std::size_t count, const Square& square) {
    std::array<double, 8> lanes{};
    std::size_t i = 0;
    for (; i + lanes.size() <= count; i += lanes.size()) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            lanes[lane] += square(i + lane);
        }
    }
    for (; i < count; ++i) {
        lanes[i % lanes.size()] += square(i);
    }
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
           ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

/// `weights`: of the columns; nullptr: all 1.
double squared_difference(const float* a, const float* b, const float* weights, std::size_t count) {
    const auto square = [&](std::size_t i) {
        const double d = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        return d * d;
    };
    return weights == nullptr
               ? sum_in_lanes(count, square)
               : sum_in_lanes(count, [&](std::size_t i) { return square(i) * weights[i]; });
}

double sum_of_squares(const float* a, const float* weights, std::size_t count) {
    const auto square = [&](std::size_t i) {
        const auto d = static_cast<double>(a[i]);
        return d * d;
    };
    return weights == nullptr
               ? sum_in_lanes(count, square)
               : sum_in_lanes(count, [&](std::size_t i) { return square(i) * weights[i]; });
}

/// Sums over one piece: weights, then one error per candidate.
using Sums = std::vector<double>;

struct Scratch {
    std::vector<float> row;
    std::vector<float> again;
    std::vector<std::byte> codes;
};

class ErrorPass {
public:
    ErrorPass(const TensorView& view, std::span<const StoringFormat> candidates,
              std::span<const float> importance, std::span<const float> weights)
        : view_(view), candidates_(candidates), importance_(importance), weights_(weights) {}

    Status add_rows(Piece rows, Scratch& scratch, Sums& sums, const WorkContext& context) const {
        for (std::uint64_t i = 0; i < rows.count; ++i) {
            BITLATHE_TRY(add_row(rows.first + i, scratch, sums, context));
        }
        return {};
    }

private:
    Status add_row(std::uint64_t row, Scratch& scratch, Sums& sums,
                   const WorkContext& context) const {
        const std::size_t cols = view_.cols();
        scratch.row.resize(cols);
        scratch.again.resize(cols);
        view_.decode_rows(row, 1, scratch.row.data());
        const float* columns = weights_of(row);
        double weights = sum_of_squares(scratch.row.data(), columns, cols);
        if (!std::isfinite(weights)) {
            zero_nonfinite(scratch.row);
            weights = sum_of_squares(scratch.row.data(), columns, cols);
        }
        sums[0] += weights;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (!candidates_[i].stored) {
                BITLATHE_TRY(context.check());
                sums[i + 1] += error_of(candidates_[i], columns, scratch);
            }
        }
        return {};
    }

    /// Of the columns of this row: stacked experts have one run of them each.
    const float* weights_of(std::uint64_t row) const {
        if (weights_.empty()) {
            return nullptr;
        }
        const std::uint64_t experts = weights_.size() / view_.cols();
        return weights_.data() + row / (view_.rows() / experts) * view_.cols();
    }

    double error_of(const StoringFormat& candidate, const float* columns, Scratch& scratch) const {
        const std::size_t cols = view_.cols();
        scratch.codes.resize(candidate.row_bytes);
        candidate.info->encode(scratch.row.data(),
                               importance_.empty() ? nullptr : importance_.data(),
                               scratch.codes.data(), cols);
        candidate.info->decode(scratch.codes.data(), scratch.again.data(), cols);
        return squared_difference(scratch.row.data(), scratch.again.data(), columns, cols);
    }

    const TensorView& view_;
    std::span<const StoringFormat> candidates_;
    std::span<const float> importance_;
    std::span<const float> weights_;
};

std::optional<double> nmse(double error, double weights) {
    return error == 0 ? std::optional(0.0) : finite_ratio(error, weights);
}

std::vector<FormatError> total(const std::vector<Sums>& pieces,
                               std::span<const StoringFormat> candidates) {
    Sums all(candidates.size() + 1);
    for (const Sums& piece : pieces) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] += piece[i];
        }
    }
    std::vector<FormatError> errors;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        errors.push_back({candidates[i].info->id, nmse(all[i + 1], all[0])});
    }
    return errors;
}

Result<std::vector<FormatError>> run(const TensorView& view, std::span<const FormatId> formats,
                                     std::span<const float> importance,
                                     std::span<const float> weights, const WorkContext& context) {
    const auto candidates = formats_that_hold(view, formats);
    const bool all_stored = std::all_of(candidates.begin(), candidates.end(),
                                        [](const StoringFormat& c) { return c.stored; });
    const Pieces pieces(
        view.rows(),
        std::max<std::uint64_t>(1, kPieceWeights / std::max<std::uint64_t>(1, view.cols())));
    std::vector<Sums> sums(all_stored ? 0 : pieces.count(), Sums(candidates.size() + 1));
    std::vector<Scratch> scratch(workers_for(sums.size(), context));
    const ErrorPass pass(view, candidates, importance, weights);
    ProgressCounter progress(context, "errors", view.byte_count());
    BITLATHE_TRY(context.check());
    const auto work = [&](unsigned worker, std::size_t index) -> Status {
        const Piece rows = pieces.at(index);
        BITLATHE_TRY(pass.add_rows(rows, scratch[worker], sums[index], context));
        view.release(rows.first, rows.count);
        progress.add(rows.count * view.row_bytes());
        return {};
    };
    BITLATHE_TRY(for_each_piece(sums.size(), context, work));
    BITLATHE_TRY(view.check());
    return total(sums, candidates);
}

}  // namespace

Result<std::vector<FormatError>> format_errors(const TensorView& view,
                                               std::span<const FormatId> formats,
                                               std::span<const float> importance,
                                               const WorkContext& context) {
    BITLATHE_TRY(check_decodable(view));
    if (!importance.empty() && importance.size() != view.cols()) {
        return fail(ErrorCode::kRefused, fmt::format("importance has {} values for rows of {}",
                                                     importance.size(), view.cols()));
    }
    return run(view, formats, importance, {}, context);
}

Result<std::vector<FormatError>> output_errors(const TensorView& view,
                                               std::span<const FormatId> formats,
                                               std::span<const float> mean_squares,
                                               const WorkContext& context) {
    BITLATHE_TRY(check_decodable(view));
    const std::uint64_t cols = view.cols();
    if (cols == 0 || mean_squares.empty() || mean_squares.size() % cols != 0 ||
        view.rows() % (mean_squares.size() / cols) != 0) {
        return fail(ErrorCode::kRefused, fmt::format("{} mean squares do not fit {} rows of {}",
                                                     mean_squares.size(), view.rows(), cols));
    }
    return run(view, formats, {}, mean_squares, context);
}

}  // namespace bitlathe
