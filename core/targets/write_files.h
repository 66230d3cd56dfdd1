// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/targets/disk_flusher.h"
#include "core/targets/export_monitor.h"
#include "core/targets/importance.h"
#include "core/targets/output_file.h"

namespace bitlathe {

using OutputFiles = std::vector<std::unique_ptr<OutputFileWriter>>;

/// Whether a file is made as `NAME.part`, or under its own name inside a folder that is not
/// finished.
enum class FilePlace : std::uint8_t { kPart, kInStage };

/// Creates all files in `folder` at their full size. Errors: kNotWritten (among them a full disk).
[[nodiscard]] Result<OutputFiles> create_files(const std::filesystem::path& folder,
                                               std::vector<FileLayout> layouts, FilePlace place);

/// Encodes every tensor of every layout and writes it where it belongs, in the order of the
/// layouts; memory is a few pieces of a tensor per thread. Errors: kNotWritten, kCancelled, and
/// those of compress_tensor().
[[nodiscard]] Status write_tensors(const Model& model, OutputFiles& files,
                                   const Importance* importance, DiskFlusher& flusher,
                                   ExportMonitor& monitor);

}  // namespace bitlathe
