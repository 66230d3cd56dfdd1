// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/estimates.h"
#include "app/cli/export_output.h"
#include "app/cli/planned.h"
#include "core/targets/planner.h"
#include "core/targets/safetensors/folder_conversion.h"
#include "core/targets/source_plan.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, target = "gguf", output, format;
    bool force = false;
};

/// Every tensor as it is, or all that can take it in one plain format.
Result<Plan> plan_for(const Model& model, const Target& target, const std::string& format,
                      const WorkContext& context) {
    if (format.empty()) {
        return source_plan(model, target);
    }
    PlanRequest request;
    request.target = std::string(target.name());
    BITLATHE_ASSIGN(const auto ids, parse_formats({format}));
    request.uniform = ids.front();
    return make_plan(model, request, empty_table(model), context);
}

/// A GGUF as a folder.
Status to_folder(const Arguments& arguments, const ExportRequest& request, Session& session) {
    BITLATHE_ASSIGN(const auto model, open_model(arguments.checkpoint));
    std::optional<FormatId> format;
    if (!arguments.format.empty()) {
        BITLATHE_ASSIGN(const auto ids, parse_formats({arguments.format}));
        format = ids.front();
    }
    BITLATHE_ASSIGN(const FolderModel folder, convert_to_folder(model, format));
    BITLATHE_ASSIGN(const ExportReport report,
                    write_folder_model(folder, request, session.context("convert")));
    session.end_progress();
    print_export(report, session);
    return {};
}

Status run(const Arguments& arguments, Session& session) {
    ExportRequest request;
    request.destination = arguments.output;
    request.replace = arguments.force;
    if (arguments.target == "safetensors") {
        return to_folder(arguments, request, session);
    }
    const Target* target = find_target(arguments.target);
    if (target == nullptr) {
        return fail(ErrorCode::kUsage, fmt::format("there is no target \"{}\"", arguments.target));
    }
    BITLATHE_ASSIGN(const auto model, open_model_for(*target, arguments.checkpoint, session));
    if (model->checkpoint->source() == nullptr) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("{} is {} already", arguments.checkpoint, arguments.target), {}, {},
                    "make a plan for it and export that");
    }
    const WorkContext context = session.context("convert");
    BITLATHE_ASSIGN(const Plan plan, plan_for(*model, *target, arguments.format, context));
    BITLATHE_ASSIGN(const ExportReport report, target->write(*model, plan, request, context));
    session.end_progress();
    print_export(report, session);
    return {};
}

}  // namespace

Action convert_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "The model folder or GGUF to convert")
        ->required();
    command
        .add_option("--target", a->target,
                    "gguf (default), or safetensors: a GGUF becomes a folder")
        ->check(CLI::IsMember({"gguf", "safetensors"}));
    command.add_option("-o,--output", a->output, "File (gguf) or folder (safetensors) to write")
        ->required();
    command
        .add_option("--format", a->format,
                    "Type of the matrices (default: the one that each has in the source), or of "
                    "all tensors of a folder (default: that of most, F32 where most are quantized)")
        ->check(CLI::IsMember({"F16", "BF16", "F32"}));
    command.add_flag("--force", a->force, "Replace an earlier output, never the source");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
