// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/opened_project.h"
#include "app/cli/scored_text.h"
#include "app/cli/what_if.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/profile/outliers/channel_scales.h"
#include "core/profile/outliers/outliers.h"
#include "core/text/tokenizer.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string project;
    FeatureCriterion feature;
    MassiveCriterion massive;
    std::size_t top = 20;
    bool without_first = false;
    std::string checkpoint;
    WhatIfArguments what_if;
};

/// Share of the channels that are told apart for their inputs.
constexpr double kSalient = 0.01;

struct Found {
    std::vector<OutlierFeature> features;
    std::vector<StreamOutlier> massive, largest;
    std::vector<TapSummary> taps;
    std::vector<std::vector<SalientChannel>> salient;  ///< beside taps
    bool counted = false;                              ///< the threshold, by the profile
};

template <class T>
void shorten(std::vector<T>& rows, std::size_t most) {
    if (rows.size() > most) {
        rows.resize(most);
    }
}

Result<Found> find(const Arguments& arguments, const ActivationProfile& profile) {
    const bool with_first = !arguments.without_first;
    Found found;
    BITLATHE_ASSIGN(found.features, outlier_features(profile, arguments.feature, with_first));
    found.counted = is_counted(profile, arguments.feature.threshold);
    found.largest = stream_outliers(profile, with_first);
    for (const StreamOutlier& outlier : found.largest) {
        if (is_massive(outlier, arguments.massive)) {
            found.massive.push_back(outlier);
        }
    }
    for (const TapProfile& tap : profile.taps) {
        found.taps.push_back(summarise_tap(tap, with_first));
        found.salient.push_back(salient_channels(tap.statistics.chosen(with_first), kSalient));
        shorten(found.salient.back(), arguments.top);
    }
    shorten(found.features, arguments.top);
    shorten(found.massive, arguments.top);
    shorten(found.largest, arguments.top);
    return found;
}

/// The tokens as people read them; without the model they stay numbers.
class TokenTexts {
public:
    explicit TokenTexts(const Project& project) {
        if (const auto model = open_source(project)) {
            if (auto tokenizer = Tokenizer::open(*(*model)->checkpoint)) {
                tokenizer_ = *std::move(tokenizer);
            }
        }
    }
    [[nodiscard]] std::optional<std::string> of(std::uint32_t id) const {
        return tokenizer_ == nullptr ? std::nullopt
                                     : std::optional(printable(tokenizer_->token_text(id)));
    }

private:
    std::shared_ptr<const Tokenizer> tokenizer_;
};

Json rows_json(const std::vector<StreamOutlier>& outliers, const TokenTexts& texts) {
    Json rows = Json::array();
    for (const StreamOutlier& outlier : outliers) {
        const TopValue& v = outlier.value;
        rows.push_back({{"block", outlier.block},
                        {"token", v.token},
                        {"position", v.position},
                        {"id", v.id},
                        {"text", or_null(texts.of(v.id))},
                        {"channel", v.channel},
                        {"value", v.value},
                        {"ratio_to_median", number(outlier.ratio_to_median)}});
    }
    return rows;
}

Json document(const Found& found, const TokenTexts& texts) {
    Json features = Json::array();
    for (const OutlierFeature& f : found.features) {
        features.push_back({{"tap", tap_point_name(f.point)},
                            {"channel", f.channel},
                            {"layers_share", f.layers_share},
                            {"tokens_share", f.tokens_share},
                            {"tokens_share_most", f.tokens_share_most},
                            {"max", f.max}});
    }
    Json taps = Json::array();
    for (std::size_t i = 0; i < found.taps.size(); ++i) {
        const TapSummary& t = found.taps[i];
        Json salient = Json::array();
        for (const SalientChannel& c : found.salient[i]) {
            salient.push_back({{"channel", c.channel},
                               {"mean_abs", number(c.mean_abs)},
                               {"ratio_to_median", number(c.ratio_to_median)}});
        }
        taps.push_back({{"tap", tap_name(t.id)},
                        {"block", t.id.block},
                        {"tokens", t.tokens},
                        {"kurtosis", or_null(t.kurtosis)},
                        {"absmax", t.absmax},
                        {"rms", or_null(t.rms)},
                        {"median", or_null(t.median)},
                        {"p99", or_null(t.p99)},
                        {"channel_ratio", or_null(t.channel_ratio)},
                        {"energy_top1pct", or_null(t.energy_top1pct)},
                        {"salient", salient}});
    }
    return {{"features", features},
            {"threshold_counted", found.counted},
            {"massive", rows_json(found.massive, texts)},
            {"largest", rows_json(found.largest, texts)},
            {"taps", taps}};
}

