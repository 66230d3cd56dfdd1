// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/what_if.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/forward/buffer.h"
#include "core/profile/gram_errors.h"
#include "core/profile/moments.h"
#include "core/profile/outliers/channel_scales.h"
#include "core/profile/outliers/median.h"
#include "core/profile/outliers/rotation.h"
#include "core/profile/storing.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kRows = 240;

/// A change of the weights that can be undone.
struct Change {
    std::span<const double> scales = {};
    const HadamardRotation* rotation = nullptr;

    void apply(float* row) const {
        for (std::size_t j = 0; j < scales.size(); ++j) {
            row[j] = static_cast<float>(row[j] * scales[j]);
        }
        if (rotation != nullptr) {
            rotation->apply(row);
        }
    }
    void undo(float* row) const {
        if (rotation != nullptr) {
            rotation->undo(row);
        }
        for (std::size_t j = 0; j < scales.size(); ++j) {
            row[j] = static_cast<float>(row[j] / scales[j]);
        }
    }
};

/// Of one row.
struct RowSums {
    double weights = 0, outputs = 0;              ///< |w|^2, and weighed by the inputs
    double weight_errors = 0, output_errors = 0;  ///< of the difference
    Moments moments;                              ///< of the changed weights
    float absmax = 0;

    void add(const RowSums& other) {
        weights += other.weights;
        outputs += other.outputs;
        weight_errors += other.weight_errors;
        output_errors += other.output_errors;
        moments = merge(moments, other.moments);
        absmax = std::max(absmax, other.absmax);
    }
};

class Trial {
public:
    Trial(const TensorView& view, const InputFigures& inputs, const WhatIfRequest& request,
          const WorkContext& context)
        : view_(view),
          inputs_(inputs),
          format_(format_info(request.format)),
          row_bytes_(row_bytes(request.format, view.cols()).value_or(0)),
          gram_(request.gram),
          context_(context) {}

    Status prepare() {
        if (gram_ != nullptr) {
            BITLATHE_ASSIGN(matrix_,
                            cpu_device().load(GramRows(*gram_), 0, gram_->channels, context_));
            BITLATHE_TRY(gram_->upper.check());
        }
        return {};
    }

    /// `full`: the error by the Gram matrix too.
    Result<WhatIfCase> run(const Change& change, bool full) {
        RowSums all;
        double full_error = 0;
        double energy = 0;
        const Pieces pieces(view_.rows(), kRows);
        for (std::size_t i = 0; i < pieces.count(); ++i) {
            const Piece rows = pieces.at(i);
            BITLATHE_ASSIGN(Buffer values, Buffer::create(rows.count, view_.cols()));
            BITLATHE_ASSIGN(Buffer difference, Buffer::create(rows.count, view_.cols()));
            BITLATHE_TRY(take(rows, change, values, difference, all));
            if (full && matrix_ != nullptr) {
                BITLATHE_ASSIGN(const double error,
                                gram_energy(difference.rows(), *matrix_, context_));
                full_error += std::max(0.0, error);
                if (!energy_) {
                    BITLATHE_ASSIGN(const double own,
                                    gram_energy(values.rows(), *matrix_, context_));
                    energy += own;
                }
            }
        }
        BITLATHE_TRY(view_.check());
        WhatIfCase result;
        result.nmse = finite_ratio(all.weight_errors, all.weights);
        result.output_error = finite_ratio(all.output_errors, all.outputs);
        const Moments& m = all.moments;
        result.kurtosis = finite_ratio(m.n * m.m4, m.m2 * m.m2);
        result.incoherence =
            finite_ratio(double{all.absmax}, std::sqrt((m.m2 + m.n * m.mean * m.mean) / m.n));
        if (full && matrix_ != nullptr) {
            energy_ = energy_.value_or(energy);
            result.output_error_full = finite_ratio(full_error, *energy_);
        }
        return result;
    }

private:
    Status take(Piece rows, const Change& change, Buffer& values, Buffer& difference,
                RowSums& all) const {
        std::vector<RowSums> sums(rows.count);
        BITLATHE_TRY(for_each_piece(rows.count, context_, [&](unsigned, std::size_t r) -> Status {
            sums[r] = take_row(rows.first + r, change, values.row(r), difference.row(r));
            return {};
        }));
        view_.release(rows.first, rows.count);
        for (const RowSums& row : sums) {
            all.add(row);
        }
        return {};
    }

    RowSums take_row(std::uint64_t row, const Change& change, float* values, float* again) const {
        const std::size_t cols = view_.cols();
        view_.decode_rows(row, 1, values);
        zero_nonfinite({values, cols});
        std::vector<float> changed(values, values + cols);
        change.apply(changed.data());
        RowSums sums;
        std::array<double, 4> powers{};
        for (const float w : changed) {
            const double square = double{w} * w;
            powers[0] += w;
            powers[1] += square;
            powers[2] += square * w;
            powers[3] += square * square;
            sums.absmax = std::max(sums.absmax, std::abs(w));
        }
        sums.moments = central_moments(static_cast<double>(cols), 0, powers);
        std::vector<std::byte> codes(row_bytes_);
        format_.encode(changed.data(), nullptr, codes.data(), cols);
        format_.decode(codes.data(), again, cols);
        change.undo(again);
        for (std::size_t j = 0; j < cols; ++j) {
            const double w = values[j];
            again[j] = static_cast<float>(again[j] - w);
            const double d = again[j];
            sums.weights += w * w;
            sums.outputs += w * w * inputs_.mean_squares[j];
            sums.weight_errors += d * d;
            sums.output_errors += d * d * inputs_.mean_squares[j];
        }
        return sums;
    }

