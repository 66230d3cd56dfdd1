// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

namespace bitlathe {

/// Finds heads that repeat the embedding (the configuration says so, or both are the same bytes of
/// the same file) and fills places[].tied_to, tie_groups and warnings.
void find_ties(Model& model);

}  // namespace bitlathe
