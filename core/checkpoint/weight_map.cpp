// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/weight_map.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "core/base/json_events.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

class MapReader : public JsonEvents {
public:
    explicit MapReader(const ParseLimits& limits) : limits_(limits) {}

    bool null() override { return other_value(); }
    bool boolean(bool) override { return other_value(); }
    bool number_integer(std::int64_t) override { return other_value(); }
    bool number_unsigned(std::uint64_t) override { return other_value(); }
    bool number_float(double, const std::string&) override { return other_value(); }
    bool string(std::string& value) override;
    bool start_object(std::size_t) override;
    bool start_array(std::size_t) override { return other_value() && enter(); }
    bool key(std::string& name) override;
    bool end_object() override {
        in_map_ = false;  // nothing is nested in the map
        --depth_;
        return true;
    }
    bool end_array() override {
        --depth_;
        return true;
    }

    [[nodiscard]] bool map_seen() const { return map_seen_; }
    [[nodiscard]] std::vector<MappedTensor> take() { return std::move(lines_); }

private:
    bool enter() {
        ++depth_;
        return true;
    }
    /// A value that is not a file name in the map and not the map.
    bool other_value() {
        if (depth_ == 0 || in_map_ || map_is_next_) {
            return refuse("an index is an object with a weight_map from tensors to file names");
        }
        return true;
    }

    const ParseLimits& limits_;
    std::vector<MappedTensor> lines_;
    std::size_t depth_ = 0;
    bool map_is_next_ = false;
    bool in_map_ = false;
    bool map_seen_ = false;
};

bool MapReader::string(std::string& value) {
    if (!in_map_) {
        return other_value();
    }
    lines_.back().file = std::move(value);
    return true;
}

bool MapReader::start_object(std::size_t) {
    if (depth_ > 0 && !map_is_next_ && !other_value()) {
        return false;
    }
    in_map_ = std::exchange(map_is_next_, false);
    return enter();
}

bool MapReader::key(std::string& name) {
    if (in_map_) {
        if (lines_.size() >= limits_.max_tensors) {
            return refuse(fmt::format("more than {} tensors", limits_.max_tensors));
        }
        lines_.push_back({std::move(name), {}, string_begin()});
        return true;
    }
    map_is_next_ = depth_ == 1 && name == "weight_map";
    if (map_is_next_ && std::exchange(map_seen_, true)) {
        return refuse("weight_map appears twice", string_begin());
    }
    return true;
}

}  // namespace

Result<std::vector<MappedTensor>> parse_weight_map(std::string_view json, const std::string& file,
                                                   const ParseLimits& limits) {
    MapReader reader(limits);
    BITLATHE_TRY(parse_json_events(json, reader, file, 0, {.max_bytes = limits.max_header_bytes}));
    if (!reader.map_seen()) {
        return fail(ErrorCode::kRefused, "not a safetensors index: it has no weight_map", file, 0);
    }
    std::vector<MappedTensor> lines = reader.take();
    if (lines.empty()) {
        return fail(ErrorCode::kRefused, "the weight_map of the index is empty", file, 0);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const MappedTensor& a, const MappedTensor& b) {
        return a.tensor < b.tensor;
    });
    const auto twice =
        std::adjacent_find(lines.begin(), lines.end(),
                           [](const auto& a, const auto& b) { return a.tensor == b.tensor; });
    if (twice != lines.end()) {
        return fail(ErrorCode::kRefused,
                    fmt::format("tensor \"{}\" appears twice", printable(twice->tensor)), file,
                    std::next(twice)->at);
    }
    return lines;
}

}  // namespace bitlathe
