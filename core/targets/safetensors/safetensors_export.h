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

/// The files of an export, to the byte: weights, index, side files, plan. Errors: kImpossible,
/// kRefused.
[[nodiscard]] Result<std::vector<FileLayout>> safetensors_files(const Model& model,
                                                                const Plan& plan,
                                                                std::span<const FormatId> formats,
                                                                const ExportRequest& request);

/// Whether the destination is one file: its name ends in ".safetensors".
[[nodiscard]] bool wants_one_file(const ExportRequest& request);

/// Target::write() for safetensors, with the formats of a plan that was checked.
[[nodiscard]] Result<ExportReport> export_safetensors(const Model& model, const Plan& plan,
                                                      std::span<const FormatId> formats,
                                                      const ExportRequest& request,
                                                      ExportMonitor& monitor);

}  // namespace bitlathe
