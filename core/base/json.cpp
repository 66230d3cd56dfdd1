// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/json_events.h"
#include "core/base/names.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

/// Builds the tree. Members are appended without looking for their keys among those before them,
/// which the library's own builder does, at quadratic cost; duplicates are found by sorting when
/// the object ends.
class TreeBuilder : public JsonEvents {
public:
    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(value); }
    bool number_float(double value, const std::string&) override { return add(value); }
    bool string(std::string& value) override { return add(std::move(value)); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool key(std::string& name) override {
        open_.back().key_at.push_back(string_begin());
        open_.back().node->get_ref<Json::object_t&>().emplace_back(std::move(name), nullptr);
        return true;
    }
    bool end_array() override {
        open_.pop_back();
        return true;
    }
    bool end_object() override {
        const auto& members = open_.back().node->get_ref<Json::object_t&>();
        const auto twice = first_duplicate(members.size(), [&](std::size_t i) -> std::string_view {
            return members.data()[i].first;
        });
        if (twice) {
            return refuse(fmt::format("JSON key \"{}\" appears twice",
                                      printable(members.data()[*twice].first)),
                          open_.back().key_at[*twice]);
        }
        open_.pop_back();
        return true;
    }
    [[nodiscard]] Json take() { return std::move(root_); }

private:
    struct Open {
        Json* node;
        std::vector<std::uint64_t> key_at;
    };

    Json& place() {
        if (open_.empty()) {
            return root_;
        }
        Json& parent = *open_.back().node;
        if (parent.is_array()) {
            return parent.get_ref<Json::array_t&>().emplace_back();
        }
        return parent.get_ref<Json::object_t&>().back().second;
    }
    bool add(Json value) {
        place() = std::move(value);
        return true;
    }
    bool open(Json container) {
        Json& node = place();
        node = std::move(container);
        open_.push_back({&node, {}});
        return true;
    }

    Json root_;
    std::vector<Open> open_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& file, std::uint64_t base_offset,
                        const JsonLimits& limits) {
    TreeBuilder builder;
    BITLATHE_TRY(parse_json_events(text, builder, file, base_offset, limits));
    return builder.take();
}

}  // namespace bitlathe
