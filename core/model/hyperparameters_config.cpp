// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/checked.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/model/config_reader.h"
#include "core/model/hyperparameters.h"

namespace bitlathe {
namespace {

std::optional<double> member_number(ConfigReader& reader, const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : reader.number_of(key, &*found);
}

std::string member_text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string()
               ? printable(found->get_ref<const std::string&>())
               : std::string();
}

void read_scaling(ConfigReader& reader, const Json& scaling, Hyperparameters& hyper) {
    std::string type = member_text(scaling, "rope_type");
    if (type.empty()) {
        type = member_text(scaling, "type");
    }
    if (!type.empty() && type != "default") {
        hyper.rope_scaling_type = type;
        hyper.rope_scaling_factor = member_number(reader, scaling, "factor");
    }
}

/// Fraction of a head that is rotated -> rotated dimensions.
void read_rotated_part(std::optional<double> part, Hyperparameters& hyper) {
    if (part && *part > 0 && *part <= 1 && hyper.head_dim && !hyper.rope_dimension &&
        *hyper.head_dim < kMaxBlocks) {
        hyper.rope_dimension =
            static_cast<std::uint64_t>(*part * static_cast<double>(*hyper.head_dim));
    }
}

void read_rope(ConfigReader& reader, Hyperparameters& hyper) {
    const Json* parameters = reader.find_object("rope_parameters");
    if (parameters != nullptr) {
        if (const Json* full = object_member(*parameters, "full_attention")) {
            parameters = full;
        }
        hyper.rope_theta = member_number(reader, *parameters, "rope_theta");
        read_scaling(reader, *parameters, hyper);
        read_rotated_part(member_number(reader, *parameters, "partial_rotary_factor"), hyper);
    }
    for (const char* key : {"rope_theta", "rotary_emb_base"}) {
        if (!hyper.rope_theta) {
            hyper.rope_theta = reader.number(key);
        }
    }
    if (const Json* scaling = reader.find_object("rope_scaling");
        scaling != nullptr && hyper.rope_scaling_type.empty()) {
        read_scaling(reader, *scaling, hyper);
    }
    for (const char* key : {"partial_rotary_factor", "rotary_pct"}) {
        read_rotated_part(reader.number(key), hyper);
    }
}

void read_norm_epsilon(ConfigReader& reader, Hyperparameters& hyper) {
    for (const char* key : {"rms_norm_eps", "layer_norm_eps", "layer_norm_epsilon",
                            "layernorm_epsilon", "norm_epsilon", "norm_eps"}) {
        if (!hyper.norm_epsilon) {
            hyper.norm_epsilon = reader.number(key);
        }
    }
}

}  // namespace

Hyperparameters hyperparameters_of_config(const Json& config, const Family* family,
                                          std::vector<Warning>& warnings) {
    ConfigReader reader(config, warnings);
    Hyperparameters hyper;
    for (const IntegerField& field : integer_fields()) {
        hyper.*field.member = reader.integer(field.config);
    }
    if (reader.boolean("use_sliding_window") == false) {
        hyper.sliding_window.reset();
    }
    if (reader.boolean("multi_query") == true &&
        reader.boolean("new_decoder_architecture") != true) {
        hyper.kv_heads = 1;
    }
    if (!hyper.feed_forward && family != nullptr && family->feed_forward_multiple != 0) {
        hyper.feed_forward =
            checked_mul({hyper.embedding.value_or(0), family->feed_forward_multiple});
    }
    hyper.tied_embeddings = reader.boolean("tie_word_embeddings");
    read_norm_epsilon(reader, hyper);
    fill_defaults(hyper);
    read_rope(reader, hyper);
    return hyper;
}

}  // namespace bitlathe
