// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_export.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/checkpoint/shards.h"
#include "core/targets/destination.h"
#include "core/targets/gguf/gguf_layout.h"
#include "core/targets/gguf/gguf_rules.h"
#include "core/targets/gguf/gguf_source.h"
#include "core/targets/planned_formats.h"
#include "core/targets/stage_folder.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

MetadataChanges changes_for(const Model& model, const Plan& plan, std::span<const FormatId> formats,
                            const Importance* importance) {
    MetadataChanges changes;
    changes.file_type = gguf_file_type(model, plan);
    for (std::size_t i = 0; i < formats.size(); ++i) {
        changes.quantized = changes.quantized || format_info(formats[i]).kind == FormatKind::kBlock;
        if (uses_importance(model, i, formats[i], importance)) {
            changes.importance = importance;
        }
    }
    return changes;
}

std::vector<std::string> warnings_for(const Model& model, std::span<const FormatId> formats,
                                      const Importance* importance) {
    auto warnings = export_warnings(model, formats, importance);
    const auto is_new = [](FormatId format) { return format_info(format).recent; };
    const auto found = std::find_if(formats.begin(), formats.end(), is_new);
    if (found != formats.end()) {
        warnings.push_back(fmt::format("{} is a new type of GGUF: older runtimes refuse the file",
                                       format_info(*found).name));
    }
    return warnings;
}

Status check_destinations(const Model& model, std::span<const FileLayout> layouts,
                          const ExportRequest& request) {
    const fs::path folder = folder_of(request.destination);
    if (request.split_bytes > 0) {
        // The set grows in a folder of this name, which must not be the source either.
        BITLATHE_TRY(check_file_destination(*model.checkpoint, request.destination, true));
    }
    for (const FileLayout& layout : layouts) {
        BITLATHE_TRY(
            check_file_destination(*model.checkpoint, folder / layout.name, request.replace));
    }
    return check_space(folder, total_bytes(layouts));
}

Result<VerifiedFiles> write_single(const Model& model, std::vector<FileLayout> layouts,
                                   const ExportRequest& request, const Importance* importance,
                                   ExportMonitor& monitor) {
    const fs::path part = part_of(request.destination);
    BITLATHE_ASSIGN(VerifiedFiles verified,
                    write_and_verify(model, std::move(layouts), folder_of(request.destination),
                                     FilePlace::kPart, importance, part, monitor));
    BITLATHE_TRY(verified.files.front()->file().commit());
    return verified;
}

Result<VerifiedFiles> write_split(const Model& model, std::vector<FileLayout> layouts,
                                  const ExportRequest& request, const Importance* importance,
                                  ExportMonitor& monitor) {
    BITLATHE_ASSIGN(StageFolder stage, StageFolder::create(request.destination));
    const fs::path first = stage.path() / layouts.front().name;
    BITLATHE_ASSIGN(VerifiedFiles verified,
                    write_and_verify(model, std::move(layouts), stage.path(), FilePlace::kInStage,
                                     importance, first, monitor));
    std::vector<fs::path> names;
    for (const auto& file : verified.files) {
        BITLATHE_TRY(file->file().commit());
        names.push_back(file->layout().name);
    }
    BITLATHE_TRY(stage.commit_files(names));
    return verified;
}

}  // namespace

Result<std::vector<FileLayout>> gguf_files(const Model& model, const Plan& plan,
                                           std::span<const FormatId> formats,
                                           const ExportRequest& request) {
    BITLATHE_TRY(check_complete_gguf(*model.checkpoint));
    return gguf_layout(model, formats,
                       {.file_name = request.destination.filename().string(),
                        .split_bytes = request.split_bytes,
                        .changes = changes_for(model, plan, formats, request.importance.get())});
}

Result<ExportReport> export_gguf(const Model& model, const Plan& plan,
                                 std::span<const FormatId> formats, const ExportRequest& request,
                                 ExportMonitor& monitor) {
    const Importance* importance = request.importance.get();
    BITLATHE_ASSIGN(auto layouts, gguf_files(model, plan, formats, request));
    BITLATHE_TRY(check_destinations(model, layouts, request));
    const auto write = request.split_bytes > 0 ? &write_split : &write_single;
    BITLATHE_ASSIGN(const VerifiedFiles verified,
                    write(model, std::move(layouts), request, importance, monitor));
    ExportReport report = make_report(model, verified, folder_of(request.destination), monitor);
    report.warnings = warnings_for(model, formats, importance);
    return report;
}

}  // namespace bitlathe