void print_stream(const char* title, const std::vector<StreamOutlier>& rows,
                  const TokenTexts& texts) {
    fmt::print("{}: {}\n", title, rows.empty() ? "none" : "");
    for (const StreamOutlier& r : rows) {
        fmt::print(
            "  block {:>3}  channel {:>6}  position {:>5}  {:>11.4g}  {:>8.0f} x median  {}\n",
            r.block, r.value.channel, r.value.position, r.value.value, r.ratio_to_median,
            texts.of(r.value.id).value_or(fmt::format("token {}", r.value.id)));
    }
}

void print_for_people(const Arguments& arguments, const Found& found, const TokenTexts& texts) {
    fmt::print(
        "channels with |x| >= {} in {:.0f} % of the blocks, for {:.0f} % of the tokens: {}\n",
        arguments.feature.threshold, arguments.feature.layers_share * 100,
        arguments.feature.tokens_share * 100, found.features.empty() ? "none" : "");
    for (const OutlierFeature& f : found.features) {
        const std::string tokens =
            found.counted
                ? fmt::format("{:>5.1f}", f.tokens_share * 100)
                : fmt::format("{:.1f} to {:.1f}", f.tokens_share * 100, f.tokens_share_most * 100);
        fmt::print("  {:<10} channel {:>6}  blocks {:>5.1f} %  tokens {} %  max {:.4g}\n",
                   tap_point_name(f.point), f.channel, f.layers_share * 100, tokens, f.max);
    }
    print_stream("massive activations", found.massive, texts);
    print_stream("largest values of the residual stream", found.largest, texts);
    fmt::print("{:<24} {:>10} {:>10} {:>10} {:>13} {:>13}\n", "tap", "kurtosis", "absmax", "p99",
               "max / median", "top 1 % energy");
    for (const TapSummary& t : found.taps) {
        const auto text = [](const std::optional<double>& value) {
            return value ? fmt::format("{:.4g}", *value) : std::string("-");
        };
        fmt::print("{:<24} {:>10} {:>10.4g} {:>10} {:>13} {:>13}\n", tap_name(t.id),
                   text(t.kurtosis), t.absmax, text(t.p99), text(t.channel_ratio),
                   text(t.energy_top1pct));
    }
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const Project project, open_profile(arguments.project));
    BITLATHE_ASSIGN(const Found found, find(arguments, *project.profile));
    Json tried = nullptr;
    if (!arguments.what_if.tensors.empty()) {
        BITLATHE_ASSIGN(const auto model, open_source(project, arguments.checkpoint));
        BITLATHE_ASSIGN(tried, what_if_json(arguments.what_if, *model, *project.profile,
                                            !arguments.without_first, session));
    }
    const TokenTexts texts(project);
    Json json = document(found, texts);
    json["what_if"] = tried;
    session.end_progress();
    session.print(json, [&] {
        print_for_people(arguments, found, texts);
        print_what_if(tried);
    });
    return {};
}

}  // namespace

Action outliers_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("PROJECT", a->project, "A project with a profile")->required();
    command.add_option("--threshold", a->feature.threshold, "Magnitude of an outlier");
    command.add_option("--layers-share", a->feature.layers_share, "In this share of the blocks")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--tokens-share", a->feature.tokens_share, "For this share of the tokens")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--massive-ratio", a->massive.ratio,
                       "A massive activation is so many times the median");
    command.add_option("--massive-least", a->massive.least, "and at least this large");
    command.add_option("--top", a->top, "At most so many of each list");
    command.add_option("--checkpoint", a->checkpoint, "The model, when it is somewhere else now");
    add_what_if_options(command, a->what_if);
    command.add_flag("--without-first", a->without_first, "Leave out the first token of windows");
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
