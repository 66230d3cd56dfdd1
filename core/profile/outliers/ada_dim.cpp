// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/ada_dim.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/profile/storing.h"

namespace bitlathe {
namespace {

struct Sums {
    double energy = 0;
    double rows = 0, columns = 0;
    double rows_squares = 0, columns_squares = 0;
};

/// Some rows of a tensor, as many as a group has.
class Strip {
public:
    Strip(const std::vector<float>& values, std::size_t cols, std::span<const float> mean_squares,
          const AdaDimRequest& request)
        : values_(values),
          cols_(cols),
          rows_(values.size() / cols),
          squares_(mean_squares),
          group_(request.group),
          levels_((1 << (request.bits - 1)) - 1) {}

    [[nodiscard]] Sums sums() const {
        Sums sums;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            sums.energy += double{values_[i]} * values_[i] * squares_[i % cols_];
        }
        for (std::size_t r = 0; r < rows_; ++r) {
            for (std::size_t c = 0; c < cols_; c += group_) {
                add_group(r * cols_ + c, 1, std::min<std::size_t>(group_, cols_ - c), sums.rows,
                          sums.rows_squares);
            }
        }
        for (std::size_t c = 0; c < cols_; ++c) {
            add_group(c, cols_, rows_, sums.columns, sums.columns_squares);
        }
        return sums;
    }

private:
    void add_group(std::size_t begin, std::size_t step, std::size_t count, double& error,
                   double& squares) const {
        float absmax = 0;
        for (std::size_t i = 0; i < count; ++i) {
            absmax = std::max(absmax, std::abs(values_[begin + i * step]));
        }
        const double scale = double{absmax} / levels_;
        for (std::size_t i = 0; scale > 0 && i < count; ++i) {
            const std::size_t at = begin + i * step;
            const double d = std::nearbyint(values_[at] / scale) * scale - values_[at];
            squares += d * d;
            error += d * d * squares_[at % cols_];
        }
    }

    const std::vector<float>& values_;
    std::size_t cols_;
    std::size_t rows_;
    std::span<const float> squares_;
    std::uint64_t group_;
    double levels_;
};

}  // namespace

Result<AdaDimChoice> choose_dimension(const TensorView& view, std::span<const float> mean_squares,
                                      const AdaDimRequest& request, const WorkContext& context) {
    if (!view.can_decode() || view.cols() != mean_squares.size() || view.cols() == 0 ||
        request.bits < 2 || request.bits > 8 || request.group == 0) {
        return fail(ErrorCode::kRefused,
                    fmt::format("{} inputs do not fit rows of {} weights that can be decoded",
                                mean_squares.size(), view.cols()));
    }
    const Pieces strips(view.rows(), request.group);
    std::vector<Sums> parts(strips.count());
    BITLATHE_TRY(for_each_piece(strips.count(), context, [&](unsigned, std::size_t i) -> Status {
        const Piece rows = strips.at(i);
        std::vector<float> values(rows.count * view.cols());
        view.decode_rows(rows.first, rows.count, values.data());
        view.release(rows.first, rows.count);
        zero_nonfinite(values);
        parts[i] = Strip(values, view.cols(), mean_squares, request).sums();
        return {};
    }));
    BITLATHE_TRY(view.check());
    Sums all;
    AdaDimChoice choice;
    for (const Sums& part : parts) {
        all.energy += part.energy;
        all.rows += part.rows;
        all.columns += part.columns;
        choice.rows_squares += part.rows_squares;
        choice.columns_squares += part.columns_squares;
    }
    choice.along_rows = finite_ratio(all.rows, all.energy);
    choice.down_columns = finite_ratio(all.columns, all.energy);
    return choice;
}

}  // namespace bitlathe
