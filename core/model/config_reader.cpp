// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config_reader.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/json.h"

namespace bitlathe {
namespace {

/// The objects in which a language model's part of a multi-modal config.json lives.
constexpr std::string_view kTextConfigs[] = {"text_config", "llm_config", "language_config"};

}  // namespace

const Json* object_member(const Json& object, std::string_view key) {
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(std::string(key));
    return found != object.end() && found->is_object() ? &*found : nullptr;
}

ConfigReader::ConfigReader(const Json& config, std::vector<Warning>& warnings)
    : outer_(&config), warnings_(warnings) {
    for (std::string_view key : kTextConfigs) {
        if (inner_ == nullptr) {
            inner_ = object_member(config, key);
        }
    }
}

const Json* ConfigReader::find(std::string_view key) const {
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

const Json* ConfigReader::find_object(std::string_view key) const {
    const Json* value = find(key);
    return value != nullptr && value->is_object() ? value : nullptr;
}

std::optional<std::uint64_t> ConfigReader::integer(std::string_view keys) {
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

std::optional<double> ConfigReader::number(std::string_view key) {
    return number_of(key, find(key));
}

std::optional<bool> ConfigReader::boolean(std::string_view key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_boolean()) {
        complain(key, "true or false");
        return std::nullopt;
    }
    return value != nullptr ? std::optional(value->get<bool>()) : std::nullopt;
}

bool ConfigReader::states_null(std::string_view key) const {
    const Json* object = inner_ != nullptr ? inner_ : outer_;
    const auto found = object->is_object() ? object->find(std::string(key)) : object->end();
    return object->is_object() && found != object->end() && found->is_null();
}

std::string ConfigReader::text(std::string_view key) const {
    const Json* value = find(key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<double> ConfigReader::number_of(std::string_view key, const Json* value) {
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    if (!value->is_number() || !std::isfinite(value->get<double>())) {
        complain(key, "a number");
        return std::nullopt;
    }
    return value->get<double>();
}

void ConfigReader::complain(std::string_view key, std::string_view wanted) {
    warnings_.push_back(
        {fmt::format("\"{}\" is not {}; it counts as unknown", key, wanted), "config.json"});
}

std::optional<std::uint64_t> ConfigReader::integer_of(std::string_view key, const Json* value) {
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

}  // namespace bitlathe
