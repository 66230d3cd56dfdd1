// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/measured_importance.h"
#include "app/cli/opened_project.h"
#include "app/cli/scored_text.h"
#include "core/base/atomic_file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/project/sealed_file.h"
#include "core/targets/importance_table.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string source, checkpoint, csv;
    std::vector<std::string> formats = {"Q4_K"};
    bool without_first = false;
    MeasureArguments measure;
};

/// A project, and its model where that is still there; or a model alone.
struct Sources {
    std::optional<Project> project;
    std::shared_ptr<const Model> model;
    std::optional<SkipRecord> skips;      ///< measured now, or kept in the project
    std::optional<ExpertRecord> experts;  ///< the same way
    [[nodiscard]] const ActivationProfile* profile() const {
        return project && project->profile ? &*project->profile : nullptr;
    }
};

Result<Sources> open_sources(const Arguments& arguments, Session& session) {
    Sources sources;
    if (!is_sealed_project(arguments.source)) {
        BITLATHE_ASSIGN(sources.model, open_model(arguments.source));
        return sources;
    }
    BITLATHE_ASSIGN(sources.project, load_project(arguments.source));
    sources.skips = sources.project->skips;
    sources.experts = sources.project->experts;
    auto model = open_source(*sources.project, arguments.checkpoint);
    if (model) {
        sources.model = *std::move(model);
    } else if (!arguments.checkpoint.empty()) {
        return fail(model.error());
    } else {
        session.warn("what weights say is left out: " + model.error().to_string());
    }
    return sources;
}

/// What was asked to be measured; it is kept in the project, where there is one.
Status measure(const Arguments& arguments, Sources& sources, Session& session) {
    const MeasureArguments& asked = arguments.measure;
    if (asked.skip.empty() && asked.experts.empty()) {
        return {};
    }
    if (sources.model == nullptr) {
        return fail(ErrorCode::kImpossible, "the model is not there to be run", {}, {},
                    "name it with --checkpoint");
    }
    if (!asked.experts.empty()) {
        BITLATHE_ASSIGN(sources.experts, measure_experts(asked, sources.model, session));
    }
    if (!asked.skip.empty()) {
        BITLATHE_ASSIGN(sources.skips, measure_skipped(asked, sources.model, session));
    }
    if (sources.project) {
        sources.project->skips = sources.skips;
        sources.project->experts = sources.experts;
        return save_project(*sources.project, arguments.source);
    }
    return {};
}

/// Of every pair of measures, by "one/other".
Json correlations(const std::vector<BlockImportance>& blocks) {
    Json result = Json::object();
    for (std::size_t i = 0; i < kBlockMetrics.size(); ++i) {
        for (std::size_t j = i + 1; j < kBlockMetrics.size(); ++j) {
            result[fmt::format("{}/{}", kBlockMetrics[i].name, kBlockMetrics[j].name)] =
                or_null(rank_correlation(metric_values(blocks, kBlockMetrics[i]),
                                         metric_values(blocks, kBlockMetrics[j])));
        }
    }
    return result;
}

Json errors_json(const std::vector<FormatError>& errors) {
    Json json = Json::object();
    for (const FormatError& error : errors) {
        json[std::string(format_info(error.format).name)] = or_null(error.nmse);
    }
    return json;
}

/// Of every number of blocks those that turn the stream least together.
Json spans_json(const ActivationProfile* profile, bool with_first) {
    Json rows = Json::array();
    for (const BlockSpan& span :
         profile == nullptr ? std::vector<BlockSpan>() : least_spans(*profile, with_first)) {
        rows.push_back({{"blocks", span.count}, {"first", span.first}, {"angular", *span.angular}});
    }
    return rows;
}

