// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bitlathe {

/// The ends of a scale.
struct ValueRange {
    double low = 0, high = 0;
};

}  // namespace bitlathe
