// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/safetensors_export.h"

#include <iterator>

#include "core/checkpoint/shards.h"
#include "core/targets/destination.h"
#include "core/targets/planned_formats.h"
#include "core/targets/safetensors/folder_conversion.h"
#include "core/targets/safetensors/safetensors_layout.h"
#include "core/targets/safetensors/safetensors_side_files.h"
#include "core/targets/source_plan.h"
#include "core/targets/stage_folder.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

Result<std::vector<FileLayout>> files_of_single(const Model& model, const Plan& plan,
                                                std::span<const FormatId> formats,
                                                const ExportRequest& request) {
    std::vector<FileLayout> layouts;
    BITLATHE_ASSIGN(FileLayout weights,
                    safetensors_single(model, formats, request.destination.filename().string()));
    layouts.push_back(std::move(weights));
    layouts.push_back(
        text_file(request.destination.stem().string() + "." + kPlanFileName, plan_to_text(plan)));
    return layouts;
}

Result<std::vector<FileLayout>> files_of_folder(const Model& model, const Plan& plan,
                                                std::span<const FormatId> formats) {
    const Checkpoint& source = *model.checkpoint;
    std::vector<FileLayout> layouts;
    if (source.container() != Container::kSafetensors) {
        BITLATHE_ASSIGN(FileLayout weights,
                        safetensors_single(model, formats, "model.safetensors"));
        layouts.push_back(std::move(weights));
        layouts.push_back(text_file(kPlanFileName, plan_to_text(plan)));
        return layouts;
    }
    BITLATHE_ASSIGN(layouts, safetensors_shards(model, formats));
    if (layouts.size() > 1) {
        layouts.push_back(text_file("model.safetensors.index.json", safetensors_index(source)));
    }
    BITLATHE_ASSIGN(auto side, side_files(folder_of(source.files().front()->path())));
    std::move(side.begin(), side.end(), std::back_inserter(layouts));
    layouts.push_back(text_file(kPlanFileName, plan_to_text(plan)));
    return layouts;
}

Result<VerifiedFiles> write_single(const Model& model, std::vector<FileLayout> layouts,
                                   const ExportRequest& request, ExportMonitor& monitor) {
    const fs::path folder = folder_of(request.destination);
    for (const FileLayout& layout : layouts) {
        BITLATHE_TRY(
            check_file_destination(*model.checkpoint, folder / layout.name, request.replace));
    }
    BITLATHE_TRY(check_space(folder, total_bytes(layouts)));
    BITLATHE_ASSIGN(
        VerifiedFiles verified,
        write_and_verify(model, std::move(layouts), folder, FilePlace::kPart,
                         request.importance.get(), part_of(request.destination), monitor));
    // The weights appear last, when everything that belongs to them is there.
    OutputFileWriter& plan = *verified.files.back();
    BITLATHE_TRY(plan.file().commit());
    if (Status committed = verified.files.front()->file().commit(); !committed) {
        std::error_code ignored;
        fs::remove(folder / plan.layout().name, ignored);
        return fail(std::move(committed).error());
    }
    return verified;
}

Result<VerifiedFiles> write_folder(const Model& model, std::vector<FileLayout> layouts,
                                   const ExportRequest& request, ExportMonitor& monitor) {
    BITLATHE_TRY(check_folder_destination(*model.checkpoint, request.destination, request.replace,
                                          kPlanFileName));
    BITLATHE_TRY(check_space(request.destination, total_bytes(layouts)));
    BITLATHE_ASSIGN(StageFolder stage, StageFolder::create(request.destination));
    BITLATHE_ASSIGN(VerifiedFiles verified,
                    write_and_verify(model, std::move(layouts), stage.path(), FilePlace::kInStage,
                                     request.importance.get(), stage.path(), monitor));
    for (const auto& file : verified.files) {
        BITLATHE_TRY(file->file().commit());
    }
    BITLATHE_TRY(stage.commit());
    return verified;
}

/// "dir/" and "dir" are one destination.
ExportRequest without_trailing_slash(ExportRequest request) {
    if (!request.destination.has_filename()) {
        request.destination = request.destination.parent_path();
    }
    return request;
}

std::vector<FormatId> stored_formats(const Model& model) {
    std::vector<FormatId> formats;
    for (const TensorInfo& tensor : model.checkpoint->tensors()) {
        formats.push_back(tensor.format);
    }
    return formats;
}

}  // namespace

Result<ExportReport> write_folder_model(const FolderModel& folder, const ExportRequest& asked,
                                        const WorkContext& context) {
    ExportMonitor monitor(context);
    const ExportRequest request = without_trailing_slash(asked);
    const Model& model = *folder.model;
    std::vector<FileLayout> layouts;
    BITLATHE_ASSIGN(FileLayout weights,
                    safetensors_single(model, stored_formats(model), "model.safetensors"));
    layouts.push_back(std::move(weights));
    for (const VocabularyFile& file : folder.files) {
        layouts.push_back(text_file(file.name, file.text));
    }
    const Plan plan = source_plan(model, *find_target("safetensors"));
    layouts.push_back(text_file(kPlanFileName, plan_to_text(plan)));
    BITLATHE_ASSIGN(const VerifiedFiles verified,
                    write_folder(model, std::move(layouts), request, monitor));
    ExportReport report = make_report(model, verified, request.destination, monitor);
    report.warnings = folder.warnings;
    return report;
}

bool wants_one_file(const ExportRequest& request) {
    return request.destination.extension() == ".safetensors";
}

Result<std::vector<FileLayout>> safetensors_files(const Model& model, const Plan& plan,
                                                  std::span<const FormatId> formats,
                                                  const ExportRequest& request) {
    if (request.split_bytes > 0) {
        return fail(ErrorCode::kImpossible, "safetensors keep the shards of their source", {}, {},
                    "leave out the size of parts (--split)");
    }
    return wants_one_file(request) ? files_of_single(model, plan, formats, request)
                                   : files_of_folder(model, plan, formats);
}

Result<ExportReport> export_safetensors(const Model& model, const Plan& plan,
                                        std::span<const FormatId> formats,
                                        const ExportRequest& asked, ExportMonitor& monitor) {
    const ExportRequest request = without_trailing_slash(asked);
    BITLATHE_ASSIGN(auto layouts, safetensors_files(model, plan, formats, request));
    const bool single = wants_one_file(request);
    const auto write = single ? &write_single : &write_folder;
    BITLATHE_ASSIGN(const VerifiedFiles verified,
                    write(model, std::move(layouts), request, monitor));
    ExportReport report = make_report(
        model, verified, single ? folder_of(request.destination) : request.destination, monitor);
    report.warnings = export_warnings(model, formats, request.importance.get());
    return report;
}

}  // namespace bitlathe
