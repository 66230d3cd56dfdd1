// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/profile/checkpoint_diff.h"

namespace bitlathe::cli {
namespace {

std::string name_of(const Model& model, std::size_t tensor, std::optional<std::uint64_t> expert) {
    const std::string& name = model.tensor(tensor).name;
    return expert ? fmt::format("{}[{}]", name, *expert) : name;
}

std::string_view format_of(const Model& model, std::size_t tensor) {
    return format_info(model.tensor(tensor).format).name;
}

/// Keys whose values differ: {key: [value of a or null, value of b or null]}.
Json metadata_difference(const Checkpoint& a, const Checkpoint& b) {
    const Json in_a = a.metadata().to_json();
    const Json in_b = b.metadata().to_json();
    Json result = Json::object();
    for (const auto& [key, value] : in_a.items()) {
        const auto other = in_b.find(key);
        if (other == in_b.end()) {
            result[key] = {value, nullptr};
        } else if (*other != value) {
            result[key] = {value, *other};
        }
    }
    for (const auto& [key, value] : in_b.items()) {
        if (!in_a.contains(key)) {
            result[key] = {nullptr, value};
        }
    }
    return result;
}

Json document(const Model& a, const Model& b, const CheckpointDifference& difference) {
    Json rows = Json::array();
    for (const TensorDifference& row : difference.tensors) {
        rows.push_back({{"name_a", name_of(a, row.a, row.expert_a)},
                        {"name_b", name_of(b, row.b, row.expert_b)},
                        {"format_a", format_of(a, row.a)},
                        {"format_b", format_of(b, row.b)},
                        {"bytes_a", row.bytes_a},
                        {"bytes_b", row.bytes_b},
                        {"nmse", or_null(row.nmse)},
                        {"max_abs", or_null(row.max_abs)},
                        {"note", row.note.empty() ? Json(nullptr) : Json(row.note)}});
    }
    const auto names = [](const Model& model, const std::vector<std::size_t>& tensors) {
        Json list = Json::array();
        for (const std::size_t tensor : tensors) {
            list.push_back(model.tensor(tensor).name);
        }
        return list;
    };
    return {{"tensors", rows},
            {"only_a", names(a, difference.only_a)},
            {"only_b", names(b, difference.only_b)},
            {"metadata", metadata_difference(*a.checkpoint, *b.checkpoint)}};
}

void print_for_people(const Model& a, const Model& b, const CheckpointDifference& difference) {
    const auto number = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.6g}", *value) : std::string("-");
    };
    fmt::print("{:<44} {:<8} {:<8} {:>12} {:>12} {:>12} {:>12}  {}\n", "tensor", "a", "b",
               "bytes a", "bytes b", "nmse", "max |b-a|", "note");
    for (const TensorDifference& row : difference.tensors) {
        fmt::print("{:<44} {:<8} {:<8} {:>12} {:>12} {:>12} {:>12}  {}\n",
                   printable(name_of(a, row.a, row.expert_a)), format_of(a, row.a),
                   format_of(b, row.b), row.bytes_a, row.bytes_b, number(row.nmse),
                   number(row.max_abs), row.note);
    }
    for (const std::size_t tensor : difference.only_a) {
        fmt::print("only in a: {}\n", printable(a.tensor(tensor).name));
    }
    for (const std::size_t tensor : difference.only_b) {
        fmt::print("only in b: {}\n", printable(b.tensor(tensor).name));
    }
}

}  // namespace

Action diff_command(CLI::App& command) {
    auto paths = std::make_shared<std::pair<std::string, std::string>>();
    command.add_option("A", paths->first, "The reference checkpoint")->required();
    command.add_option("B", paths->second, "The other checkpoint")->required();
    return [paths](Session& session) -> Status {
        BITLATHE_ASSIGN(const auto a, open_model(paths->first));
        BITLATHE_ASSIGN(const auto b, open_model(paths->second));
        BITLATHE_ASSIGN(const auto difference,
                        compare_checkpoints(*a, *b, session.context("diff")));
        session.end_progress();
        session.print(document(*a, *b, difference), [&] { print_for_people(*a, *b, difference); });
        return {};
    };
}

}  // namespace bitlathe::cli
