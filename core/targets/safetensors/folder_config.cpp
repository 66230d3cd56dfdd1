// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/folder_config.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/model/folder_names.h"
#include "core/model/hyperparameters.h"
#include "core/targets/safetensors/folder_rope.h"
#include "core/targets/safetensors/folder_token_ids.h"

namespace bitlathe {
namespace {

/// Keys that families spell in their own way.
struct Spelling {
    std::string_view family;
    const char* epsilon;
    const char* activation;
};
constexpr Spelling kSpellings[] = {
    {"gpt2", "layer_norm_epsilon", "activation_function"},
    {"phi2", "layer_norm_eps", "hidden_act"},
    {"starcoder2", "norm_epsilon", "hidden_act"},
    {"gemma", "rms_norm_eps", "hidden_activation"},
    {"gemma2", "rms_norm_eps", "hidden_activation"},
    {"gemma3", "rms_norm_eps", "hidden_activation"},
    {"", "rms_norm_eps", "hidden_act"},
};

const Spelling& spelling_of(const Family& family) {
    return *std::find_if(std::begin(kSpellings), std::end(kSpellings), [&](const Spelling& row) {
        return row.family == family.name || row.family.empty();
    });
}

const char* activation_name(const ForwardSpec& spec) {
    switch (spec.activation) {
        case Activation::kGelu:
            return "gelu";
        case Activation::kGeluTanh:
            return spec.gated ? "gelu_pytorch_tanh" : "gelu_new";
        case Activation::kRelu:
            return "relu";
        case Activation::kReluSquared:
            return "relu2";
        case Activation::kSilu:
            break;
    }
    return "silu";
}

const char* dtype_name(FormatId format) {
    return format == formats::bf16()  ? "bfloat16"
           : format == formats::f16() ? "float16"
                                      : "float32";
}

/// Of several names of a key the one that this family's folders have.
std::string_view key_of(std::string_view names, const Family& family) {
    const bool short_names = family.root == "transformer.";
    std::string_view rest = names;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (short_names == word.starts_with("n_")) {
            const bool local = family.name == "mixtral" || family.name == "granite-moe";
            if (word != "num_local_experts" || local) {
                return word;
            }
        }
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return names.substr(0, names.find(' '));
}

double number(double value) {
    // A float that came from a decimal number is written as that.
    return std::stod(fmt::format("{:.7g}", value));
}

class ConfigWriter {
public:
    ConfigWriter(const Model& source, const ForwardSpec& spec, const ModelRef& refs,
                 const Family& family, const ForwardFamily& writer)
        : source_(source), spec_(spec), refs_(refs), family_(family), writer_(writer) {}

