// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/folder_rope.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "core/base/json.h"

namespace bitlathe {
namespace {

double number(double value) {
    return std::stod(fmt::format("{:.7g}", value));
}

bool near(double a, double b) {
    return std::fabs(a - b) <= 1e-5 * std::max(std::fabs(a), std::fabs(b));
}

bool all_ones(const std::vector<float>& divisors) {
    return std::all_of(divisors.begin(), divisors.end(), [](float value) { return value == 1; });
}

/// The rule of llama3 (Llama 3.1) that makes these divisors. Its two bounds only count relative to
/// the length the model was first trained on, so the lower one is taken for 1.
std::optional<Rotary> rule_of(const Rotary& rotary) {
    Rotary rule = rotary;
    rule.type = "llama3";
    rule.factor = number(double{*std::max_element(rotary.divisors.begin(), rotary.divisors.end())});
    rule.divisors.clear();
    rule.low_freq_factor = 1;
    constexpr double kMostContext = 1U << 24;
    for (const double high : {4.0, 2.0, 3.0, 8.0, 16.0}) {
        rule.high_freq_factor = high;
        for (double context = 16; context <= kMostContext; context *= 2) {
            rule.original_context = context;
            const auto made = rotary_divisors(rule);
            if (made && std::equal(made->begin(), made->end(), rotary.divisors.begin(),
                                   rotary.divisors.end(), near)) {
                return rule;
            }
        }
    }
    return std::nullopt;
}

Json lists_of(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values) {
        list.push_back(number(value));
    }
    return list;
}

/// The magnitude that readers find by themselves need not be stated.
bool states_attention(const Rotary& rotary) {
    Rotary silent = rotary;
    silent.attention_factor.reset();
    const auto stated = rotary_table(rotary, 1);
    const auto found = rotary_table(silent, 1);
    return rotary.attention_factor &&
           !(stated && found && near(double{stated->magnitude}, double{found->magnitude}));
}

/// One way of turning as version 5 of transformers spells it.
Json parameters_of(const Rotary& rotary) {
    Json out = {{"rope_type", rotary.type.empty() ? "default" : rotary.type},
                {"rope_theta", number(rotary.theta)}};
    const auto add = [&](const char* key, const std::optional<double>& value) {
        if (value) {
            out[key] = number(*value);
        }
    };
    if (rotary.type == "longrope") {
        out["long_factor"] = lists_of(rotary.long_factor);
        out["short_factor"] = lists_of(rotary.short_factor);
    } else if (!rotary.type.empty()) {
        add("factor", rotary.factor);
    }
    if (!rotary.type.empty() && rotary.type != "linear") {
        if (rotary.original_context) {
            out["original_max_position_embeddings"] =
                static_cast<std::uint64_t>(*rotary.original_context);
        }
        if (states_attention(rotary)) {
            add("attention_factor", rotary.attention_factor);
        }
    }
    if (rotary.type == "llama3") {
        out["low_freq_factor"] = rotary.low_freq_factor;
        out["high_freq_factor"] = rotary.high_freq_factor;
    }
    if (rotary.type == "yarn") {
        out["beta_fast"] = rotary.beta_fast;
        out["beta_slow"] = rotary.beta_slow;
    }
    return out;
}

/// Early readers of a family count the keys: "type" and "factor", or "type" and two lists.
bool counts_keys(std::string_view family, std::string_view type) {
    return type == "linear" ? family == "llama" || family == "phi2"
                            : type == "longrope" && family == "phi3";
}

/// The same in "rope_scaling", as versions before 5 spell it.
Json scaling_of(const Json& parameters, std::string_view family) {
    const auto type = parameters["rope_type"].get<std::string>();
    if (type == "default") {
        return nullptr;
    }
    Json scaling = parameters;
    scaling.erase("rope_theta");
    scaling["type"] = type;
    if (counts_keys(family, type)) {
        scaling.erase("rope_type");
        scaling.erase("original_max_position_embeddings");
    }
    return scaling;
}

}  // namespace

Status write_folder_rope(const ForwardSpec& spec, const ForwardFamily& writer, Json& config) {
    Rotary rotary = spec.rotary;
    if (!rotary.divisors.empty() && !all_ones(rotary.divisors)) {
        const auto rule = rule_of(rotary);
        if (!rule) {
            return fail(ErrorCode::kImpossible,
                        "config.json cannot state the frequencies in rope_freqs.weight", {}, {},
                        "keep the model as a GGUF");
        }
        rotary = *rule;
    }
    Json parameters = parameters_of(rotary);
    config["rope_theta"] = parameters["rope_theta"];
    config["rope_scaling"] = scaling_of(parameters, writer.name);
    if (rotary.type == "longrope" && rotary.original_context) {
        config["original_max_position_embeddings"] = parameters["original_max_position_embeddings"];
    }
    const double part = static_cast<double>(rotary.dims) /
                        static_cast<double>(std::max<std::uint64_t>(spec.head_dim, 1));
    if (part != 1 || writer.rotated_part != 1) {
        config["partial_rotary_factor"] = part;
        parameters["partial_rotary_factor"] = part;
    }
    if (writer.two_rotaries) {
        config["rope_local_base_freq"] = number(spec.local_rotary.theta);
    }
    const bool local = std::any_of(spec.layers.begin(), spec.layers.end(),
                                   [](const LayerSpec& layer) { return layer.local; });
    config["rope_parameters"] = local || writer.local_theta > 0
                                    ? Json{{"full_attention", std::move(parameters)},
                                           {"sliding_attention", parameters_of(spec.local_rotary)}}
                                    : std::move(parameters);
    return {};
}

}  // namespace bitlathe
