// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/text/json_steps.h"
#include "core/text/regex.h"

namespace bitlathe {

/// One stretch of text on its way to the model.
struct Piece {
    std::string_view text;
    bool at_start = false;  ///< it begins where the text that was asked for begins
};

/// Stretches of text in order, and the texts they lie in where those are new.
struct Pieces {
    std::vector<Piece> list;
    std::deque<std::string> storage;
};

/// What becomes of the matches of a splitting pattern.
enum class SplitBehavior : std::uint8_t {
    kRemoved,
    kIsolated,
    kMergedWithPrevious,
    kMergedWithNext,
    kContiguous,
};

/// Splits text before the model sees it; merges never cross a border. Immutable and thread-safe.
class PreTokenizer {
public:
    /// Splits nothing.
    PreTokenizer() = default;
    /// Reads the "pre_tokenizer" of a tokenizer.json. Errors: kRefused.
    static Result<PreTokenizer> from_json(const Json& json);
    /// Splits by patterns one after the other, every match and everything between matches a piece.
    static Result<PreTokenizer> from_patterns(const std::vector<std::string_view>& patterns);

    /// Takes well-formed UTF-8 whose storage stays alive. Errors: kRefused (a pattern gave up).
    Status split(Pieces& pieces) const;
    /// Whether the model gets bytes written as characters (a ByteLevel at the end, left to the
    /// model).
    [[nodiscard]] bool byte_level() const { return byte_level_; }
    /// Does that here, for models that do not.
    void write_bytes();

    using Step = std::function<Status(Pieces&)>;

private:
    Status read(const JsonStep& step);
    std::vector<Step> steps_;
    bool byte_level_ = false;
};

}  // namespace bitlathe
