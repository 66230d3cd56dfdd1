// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/json_fields.h"

namespace bitlathe {

/// One step of a part of a tokenizer.json.
struct JsonStep {
    const JsonFields& fields;
    std::string_view type;
    bool last = false;  ///< of the whole part
};

/// Calls `read` for every step of a part, in order: the part is one step, or a "Sequence" with
/// steps (and further sequences) under `list`. `where` names the part in messages. Errors: kRefused
/// (malformed, too deep), those of `read`.
Status for_each_step(const Json& part, const char* where, const char* list,
                     const std::function<Status(const JsonStep&)>& read);

/// Reads a step by the row of its type: `rows` have a `type` and a `read(fields, ...)`. Errors:
/// kRefused for a type that has no row, those of `read`.
template <class Rows, class... Arguments>
Status read_by_type(const Rows& rows, const JsonStep& step, Arguments&&... arguments) {
    for (const auto& row : rows) {
        if (row.type == step.type) {
            return row.read(step.fields, std::forward<Arguments>(arguments)...);
        }
    }
    return step.fields.refuse(fmt::format("type \"{}\" is not known", step.type));
}

}  // namespace bitlathe
