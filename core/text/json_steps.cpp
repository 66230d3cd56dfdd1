// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_steps.h"

#include <string>

#include "core/base/json.h"

namespace bitlathe {
namespace {

constexpr int kMaxDepth = 32;

class Walk {
public:
    Walk(const char* where, const char* list, const std::function<Status(const JsonStep&)>& read)
        : where_(where), list_(list), read_(read) {}

    Status visit(const Json& part, int depth, bool last) const {
        const JsonFields fields(part, where_);
        if (depth > kMaxDepth) {
            return fields.refuse("too deep");
        }
        const Result<std::string> type = fields.string("type");
        if (!type) {
            return fail(type.error());
        }
        if (*type != "Sequence") {
            return read_({fields, *type, last});
        }
        const Json* parts = fields.find(list_);
        if (parts == nullptr || !parts->is_array()) {
            return fields.refuse(fmt::format("\"{}\" is not an array", list_));
        }
        for (std::size_t i = 0; i < parts->size(); ++i) {
            BITLATHE_TRY(visit((*parts)[i], depth + 1, last && i + 1 == parts->size()));
        }
        return {};
    }

private:
    const char* where_;
    const char* list_;
    const std::function<Status(const JsonStep&)>& read_;
};

}  // namespace

Status for_each_step(const Json& part, const char* where, const char* list,
                     const std::function<Status(const JsonStep&)>& read) {
    return Walk(where, list, read).visit(part, 0, true);
}

}  // namespace bitlathe
