// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/checkpoint.h"
#include "core/model/model.h"
#include "core/targets/export_monitor.h"
#include "core/targets/write_files.h"

namespace bitlathe {

/// Reads the files back and compares them with what was meant, byte for byte: headers, a digest of
/// every piece of every tensor, and that the pieces cover every tensor without a gap. Returns the
/// SHA-256 of each file. Errors: kNotWritten (with file and offset of the difference), kCancelled.
[[nodiscard]] Result<std::vector<std::string>> verify_bytes(const OutputFiles& files,
                                                            ExportMonitor& monitor);

/// Compares the output as our own reader understands it with what was meant, tensor by tensor: the
/// names and shapes of the source, the planned formats, the places in the files, and nothing more.
/// Errors: kNotWritten.
[[nodiscard]] Status verify_structure(const Checkpoint& reopened, const Model& model,
                                      const OutputFiles& files);

}  // namespace bitlathe
