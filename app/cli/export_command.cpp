// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/planned.h"
#include "core/base/text.h"
#include "core/targets/target.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, plan, target, output, imatrix, split;
    bool force = false;
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

Json document(const ExportReport& report) {
    Json files = Json::array();
    for (const OutputFile& file : report.output) {
        files.push_back(
            {{"path", file.path.string()}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return {{"output", files},
            {"tensors", report.tensors},
            {"verified", report.verified},
            {"seconds", report.seconds},
            {"peak_anonymous_bytes", report.peak_anonymous_bytes},
            {"warnings", report.warnings}};
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const auto model, open_model(arguments.checkpoint));
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
    ExportRequest request;
    request.destination = arguments.output;
    request.replace = arguments.force;
    if (!arguments.split.empty()) {
        BITLATHE_ASSIGN(request.split_bytes, parse_size(arguments.split));
    }
    BITLATHE_ASSIGN(request.importance, load_importance(arguments.imatrix));
    BITLATHE_ASSIGN(ExportReport report,
                    target->write(*model, plan, request, session.context("export")));
    session.end_progress();
    if (!plan.checkpoint_fingerprint.empty() &&
        plan.checkpoint_fingerprint != model->checkpoint->fingerprint()) {
        report.warnings.emplace_back("the plan was made for another checkpoint");
    }
    for (const std::string& warning : report.warnings) {
        session.warn(warning);
    }
    session.print(document(report), [&] {
        for (const OutputFile& file : report.output) {
            fmt::print("{}  {} ({} bytes)\nsha256 {}\n", file.path.string(),
                       human_bytes(file.bytes), file.bytes, file.sha256);
        }
        fmt::print("{} tensors written, read back and compared in {:.2f} s, {} of memory at most\n",
                   report.tensors, report.seconds, human_bytes(report.peak_anonymous_bytes));
    });
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
    command.add_option("--split", a->split, "Write parts of at most about this many bytes");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
