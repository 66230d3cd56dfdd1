// SPDX-License-Identifier: GPL-3.0-or-later
// Gram matrices of the profile: of their own, as they are larger than all the rest.
#include <fmt/format.h>

#include "core/project/profile_tables.h"
#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

/// More channels than any model has, and few enough for their squares.
constexpr std::uint64_t kMostChannels = std::uint64_t{1} << 24;

bool present(const Project& project) {
    return project.profile && !project.profile->grams.empty();
}

std::uint64_t bytes(const Project& project) {
    std::uint64_t sum = 16'384;
    for (const TapGram& gram : project.profile->grams) {
        sum += gram.matrix->upper.size() * sizeof(float) + 1024;
    }
    return sum;
}

void write(const Project& project, GroupWriter& group) {
    write_grams(*project.profile, group);
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    if (!project.profile) {
        return group.refuse("there are Gram matrices without a profile");
    }
    return read_grams(group, *project.profile);
}

}  // namespace

void write_grams(const ActivationProfile& profile, GroupWriter& group) {
    std::vector<TapId> ids;
    std::vector<std::uint64_t> channels, tokens;
    for (const TapGram& gram : profile.grams) {
        ids.push_back(gram.id);
        channels.push_back(gram.matrix->channels);
        tokens.push_back(gram.matrix->tokens);
    }
    write_tap_ids(ids, group);
    group.numbers("channels", channels);
    group.numbers("tokens", tokens);
    GroupWriter matrices = group.group("matrices");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        matrices.numbers(fmt::format("{}", i), profile.grams[i].matrix->upper.values());
    }
}

Status read_grams(const GroupReader& group, ActivationProfile& profile) {
    BITLATHE_ASSIGN(const auto ids, read_tap_ids(group, profile.blocks.size()));
    BITLATHE_ASSIGN(const auto channels, group.numbers<std::uint64_t>("channels", {ids.size()}));
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {ids.size()}));
    BITLATHE_ASSIGN(const GroupReader matrices, group.group("matrices"));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (channels[i] > kMostChannels) {
            return group.refuse("a Gram matrix is larger than any file");
        }
        auto gram = std::make_shared<GramMatrix>();
        gram->channels = channels[i];
        gram->tokens = tokens[i];
        BITLATHE_ASSIGN(gram->upper, matrices.kept_floats(fmt::format("{}", i),
                                                          {GramMatrix::values(channels[i])}));
        profile.grams.push_back({ids[i], std::move(gram)});
    }
    return {};
}

ProjectKind gram_kind() {
    return {"gram", 1, present, bytes, write, read};
}

}  // namespace bitlathe
