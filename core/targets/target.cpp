// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/target.h"

#include <algorithm>
#include <array>

#include "core/targets/gguf/gguf_target.h"
#include "core/targets/safetensors/safetensors_target.h"

namespace bitlathe {

Result<TargetModel> Target::adapt(std::shared_ptr<const Model> source) const {
    return TargetModel{std::move(source), {}};
}

Result<std::uint64_t> Target::file_bytes(const Model& model, const Plan& plan,
                                         const ExportRequest& request) const {
    BITLATHE_ASSIGN(const auto planned, files(model, plan, request));
    std::uint64_t sum = 0;
    for (const PlannedFile& file : planned) {
        sum += file.bytes;
    }
    return sum;
}

std::span<const Target* const> all_targets() {
    static const GgufTarget kGguf;
    static const SafetensorsTarget kSafetensors;
    static const std::array<const Target*, 2> kTargets = {&kGguf, &kSafetensors};
    return kTargets;
}

const Target* find_target(std::string_view name) {
    const auto targets = all_targets();
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&](const Target* target) { return target->name() == name; });
    return found == targets.end() ? nullptr : *found;
}

}  // namespace bitlathe
