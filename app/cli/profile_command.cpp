// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/scored_text.h"
#include "core/base/json.h"
#include "core/evaluation/profiled_text.h"
#include "core/profile/activation/profile_activations.h"
#include "core/project/project.h"
#include "core/project/sealed_file.h"
#include "core/targets/destination.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, imatrix, output;
    TextArguments text;
    std::vector<float> thresholds = ActivationRequest{}.thresholds;
    bool force = false;
};

/// What is at the destination already and stays there: a project of the same model. Errors:
/// kImpossible (something else is there).
Result<Project> earlier_project(const Arguments& arguments, const Model& model) {
    Project fresh;
    fresh.model = stamp_of(model);
    const bool project = is_sealed_project(arguments.output);
    BITLATHE_TRY(
        check_file_destination(*model.checkpoint, arguments.output, project || arguments.force));
    if (!project) {
        return fresh;
    }
    auto earlier = load_project(arguments.output);
    if (earlier && earlier->model.fingerprint == fresh.model.fingerprint) {
        earlier->model = fresh.model;
        return earlier;
    }
    if (arguments.force) {
        return fresh;
    }
    return fail(ErrorCode::kImpossible,
                earlier ? "the project there is of another model, or its weights have changed"
                        : earlier.error().message,
                arguments.output, {}, "choose another name, or replace it with --force");
}

/// Ids are taken as they are.
TokenBatch windows_of(const Arguments& arguments, TextTokens tokens) {
    const std::uint64_t limit = arguments.text.tokens;
    if (limit != 0 && limit < tokens.ids.size()) {
        tokens.ids.resize(limit);
    }
    const bool given = !arguments.text.ids.empty();
    return imatrix_windows(std::move(tokens.ids), arguments.text.context,
                           given ? std::nullopt : tokens.bos, given);
}

Result<ActivationProfile> run_text(const Arguments& arguments,
                                   const std::shared_ptr<const Model>& model, Session& session) {
    BITLATHE_ASSIGN(TextTokens tokens,
                    read_text_tokens(arguments.text, *model, session.context("text")));
    const Json record = tokens.record;
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model));
    warn_of_long_windows(transformer, arguments.text, session);
    ActivationRequest request;
    request.thresholds = arguments.thresholds;
    BITLATHE_ASSIGN(ActivationProfile profile,
                    profile_activations(transformer, windows_of(arguments, std::move(tokens)),
                                        request, session.context("profile")));
    profile.text.path = record.at("path").get<std::string>();
    profile.text.sha256 = record.at("sha256").get<std::string>();
    return profile;
}

Status run(const Arguments& arguments, Session& session) {
    const auto begin = std::chrono::steady_clock::now();
    if (arguments.text.text.empty() && arguments.text.ids.empty() && arguments.imatrix.empty()) {
        return fail(ErrorCode::kUsage, "there is nothing to profile with", {}, {},
                    "give --text, --ids or --imatrix");
    }
    BITLATHE_ASSIGN(const auto model, open_model(arguments.checkpoint));
    BITLATHE_ASSIGN(Project project, earlier_project(arguments, *model));
    if (!arguments.imatrix.empty()) {
        BITLATHE_ASSIGN(const auto importance, Importance::load(arguments.imatrix));
        project.imatrix = imatrix_of(*importance);
    }
    if (!arguments.text.text.empty() || !arguments.text.ids.empty()) {
        BITLATHE_ASSIGN(project.profile, run_text(arguments, model, session));
    }
    BITLATHE_TRY(model->checkpoint->check());
    BITLATHE_TRY(save_project(project, arguments.output));
    session.end_progress();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    const std::uint64_t tokens = project.profile ? project.profile->text.tokens : 0;
    const std::size_t taps = project.profile ? project.profile->taps.size() : 0;
    session.print({{"project", arguments.output},
                   {"tokens", tokens},
                   {"taps", taps},
                   {"seconds", seconds.count()}},
                  [&] {
                      fmt::print("{}: {} taps over {} tokens, {:.1f} s\n", arguments.output, taps,
                                 tokens, seconds.count());
                  });
    return {};
}

}  // namespace

Action profile_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "The model to run")->required();
    add_text_source_options(command, a->text, false);
    command.add_option("--imatrix", a->imatrix, "Also keep the values of an importance file");
    command
        .add_option("--thresholds", a->thresholds,
                    "Magnitudes that are counted per channel, rising")
        ->delimiter(',');
    command.add_flag("--force", a->force, "Replace what is at the destination");
    command.add_option("-o,--output", a->output, "The project (.bitlathe)")->required();
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
