// SPDX-License-Identifier: GPL-3.0-or-later
// What config.json says of the computation, in the spellings of all generations of transformers.
#include <cmath>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/forward/family_rows.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> refuse(std::string message) {
    return fail(ErrorCode::kRefused, std::move(message), "config.json", {},
                "this model computes something that is not known here");
}

struct ActivationName {
    std::string_view name;
    Activation f;
};
constexpr ActivationName kActivations[] = {
    {"silu", Activation::kSilu},          {"swish", Activation::kSilu},
    {"gelu", Activation::kGelu},          {"gelu_new", Activation::kGeluTanh},
    {"gelu_fast", Activation::kGeluTanh}, {"gelu_pytorch_tanh", Activation::kGeluTanh},
    {"relu", Activation::kRelu},          {"relu2", Activation::kReluSquared},
};

Status read_activation(ConfigReader& config, ForwardSpec& spec) {
    for (const char* key : {"hidden_activation", "activation_function", "hidden_act"}) {
        const std::string name = config.text(key);
        if (name.empty()) {
            continue;
        }
        for (const ActivationName& row : kActivations) {
            if (row.name == name) {
                spec.activation = row.f;
                return {};
            }
        }
        return refuse(fmt::format("the activation \"{}\" is not known", printable(name)));
    }
    return {};
}

/// A number of one rope object, by name.
std::optional<double> number_in(ConfigReader& config, const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : config.number_of(key, &*found);
}

Status read_list(const Json& object, const char* key, std::vector<double>& out) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return {};
    }
    if (!found->is_array()) {
        return refuse(fmt::format("\"{}\" is not a list of numbers", key));
    }
    out.clear();
    for (const Json& value : *found) {
        if (!value.is_number() || !(value.get<double>() > 0)) {
            return refuse(fmt::format("\"{}\" holds something that is not a positive number", key));
        }
        out.push_back(value.get<double>());
    }
    return {};
}

std::string type_in(const Json& object) {
    for (const char* key : {"rope_type", "type"}) {
        const auto found = object.find(key);
        if (found != object.end() && found->is_string()) {
            const auto type = found->get<std::string>();
            return type == "default" ? "" : type == "su" ? "longrope" : type;
        }
    }
    return {};
}

/// One rope object of either generation; what it leaves out stays.
Status read_rope_object(ConfigReader& config, const Json& object, ForwardSpec& spec,
                        Rotary& rotary) {
    rotary.type = type_in(object);
    rotary.theta = number_in(config, object, "rope_theta").value_or(rotary.theta);
    rotary.factor = number_in(config, object, "factor");
    rotary.attention_factor = number_in(config, object, "attention_factor");
    rotary.original_context = number_in(config, object, "original_max_position_embeddings");
    if (!rotary.original_context) {
        rotary.original_context = config.number("original_max_position_embeddings");
    }
    if (!rotary.original_context && rotary.context > 0) {
        rotary.original_context = rotary.context;
    }
    rotary.low_freq_factor =
        number_in(config, object, "low_freq_factor").value_or(rotary.low_freq_factor);
    rotary.high_freq_factor =
        number_in(config, object, "high_freq_factor").value_or(rotary.high_freq_factor);
    rotary.beta_fast = number_in(config, object, "beta_fast").value_or(rotary.beta_fast);
    rotary.beta_slow = number_in(config, object, "beta_slow").value_or(rotary.beta_slow);
    rotary.mscale = number_in(config, object, "mscale");
    rotary.mscale_all_dim = number_in(config, object, "mscale_all_dim");
    if (const auto found = object.find("truncate"); found != object.end() && found->is_boolean()) {
        rotary.truncate = found->get<bool>();
    }
    if ((rotary.type == "yarn" || rotary.type == "longrope") && !rotary.factor &&
        rotary.original_context.value_or(0) > 0) {
        rotary.factor = rotary.context / *rotary.original_context;
    }
    spec.rotated_part =
        number_in(config, object, "partial_rotary_factor").value_or(spec.rotated_part);
    BITLATHE_TRY(read_list(object, "long_factor", rotary.long_factor));
    return read_list(object, "short_factor", rotary.short_factor);
}

