// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bitlathe {

/// The sample model: beside an installed program (../share/bitlathe/sample/), or in the sources it
/// was built from. Empty when there is none.
[[nodiscard]] QString sample_model_path();
/// The text that the sample model is measured on; kept apart from what it was trained on. Empty
/// when there is none.
[[nodiscard]] QString sample_text_path();
/// The text that models are profiled with where nobody chooses another one. Empty when there is
/// none.
[[nodiscard]] QString calibration_text_path();

}  // namespace bitlathe
