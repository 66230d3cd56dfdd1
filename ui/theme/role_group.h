// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

#include "core/model/model.h"

namespace bitlathe {

/// Roles as few enough kinds to have a colour each: index into ThemeTokens::roles.
enum class RoleGroup : std::uint8_t {
    kMlpDown,
    kMlpIn,      ///< gate and up
    kAttention,  ///< q, k, v
    kAttnOut,
    kEmbedding,  ///< and head
    kOther,
};
inline constexpr std::size_t kRoleGroupCount = 6;

[[nodiscard]] RoleGroup role_group(Role role);
/// "down", "gate, up", "q, k, v", "o", "embed", "other"
[[nodiscard]] QString role_group_text(RoleGroup group);

}  // namespace bitlathe
