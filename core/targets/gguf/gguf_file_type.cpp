// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "core/targets/gguf/gguf_mixes.h"
#include "core/targets/gguf/gguf_presets.h"
#include "core/targets/gguf/gguf_rules.h"

namespace bitlathe {
namespace {

/// llama_ftype of a file that is mostly in one format; of k-quants the medium mix, as llama.cpp's
/// loader guesses.
constexpr std::pair<std::string_view, std::uint32_t> kFileTypes[] = {
    {"F32", 0},      {"F16", 1},     {"Q4_0", 2},     {"Q4_1", 3},   {"Q8_0", 7},    {"Q5_0", 8},
    {"Q5_1", 9},     {"Q2_K", 10},   {"Q3_K", 12},    {"Q4_K", 15},  {"Q5_K", 17},   {"Q6_K", 18},
    {"IQ2_XXS", 19}, {"IQ2_XS", 20}, {"IQ3_XXS", 23}, {"IQ1_S", 24}, {"IQ4_NL", 25}, {"IQ3_S", 26},
    {"IQ2_S", 28},   {"IQ4_XS", 30}, {"IQ1_M", 31},   {"BF16", 32},  {"TQ1_0", 36},  {"TQ2_0", 37},
    {"MXFP4", 38},   {"NVFP4", 39},  {"Q1_0", 40},    {"Q2_0", 41},
};

FormatId planned(const Model& model, const Plan& plan, std::size_t tensor) {
    const auto recipe = plan.tensors.find(model.tensor(tensor).name);
    return recipe != plan.tensors.end() ? recipe->second.format : model.tensor(tensor).format;
}

bool is_preset(const Model& model, const Plan& plan, const GgufMix& mix) {
    for (const bool has_importance : {false, true}) {
        if (has_importance && mix.down_with_importance.empty()) {
            return false;  // the same formats again
        }
        const auto placements = gguf_preset(model, mix.name, has_importance);
        bool same = placements.has_value();
        for (std::size_t i = 0; same && i < placements->size(); ++i) {
            same = (*placements)[i].format == planned(model, plan, i);
        }
        if (same) {
            return true;
        }
    }
    return false;
}

/// How many weights a plan puts in which format: those that could be quantized, or all when none
/// could.
std::map<FormatId, double> weights_by_format(const Model& model, const Plan& plan) {
    std::map<FormatId, double> quantizable;
    std::map<FormatId, double> all;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const double elements = static_cast<double>(model.tensor(i).elements());
        const FormatId format = planned(model, plan, i);
        all[format] += elements;
        if (gguf_may_quantize(model, i, nullptr)) {
            quantizable[format] += elements;
        }
    }
    return quantizable.empty() ? all : quantizable;
}

FormatId most_of(const std::map<FormatId, double>& weights) {
    const auto most =
        std::max_element(weights.begin(), weights.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == weights.end() ? formats::f32() : most->first;
}

}  // namespace

std::uint32_t gguf_file_type(const Model& model, const Plan& plan) {
    if (const GgufMix* named = find_gguf_mix(plan.name);
        named != nullptr && is_preset(model, plan, *named)) {
        return named->file_type;
    }
    const auto weights = weights_by_format(model, plan);
    for (const GgufMix& mix : gguf_mixes()) {
        const auto base = find_format(mix.base);
        if (base && weights.contains(*base) && is_preset(model, plan, mix)) {
            return mix.file_type;
        }
    }
    const std::string_view dominant = format_info(most_of(weights)).name;
    for (const auto& [name, file_type] : kFileTypes) {
        if (name == dominant) {
            return file_type;
        }
    }
    return 0;
}

}  // namespace bitlathe
