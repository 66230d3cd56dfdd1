// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hyperparameters.h"

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr IntegerField kIntegers[] = {
    {&Hyperparameters::blocks, "block_count", "num_hidden_layers n_layer n_layers num_layers"},
    {&Hyperparameters::embedding, "embedding_length", "hidden_size n_embd d_model dim"},
    {&Hyperparameters::feed_forward, "feed_forward_length",
     "intermediate_size n_inner ffn_hidden_size ffn_dim d_ff hidden_dim"},
    {&Hyperparameters::heads, "attention.head_count", "num_attention_heads n_head n_heads"},
    {&Hyperparameters::kv_heads, "attention.head_count_kv",
     "num_key_value_heads num_kv_heads n_head_kv multi_query_group_num"},
    {&Hyperparameters::head_dim, "attention.key_length", "head_dim kv_channels"},
    {&Hyperparameters::vocabulary, "vocab_size", "vocab_size padded_vocab_size"},
    {&Hyperparameters::context, "context_length",
     "max_position_embeddings n_positions n_ctx max_seq_len seq_length max_sequence_length"},
    {&Hyperparameters::experts, "expert_count",
     "num_local_experts num_experts n_routed_experts moe_num_experts"},
    {&Hyperparameters::experts_used, "expert_used_count",
     "num_experts_per_tok num_experts_per_token moe_k moe_topk"},
    {&Hyperparameters::sliding_window, "attention.sliding_window", "sliding_window"},
    {&Hyperparameters::rope_dimension, "rope.dimension_count", "rotary_dim"},
};

/// Reads `architecture.key` and complains about values of another type.
class MetadataReader {
public:
    MetadataReader(const Metadata& metadata, std::string_view architecture,
                   std::vector<Warning>& warnings)
        : metadata_(metadata), architecture_(architecture), warnings_(warnings) {}

    std::optional<std::uint64_t> integer(std::string_view key) {
        const std::string full = full_key(key);
        return checked(full, metadata_.integer_at(full, 0), "a whole number");
    }
    std::optional<double> number(std::string_view key) {
        const std::string full = full_key(key);
        return checked(full, metadata_.number(full), "a number");
    }
    std::string text(std::string_view key) {
        const std::string full = full_key(key);
        return printable(checked(full, metadata_.string(full), "text").value_or(""));
    }

private:
    std::string full_key(std::string_view key) const {
        return fmt::format("{}.{}", architecture_, key);
    }
    template <class T>
    std::optional<T> checked(const std::string& key, std::optional<T> value, const char* wanted) {
        if (!value && metadata_.find(key) != nullptr) {
            warnings_.push_back({fmt::format("metadata {} is not {}; it counts as unknown",
                                             printable(key), wanted)});
        }
        return value;
    }

    const Metadata& metadata_;
    std::string_view architecture_;
    std::vector<Warning>& warnings_;
};

}  // namespace

std::span<const IntegerField> integer_fields() {
    return kIntegers;
}

Hyperparameters hyperparameters_of_metadata(const Metadata& metadata, std::string_view architecture,
                                            std::vector<Warning>& warnings) {
    MetadataReader reader(metadata, architecture, warnings);
    Hyperparameters hyper;
    for (const IntegerField& field : kIntegers) {
        hyper.*field.member = reader.integer(field.gguf);
    }
    hyper.rope_theta = reader.number("rope.freq_base");
    hyper.rope_scaling_factor = reader.number("rope.scaling.factor");
    hyper.rope_scaling_type = reader.text("rope.scaling.type");
    if (hyper.rope_scaling_type == "none") {
        hyper.rope_scaling_type.clear();
    }
    hyper.norm_epsilon = reader.number("attention.layer_norm_rms_epsilon");
    if (!hyper.norm_epsilon) {
        hyper.norm_epsilon = reader.number("attention.layer_norm_epsilon");
    }
    if (!hyper.vocabulary) {
        if (const MetaEntry* tokens = metadata.find("tokenizer.ggml.tokens");
            tokens != nullptr && tokens->type == MetaType::kArray) {
            hyper.vocabulary = tokens->count;
        }
    }
    return hyper;
}

void fill_defaults(Hyperparameters& hyper) {
    if (!hyper.kv_heads) {
        hyper.kv_heads = hyper.heads;
    }
    const std::uint64_t heads = hyper.heads.value_or(0);
    if (!hyper.head_dim && hyper.embedding && heads != 0 && *hyper.embedding % heads == 0) {
        hyper.head_dim = *hyper.embedding / heads;
    }
}

}  // namespace bitlathe
