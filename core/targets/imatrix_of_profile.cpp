// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "core/targets/imatrix.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

/// Where the input of a tensor (of one of its experts) was observed; nullptr when it was not.
const TapProfile* tap_of(const ActivationProfile& profile, const TensorPlace& place,
                         std::optional<std::uint32_t> expert) {
    const auto point = place.block ? tap_of_role(place.role) : std::nullopt;
    if (!point) {
        return nullptr;
    }
    const bool shared = place.canonical.find("_shexp") != std::string::npos;
    const bool own_input = *point == TapPoint::kMlpMid;
    return profile.find({*place.block, *point, expert, shared && own_input && !expert});
}

/// Adds one matrix to an entry: the inputs its weights saw, or none. Of matrices stored the other
/// way round only the tap knows the number of inputs.
void add_matrix(const TapProfile* tap, bool with_first, std::uint64_t cols, std::size_t matrix,
                ImatrixEntry& entry) {
    if (tap != nullptr) {
        cols = tap->statistics.rest.channels();
    }
    if (entry.counts.size() <= matrix) {
        entry.counts.resize(matrix + 1);
        entry.sums.resize((matrix + 1) * cols);
    }
    if (tap == nullptr || entry.sums.size() < (matrix + 1) * cols) {
        return;
    }
    const auto& [first, rest] = tap->statistics;
    entry.counts[matrix] = static_cast<float>(rest.tokens + (with_first ? first.tokens : 0));
    std::transform(rest.sum2.begin(), rest.sum2.end(), first.sum2.begin(),
                   entry.sums.begin() + static_cast<std::ptrdiff_t>(matrix * cols),
                   [with_first](double others, double firsts) {
                       return static_cast<float>(others + (with_first ? firsts : 0));
                   });
}

bool anything_counted(const ImatrixEntry& entry) {
    return std::any_of(entry.counts.begin(), entry.counts.end(),
                       [](float count) { return count > 0; });
}

}  // namespace

Imatrix imatrix_of(const Model& model, const ActivationProfile& profile, bool with_first) {
    std::map<std::string, ImatrixEntry> entries;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const TensorPlace& place = model.places[i];
        const TensorInfo& info = model.tensor(i);
        if (!place.block || !tap_of_role(place.role) || info.shape.size() < 2) {
            continue;
        }
        const std::string name = place.expert ? stacked_name(place) : place.canonical;
        ImatrixEntry& entry = entries[name];
        entry.name = name;
        const std::uint64_t experts = place.stacked_experts ? info.shape.front() : 1;
        for (std::uint64_t e = 0; e < experts; ++e) {
            const auto expert =
                place.stacked_experts ? std::optional(static_cast<std::uint32_t>(e)) : place.expert;
            add_matrix(tap_of(profile, place, expert), with_first, info.cols(), expert.value_or(0),
                       entry);
        }
    }
    Imatrix imatrix;
    for (auto& [name, entry] : entries) {
        if (anything_counted(entry)) {
            imatrix.entries.push_back(std::move(entry));
        }
    }
    imatrix.dataset = profile.text.path;
    imatrix.chunks = static_cast<std::uint32_t>(profile.text.windows);
    imatrix.chunk_size = static_cast<std::uint32_t>(profile.text.context);
    return imatrix;
}

}  // namespace bitlathe
