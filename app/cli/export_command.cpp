// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/estimates.h"
#include "app/cli/export_output.h"
#include "app/cli/planned.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/report/report_export.h"
#include "core/report/report_style.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, plan, target, output, imatrix, split;
    bool force = false, report = false;
};

/// "2000000000", "2GiB", "500MiB".
Result<std::uint64_t> parse_size(const std::string& text) {
    std::uint64_t bytes = 0;
    std::string value = text;
    if (!CLI::AsSizeValue(false)(value).empty() || !CLI::detail::lexical_cast(value, bytes) ||
        bytes == 0) {
        return fail(ErrorCode::kUsage, fmt::format("\"{}\" is not a size", text), {}, {},
                    "write bytes, or a number with KiB, MiB or GiB");
    }
    return bytes;
}

/// What a report says of the plan, estimates included.
Result<ReportData> describe(const Arguments& arguments, const Model& model, const Plan& plan,
                            const ExportRequest& request, Session& session) {
    const WorkContext context = session.context("report");
    BITLATHE_TRY(check_plan(model, plan, request.importance.get()));
    ErrorTable errors = empty_table(model);
    BITLATHE_TRY(profile_choices(model, plan, request.importance.get(), errors, context));
    ReportRequest about;
    about.version = BITLATHE_VERSION;
    about.created = report_time();
    about.plan_path = arguments.plan;
    about.destination = arguments.output;
    return gather_report(model, plan, errors, about, context);
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const Plan plan, load_plan(arguments.plan));
    const std::string name = arguments.target.empty() ? plan.target : arguments.target;
    const Target* target = find_target(name);
    if (target == nullptr) {
        return fail(ErrorCode::kUsage, fmt::format("there is no target \"{}\"", name));
    }
    if (name != plan.target) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the plan is for {}, not for {}", plan.target, name),
                    arguments.plan, {}, "make a plan for this target");
    }
    BITLATHE_ASSIGN(const auto model, open_model_for(*target, arguments.checkpoint, session));
    ExportRequest request;
    request.destination = arguments.output;
    request.replace = arguments.force;
    if (!arguments.split.empty()) {
        BITLATHE_ASSIGN(request.split_bytes, parse_size(arguments.split));
    }
    BITLATHE_ASSIGN(request.importance, load_importance(arguments.imatrix));
    // Before anything is written: estimates take their time, and may be refused.
    std::optional<ReportData> description;
    if (arguments.report) {
        BITLATHE_ASSIGN(description, describe(arguments, *model, plan, request, session));
    }
    BITLATHE_ASSIGN(ExportReport report,
                    target->write(*model, plan, request, session.context("export")));
    session.end_progress();
    if (!plan.checkpoint_fingerprint.empty() &&
        plan.checkpoint_fingerprint != model->checkpoint->fingerprint()) {
        session.warn("the plan was made for another checkpoint");
    }
    std::optional<ReportFiles> files;
    if (description) {
        HtmlOptions options;
        options.style = browser_style();
        files = leave_export_report(request.destination, *description, report, options);
    }
    print_export(report, session, files);
    return {};
}

}  // namespace

Action export_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "The checkpoint to compress")->required();
    command.add_option("--plan", a->plan, "The plan to follow")->required();
    command.add_option("--target", a->target, "Runtime format (default: the plan's)");
    command.add_option("-o,--output", a->output, "File (gguf) or folder (safetensors) to write")
        ->required();
    command.add_option("--imatrix", a->imatrix, "llama.cpp importance file");
    command.add_flag("--force", a->force, "Replace an earlier output, never the source");
    command.add_flag("--report", a->report,
                     "Leave a report of the plan and the export beside the output");
    command.add_option("--split", a->split, "Write parts of at most about this many bytes");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
