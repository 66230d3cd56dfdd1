// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace bitlathe {

/// A JSON document whose objects keep the order of their keys. Headers that only pass documents on
/// include this file; reading all of the library costs a compiler seconds in every file.
using Json = nlohmann::ordered_json;

}  // namespace bitlathe