Status read_rope(ConfigReader& config, const ForwardFamily& family, ForwardSpec& spec,
                 bool& two_rotaries) {
    for (const char* key : {"partial_rotary_factor", "rotary_pct"}) {
        spec.rotated_part = config.number(key).value_or(spec.rotated_part);
    }
    spec.rotary.theta = config.number("rope_theta").value_or(family.theta);
    spec.local_rotary = spec.rotary;
    spec.local_rotary.theta =
        config.number("rope_local_base_freq")
            .value_or(family.local_theta > 0 ? family.local_theta : spec.rotary.theta);
    two_rotaries = family.two_rotaries;
    if (const Json* scaling = config.find_object("rope_scaling")) {
        BITLATHE_TRY(read_rope_object(config, *scaling, spec, spec.rotary));
    }
    const Json* parameters = config.find_object("rope_parameters");
    if (parameters == nullptr) {
        return {};
    }
    const Json* full = object_member(*parameters, "full_attention");
    const Json* local = object_member(*parameters, "sliding_attention");
    if (full == nullptr && local == nullptr) {
        return read_rope_object(config, *parameters, spec, spec.rotary);
    }
    two_rotaries = true;
    if (full != nullptr) {
        BITLATHE_TRY(read_rope_object(config, *full, spec, spec.rotary));
    }
    return local != nullptr ? read_rope_object(config, *local, spec, spec.local_rotary) : Status();
}

/// Which blocks have a window when no list says so.
bool rule_says_window(ConfigReader& config, const ForwardFamily& family, std::uint64_t block) {
    const std::uint64_t boundary = config.integer("max_window_layers").value_or(28);
    switch (family.windows) {
        case Windows::kNone:
            return false;
        case Windows::kAll:
            return true;
        case Windows::kUpper:
            return block >= boundary;
        case Windows::kLowerOdd:
            return block % 2 == 0 && block < boundary;
        case Windows::kPattern: {
            const std::uint64_t every =
                config.integer("sliding_window_pattern _sliding_window_pattern")
                    .value_or(family.pattern);
            return every != 0 && (block + 1) % every != 0;
        }
    }
    return false;
}

Result<bool> has_window(ConfigReader& config, const ForwardFamily& family, std::uint64_t block) {
    const Json* types = config.find("layer_types");
    if (types == nullptr || family.windows == Windows::kAll) {
        return rule_says_window(config, family, block);
    }
    if (!types->is_array() || block >= types->size() || !(*types)[block].is_string()) {
        return refuse(fmt::format("\"layer_types\" has no entry for block {}", block));
    }
    const auto type = (*types)[block].get<std::string>();
    if (type != "full_attention" && type != "sliding_attention") {
        return refuse(fmt::format("attention of the type \"{}\" is not known", printable(type)));
    }
    return type == "sliding_attention";
}

Status read_windows(ConfigReader& config, const ForwardFamily& family, bool two_rotaries,
                    ForwardSpec& spec) {
    if (family.windows == Windows::kNone) {
        return {};
    }
    const bool silent = config.find("sliding_window") == nullptr;
    const auto stated = config.boolean("use_sliding_window");
    const bool off = family.window_switch ? stated != true : stated == false;
    // null says "none"; where the key is missing the default counts.
    // counts.
    const bool stated_null = silent && config.states_null("sliding_window");
    const std::uint64_t window =
        off || stated_null ? 0
                           : config.integer("sliding_window").value_or(silent ? family.window : 0);
    for (std::size_t i = 0; i < spec.layers.size(); ++i) {
        BITLATHE_ASSIGN(const bool local, has_window(config, family, i));
        spec.layers[i].local = local && two_rotaries;
        if (!local || off || stated_null || (silent && window == 0)) {
            continue;
        }
        if (window == 0) {
            return refuse(fmt::format("block {} has a window of 0 tokens", i));
        }
        spec.layers[i].window = window;
    }
    if (family.rotary_only_local && window != 0) {
        for (LayerSpec& layer : spec.layers) {
            layer.rotary = layer.window != 0;
        }
    }
    return {};
}

