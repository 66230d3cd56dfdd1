// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/evaluation/measurement.h"

namespace bitlathe {

/// Measured figures as people read them; each with its standard error and what it was measured on.

/// "3.521 ± 0.031"
[[nodiscard]] QString with_error_text(double value, double error);
/// The value alone, as far as its error lets it be told: "3.521".
[[nodiscard]] QString value_text(double value, double error);
/// "llama.cpp: second half of each window"
[[nodiscard]] QString protocol_text(Protocol protocol);
/// "storybook_val.txt (3fa9c1d2) · 5,120 tokens scored · protocol llama.cpp · windows of 512"
[[nodiscard]] QString measured_on_text(const Measurement& measurement);
/// The same without the number of tokens, which only a measurement knows.
[[nodiscard]] QString settings_text(const MeasureSettings& settings);
/// The same in the room of a headline: "KL 0.0123, perplexity 3.52".
[[nodiscard]] QString short_measured_text(const Measurement& measurement);
/// "perplexity 3.52 ± 0.03, KL 0.0123 ± 0.0004 nats a token", what there is of it.
[[nodiscard]] QString measured_text(const Measurement& measurement);

}  // namespace bitlathe
