// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/cli/session.h"
#include "core/report/report_export.h"
#include "core/targets/target.h"

namespace bitlathe::cli {

/// Tells what an export wrote: warnings, then the document or its text for people. `beside`: the
/// report that was left beside it.
void print_export(const ExportReport& report, Session& session,
                  const std::optional<ReportFiles>& beside = std::nullopt);

}  // namespace bitlathe::cli
