// SPDX-License-Identifier: GPL-3.0-or-later
// What a pass of a text through the model showed.
#include "core/project/profile_tables.h"
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

bool present(const Project& project) {
    return project.profile.has_value();
}

std::uint64_t bytes(const Project& project) {
    const ActivationProfile& profile = *project.profile;
    const std::uint64_t channel = kTapSums.size() * sizeof(double) + sizeof(float) +
                                  profile.thresholds.size() * sizeof(std::uint32_t);
    const std::uint64_t tap = (TapStatistics::kMagnitudes + 64) * sizeof(std::uint64_t);
    std::uint64_t sum = 65'536 + profile.blocks.size() * 1024;
    for (const TapProfile& row : profile.taps) {
        sum += 2 * (tap + row.statistics.rest.channels() * channel);
    }
    for (const BlockActivity& block : profile.blocks) {
        sum += 8 *
               (block.heads.heads() + 3 * block.heads.seen.size() + 2 * block.router.chosen.size());
    }
    return sum + 32 * profile.spans.size();
}

void write(const Project& project, GroupWriter& group) {
    write_profile(*project.profile, group);
}

Status read(const GroupReader& group, std::uint64_t version, Project& project) {
    BITLATHE_ASSIGN(project.profile, read_profile(group, version));
    return {};
}

}  // namespace

ProjectKind profile_kind() {
    return {"profile", 2, present, bytes, write, read};
}

}  // namespace bitlathe
