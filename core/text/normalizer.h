// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"

namespace bitlathe {

/// What a tokenizer does to text before it splits it. Immutable and thread-safe.
class Normalizer {
public:
    /// Does nothing.
    Normalizer() = default;
    /// Reads the "normalizer" of a tokenizer.json. Errors: kRefused (unknown type, malformed).
    static Result<Normalizer> from_json(const Json& json);

    /// Takes and gives well-formed UTF-8. Errors: kRefused (a pattern gave up, the text explodes).
    [[nodiscard]] Result<std::string> apply(std::string_view text) const;
    [[nodiscard]] bool empty() const { return steps_.empty(); }

    using Step = std::function<Result<std::string>(std::string)>;

private:
    std::vector<Step> steps_;
};

/// Replaces every match of a pattern, as it stands in tokenizer.json ({"String": ..} or
/// {"Regex": ..}), by `content`. Errors: kRefused.
[[nodiscard]] Result<Normalizer::Step> replace_step(const Json& pattern, std::string content,
                                                    const std::string& where);

}  // namespace bitlathe
