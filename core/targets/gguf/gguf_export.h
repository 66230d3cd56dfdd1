// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/allocation/plan.h"
#include "core/model/model.h"
#include "core/targets/export_monitor.h"
#include "core/targets/file_layout.h"
#include "core/targets/run_export.h"
#include "core/targets/target.h"

namespace bitlathe {

/// The files of an export, to the byte. Errors: kImpossible; kRefused when the source has tensors
/// that could not be read, because the output would silently lack them.
[[nodiscard]] Result<std::vector<FileLayout>> gguf_files(const Model& model, const Plan& plan,
                                                         std::span<const FormatId> formats,
                                                         const ExportRequest& request);

/// Target::write() for GGUF, with the formats of a plan that was checked.
[[nodiscard]] Result<ExportReport> export_gguf(const Model& model, const Plan& plan,
                                               std::span<const FormatId> formats,
                                               const ExportRequest& request,
                                               ExportMonitor& monitor);

}  // namespace bitlathe
