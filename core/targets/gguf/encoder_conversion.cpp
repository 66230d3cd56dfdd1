// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/encoder_conversion.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/checkpoint/metadata_values.h"
#include "core/checkpoint/shards.h"
#include "core/forward/spec_keys.h"
#include "core/forward/tensor_finder.h"
#include "core/model/config_reader.h"
#include "core/targets/gguf/encoder_pooling.h"
#include "core/targets/gguf/gguf_conversion_metadata.h"
#include "core/targets/gguf/gguf_conversion_tensors.h"
#include "core/targets/gguf/gguf_tensor_changes.h"
#include "core/targets/safetensors/safetensors_layout.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> impossible(const Model& model, std::string message) {
    return fail(ErrorCode::kImpossible, "llama.cpp cannot run this model as bert: " + message,
                model.checkpoint->path().string(), {},
                "take the target safetensors, or a runtime that reads the folder itself");
}

/// Converts one model; what the steps find out is kept between them.
class Conversion {
public:
    explicit Conversion(const Model& source) : source_(source), finder_(source) {}

    Result<TargetModel> run() {
        BITLATHE_TRY(check_complete_safetensors(*source_.checkpoint));
        BITLATHE_TRY(check_config());
        BITLATHE_TRY(check_numbers());
        BITLATHE_TRY(find_tensors());
        const ForwardSpec spec{};
        const ModelRef refs{};
        BITLATHE_ASSIGN(auto tensors,
                        converted_tensors({source_, spec, refs}, changes_, warnings_));
        BITLATHE_ASSIGN(Metadata metadata, write_metadata());
        BITLATHE_ASSIGN(auto checkpoint,
                        derive_checkpoint(source_.checkpoint, Container::kGguf, std::move(tensors),
                                          std::move(metadata)));
        BITLATHE_ASSIGN(auto model, describe(std::move(checkpoint)));
        return TargetModel{std::move(model), std::move(warnings_)};
    }

private:
    /// What the encoder of llama.cpp takes for granted.
    Status check_config() {
        if (!source_.checkpoint->config().is_object()) {
            return impossible(source_, "there is no config.json");
        }
        std::vector<Warning> ignored;
        ConfigReader config(source_.checkpoint->config(), ignored);
        const std::string positions = config.text("position_embedding_type");
        if (!positions.empty() && positions != "absolute") {
            return impossible(
                source_, fmt::format("its positions are of the type \"{}\"", printable(positions)));
        }
        if (config.boolean("is_decoder") == true || config.boolean("add_cross_attention") == true) {
            return impossible(source_, "it is a decoder");
        }
        token_types_ = config.integer("type_vocab_size").value_or(0);
        const std::string activation = config.text("hidden_act");
        if (activation == "gelu" || activation.empty()) {
            warnings_.emplace_back(
                "llama.cpp approximates the activation gelu by tanh: values differ by up to "
                "0.0005");
        } else if (activation != "gelu_new" && activation != "gelu_pytorch_tanh") {
            return impossible(source_,
                              fmt::format("its activation is \"{}\"", printable(activation)));
        }
        return {};
    }

    Status check_numbers() {
        const Hyperparameters& hyper = source_.hyper;
        const std::optional<std::uint64_t> needed[] = {
            hyper.embedding, hyper.feed_forward, hyper.heads, hyper.vocabulary, hyper.context};
        const bool stated = std::all_of(std::begin(needed), std::end(needed),
                                        [](const auto& n) { return n && *n != 0; });
        if (!stated || source_.blocks == 0 || *hyper.embedding % *hyper.heads != 0 ||
            source_.blocks != hyper.blocks.value_or(source_.blocks)) {
            return fail(ErrorCode::kRefused,
                        "numbers of the model are missing or do not fit its tensors",
                        source_.checkpoint->path().string(), {}, "check the model's config.json");
        }
        return {};
    }

