// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/model/model.h"
#include "core/targets/export_monitor.h"
#include "core/targets/importance.h"
#include "core/targets/target.h"
#include "core/targets/write_files.h"

namespace bitlathe {

/// Files that were written and proved to be what was meant, not yet under their final names.
struct VerifiedFiles {
    OutputFiles files;
    std::vector<std::string> sha256;
};

/// The middle of every export: creates the files in `folder`, writes, reads back and compares while
/// the disk catches up, makes durable. `reopen`: opens the output with our own reader, given the
/// path of the first file. Errors: kNotWritten, kCancelled; then nothing is left in `folder`.
[[nodiscard]] Result<VerifiedFiles> write_and_verify(const Model& model,
                                                     std::vector<FileLayout> layouts,
                                                     const std::filesystem::path& folder,
                                                     FilePlace place, const Importance* importance,
                                                     const std::filesystem::path& reopen,
                                                     ExportMonitor& monitor);

/// The report of an export that is in its place: `folder` is where its files are now.
[[nodiscard]] ExportReport make_report(const Model& model, const VerifiedFiles& verified,
                                       const std::filesystem::path& folder,
                                       const ExportMonitor& monitor);

/// Sum of the sizes of all files.
[[nodiscard]] std::uint64_t total_bytes(std::span<const FileLayout> layouts);

/// Their names and sizes.
[[nodiscard]] std::vector<PlannedFile> planned_files(std::span<const FileLayout> layouts);

}  // namespace bitlathe
