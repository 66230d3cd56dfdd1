// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bitlathe {

/// One line of the golden vectors made with ggml's own functions.
struct GoldenRecord {
    bool decode = false;            ///< DEC: `values` are what `bytes` decode to; ENC: the inverse
    std::string type;               ///< ggml's name of the type
    std::vector<std::byte> bytes;   ///< one block
    std::vector<float> values;      ///< its elements
    std::vector<float> importance;  ///< ENC with an importance matrix only
};

/// All records, or none where the file is not there.
[[nodiscard]] std::vector<GoldenRecord> read_golden_records();

}  // namespace bitlathe
