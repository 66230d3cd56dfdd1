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

/// Whether a plan fits the model.
Status check(const Model& model, const Plan& plan, const std::string& path,
             const Importance* importance) {
    if (auto legal = check_plan(model, plan, importance); !legal) {
        Error error = legal.error();
        error.file = path;
        return fail(std::move(error));
    }
    return {};
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
    BITLATHE_ASSIGN(const Plan plan, load_plan(arguments.plan));
    BITLATHE_ASSIGN(const auto model, open_model_for(plan.target, arguments.checkpoint, session));
    std::shared_ptr<const Importance> importance;
    if (!arguments.imatrix.empty()) {
        BITLATHE_ASSIGN(importance, Importance::load(arguments.imatrix));
    }
    BITLATHE_TRY(check(*model, plan, arguments.plan, importance.get()));
    std::optional<Plan> compared;
    if (!arguments.compared.empty()) {
        BITLATHE_ASSIGN(compared, load_plan(arguments.compared));
        BITLATHE_TRY(check(*model, *compared, arguments.compared, importance.get()));
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
