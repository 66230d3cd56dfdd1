// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tap_text.h"

#include <QCoreApplication>

#include "core/profile/activation/activation_profile.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Taps {
    Q_DECLARE_TR_FUNCTIONS(taps)
};

}  // namespace

QString tap_text(TapPoint point) {
    return to_qstring(tap_point_name(point));
}

QString tap_explanation(TapPoint point) {
    switch (point) {
        case TapPoint::kResidIn:
            return Taps::tr("residual stream before the block");
        case TapPoint::kAttnIn:
            return Taps::tr("input of q, k and v");
        case TapPoint::kAttnOut:
            return Taps::tr("input of the attention's output matrix");
        case TapPoint::kResidMid:
            return Taps::tr("residual stream between attention and feed-forward network");
        case TapPoint::kMlpIn:
            return Taps::tr("input of gate and up");
        case TapPoint::kMlpMid:
            return Taps::tr("input of down");
        default:
            return Taps::tr("residual stream after the block");
    }
}

}  // namespace bitlathe
