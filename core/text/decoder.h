// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"

namespace bitlathe {

/// Turns the texts of tokens back into the text they came from. Immutable and thread-safe.
class Decoder {
public:
    /// Joins tokens with spaces, as is done where a tokenizer has no decoder.
    Decoder() = default;
    /// Reads the "decoder" of a tokenizer.json. Errors: kRefused.
    static Result<Decoder> from_json(const Json& json);

    /// Bytes of the text.
    [[nodiscard]] std::string decode(std::vector<std::string> tokens) const;

    using Step = std::function<void(std::vector<std::string>&)>;

private:
    std::vector<Step> steps_;
};

}  // namespace bitlathe
