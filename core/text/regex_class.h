// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace bitlathe {

/// A set of characters as an expression that matches one of them.
struct ClassText {
    std::string items;                ///< what goes between [ and ]
    std::vector<std::string> nested;  ///< expressions of classes inside
    [[nodiscard]] bool empty() const { return items.empty() && nested.empty(); }

    [[nodiscard]] std::string expression() const {
        if (nested.empty()) {
            return "[" + items + "]";
        }
        std::string any = items.empty() ? "" : "[" + items + "]";
        for (const std::string& one : nested) {
            any += (any.empty() ? "" : "|") + one;
        }
        return "(?:" + any + ")";
    }
    [[nodiscard]] std::string negation() const {
        return nested.empty() ? "[^" + items + "]" : "(?:(?!" + expression() + ")(?s:.))";
    }
};

}  // namespace bitlathe
