// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/activation_profile.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace bitlathe {
namespace {

constexpr std::array<std::string_view, 7> kPointNames = {
    "resid_in", "attn_in", "attn_out", "resid_mid", "mlp_in", "mlp_mid", "resid_out"};

}  // namespace

std::string_view tap_point_name(TapPoint point) {
    return kPointNames[static_cast<std::size_t>(point)];
}

std::optional<TapPoint> find_tap_point(std::string_view name) {
    const auto found = std::find(kPointNames.begin(), kPointNames.end(), name);
    return found == kPointNames.end()
               ? std::nullopt
               : std::optional(static_cast<TapPoint>(found - kPointNames.begin()));
}

std::string tap_name(const TapId& tap) {
    const std::string name = fmt::format("blk.{}.{}", tap.block, tap_point_name(tap.point));
    if (tap.shared_expert) {
        return name + ".shared";
    }
    return tap.expert ? fmt::format("{}.{}", name, *tap.expert) : name;
}

std::optional<TapPoint> tap_of_role(Role role) {
    switch (role) {
        case Role::kAttnQ:
        case Role::kAttnK:
        case Role::kAttnV:
        case Role::kAttnQkv:
            return TapPoint::kAttnIn;
        case Role::kAttnO:
            return TapPoint::kAttnOut;
        case Role::kMlpGate:
        case Role::kMlpUp:
        case Role::kMlpGateUp:
        case Role::kRouter:
            return TapPoint::kMlpIn;
        case Role::kMlpDown:
            return TapPoint::kMlpMid;
        default:
            return std::nullopt;
    }
}

const TapProfile* ActivationProfile::find(const TapId& tap) const {
    const auto found =
        std::lower_bound(taps.begin(), taps.end(), tap,
                         [](const TapProfile& a, const TapId& b) { return a.id < b; });
    return found == taps.end() || found->id != tap ? nullptr : &*found;
}

const GramMatrix* ActivationProfile::find_gram(const TapId& tap) const {
    const auto found = std::find_if(grams.begin(), grams.end(),
                                    [&](const TapGram& gram) { return gram.id == tap; });
    return found == grams.end() ? nullptr : found->matrix.get();
}

Status ActivationProfile::check() const {
    for (const TapGram& gram : grams) {
        BITLATHE_TRY(gram.matrix->upper.check());
    }
    return {};
}

}  // namespace bitlathe