    Result<Json> write(FormatId format) {
        auto kind = folder_class(family_);
        if (!kind) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("folders of the family {} are not known", family_.name));
        }
        kind = variant_of(*kind);
        out_["architectures"] = {kind->architecture};
        out_["model_type"] = kind->model_type;
        out_["torch_dtype"] = dtype_name(format);
        out_["tie_word_embeddings"] = refs_.head.tensor == refs_.embedding.tensor;
        out_["use_cache"] = true;
        write_integers();
        write_experts();
        write_folder_token_ids(source_.checkpoint->metadata(), spec_.vocabulary, out_);
        const Spelling& spelling = spelling_of(family_);
        out_[spelling.epsilon] = number(double{spec_.epsilon});
        out_[spelling.activation] = activation_name(spec_);
        write_biases();
        write_windows();
        write_scales();
        if (!spec_.learned_positions) {
            BITLATHE_TRY(write_folder_rope(spec_, writer_, out_));
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool has_window() const {
        return std::any_of(spec_.layers.begin(), spec_.layers.end(),
                           [](const LayerSpec& layer) { return layer.window != 0; });
    }

    /// GGUF has one name for some models that folders tell apart.
    [[nodiscard]] FolderClass variant_of(const FolderClass& kind) const {
        const auto& experts = refs_.blocks.front().experts;
        if (family_.name == "olmo2" && has_window()) {
            return {"olmo3", "Olmo3ForCausalLM"};
        }
        if (family_.name == "granite-moe" && experts && experts->shared) {
            return {"granitemoeshared", "GraniteMoeSharedForCausalLM"};
        }
        return kind;
    }

    void write_integers() {
        Hyperparameters hyper = source_.hyper;
        hyper.blocks = spec_.layers.size();
        hyper.vocabulary = spec_.vocabulary;
        hyper.embedding = spec_.embedding;
        hyper.heads = spec_.heads;
        hyper.kv_heads = spec_.kv_heads;
        hyper.head_dim = spec_.head_dim;
        hyper.context = spec_.context;
        hyper.experts = spec_.experts;
        hyper.experts_used = spec_.experts_used;
        hyper.sliding_window.reset();
        hyper.rope_dimension.reset();
        if (const auto& mlp = refs_.blocks.front().mlp) {
            hyper.feed_forward = mlp->up.rows;
        }
        const bool few = spec_.learned_positions;
        for (const IntegerField& field : integer_fields()) {
            const auto value = hyper.*field.member;
            const bool defined = few && (field.member == &Hyperparameters::kv_heads ||
                                         field.member == &Hyperparameters::head_dim);
            if (value && *value != 0 && !defined) {
                out_[std::string(key_of(field.config, family_))] = *value;
            }
        }
    }

    void write_experts() {
        const auto& experts = refs_.blocks.front().experts;
        if (!experts) {
            return;
        }
        out_["moe_intermediate_size"] = experts->experts.front().up.rows;
        if (!out_.contains("intermediate_size") || !experts->shared || stacks_experts(family_)) {
            out_["intermediate_size"] = experts->experts.front().up.rows;
        }
        if (experts->shared) {
            const bool granite = stacks_experts(family_);
            out_[granite ? "shared_intermediate_size" : "shared_expert_intermediate_size"] =
                experts->shared->up.rows;
        }
        out_["decoder_sparse_step"] = 1;
        out_["norm_topk_prob"] = spec_.normalise_experts;
        if (spec_.expert_scale != 1) {
            out_["routed_scaling_factor"] = number(double{spec_.expert_scale});
        }
    }

    void write_biases() {
        const BlockRef& block = refs_.blocks.front();
        const bool mlp = block.mlp && block.mlp->up.bias;
        out_["attention_bias"] = block.q.bias.has_value();
        out_["attention_out_bias"] = block.o.bias.has_value();
        out_["mlp_bias"] = mlp;
        out_["use_bias"] = mlp || block.o.bias.has_value();
        if (writer_.query_norm == Presence::kMaybe) {
            out_["qk_layernorm"] = block.q_norm.weight.has_value();
        }
    }

    void write_windows() {
        if (writer_.windows == Windows::kNone) {
            return;
        }
        const auto found = std::find_if(spec_.layers.begin(), spec_.layers.end(),
                                        [](const LayerSpec& layer) { return layer.window != 0; });
        const bool any = found != spec_.layers.end();
        out_["sliding_window"] = any ? Json(found->window) : Json(nullptr);
        if (writer_.window_switch) {
            out_["use_sliding_window"] = any;
        }
        if (writer_.windows != Windows::kAll) {
            Json types = Json::array();
            for (const LayerSpec& layer : spec_.layers) {
                types.push_back(layer.window != 0 || layer.local ? "sliding_attention"
                                                                 : "full_attention");
            }
            out_["layer_types"] = std::move(types);
        }
        if (writer_.no_rotary_every != 0) {
            Json turned = Json::array();
            for (const LayerSpec& layer : spec_.layers) {
                turned.push_back(layer.rotary ? 1 : 0);
            }
            out_["no_rope_layers"] = std::move(turned);
        }
    }

    void write_scales() {
        if (writer_.states_scales) {
            out_["embedding_multiplier"] = number(double{spec_.embedding_scale});
            out_["residual_multiplier"] = number(double{spec_.residual_scale});
            out_["logits_scaling"] = number(1 / double{spec_.logit_scale});
        }
        const double own = 1 / std::sqrt(static_cast<double>(spec_.head_dim));
        const double scale = spec_.attention_scale != 0 ? spec_.attention_scale : own;
        if (writer_.query_scalar > 0) {
            // Its readers take whole numbers only.
            const double scalar = number(1 / (scale * scale));
            const bool whole = std::fabs(scalar - std::round(scalar)) < 1e-4;
            out_["query_pre_attn_scalar"] =
                whole ? Json(static_cast<std::uint64_t>(std::round(scalar))) : Json(scalar);
        } else if (writer_.states_scales) {
            out_["attention_multiplier"] = number(scale);
        }
        const auto cap = [&](const char* key, float value, double silent) {
            if (value != 0 || silent != 0) {
                out_[key] = value != 0 ? Json(number(double{value})) : Json(nullptr);
            }
        };
        cap("attn_logit_softcapping", spec_.attention_cap, writer_.attention_cap);
        cap("final_logit_softcapping", spec_.logit_cap, writer_.logit_cap);
        cap("clip_qkv", spec_.clip_qkv, 0);
    }

    const Model& source_;
    const ForwardSpec& spec_;
    const ModelRef& refs_;
    const Family& family_;
    const ForwardFamily& writer_;
    Json out_ = Json::object();
};

}  // namespace

Result<Json> folder_config(const Model& source, const ForwardSpec& spec, const ModelRef& refs,
                           const Family& family, const ForwardFamily& writer, FormatId format) {
    return ConfigWriter(source, spec, refs, family, writer).write(format);
}

}  // namespace bitlathe
