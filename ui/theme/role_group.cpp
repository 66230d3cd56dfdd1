// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/role_group.h"

#include <QCoreApplication>

namespace bitlathe {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("role_group", text);
}

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
            return say(QT_TRANSLATE_NOOP("role_group", "down"));
        case RoleGroup::kMlpIn:
            return say(QT_TRANSLATE_NOOP("role_group", "gate, up"));
        case RoleGroup::kAttention:
            return say(QT_TRANSLATE_NOOP("role_group", "q, k, v"));
        case RoleGroup::kAttnOut:
            return say(QT_TRANSLATE_NOOP("role_group", "o"));
        case RoleGroup::kEmbedding:
            return say(QT_TRANSLATE_NOOP("role_group", "embed"));
        case RoleGroup::kOther:
            break;
    }
    return say(QT_TRANSLATE_NOOP("role_group", "other"));
}

}  // namespace bitlathe
