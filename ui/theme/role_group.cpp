// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/role_group.h"

#include <QCoreApplication>

namespace bitlathe {
namespace {

struct RoleGroups {
    Q_DECLARE_TR_FUNCTIONS(role_group)
};

}  // namespace

RoleGroup role_group(Role role) {
    switch (role) {
        case Role::kMlpDown:
            return RoleGroup::kMlpDown;
        case Role::kMlpGate:
        case Role::kMlpUp:
        case Role::kMlpGateUp:
            return RoleGroup::kMlpIn;
        case Role::kAttnQ:
        case Role::kAttnK:
        case Role::kAttnV:
        case Role::kAttnQkv:
            return RoleGroup::kAttention;
        case Role::kAttnO:
            return RoleGroup::kAttnOut;
        case Role::kEmbed:
        case Role::kLmHead:
            return RoleGroup::kEmbedding;
        case Role::kNorm:
        case Role::kRouter:
        case Role::kOther:
            break;
    }
    return RoleGroup::kOther;
}

QString role_group_text(RoleGroup group) {
    switch (group) {
        case RoleGroup::kMlpDown:
            return RoleGroups::tr("down");
        case RoleGroup::kMlpIn:
            return RoleGroups::tr("gate, up");
        case RoleGroup::kAttention:
            return RoleGroups::tr("q, k, v");
        case RoleGroup::kAttnOut:
            return RoleGroups::tr("o");
        case RoleGroup::kEmbedding:
            return RoleGroups::tr("embed");
        case RoleGroup::kOther:
            break;
    }
    return RoleGroups::tr("other");
}

}  // namespace bitlathe
