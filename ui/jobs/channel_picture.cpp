// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/channel_picture.h"

#include <utility>

#include "ui/jobs/value_picture.h"

namespace bitlathe {

Result<ChannelPicture> make_channel_picture(const ActivationProfile& profile, TapPoint point,
                                            ChannelQuantity quantity, bool with_first,
                                            const WorkContext& context) {
    ChannelPicture result;
    result.quantity = quantity;
    result.map = channel_map(profile, point, quantity, with_first);
    if (result.map.blocks.empty()) {
        return fail(ErrorCode::kImpossible, "nothing was observed at this place");
    }
    BITLATHE_ASSIGN(result.picture,
                    value_picture(std::exchange(result.map.values, {}), result.map.channels,
                                  result.map.blocks.size(), context));
    return result;
}

}  // namespace bitlathe
