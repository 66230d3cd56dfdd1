// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/forward/taps.h"

namespace bitlathe {

/// A kind of place where activations are observed, as it is spelled in files: "mlp_mid".
[[nodiscard]] QString tap_text(TapPoint point);
/// "input of down", "residual stream after the block", ...
[[nodiscard]] QString tap_explanation(TapPoint point);

}  // namespace bitlathe
