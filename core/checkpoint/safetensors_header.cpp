// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/safetensors_header.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/json_events.h"
#include "core/base/names.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

enum class Place { kTop, kMetadata, kTensor, kShape, kData, kIgnored };
enum class Field { kNone, kDtype, kShape, kData, kUnknown };

Field field_of(std::string_view name) {
    return name == "dtype"          ? Field::kDtype
           : name == "shape"        ? Field::kShape
           : name == "data_offsets" ? Field::kData
                                    : Field::kUnknown;
}

class HeaderReader : public JsonEvents {
public:
    explicit HeaderReader(const ParseLimits& limits) : limits_(limits) {}

    bool null() override { return is_metadata_ && in(Place::kTop) ? true : other_value(); }
    bool boolean(bool) override { return other_value(); }
    bool number_integer(std::int64_t) override { return other_value(); }
    bool number_float(double, const std::string&) override { return other_value(); }
    bool number_unsigned(std::uint64_t value) override;
    bool string(std::string& value) override;
    bool start_object(std::size_t) override;
    bool start_array(std::size_t) override;
    bool key(std::string& name) override;
    bool end_object() override;
    bool end_array() override;

    [[nodiscard]] SafetensorsHeader take() { return std::move(header_); }

private:
    [[nodiscard]] bool in(Place place) const { return !places_.empty() && places_.back() == place; }
    [[nodiscard]] bool ignored() const {
        return in(Place::kIgnored) || (in(Place::kTensor) && field_ == Field::kUnknown);
    }
    SafetensorsEntry& entry() { return header_.entries.back(); }
    bool refuse_entry(std::string_view why) {
        return refuse(fmt::format("tensor \"{}\" {}", printable(entry().name), why), entry().at);
    }
    bool other_value();
    bool top_key(std::string& name);
    bool tensor_key(std::string_view name);

    const ParseLimits& limits_;
    SafetensorsHeader header_;
    std::vector<Place> places_;
    Field field_ = Field::kNone;
    std::array<bool, 3> seen_ = {};  ///< dtype, shape, data_offsets of the tensor being read
    std::uint64_t data_count_ = 0;
    bool is_metadata_ = false;  ///< the key before was __metadata__
    bool metadata_seen_ = false;
    std::string metadata_key_;
};

bool HeaderReader::other_value() {
    if (ignored()) {
        return true;
    }
    if (places_.empty()) {
        return refuse("the header is not a JSON object");
    }
    if (is_metadata_) {
        return refuse("__metadata__ is not a map from strings to strings");
    }
    switch (field_) {
        case Field::kDtype:
            return refuse_entry("has a dtype that is not a string");
        case Field::kShape:
            return refuse_entry("has a shape that is not a list of sizes");
        case Field::kData:
            return refuse_entry("has data_offsets that are not two offsets");
        default:
            return refuse_entry("is not described by a JSON object");
    }
}

bool HeaderReader::number_unsigned(std::uint64_t value) {
    if (in(Place::kShape)) {
        entry().shape.push_back(value);
        return true;
    }
    if (in(Place::kData) && data_count_ < 2) {
        entry().data[data_count_++] = value;
        return true;
    }
    return other_value();
}

bool HeaderReader::string(std::string& value) {
    if (in(Place::kMetadata)) {
        header_.metadata.add_string(std::move(metadata_key_), value);
        return true;
    }
    if (in(Place::kTensor) && field_ == Field::kDtype) {
        entry().dtype = std::move(value);
        return true;
    }
    return other_value();
}

bool HeaderReader::start_object(std::size_t) {
    if (places_.empty()) {
        places_.push_back(Place::kTop);
        return true;
    }
    if (in(Place::kTop)) {
        places_.push_back(is_metadata_ ? Place::kMetadata : Place::kTensor);
        field_ = Field::kNone;
        seen_ = {};
        data_count_ = 0;
        return true;
    }
    if (ignored()) {
        places_.push_back(Place::kIgnored);
        return true;
    }
    return other_value();
}

bool HeaderReader::start_array(std::size_t) {
    if (ignored()) {
        places_.push_back(Place::kIgnored);
        return true;
    }
    if (in(Place::kTensor) && (field_ == Field::kShape || field_ == Field::kData)) {
        places_.push_back(field_ == Field::kShape ? Place::kShape : Place::kData);
        return true;
    }
    return other_value();
}

bool HeaderReader::top_key(std::string& name) {
    is_metadata_ = name == "__metadata__";
    if (is_metadata_) {
        return std::exchange(metadata_seen_, true) ? refuse("__metadata__ appears twice") : true;
    }
    if (header_.entries.size() >= limits_.max_tensors) {
        return refuse(fmt::format("more than {} tensors", limits_.max_tensors));
    }
    field_ = Field::kNone;
    header_.entries.push_back({std::move(name), {}, {}, {}, string_begin()});
    return true;
}

bool HeaderReader::tensor_key(std::string_view name) {
    field_ = field_of(name);
    if (field_ == Field::kUnknown) {
        return true;  // the reference reader ignores them too
    }
    const auto index = static_cast<std::size_t>(field_) - static_cast<std::size_t>(Field::kDtype);
    return std::exchange(seen_[index], true) ? refuse_entry(fmt::format("has two {}", name)) : true;
}

bool HeaderReader::key(std::string& name) {
    if (in(Place::kTop)) {
        return top_key(name);
    }
    if (in(Place::kTensor)) {
        return tensor_key(name);
    }
    if (in(Place::kMetadata)) {
        if (header_.metadata.find(name) != nullptr) {
            return refuse(fmt::format("metadata key \"{}\" appears twice", printable(name)),
                          string_begin());
        }
        if (header_.metadata.entries().size() >= limits_.max_metadata) {
            return refuse(fmt::format("more than {} metadata keys", limits_.max_metadata));
        }
        metadata_key_ = std::move(name);
    }
    return true;
}

bool HeaderReader::end_object() {
    if (in(Place::kTensor)) {
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            static constexpr std::array<std::string_view, 3> kFields = {"dtype", "shape",
                                                                        "data_offsets"};
            if (!seen_[i]) {
                return refuse_entry(fmt::format("has no {}", kFields[i]));
            }
        }
    }
    places_.pop_back();
    return true;
}

bool HeaderReader::end_array() {
    if (in(Place::kData) && data_count_ != 2) {
        return refuse_entry("has data_offsets that are not two offsets");
    }
    places_.pop_back();
    return true;
}

}  // namespace

Result<SafetensorsHeader> parse_safetensors_header(std::string_view json, const std::string& file,
                                                   std::uint64_t base_offset,
                                                   const ParseLimits& limits) {
    HeaderReader reader(limits);
    BITLATHE_TRY(
        parse_json_events(json, reader, file, base_offset, {.max_bytes = limits.max_header_bytes}));
    SafetensorsHeader header = reader.take();
    const auto& entries = header.entries;
    const auto twice = first_duplicate(
        entries.size(), [&](std::size_t i) -> std::string_view { return entries[i].name; });
    if (twice) {
        return fail(ErrorCode::kRefused,
                    fmt::format("tensor \"{}\" appears twice", printable(entries[*twice].name)),
                    file, entries[*twice].at);
    }
    return header;
}

}  // namespace bitlathe
