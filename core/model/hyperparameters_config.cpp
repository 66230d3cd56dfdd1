// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/base/text.h"
#include "core/model/hyperparameters.h"

namespace bitlathe {
namespace {

/// The objects in which a language model's part of a multi-modal config.json lives.
constexpr std::string_view kTextConfigs[] = {"text_config", "llm_config", "language_config"};

const Json* object_in(const Json& object, std::string_view key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(std::string(key));
    return found != object.end() && found->is_object() ? &*found : nullptr;
}

/// Looks a key up in the inner object, then in the outer one; null counts as silence.
class ConfigReader {
public:
    ConfigReader(const Json& config, std::vector<Warning>& warnings)
        : outer_(&config), warnings_(warnings) {
        for (std::string_view key : kTextConfigs) {
            if (inner_ == nullptr) {
                inner_ = object_in(config, key);
            }
        }
    }

    const Json* find(std::string_view key) const {
        for (const Json* object : {inner_, outer_}) {
            if (object == nullptr || !object->is_object()) {
                continue;
            }
            const auto found = object->find(std::string(key));
            if (found != object->end() && !found->is_null()) {
                return &*found;
            }
        }
        return nullptr;
    }
    const Json* find_object(std::string_view key) const {
        const Json* value = find(key);
        return value != nullptr && value->is_object() ? value : nullptr;
    }

    /// The first of several spellings (separated by spaces) that holds a whole number.
    std::optional<std::uint64_t> integer(std::string_view keys) {
        while (!keys.empty()) {
            const std::size_t end = keys.find(' ');
            const std::string_view key = keys.substr(0, end);
            if (const auto value = integer_of(key, find(key))) {
                return value;
            }
            keys.remove_prefix(end == std::string_view::npos ? keys.size() : end + 1);
        }
        return std::nullopt;
    }
    std::optional<double> number(std::string_view key) { return number_of(key, find(key)); }
    std::optional<bool> boolean(std::string_view key) {
        const Json* value = find(key);
        if (value != nullptr && !value->is_boolean()) {
            complain(key, "true or false");
            return std::nullopt;
        }
        return value != nullptr ? std::optional(value->get<bool>()) : std::nullopt;
    }

    std::optional<double> number_of(std::string_view key, const Json* value) {
        if (value == nullptr || value->is_null()) {
            return std::nullopt;
        }
        if (!value->is_number() || !std::isfinite(value->get<double>())) {
            complain(key, "a number");
            return std::nullopt;
        }
        return value->get<double>();
    }
    void complain(std::string_view key, std::string_view wanted) {
        warnings_.push_back(
            {fmt::format("\"{}\" is not {}; it counts as unknown", key, wanted), "config.json"});
    }

private:
    std::optional<std::uint64_t> integer_of(std::string_view key, const Json* value) {
        if (value != nullptr && value->is_array() && !value->empty()) {
            value = &value->front();  // one value per layer
        }
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_number_integer() ||
            (!value->is_number_unsigned() && value->get<std::int64_t>() < 0)) {
            complain(key, "a whole number");
            return std::nullopt;
        }
        return value->get<std::uint64_t>();
    }

    const Json* outer_;
    const Json* inner_ = nullptr;
    std::vector<Warning>& warnings_;
};

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
        if (const Json* full = object_in(*parameters, "full_attention")) {
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
