// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace bitlathe {

/// What the library calls a phase of work, for people. A phase that is not known is said as it is.
[[nodiscard]] QString phase_text(std::string_view phase);
/// Whether the progress of a phase is counted in bytes; else in something that only its share of
/// the whole says anything about.
[[nodiscard]] bool counts_bytes(std::string_view phase);

}  // namespace bitlathe
