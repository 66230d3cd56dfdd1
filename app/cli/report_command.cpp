// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/estimates.h"
#include "app/cli/planned.h"
#include "core/report/report_export.h"
#include "core/report/report_json.h"
#include "core/report/report_style.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, plan, compared, output, imatrix;
    bool no_estimate = false;
};

/// A plan that fits the model.
Result<Plan> plan_for(const Model& model, const std::string& path, const Importance* importance) {
    BITLATHE_ASSIGN(Plan plan, load_plan(path));
    if (auto legal = check_plan(model, plan, importance); !legal) {
        Error error = legal.error();
        error.file = path;
        return fail(std::move(error));
    }
    return plan;
}

Json document(const ReportData& data, const std::string& output) {
    return {{"report", output},
            {"tensors", data.tensors.size()},
            {"bytes", data.totals.bytes},
            {"file_bytes", or_null(data.file_bytes)},
            {"bits_per_weight", data.totals.bits_per_weight},
            {"objective", "weights x NMSE"},
            {"estimated_loss", or_null(data.totals.estimated_loss)}};
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const auto model, open_model(arguments.checkpoint));
    BITLATHE_ASSIGN(const auto importance, load_importance(arguments.imatrix));
    BITLATHE_ASSIGN(const Plan plan, plan_for(*model, arguments.plan, importance.get()));
    std::optional<Plan> compared;
    if (!arguments.compared.empty()) {
        BITLATHE_ASSIGN(compared, plan_for(*model, arguments.compared, importance.get()));
    }
    const WorkContext context = session.context("report");
    ErrorTable errors = empty_table(*model);
    if (!arguments.no_estimate) {
        BITLATHE_TRY(profile_choices(*model, plan, importance.get(), errors, context));
        if (compared) {
            BITLATHE_TRY(profile_choices(*model, *compared, importance.get(), errors, context));
        }
    }
    ReportRequest request;
    request.version = BITLATHE_VERSION;
    request.created = report_time();
    request.plan_path = arguments.plan;
    request.compared = compared ? &*compared : nullptr;
    BITLATHE_ASSIGN(const ReportData data, gather_report(*model, plan, errors, request, context));
    session.end_progress();
    HtmlOptions options;
    options.style = browser_style();
    BITLATHE_TRY(write_report(data, options, arguments.output));
    session.print(document(data, arguments.output),
                  [&] { fmt::print("report        {}\n", arguments.output); });
    return {};
}

}  // namespace

Action report_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "The checkpoint the plan is for")->required();
    command.add_option("--plan", a->plan, "The plan file")->required();
    command.add_option("-o,--output", a->output, "The report: FILE.html or FILE.json")->required();
    command.add_option("--compare", a->compared, "Another plan to compare with");
    command.add_option("--imatrix", a->imatrix, "llama.cpp importance file");
    command.add_flag("--no-estimate", a->no_estimate, "Do not compute weight errors");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
