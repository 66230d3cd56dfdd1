// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/attention_picture.h"

#include "ui/jobs/value_picture.h"

namespace bitlathe {

Result<AttentionPicture> make_attention_picture(const ActivationProfile& profile,
                                                const WorkContext& context) {
    AttentionPicture result;
    result.map = sink_map(profile);
    if (result.map.blocks.empty()) {
        return result;
    }
    result.places = attention_places(profile, AttentionPicture::kMostPlaces);
    BITLATHE_ASSIGN(result.picture, value_picture(result.map.shares, result.map.heads,
                                                  result.map.blocks.size(), context));
    return result;
}

}  // namespace bitlathe
