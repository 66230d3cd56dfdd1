// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_words.h"

namespace bitlathe {

/// The texts of a report in the language of the window. Without a translation they equal the
/// library's own.
[[nodiscard]] ReportWords translated_report_words();

}  // namespace bitlathe
