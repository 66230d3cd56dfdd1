// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <vector>

#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// A format that a tensor cannot be dragged to, and why (one sentence).
struct RefusedFormat {
    FormatId format;
    QString reason;
};

/// Formats of the target that are not offered for a tensor, by rising bits per weight: what the
/// target refuses or would silently change, and types so new that most runtimes refuse the file.
/// Formats wider than the source are left out, nobody wants them. Asks the target for every format.
[[nodiscard]] std::vector<RefusedFormat> refused_formats(const TensorCatalog& catalog,
                                                         std::size_t tensor);

}  // namespace bitlathe
