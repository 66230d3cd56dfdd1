// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/metaspace.h"

#include "core/text/safe_cuts.h"

namespace bitlathe {

Result<Metaspace> read_metaspace_fields(const JsonFields& fields) {
    Metaspace out;
    BITLATHE_ASSIGN(out.mark, fields.string_or("replacement", std::string(kSpaceMark)));
    BITLATHE_ASSIGN(const bool always, fields.boolean_or("add_prefix_space", true));
    BITLATHE_ASSIGN(out.scheme, fields.string_or("prepend_scheme", always ? "always" : "never"));
    if (out.mark.empty() ||
        (out.scheme != "always" && out.scheme != "first" && out.scheme != "never")) {
        return fields.refuse(
            "Metaspace with a \"replacement\" or \"prepend_scheme\" that is not known");
    }
    return out;
}

}  // namespace bitlathe
