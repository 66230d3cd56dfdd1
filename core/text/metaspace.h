// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/text/json_fields.h"

namespace bitlathe {

/// The fields that "Metaspace" has as a pre-tokenizer and as a decoder.
struct Metaspace {
    std::string mark;    ///< what stands for a space; not empty
    std::string scheme;  ///< where one is put before text: always, first, never
};
/// Errors: kRefused.
[[nodiscard]] Result<Metaspace> read_metaspace_fields(const JsonFields& fields);

}  // namespace bitlathe
