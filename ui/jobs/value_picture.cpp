// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/value_picture.h"

#include <utility>

#include "core/checkpoint/derived_rows.h"

namespace bitlathe {
namespace {

/// A matrix of our own in the form in which weights are looked at.
Result<MatrixSource> source_of(std::vector<float> values, std::uint64_t rows, std::uint64_t cols) {
    TensorInfo info;
    info.shape = {rows, cols};
    info.format = *find_format("F32");
    info.bytes = values.size() * sizeof(float);
    return MatrixSource::make(TensorView(info, given_values(std::move(values), cols)),
                              MatrixQuantity::kValue, info.format);
}

}  // namespace

Result<std::shared_ptr<const MatrixPicture>> value_picture(std::vector<float> values,
                                                           std::uint64_t rows, std::uint64_t cols,
                                                           const WorkContext& context) {
    BITLATHE_TRY(context.check());
    BITLATHE_ASSIGN(MatrixSource source, source_of(std::move(values), rows, cols));
    MatrixStatistics statistics;
    BITLATHE_ASSIGN(MatrixPyramid pyramid, MatrixPyramid::build(source, {}, context, &statistics));
    return std::make_shared<const MatrixPicture>(
        MatrixPicture{{}, std::move(source), {}, std::move(pyramid), std::move(statistics)});
}

}  // namespace bitlathe
