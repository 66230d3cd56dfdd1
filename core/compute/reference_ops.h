// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compute/device.h"

namespace bitlathe {

/// Every operation of a Device as its definition says, in double, one value after another. Slow; it
/// is what devices are compared with.
[[nodiscard]] const Device& reference_device();

/// One value of an activation.
[[nodiscard]] double activation_value(Activation f, double x);

}  // namespace bitlathe
