// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/export_preview.h"

#include "core/checkpoint/shards.h"
#include "core/targets/destination.h"
#include "core/targets/safetensors/safetensors_side_files.h"

namespace bitlathe {
namespace {

Status check(const Model& model, const ExportPreview& preview, const ExportRequest& request,
             bool replace) {
    if (preview.folder) {
        std::filesystem::path folder = request.destination;
        if (!folder.has_filename()) folder = folder.parent_path();
        return check_folder_destination(*model.checkpoint, folder, replace, kPlanFileName);
    }
    if (request.split_bytes > 0) {
        BITLATHE_TRY(check_file_destination(*model.checkpoint, request.destination, true));
    }
    const std::filesystem::path folder = folder_of(request.destination);
    for (const PlannedFile& file : preview.files) {
        BITLATHE_TRY(check_file_destination(*model.checkpoint, folder / file.name, replace));
    }
    return {};
}

}  // namespace

Result<ExportPreview> preview_export(const Target& target, const Model& model, const Plan& plan,
                                     const ExportRequest& request) {
    ExportPreview preview;
    BITLATHE_ASSIGN(preview.files, target.files(model, plan, request));
    for (const PlannedFile& file : preview.files) {
        preview.bytes += file.bytes;
    }
    preview.folder = target.writes_folder(request);
    if (Status allowed = check(model, preview, request, true); !allowed) {
        preview.obstacle = std::move(allowed).error();
    } else {
        preview.exists = !check(model, preview, request, false);
    }
    return preview;
}

}  // namespace bitlathe
