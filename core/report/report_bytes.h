// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_data.h"

namespace bitlathe {

/// Fills in data.by_role, by_format and by_block from data.tensors: roles and formats in the order
/// of their tables, blocks by number and what is outside of blocks last. Empty rows are left out.
void sum_bytes(ReportData& data);

}  // namespace bitlathe
