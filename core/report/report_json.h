// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/json_fwd.h"
#include "core/report/report_data.h"

namespace bitlathe {

/// The report for programs: {"bitlathe_report":1, "version", "created", "model":{...},
/// "plan":{...}, "compared", "bytes":{"by_role","by_format","by_block"}, "export":{...},
/// "tensors":[...]}, with every tensor. Sizes are exact bytes; keys that begin with "estimated_"
/// and "nmse" are estimates from the weights; what is not known is null. bitlathe-cli(1) lists the
/// keys.
[[nodiscard]] Json report_json(const ReportData& data);
/// The same as text in UTF-8; bytes of names that are none become U+FFFD.
[[nodiscard]] std::string report_json_text(const ReportData& data);

}  // namespace bitlathe
