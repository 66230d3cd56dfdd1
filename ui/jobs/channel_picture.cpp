// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/channel_picture.h"

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

Result<ChannelPicture> make_channel_picture(const ActivationProfile& profile, TapPoint point,
                                            ChannelQuantity quantity, bool with_first,
                                            const WorkContext& context) {
    ChannelPicture result;
    result.quantity = quantity;
    result.map = channel_map(profile, point, quantity, with_first);
    if (result.map.blocks.empty()) {
        return fail(ErrorCode::kImpossible, "nothing was observed at this place");
    }
    BITLATHE_TRY(context.check());
    BITLATHE_ASSIGN(MatrixSource source, source_of(std::exchange(result.map.values, {}),
                                                   result.map.channels, result.map.blocks.size()));
    MatrixStatistics statistics;
    BITLATHE_ASSIGN(MatrixPyramid pyramid, MatrixPyramid::build(source, {}, context, &statistics));
    result.picture = std::make_shared<const MatrixPicture>(
        MatrixPicture{{}, std::move(source), {}, std::move(pyramid), std::move(statistics)});
    return result;
}

}  // namespace bitlathe