    Status find_tensors() {
        const std::uint64_t length = *source_.hyper.embedding;
        BITLATHE_TRY(take("token_embd", *source_.hyper.vocabulary, length));
        BITLATHE_TRY(take("position_embd", *source_.hyper.context, length));
        BITLATHE_ASSIGN(const LinearRef types, take("token_types", token_types_, length));
        token_types_ = types.rows;
        BITLATHE_TRY(take_norm("token_embd_norm"));
        for (std::size_t b = 0; b < source_.blocks; ++b) {
            for (const char* part : {"attn_q", "attn_k", "attn_v", "attn_output"}) {
                BITLATHE_TRY(take_biased(TensorFinder::of_block(b, part), length, length));
            }
            const std::uint64_t inner = *source_.hyper.feed_forward;
            BITLATHE_TRY(take_biased(TensorFinder::of_block(b, "ffn_up"), inner, length));
            BITLATHE_TRY(take_biased(TensorFinder::of_block(b, "ffn_down"), length, inner));
            BITLATHE_TRY(take_norm(TensorFinder::of_block(b, "attn_output_norm")));
            BITLATHE_TRY(take_norm(TensorFinder::of_block(b, "layer_output_norm")));
        }
        return {};
    }

    Result<LinearRef> take(const std::string& stem, std::uint64_t rows, std::uint64_t cols) {
        BITLATHE_ASSIGN(const LinearRef linear, finder_.linear(stem, rows, cols, false));
        changes_[linear.tensor] = {};
        if (linear.bias) {
            changes_[*linear.bias] = {};
        }
        return linear;
    }

    Status take_biased(const std::string& stem, std::uint64_t rows, std::uint64_t cols) {
        BITLATHE_ASSIGN(const LinearRef linear, take(stem, rows, cols));
        return linear.bias ? Status() : finder_.missing(stem + ".bias");
    }

    Status take_norm(const std::string& stem) {
        BITLATHE_ASSIGN(const NormRef norm, finder_.norm(stem, *source_.hyper.embedding, 0, true));
        changes_[*norm.weight] = {};
        changes_[*norm.bias] = {};
        return {};
    }

    Result<Metadata> write_metadata() {
        Hyperparameters hyper = source_.hyper;
        hyper.blocks = source_.blocks;
        hyper.kv_heads.reset();
        BITLATHE_ASSIGN(ConvertedMetadata made,
                        plain_metadata(source_, hyper, *source_.hyper.vocabulary));
        std::move(made.warnings.begin(), made.warnings.end(), std::back_inserter(warnings_));
        const auto key = [&](const char* name) {
            return fmt::format("{}.{}", source_.gguf_architecture, name);
        };
        Metadata& out = made.metadata;
        add_value(out, key(spec_keys::kLayerNormEpsilon),
                  static_cast<float>(source_.hyper.norm_epsilon.value_or(1e-12)));
        add_value(out, key("attention.causal"), false);
        BITLATHE_ASSIGN(
            const auto pooling,
            pooling_of_folder(folder_of(source_.checkpoint->files().front()->path()), warnings_));
        if (pooling) {
            add_value(out, key("pooling_type"), static_cast<std::uint32_t>(*pooling));
        }
        // A vocabulary states it, too.
        if (constexpr const char* kTypes = "tokenizer.ggml.token_type_count"; !out.find(kTypes)) {
            add_value(out, kTypes, static_cast<std::uint32_t>(token_types_));
        }
        return std::move(out);
    }

    const Model& source_;
    TensorFinder finder_;
    TensorChanges changes_;
    std::uint64_t token_types_ = 0;  ///< 0: not known yet
    std::vector<std::string> warnings_;
};

}  // namespace

bool is_bert_folder(const Model& source) {
    return source.checkpoint->container() == Container::kSafetensors && source.family == "bert" &&
           (source.architecture == "bert" || source.architecture.starts_with("Bert"));
}

Result<TargetModel> convert_bert_to_gguf(const std::shared_ptr<const Model>& source) {
    return Conversion(*source).run();
}

}  // namespace bitlathe
