// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activation_findings.h"

namespace bitlathe {

std::shared_ptr<const ActivationFindings> ActivationFindings::make(const ActivationRecords& records,
                                                                   const Model& model,
                                                                   bool with_first,
                                                                   const WorkContext& context) {
    const ActivationProfile& profile = *records.profile;
    auto findings = std::make_shared<ActivationFindings>();
    findings->with_first = with_first;
    findings->blocks = block_importance(profile, with_first);
    for (const SkipEffect& effect :
         records.skips ? records.skips->measured.blocks : std::vector<SkipEffect>()) {
        if (effect.block < findings->blocks.size())
            findings->blocks[effect.block].skip_kl = effect.kl;
    }
    findings->skips = records.skips;
    findings->experts = records.experts;
    const OutputErrorRecord* errors = records.output_errors.get();
    if (errors != nullptr && is_of(*errors, profile, with_first)) {
        findings->output_errors =
            std::make_shared<const OutputErrorIndex>(records.output_errors, model);
    }
    for (const TapProfile& tap : profile.taps) {
        if (!context.check()) return nullptr;
        findings->taps.push_back(summarise_tap(tap, with_first));
    }
    findings->largest = stream_outliers(profile, with_first);
    findings->profile = records.profile;
    return findings;
}

const BlockImportance* ActivationFindings::block(std::optional<std::uint32_t> block) const {
    return block && *block < blocks.size() ? &blocks[*block] : nullptr;
}

const TapSummary* ActivationFindings::summary(const TapId& tap) const {
    const TapProfile* found = profile->find(tap);
    return found == nullptr ? nullptr
                            : &taps[static_cast<std::size_t>(found - profile->taps.data())];
}

const TapSummary* ActivationFindings::input_of(const TensorPlace& place) const {
    const auto point = tap_of_role(place.role);
    if (!point || !place.block) return nullptr;
    return summary({*place.block, *point, place.expert});
}

}  // namespace bitlathe
