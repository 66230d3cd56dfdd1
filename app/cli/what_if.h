// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "app/cli/session.h"
#include "core/base/json.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe::cli {

/// Which tensors are tried in other bases, and how.
struct WhatIfArguments {
    std::string tensors;  ///< a pattern of names; "": none
    std::string format = "Q4_K";
    double alpha = 0.5;
    std::uint64_t seed = 1;
};
/// --what-if, --format, --alpha and --seed.
void add_what_if_options(CLI::App& command, WhatIfArguments& arguments);

/// Every tensor that matches, plain, smoothed, scaled and rotated, and the better direction of
/// integer groups. Errors: kImpossible (no linear matches whose inputs were seen), those of
/// what_if().
[[nodiscard]] Result<Json> what_if_json(const WhatIfArguments& arguments, const Model& model,
                                        const ActivationProfile& profile, bool with_first,
                                        Session& session);
/// The same for people; nothing for null.
void print_what_if(const Json& tried);

}  // namespace bitlathe::cli
