// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/targets/target.h"

namespace bitlathe::cli {

/// Tells what an export wrote: warnings, then the document or its text for people.
void print_export(const ExportReport& report, Session& session);

}  // namespace bitlathe::cli