Json document(const Arguments& arguments, const Sources& sources, const ImportanceTable& table) {
    Json blocks = Json::array();
    for (const BlockImportance& block : table.blocks) {
        Json row = {{"block", block.block}};
        for (const BlockMetric& metric : kBlockMetrics) {
            row[std::string(metric.name)] = or_null(block.*metric.value);
        }
        blocks.push_back(std::move(row));
    }
    Json tensors = Json::array();
    for (const TensorImportanceRow& tensor : table.tensors) {
        tensors.push_back({{"name", sources.model->tensor(tensor.tensor).name},
                           {"block", or_null(sources.model->places[tensor.tensor].block)},
                           {"role", role_name(sources.model->places[tensor.tensor].role)},
                           {"zd", or_null(tensor.zd)},
                           {"kurtosis", or_null(tensor.kurtosis)},
                           {"hessian_trace", or_null(tensor.hessian_trace)},
                           {"output_error", errors_json(tensor.output_errors)},
                           {"output_error_full", errors_json(tensor.full_output_errors)}});
    }
    return {{"blocks", blocks},
            {"tensors", tensors},
            {"rank_correlation", correlations(table.blocks)},
            {"spans", spans_json(sources.profile(), !arguments.without_first)},
            {"experts", experts_json(sources.profile(), sources.experts)},
            {"expert_format", sources.experts ? Json(sources.experts->format) : Json()},
            {"skips", skips_json(sources.skips)}};
}

std::string text_of(const std::optional<double>& value) {
    return value ? fmt::format("{:.5g}", *value) : std::string("-");
}

void print_for_people(const Sources& sources, const ImportanceTable& table) {
    fmt::print("{:>5}", "block");
    for (const BlockMetric& metric : kBlockMetrics) {
        fmt::print(" {:>15}", metric.name);
    }
    fmt::print("\n");
    for (const BlockImportance& block : table.blocks) {
        fmt::print("{:>5}", block.block);
        for (const BlockMetric& metric : kBlockMetrics) {
            fmt::print(" {:>15}", text_of(block.*metric.value));
        }
        fmt::print("\n");
    }
    fmt::print("\n{:<44} {:>9} {:>10} {:>13}  {}\n", "tensor", "zd", "kurtosis", "hessian trace",
               "output error");
    for (const TensorImportanceRow& tensor : table.tensors) {
        std::string errors;
        for (const FormatError& error : tensor.output_errors) {
            errors += fmt::format("{} {}  ", format_info(error.format).name, text_of(error.nmse));
        }
        for (const FormatError& error : tensor.full_output_errors) {
            errors += fmt::format("{} {} (correlated)  ", format_info(error.format).name,
                                  text_of(error.nmse));
        }
        fmt::print("{:<44} {:>9} {:>10} {:>13}  {}\n",
                   printable(sources.model->tensor(tensor.tensor).name), text_of(tensor.zd),
                   text_of(tensor.kurtosis), text_of(tensor.hessian_trace), errors);
    }
}

/// The blocks as a table for spreadsheets; what is unknown is an empty cell.
Status write_csv(const ImportanceTable& table, const std::string& path) {
    std::string text = "block";
    for (const BlockMetric& metric : kBlockMetrics) {
        text += fmt::format(",{}", metric.name);
    }
    for (const BlockImportance& block : table.blocks) {
        text += fmt::format("\n{}", block.block);
        for (const BlockMetric& metric : kBlockMetrics) {
            const std::optional<double>& value = block.*metric.value;
            text += value ? fmt::format(",{:.17g}", *value) : ",";
        }
    }
    return write_file(path, text + "\n");
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(auto formats, parse_formats(arguments.formats));
    BITLATHE_ASSIGN(Sources sources, open_sources(arguments, session));
    BITLATHE_TRY(measure(arguments, sources, session));
    BITLATHE_ASSIGN(ImportanceTable table,
                    importance_table(sources.model.get(), sources.profile(),
                                     {std::move(formats), !arguments.without_first},
                                     session.context("importance")));
    for (const SkipEffect& effect :
         sources.skips ? sources.skips->measured.blocks : std::vector<SkipEffect>()) {
        if (effect.block < table.blocks.size()) {
            table.blocks[effect.block].skip_kl = effect.kl;
        }
    }
    if (!arguments.csv.empty()) {
        BITLATHE_TRY(write_csv(table, arguments.csv));
    }
    session.end_progress();
    session.print(document(arguments, sources, table), [&] { print_for_people(sources, table); });
    return {};
}

}  // namespace

Action importance_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("SOURCE", a->source, "A project with a profile, or a checkpoint")
        ->required();
    command.add_option("--checkpoint", a->checkpoint, "The model, when it is somewhere else now");
    command.add_option("--formats", a->formats, "Whose output errors (with a profile)")
        ->delimiter(',');
    command.add_flag("--without-first", a->without_first, "Leave out the first token of windows");
    add_measure_options(command, a->measure);
    command.add_option("--csv", a->csv, "Also write the table of blocks to this file");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
