// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/scored_text.h"
#include "core/base/json.h"
#include "core/profile/activation/profile_activations.h"
#include "core/project/partial_profile.h"
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
    double save_every = 30;
    std::vector<std::string> gram;
    std::uint64_t gram_bytes = ActivationRequest{}.gram_bytes;
};

struct Profiled {
    ActivationProfile profile;
    bool resumed = false;
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
    if (earlier && is_about(earlier->model, model)) {
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

/// An earlier run of the same command that did not come to its end; nothing when there is none, or
/// it was of something else.
std::optional<ActivationProgress> unfinished(const Arguments& arguments, const std::string& key,
                                             Session& session) {
    const auto path = partial_profile_path(arguments.output);
    if (!is_sealed_project(path)) {
        return {};
    }
    auto progress = load_partial_profile(key, path);
    if (!progress) {
        session.warn("an unfinished profile is of no use: " + progress.error().to_string());
        return {};
    }
    return *std::move(progress);
}

/// Where the inputs of the roles are observed. Errors: kUsage.
Result<std::vector<TapPoint>> points_of(const std::vector<std::string>& roles) {
    std::vector<TapPoint> points;
    for (const std::string& name : roles) {
        const auto role = find_role(name);
        const auto point = role ? tap_of_role(*role) : std::nullopt;
        if (!point) {
            return fail(ErrorCode::kUsage,
                        fmt::format("\"{}\" is no role of a linear of blocks", name), {}, {},
                        "take attn_q, attn_o, mlp_up or mlp_down");
        }
        points.push_back(*point);
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

Result<Profiled> run_text(const Arguments& arguments, const std::shared_ptr<const Model>& model,
                          Session& session) {
    BITLATHE_ASSIGN(TextTokens tokens,
                    read_text_tokens(arguments.text, *model, session.context("text")));
    const Json record = tokens.record;
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model));
    warn_of_long_windows(transformer, arguments.text, session);
    const TokenBatch windows = windows_of_tokens(arguments.text, std::move(tokens));
    const auto partial = partial_profile_path(arguments.output);
    ActivationRequest request;
    request.thresholds = arguments.thresholds;
    BITLATHE_ASSIGN(request.gram_points, points_of(arguments.gram));
    request.gram_bytes = arguments.gram_bytes;
    const std::string key = profile_key(transformer, windows, request);
    const auto progress = unfinished(arguments, key, session);
    request.resume = progress ? &*progress : nullptr;
    request.save_every = std::chrono::duration_cast<std::chrono::steady_clock::duration>(
        std::chrono::duration<double>(arguments.save_every));
    request.save = [&](const ActivationProgress& now) {
        return save_partial_profile(now, key, partial);
    };
    auto profile = profile_activations(transformer, windows, request, session.context("profile"));
    if (!profile) {
        if (profile.error().code == ErrorCode::kCancelled && std::filesystem::exists(partial)) {
            profile.error().hint = "the same command goes on where this one was";
        }
        return fail(std::move(profile).error());
    }
    profile->text.path = record.at("path").get<std::string>();
    profile->text.sha256 = record.at("sha256").get<std::string>();
    return Profiled{*std::move(profile), progress.has_value()};
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
    bool resumed = false;
    if (!arguments.text.text.empty() || !arguments.text.ids.empty()) {
        BITLATHE_ASSIGN(Profiled profiled, run_text(arguments, model, session));
        project.profile = std::move(profiled.profile);
        resumed = profiled.resumed;
    }
    BITLATHE_TRY(model->checkpoint->check());
    BITLATHE_TRY(save_project(project, arguments.output));
    std::error_code ignored;
    std::filesystem::remove(partial_profile_path(arguments.output), ignored);
    session.end_progress();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    const std::uint64_t tokens = project.profile ? project.profile->text.tokens : 0;
    const std::size_t taps = project.profile ? project.profile->taps.size() : 0;
    session.print({{"project", arguments.output},
                   {"tokens", tokens},
                   {"taps", taps},
                   {"resumed", resumed},
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
    command
        .add_option("--gram", a->gram,
                    "Also the Gram matrices of the inputs of these roles (attn_q, attn_o, mlp_up, "
                    "mlp_down): slower and large")
        ->delimiter(',');
    command.add_option("--gram-bytes", a->gram_bytes, "Memory for all of them")
        ->transform(CLI::AsSizeValue(false));
    command
        .add_option("--save-every", a->save_every,
                    "Seconds between saves of what is known, so that a killed run can go on")
        ->check(CLI::NonNegativeNumber);
    command.add_flag("--force", a->force, "Replace what is at the destination");
    command.add_option("-o,--output", a->output, "The project (.bitlathe)")->required();
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
