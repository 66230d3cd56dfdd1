// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bitlathe {

/// The sample model: beside an installed program (../share/bitlathe/sample/), or in the sources it
/// was built from. Empty when there is none.
[[nodiscard]] QString sample_model_path();

}  // namespace bitlathe