    const TensorView& view_;
    const InputFigures& inputs_;
    const FormatInfo& format_;
    std::uint64_t row_bytes_;
    const GramMatrix* gram_;
    const WorkContext& context_;
    std::unique_ptr<const DeviceMatrix> matrix_;
    std::optional<double> energy_;  ///< of the weights as they are: no change has another
};

Status check(const TensorView& view, const InputFigures& inputs, const WhatIfRequest& request) {
    const std::uint64_t cols = view.cols();
    const FormatInfo& format = format_info(request.format);
    const bool fits = view.can_decode() && cols != 0 && inputs.absmax.size() == cols &&
                      inputs.mean_abs.size() == cols && inputs.mean_squares.size() == cols &&
                      (request.weight_max.empty() || request.weight_max.size() == cols) &&
                      (request.gram == nullptr || request.gram->channels == cols);
    if (!fits) {
        return fail(ErrorCode::kRefused,
                    fmt::format("{} inputs do not fit rows of {} weights that can be decoded",
                                inputs.absmax.size(), cols));
    }
    if (format.encode == nullptr || format.decode == nullptr || !row_bytes(format.id, cols)) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("{} cannot hold rows of {}", format.name, cols), {}, {},
                    "choose another format");
    }
    return {};
}

/// Largest / median of what is left of the channels' maxima.
std::optional<double> channel_ratio(const InputFigures& inputs, std::span<const double> scales) {
    std::vector<double> maxima;
    for (std::size_t j = 0; j < inputs.absmax.size(); ++j) {
        maxima.push_back(double{inputs.absmax[j]} / (scales.empty() ? 1.0 : scales[j]));
    }
    return finite_ratio(*std::max_element(maxima.begin(), maxima.end()), median_of(maxima));
}

}  // namespace

InputFigures input_figures(const TapProfile& tap, bool with_first) {
    const TapStatistics statistics = tap.statistics.chosen(with_first);
    const auto tokens = static_cast<double>(std::max<std::uint64_t>(1, statistics.tokens));
    InputFigures figures;
    figures.absmax = statistics.absmax;
    for (std::size_t c = 0; c < statistics.channels(); ++c) {
        figures.mean_abs.push_back(static_cast<float>(statistics.sum_abs[c] / tokens));
        figures.mean_squares.push_back(static_cast<float>(statistics.sum2[c] / tokens));
    }
    return figures;
}

Result<std::vector<float>> column_maxima(const TensorView& view, const WorkContext& context) {
    const Pieces pieces(view.rows(), kRows);
    std::vector<float> maxima(view.cols());
    std::vector<float> values;
    for (std::size_t i = 0; i < pieces.count(); ++i) {
        BITLATHE_TRY(context.check());
        const Piece rows = pieces.at(i);
        values.resize(rows.count * view.cols());
        view.decode_rows(rows.first, rows.count, values.data());
        view.release(rows.first, rows.count);
        for (std::size_t at = 0; at < values.size(); ++at) {
            if (std::isfinite(values[at])) {
                float& most = maxima[at % maxima.size()];
                most = std::max(most, std::abs(values[at]));
            }
        }
    }
    BITLATHE_TRY(view.check());
    return maxima;
}

Result<std::vector<WhatIfCase>> what_if(const TensorView& view, const InputFigures& inputs,
                                        const WhatIfRequest& request, const WorkContext& context) {
    BITLATHE_TRY(check(view, inputs, request));
    Trial trial(view, inputs, request, context);
    BITLATHE_TRY(trial.prepare());
    std::vector<WhatIfCase> cases;
    const auto add = [&](std::string_view name, const Change& change,
                         std::optional<double> alpha) -> Status {
        BITLATHE_ASSIGN(WhatIfCase result, trial.run(change, true));
        result.name = name;
        result.alpha = alpha;
        if (change.rotation == nullptr) {
            result.channel_ratio = channel_ratio(inputs, change.scales);
        }
        cases.push_back(result);
        return {};
    };
    BITLATHE_TRY(add("plain", {}, {}));
    std::vector<float> own_max;
    if (request.weight_max.empty()) {
        BITLATHE_ASSIGN(own_max, column_maxima(view, context));
    }
    const auto smooth =
        smooth_scales(inputs.absmax, request.weight_max.empty() ? own_max : request.weight_max,
                      request.smoothing);
    BITLATHE_TRY(add("smoothed", {smooth}, request.smoothing));
    const auto loss = [&](std::span<const double> scales) -> Result<double> {
        BITLATHE_ASSIGN(const WhatIfCase tried, trial.run({scales}, false));
        return tried.output_error.value_or(INFINITY);
    };
    BITLATHE_ASSIGN(
        const AwqChoice awq,
        awq_search(inputs.mean_abs, cases.front().output_error.value_or(INFINITY), loss));
    BITLATHE_TRY(add("awq", {awq.scales}, awq.alpha));
    const HadamardRotation rotation(view.cols(), request.seed);
    BITLATHE_TRY(add("rotated", {{}, &rotation}, {}));
    return cases;
}

}  // namespace bitlathe