/// Blocks that turn nothing, by list or by interval.
Status read_unrotated(ConfigReader& config, const ForwardFamily& family, ForwardSpec& spec) {
    if (family.no_rotary_every == 0) {
        return {};
    }
    const Json* list = config.find("no_rope_layers");
    const std::uint64_t every =
        config.integer("no_rope_layer_interval").value_or(family.no_rotary_every);
    for (std::size_t i = 0; i < spec.layers.size(); ++i) {
        if (list == nullptr) {
            spec.layers[i].rotary = every == 0 || (i + 1) % every != 0;
            continue;
        }
        if (!list->is_array() || i >= list->size() || !(*list)[i].is_number_integer()) {
            return refuse(fmt::format("\"no_rope_layers\" has no entry for block {}", i));
        }
        spec.layers[i].rotary = (*list)[i].get<std::int64_t>() != 0;
    }
    return {};
}

void read_scales(ConfigReader& config, const ForwardFamily& family, ForwardSpec& spec) {
    const auto number = [&](const char* key, double otherwise) {
        return config.number(key).value_or(otherwise);
    };
    spec.embedding_scale =
        static_cast<float>(number("embedding_multiplier", double{spec.embedding_scale}));
    spec.residual_scale = static_cast<float>(number("residual_multiplier", 1));
    spec.logit_scale = static_cast<float>(1 / number("logits_scaling", 1));
    const double scalar = number("query_pre_attn_scalar", family.query_scalar);
    spec.attention_scale = number("attention_multiplier", scalar > 0 ? 1 / std::sqrt(scalar) : 0);
    if (config.boolean("scale_attn_weights") == false) {
        spec.attention_scale = 1;
    }
    if (config.boolean("scale_attn_by_inverse_layer_idx") == true) {
        for (std::size_t i = 0; i < spec.layers.size(); ++i) {
            spec.layers[i].score_factor = 1 / static_cast<float>(i + 1);
        }
    }
    const auto cap = [&](const char* key, double otherwise) {
        return static_cast<float>(config.states_null(key) ? 0 : number(key, otherwise));
    };
    spec.attention_cap = cap("attn_logit_softcapping", family.attention_cap);
    spec.logit_cap = cap("final_logit_softcapping", family.logit_cap);
    spec.clip_qkv = cap("clip_qkv", 0);
}

}  // namespace

Status read_config_spec(const Model& model, const ForwardFamily& family, ConfigReader& config,
                        ForwardSpec& spec) {
    spec.interleaved = family.interleaved;
    spec.transposed = family.transposed;
    spec.norm_offset = family.norm_offset ? 1.0F : 0.0F;
    spec.head_dim = config.integer("head_dim").value_or(0);
    for (const char* key :
         {"rms_norm_eps", "layer_norm_eps", "layer_norm_epsilon", "norm_epsilon"}) {
        static_cast<void>(config.number(key));  // was read before; what is no number is refused
    }
    spec.normalise_experts = config.boolean("norm_topk_prob").value_or(family.normalise_experts);
    spec.expert_scale = static_cast<float>(config.number("routed_scaling_factor").value_or(1));
    if (config.boolean("attention_bias") == true) {
        spec.query_bias = Presence::kAlways;
    }
    if (config.boolean("qk_layernorm") == true) {
        spec.query_norm = Presence::kAlways;
    }
    if (model.blocks != model.hyper.blocks.value_or(model.blocks)) {
        return refuse(fmt::format("{} blocks are stated, but there are tensors of {}",
                                  *model.hyper.blocks, model.blocks));
    }
    bool two_rotaries = false;
    BITLATHE_TRY(read_activation(config, spec));
    BITLATHE_TRY(read_rope(config, family, spec, two_rotaries));
    BITLATHE_TRY(read_windows(config, family, two_rotaries, spec));
    BITLATHE_TRY(read_unrotated(config, family, spec));
    read_scales(config, family, spec);
    return {};
}

}  // namespace bitlathe
