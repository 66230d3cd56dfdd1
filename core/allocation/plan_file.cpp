// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/allocation/plan.h"
#include "core/base/atomic_file.h"
#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::array<std::string_view, 3> kMethods{"copy", "rtn", "search"};

std::string json_string(std::string_view text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string recipe_text(const Recipe& recipe) {
    std::string text = fmt::format("{{\"format\": {}, \"method\": {}, \"locked\": {}",
                                   json_string(format_info(recipe.format).name),
                                   json_string(recipe.method), recipe.locked);
    if (!recipe.reason.empty()) {
        text += fmt::format(", \"reason\": {}", json_string(recipe.reason));
    }
    return text + "}";
}

/// Reads one document, and says of everything it refuses where it stands.
class Reader {
public:
    explicit Reader(const std::string& file) : file_(file) {}

    Result<Plan> read(const Json& document) const {
        BITLATHE_TRY(check_version(document));
        Plan plan;
        if (const auto place = document.find("checkpoint"); place != document.end()) {
            if (!place->is_object()) {
                return refuse("checkpoint", "is not an object");
            }
            BITLATHE_TRY(
                read_text(*place, "checkpoint.", "fingerprint", plan.checkpoint_fingerprint));
            BITLATHE_TRY(read_text(*place, "checkpoint.", "path", plan.checkpoint_path));
        }
        BITLATHE_TRY(read_text(document, "", "target", plan.target));
        BITLATHE_TRY(read_text(document, "", "name", plan.name));
        BITLATHE_TRY(read_history(document, plan.history));
        BITLATHE_TRY(read_tensors(document, plan.tensors));
        if (plan.target.empty()) {
            return refuse("target", "is missing");
        }
        return plan;
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse(const std::string& where,
                                               const std::string& what) const {
        return fail(ErrorCode::kRefused, fmt::format("not a plan: {} {}", where, what), file_);
    }

    Status check_version(const Json& document) const {
        if (!document.is_object()) {
            return refuse("the document", "is not an object");
        }
        const auto version = document.find("bitlathe_plan");
        if (version == document.end()) {
            return refuse("bitlathe_plan", "is missing");
        }
        if (!version->is_number_unsigned() || version->get<std::uint64_t>() < 1) {
            return refuse("bitlathe_plan", "is not a version number");
        }
        if (version->get<std::uint64_t>() > kVersion) {
            return fail(ErrorCode::kRefused,
                        fmt::format("the plan has version {}, this program reads up to {}",
                                    version->dump(), kVersion),
                        file_, {}, "open it with a newer bitlathe");
        }
        return {};
    }

    Status read_text(const Json& object, const std::string& where, const char* key,
                     std::string& out) const {
        const auto value = object.find(key);
        if (value == object.end()) {
            return {};
        }
        if (!value->is_string()) {
            return refuse(where + key, "is not a string");
        }
        out = value->get_ref<const std::string&>();
        return {};
    }

    Status read_history(const Json& document, std::vector<std::string>& history) const {
        const auto lines = document.find("history");
        if (lines == document.end()) {
            return {};
        }
        if (!lines->is_array()) {
            return refuse("history", "is not an array");
        }
        for (const Json& line : *lines) {
            if (!line.is_string()) {
                return refuse(fmt::format("history[{}]", history.size()), "is not a string");
            }
            history.push_back(line.get_ref<const std::string&>());
        }
        return {};
    }

    Status read_tensors(const Json& document, std::map<std::string, Recipe>& tensors) const {
        const auto table = document.find("tensors");
        if (table == document.end() || !table->is_object()) {
            return refuse("tensors", "is not an object");
        }
        for (const auto& [name, value] : table->items()) {
            const std::string where = fmt::format("tensors[\"{}\"]", printable(name));
            if (!value.is_object()) {
                return refuse(where, "is not an object");
            }
            BITLATHE_ASSIGN(Recipe recipe, read_recipe(value, where));
            tensors.emplace(name, std::move(recipe));
        }
        return {};
    }

    Result<Recipe> read_recipe(const Json& object, const std::string& where) const {
        std::string format;
        BITLATHE_TRY(read_text(object, where + ".", "format", format));
        const auto id = find_format(format);
        if (!id) {
            return refuse(where + ".format",
                          fmt::format("\"{}\" is not a format of this version", printable(format)));
        }
        Recipe recipe{.format = *id};
        BITLATHE_TRY(read_text(object, where + ".", "method", recipe.method));
        if (std::find(kMethods.begin(), kMethods.end(), recipe.method) == kMethods.end()) {
            return refuse(where + ".method", fmt::format("\"{}\" is not a method of this version",
                                                         printable(recipe.method)));
        }
        BITLATHE_TRY(read_text(object, where + ".", "reason", recipe.reason));
        if (const auto locked = object.find("locked"); locked != object.end()) {
            if (!locked->is_boolean()) {
                return refuse(where + ".locked", "is not true or false");
            }
            recipe.locked = locked->get<bool>();
        }
        return recipe;
    }

    const std::string& file_;
};

}  // namespace

std::string plan_to_text(const Plan& plan) {
    std::string text = fmt::format(
        "{{\n  \"bitlathe_plan\": {},\n  \"checkpoint\": {{\"fingerprint\": {}, \"path\": {}}},\n"
        "  \"target\": {},\n  \"name\": {},\n  \"tensors\": {{",
        kVersion, json_string(plan.checkpoint_fingerprint), json_string(plan.checkpoint_path),
        json_string(plan.target), json_string(plan.name));
    std::string_view separator = "\n";
    for (const auto& [name, recipe] : plan.tensors) {
        text += fmt::format("{}    {}: {}", separator, json_string(name), recipe_text(recipe));
        separator = ",\n";
    }
    text += plan.tensors.empty() ? "},\n  \"history\": [" : "\n  },\n  \"history\": [";
    separator = "\n";
    for (const std::string& line : plan.history) {
        text += fmt::format("{}    {}", separator, json_string(line));
        separator = ",\n";
    }
    text += plan.history.empty() ? "]\n}\n" : "\n  ]\n}\n";
    return text;
}

Result<Plan> plan_from_text(std::string_view text, const std::string& file) {
    BITLATHE_ASSIGN(const Json document, parse_json(text, file));
    return Reader(file).read(document);
}

Result<Plan> load_plan(const std::filesystem::path& path) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    const auto bytes = file->bytes();
    return plan_from_text({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                          path.string());
}

Status save_plan(const Plan& plan, const std::filesystem::path& path) {
    return write_file(path, plan_to_text(plan));
}

}  // namespace bitlathe
