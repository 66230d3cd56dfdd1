// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/spec.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/forward/family_rows.h"

namespace bitlathe {
namespace {

/// A number from a file beyond which nothing real lies: products of a few stay far from overflow.
constexpr std::uint64_t kMaxCount = 1U << 24;

tl::unexpected<Error> refuse(const Model& model, std::string message) {
    return fail(ErrorCode::kRefused, std::move(message), model.checkpoint->path().string(), {},
                "check the model's config.json or metadata");
}

Status check_counts(const Model& model, const ForwardSpec& spec) {
    struct Row {
        const char* name;
        std::uint64_t value;
        bool may_be_zero;
    };
    const Row rows[] = {
        {"embedding length", spec.embedding, false},
        {"vocabulary", spec.vocabulary, false},
        {"attention heads", spec.heads, false},
        {"key heads", spec.kv_heads, false},
        {"blocks", spec.layers.size(), false},
        {"head length", spec.head_dim, true},
        {"experts", spec.experts, true},
        {"experts used", spec.experts_used, true},
    };
    for (const Row& row : rows) {
        if ((row.value == 0 && !row.may_be_zero) || row.value > kMaxCount) {
            return refuse(model, row.value == 0 ? fmt::format("the {} is 0 or not stated", row.name)
                                                : fmt::format("the {} is {}, which is too many",
                                                              row.name, row.value));
        }
    }
    if (spec.heads % spec.kv_heads != 0) {
        return refuse(model, fmt::format("{} attention heads cannot share {} key heads", spec.heads,
                                         spec.kv_heads));
    }
    if (spec.experts_used > spec.experts) {
        return refuse(model,
                      fmt::format("{} experts are used of {}", spec.experts_used, spec.experts));
    }
    if (spec.experts != 0 && spec.experts_used == 0) {
        return refuse(model, fmt::format("no expert is used of {}", spec.experts));
    }
    return {};
}

Status check_numbers(const Model& model, const ForwardSpec& spec) {
    const double numbers[] = {spec.epsilon,         spec.embedding_scale, spec.residual_scale,
                              spec.attention_scale, spec.logit_scale,     spec.attention_cap,
                              spec.logit_cap,       spec.clip_qkv,        spec.expert_scale};
    for (const double number : numbers) {
        if (!std::isfinite(number)) {
            return refuse(model, "a scale or cap of the model is not finite");
        }
    }
    if (spec.epsilon < 0 || spec.attention_cap < 0 || spec.logit_cap < 0 || spec.clip_qkv < 0) {
        return refuse(model, "a cap or the epsilon of the model is negative");
    }
    return {};
}

ForwardSpec family_defaults(const Model& model, const ForwardFamily& family) {
    ForwardSpec spec;
    const Hyperparameters& hyper = model.hyper;
    spec.embedding = hyper.embedding.value_or(0);
    spec.vocabulary = hyper.vocabulary.value_or(0);
    spec.heads = hyper.heads.value_or(0);
    spec.kv_heads = hyper.kv_heads.value_or(0);
    spec.context = hyper.context.value_or(0);
    spec.experts = hyper.experts.value_or(0);
    spec.experts_used = spec.experts == 0 ? 0 : hyper.experts_used.value_or(0);
    spec.norms = family.norms;
    spec.norm = family.norm;
    spec.epsilon = static_cast<float>(hyper.norm_epsilon.value_or(family.epsilon));
    spec.query_norm = family.query_norm;
    spec.query_bias = family.query_bias;
    spec.activation = family.activation;
    spec.gated = family.gated;
    spec.shared_expert = family.shared_expert;
    spec.learned_positions = family.learned_positions;
    spec.rotary.theta = hyper.rope_theta.value_or(family.theta);
    spec.rotary.context = static_cast<double>(spec.context);
    spec.rotated_part = family.rotated_part;
    if (family.scaled_embedding) {
        spec.embedding_scale = static_cast<float>(std::sqrt(static_cast<double>(spec.embedding)));
    }
    spec.layers.resize(model.blocks);
    for (std::size_t i = 0; i < spec.layers.size(); ++i) {
        spec.layers[i].rotary =
            !family.learned_positions &&
            (family.no_rotary_every == 0 || (i + 1) % family.no_rotary_every != 0);
    }
    return spec;
}

}  // namespace

bool can_run(const Model& model) {
    return forward_family(model.family) != nullptr;
}

Result<ForwardSpec> forward_spec(const Model& model) {
    const ForwardFamily* family = forward_family(model.family);
    if (family == nullptr) {
        std::string names;
        for (const ForwardFamily& row : forward_families()) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", row.name);
        }
        return fail(ErrorCode::kRefused,
                    fmt::format("models of the family {} cannot be run yet", model.architecture),
                    model.checkpoint->path().string(), {}, fmt::format("these can be: {}", names));
    }
    ForwardSpec spec = family_defaults(model, *family);
    if (model.checkpoint->container() == Container::kGguf) {
        BITLATHE_TRY(read_metadata_spec(model, *family, spec));
    } else {
        if (!model.checkpoint->config().is_object()) {
            return refuse(model, "there is no config.json, without which it cannot be run");
        }
        std::vector<Warning> warnings;
        ConfigReader config(model.checkpoint->config(), warnings);
        BITLATHE_TRY(read_config_spec(model, *family, config, spec));
        if (!warnings.empty()) {
            return refuse(model, warnings.front().message);
        }
    }
    BITLATHE_TRY(check_counts(model, spec));
    BITLATHE_TRY(check_numbers(model, spec));
    return spec;
}

}  // namespace bitlathe
