// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

namespace bitlathe {

/// What a person has entered in the export dialog.
struct ExportWishes {
    QString destination;  ///< a file or a folder, as the target has it
    QString importance;   ///< path of an imatrix file, or ""
    std::uint64_t split_bytes = 0;
    bool replace = false;
    bool report = false;  ///< beside what is written
};

}  // namespace bitlathe
