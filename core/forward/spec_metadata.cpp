// SPDX-License-Identifier: GPL-3.0-or-later
// What GGUF metadata says of the computation.
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/forward/family_rows.h"
#include "core/forward/spec_keys.h"

namespace bitlathe {

using namespace spec_keys;

namespace {

/// Values under the keys of one architecture.
class Values {
public:
    Values(const Model& model)
        : metadata_(model.checkpoint->metadata()), architecture_(model.gguf_architecture) {}

    [[nodiscard]] std::optional<double> number(std::string_view key) const {
        return metadata_.number(name(key));
    }
    [[nodiscard]] std::optional<std::uint64_t> integer(std::string_view key) const {
        return metadata_.integer_at(name(key), 0);
    }
    [[nodiscard]] std::optional<bool> boolean(std::string_view key) const {
        return metadata_.boolean(name(key));
    }
    [[nodiscard]] std::string text(std::string_view key) const {
        return std::string(metadata_.string(name(key)).value_or(""));
    }

private:
    [[nodiscard]] std::string name(std::string_view key) const {
        return fmt::format("{}.{}", architecture_, key);
    }
    const Metadata& metadata_;
    const std::string& architecture_;
};

/// The values of a small float tensor that belongs to no block.
Status read_factors(const Model& model, std::string_view canonical, std::vector<float>& out) {
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        if (model.places[i].canonical != canonical) {
            continue;
        }
        const TensorView view = model.checkpoint->view(i);
        constexpr std::uint64_t kMost = 1U << 16;
        if (!view.can_decode() || view.rows() != 1 || view.cols() > kMost) {
            return fail(
                ErrorCode::kRefused,
                fmt::format("{} is not a short list of numbers", printable(model.tensor(i).name)),
                model.checkpoint->path().string(), {}, "convert the model again");
        }
        out.resize(view.cols());
        view.decode_rows(0, 1, out.data());
    }
    return {};
}

Status read_rope(const Model& model, const Values& values, const ForwardFamily& family,
                 ForwardSpec& spec) {
    Rotary& rotary = spec.rotary;
    rotary.dims = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(values.integer(kRopeDimensions).value_or(0), 1U << 20));
    rotary.theta = values.number(kRopeBase).value_or(10'000);
    rotary.type = values.text(kRopeType);
    rotary.factor = values.number(kRopeFactor);
    if (rotary.type == "none" || (rotary.type == "linear" && rotary.factor.value_or(0) == 0)) {
        rotary.type.clear();
    }
    rotary.attention_factor = values.number(kRopeAttention);
    if (rotary.type == "yarn" && rotary.attention_factor && rotary.factor) {
        *rotary.attention_factor *= yarn_magnitude(*rotary.factor);
    }
    rotary.original_context = values.number(kRopeContext);
    if (!rotary.original_context && rotary.context > 0) {
        rotary.original_context = rotary.context;
    }
    rotary.beta_fast = values.number(kRopeFast).value_or(rotary.beta_fast);
    rotary.beta_slow = values.number(kRopeSlow).value_or(rotary.beta_slow);
    BITLATHE_TRY(read_factors(model, kDivisors, rotary.divisors));
    std::vector<float> factors;
    BITLATHE_TRY(read_factors(model, kLongFactors, factors));
    rotary.long_factor.assign(factors.begin(), factors.end());
    factors.clear();
    BITLATHE_TRY(read_factors(model, kShortFactors, factors));
    rotary.short_factor.assign(factors.begin(), factors.end());
    if (!rotary.long_factor.empty()) {
        rotary.type = "longrope";
    }
    spec.local_rotary = Rotary{};
    spec.local_rotary.dims = rotary.dims;
    spec.local_rotary.theta =
        values.number(kRopeBaseLocal)
            .value_or(family.local_theta > 0 ? family.local_theta : rotary.theta);
    return {};
}

void read_windows(const Values& values, const ForwardFamily& family, ForwardSpec& spec) {
    const std::uint64_t window = values.integer(kWindow).value_or(0);
    const bool pattern = family.windows == Windows::kPattern && family.pattern != 0;
    const bool other_size =
        family.windowed_blocks != 0 && spec.layers.size() != family.windowed_blocks;
    if (window == 0 || other_size || !(pattern || family.windows == Windows::kAll)) {
        return;  // GGUF writes 0 for "no window"
    }
    const std::uint64_t every =
        std::max<std::uint64_t>(1, values.integer(kWindowPattern).value_or(family.pattern));
    for (std::size_t i = 0; i < spec.layers.size(); ++i) {
        const bool local = family.windows == Windows::kAll || (i + 1) % every != 0;
        spec.layers[i].window = local ? window : 0;
        spec.layers[i].local = local && family.two_rotaries;
        spec.layers[i].rotary = spec.layers[i].rotary && (local || !family.rotary_only_local);
    }
}

void read_scales(const Model& model, const Values& values, const ForwardFamily& family,
                 ForwardSpec& spec) {
    for (const NumberKey& row : kNumbers) {
        spec.*row.member =
            static_cast<float>(values.number(row.key).value_or(double{spec.*row.member}));
    }
    spec.expert_scale = spec.expert_scale == 0 ? 1.0F : spec.expert_scale;
    spec.logit_scale = 1 / static_cast<float>(values.number(kLogitScale).value_or(1));
    spec.attention_scale = values.number(kAttentionScale).value_or(0);
    if (spec.attention_scale == 0 && family.wide_blocks != 0 &&
        model.blocks == family.wide_blocks && spec.embedding != 0) {
        spec.attention_scale =
            std::sqrt(static_cast<double>(spec.heads) / static_cast<double>(spec.embedding));
    }
}

}  // namespace

Status read_metadata_spec(const Model& model, const ForwardFamily& family, ForwardSpec& spec) {
    const Values values(model);
    spec.interleaved = family.interleaved_gguf;
    spec.head_dim = values.integer(kKeyLength).value_or(0);
    spec.normalise_experts = values.boolean(kExpertNorm).value_or(family.normalise_experts_gguf);
    spec.attention_cap = static_cast<float>(family.attention_cap);
    spec.logit_cap = static_cast<float>(family.logit_cap);
    BITLATHE_TRY(read_rope(model, values, family, spec));
    read_windows(values, family, spec);
    read_scales(model, values, family, spec);
    return {};
}

}  // namespace bitlathe
