// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/model/model.h"
#include "core/profile/weight_profile.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint;
    std::string tensors = "*";
    std::vector<std::string> formats;
};

Json row_json(const Model& model, const TensorProfile& profile) {
    const TensorPlace& place = model.places[profile.tensor];
    const WeightStatistics& s = profile.statistics;
    Json nmse = Json::object();
    for (const FormatError& error : profile.errors) {
        nmse[std::string(format_info(error.format).name)] = or_null(error.nmse);
    }
    return {{"name", model.tensor(profile.tensor).name},
            {"role", role_name(place.role)},
            {"block", or_null(place.block)},
            {"count", s.count},
            {"min", or_null(s.min)},
            {"max", or_null(s.max)},
            {"absmax", or_null(s.absmax)},
            {"mean", or_null(s.mean)},
            {"sigma", or_null(s.sigma)},
            {"kurtosis", or_null(s.kurtosis)},
            {"zd", or_null(s.zd)},
            {"zeros", s.zeros},
            {"nonfinite", s.nonfinite},
            {"exponent_entropy", or_null(s.exponent_entropy)},
            {"histogram", s.histogram},
            {"nmse", nmse}};
}

void print_for_people(const Model& model, const std::vector<TensorProfile>& profiles) {
    const auto number = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.5g}", *value) : std::string("-");
    };
    fmt::print("{:<44} {:>12} {:>11} {:>11} {:>11} {:>8} {:>8} {:>9}  {}\n", "tensor", "count",
               "absmax", "mean", "sigma", "kurtosis", "zd", "nonfinite", "nmse");
    for (const TensorProfile& profile : profiles) {
        const WeightStatistics& s = profile.statistics;
        std::string errors;
        for (const FormatError& error : profile.errors) {
            errors += fmt::format("{} {}  ", format_info(error.format).name, number(error.nmse));
        }
        fmt::print("{:<44} {:>12} {:>11} {:>11} {:>11} {:>8} {:>8} {:>9}  {}\n",
                   printable(model.tensor(profile.tensor).name), s.count, number(s.absmax),
                   number(s.mean), number(s.sigma), number(s.kurtosis), number(s.zd), s.nonfinite,
                   errors);
    }
}

/// The tensors asked for; those whose format has no decoder are named and left out.
std::vector<std::size_t> chosen_tensors(Session& session, const Model& model,
                                        const std::string& glob) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const TensorInfo& tensor = model.tensor(i);
        if (!glob_match(glob, tensor.name)) {
            continue;
        }
        if (format_info(tensor.format).decode == nullptr) {
            session.warn(fmt::format("{}: {} cannot be decoded yet", printable(tensor.name),
                                     format_info(tensor.format).name));
            continue;
        }
        chosen.push_back(i);
    }
    return chosen;
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const auto model, open_model(arguments.checkpoint));
    BITLATHE_ASSIGN(auto formats, parse_formats(arguments.formats));
    ProfileRequest request{chosen_tensors(session, *model, arguments.tensors), std::move(formats)};
    std::vector<TensorProfile> profiles;
    if (!request.tensors.empty()) {  // an empty list would mean all of them
        BITLATHE_TRY(profile_weights(
            *model->checkpoint, request,
            [&](TensorProfile profile) { profiles.push_back(std::move(profile)); },
            session.context("stats")));
    }
    std::sort(profiles.begin(), profiles.end(),
              [](const auto& a, const auto& b) { return a.tensor < b.tensor; });
    session.end_progress();
    Json rows = Json::array();
    for (const TensorProfile& profile : profiles) {
        rows.push_back(row_json(*model, profile));
    }
    session.print({{"tensors", rows}}, [&] { print_for_people(*model, profiles); });
    return {};
}

}  // namespace

Action stats_command(CLI::App& command) {
    auto arguments = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", arguments->checkpoint, "A checkpoint")->required();
    command.add_option("--tensors", arguments->tensors,
                       "Only tensors whose name matches this glob");
    command.add_option("--formats", arguments->formats, "Also the error of these formats")
        ->delimiter(',');
    return [arguments](Session& session) { return run(*arguments, session); };
}

}  // namespace bitlathe::cli
