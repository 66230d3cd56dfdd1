// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/gram_errors.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/forward/buffer.h"
#include "core/profile/activation/activation_kernels.h"
#include "core/profile/storing.h"

namespace bitlathe {
namespace {

/// Rows of the tensor that are multiplied by the Gram matrix together.
constexpr std::uint64_t kRows = 240;

/// The tensor against one Gram matrix.
class GramPass {
public:
    /// Adds the errors to `sums`: of the weights themselves, then one for every format.
    GramPass(const TensorView& view, std::span<const StoringFormat> formats,
             std::vector<double>& sums, const WorkContext& context)
        : view_(view), formats_(formats), sums_(sums), context_(context) {}

    Status run(Piece rows, const GramMatrix& gram) {
        BITLATHE_ASSIGN(matrix_, cpu_device().load(GramRows(gram), 0, gram.channels, context_));
        BITLATHE_TRY(gram.upper.check());
        const Pieces pieces(rows.count, kRows);
        for (std::size_t i = 0; i < pieces.count(); ++i) {
            BITLATHE_TRY(take({rows.first + pieces.at(i).first, pieces.at(i).count}));
        }
        return {};
    }

private:
    Status take(Piece rows) {
        BITLATHE_ASSIGN(Buffer values, Buffer::create(rows.count, view_.cols()));
        BITLATHE_ASSIGN(Buffer change, Buffer::create(rows.count, view_.cols()));
        view_.decode_rows(rows.first, rows.count, values.rows().data);
        view_.release(rows.first, rows.count);
        float* all = values.rows().data;
        zero_nonfinite({all, rows.count * view_.cols()});
        BITLATHE_ASSIGN(const double energy, gram_energy(values.rows(), *matrix_, context_));
        sums_[0] += energy;
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            if (!formats_[i].stored) {
                BITLATHE_TRY(encode(formats_[i], values, change));
                BITLATHE_ASSIGN(const double error, gram_energy(change.rows(), *matrix_, context_));
                sums_[i + 1] += error;
            }
        }
        return {};
    }

    /// What the format changes.
    Status encode(const StoringFormat& format, const Buffer& values, Buffer& change) const {
        const std::size_t cols = view_.cols();
        return for_each_piece(values.rows().rows, context_, [&](unsigned, std::size_t r) -> Status {
            std::vector<std::byte> codes(format.row_bytes);
            format.info->encode(values.row(r), nullptr, codes.data(), cols);
            format.info->decode(codes.data(), change.row(r), cols);
            std::transform(change.row(r), change.row(r) + cols, values.row(r), change.row(r),
                           std::minus<>());
            return {};
        });
    }

    const TensorView& view_;
    std::span<const StoringFormat> formats_;
    std::vector<double>& sums_;
    const WorkContext& context_;
    std::unique_ptr<const DeviceMatrix> matrix_;
};

std::optional<double> relative(double error, double weights) {
    // Rounding must not turn nothing negative.
    return error == 0 ? std::optional(0.0) : finite_ratio(std::max(0.0, error), weights);
}

Status check(const TensorView& view, std::span<const GramMatrix* const> grams) {
    BITLATHE_TRY(check_decodable(view));
    const bool fits =
        !grams.empty() && view.rows() % grams.size() == 0 &&
        std::all_of(grams.begin(), grams.end(), [&](const GramMatrix* gram) {
            return gram != nullptr && gram->channels == view.cols() && gram->tokens > 0;
        });
    if (!fits) {
        return fail(ErrorCode::kRefused, fmt::format("the Gram matrices do not fit {} rows of {}",
                                                     view.rows(), view.cols()));
    }
    return {};
}

}  // namespace

Result<double> gram_energy(ConstRows rows, const DeviceMatrix& gram, const WorkContext& context) {
    BITLATHE_ASSIGN(Buffer products, Buffer::create(rows.rows, rows.cols));
    BITLATHE_TRY(cpu_device().multiply(rows, gram, {}, products.rows(), context));
    double sum = 0;
    for (std::size_t r = 0; r < rows.rows; ++r) {
        sum += dot_product(rows.data + r * rows.stride, products.row(r), rows.cols);
    }
    return sum;
}

Result<std::vector<FormatError>> full_output_errors(const TensorView& view,
                                                    std::span<const FormatId> formats,
                                                    std::span<const GramMatrix* const> grams,
                                                    const WorkContext& context) {
    BITLATHE_TRY(check(view, grams));
    const auto candidates = formats_that_hold(view, formats);
    std::vector<double> sums(candidates.size() + 1);
    const std::uint64_t rows = view.rows() / grams.size();
    for (std::size_t e = 0; e < grams.size(); ++e) {
        GramPass pass(view, candidates, sums, context);
        BITLATHE_TRY(pass.run({e * rows, rows}, *grams[e]));
    }
    BITLATHE_TRY(view.check());
    std::vector<FormatError> errors;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        errors.push_back({candidates[i].info->id, relative(sums[i + 1], sums[0])});
    }
    return errors;
}

}  // namespace bitlathe
