// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_mixes.h"

#include <algorithm>

namespace bitlathe {
namespace {

constexpr LayerRules only(Layers layers, std::string_view format) {
    return {{layers, format}, {}};
}

constexpr GgufMix kMixes[] = {
    {.name = "Q8_0", .file_type = 7, .base = "Q8_0"},
    {.name = "Q6_K", .file_type = 18, .base = "Q6_K"},
    {.name = "Q5_K_M",
     .file_type = 17,
     .base = "Q5_K",
     .values = only(Layers::kMoreBits, "Q6_K"),
     .down = only(Layers::kMoreBits, "Q6_K"),
     .down_falcon = only(Layers::kMoreBits, "Q6_K")},
    {.name = "Q5_K_S", .file_type = 16, .base = "Q5_K"},
    {.name = "Q5_0", .file_type = 8, .base = "Q5_0", .down_with_importance = "Q5_1"},
    {.name = "Q4_K_M",
     .file_type = 15,
     .base = "Q4_K",
     .values = only(Layers::kMoreBits, "Q6_K"),
     .down = only(Layers::kMoreBits, "Q6_K"),
     .down_falcon = {{Layers::kFirstSixteenth, "Q6_K"}, {Layers::kMoreBits, "Q5_K"}},
     .attention_output_8 = "Q5_K"},
    {.name = "Q4_K_S",
     .file_type = 14,
     .base = "Q4_K",
     .values = only(Layers::kFirst4, "Q5_K"),
     .down = only(Layers::kFirstEighth, "Q5_K"),
     .attention_output_8 = "Q5_K"},
    {.name = "Q4_0", .file_type = 2, .base = "Q4_0", .down_with_importance = "Q4_1"},
    {.name = "Q3_K_L",
     .file_type = 13,
     .base = "Q3_K",
     .values = only(Layers::kAll, "Q5_K"),
     .down = only(Layers::kAll, "Q5_K"),
     .down_falcon = only(Layers::kAll, "Q4_K"),
     .attention_output = "Q5_K",
     .attention_output_falcon = "Q4_K"},
    {.name = "Q3_K_M",
     .file_type = 12,
     .base = "Q3_K",
     .values = {{Layers::kFirst2, "Q5_K"}, {Layers::kAll, "Q4_K"}},
     .down = {{Layers::kFirstSixteenth, "Q5_K"}, {Layers::kAll, "Q4_K"}},
     .down_falcon = {{Layers::kFirstSixteenth, "Q5_K"}, {Layers::kMoreBits, "Q4_K"}},
     .attention_output = "Q4_K",
     .attention_output_8 = "Q5_K"},
    {.name = "Q3_K_S", .file_type = 11, .base = "Q3_K", .attention_output_8 = "Q5_K"},
    {.name = "Q2_K",
     .file_type = 10,
     .base = "Q2_K",
     .values = only(Layers::kAll, "Q3_K"),
     .values_grouped = "Q4_K",
     .down = only(Layers::kAll, "Q3_K"),
     .down_falcon = only(Layers::kAll, "Q3_K"),
     .attention_output = "Q3_K",
     .attention_output_8 = "Q5_K"},
};

constexpr char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

bool speaks_of(Layers layers, std::int64_t layer, std::int64_t count) {
    switch (layers) {
        case Layers::kNone:
            return false;
        case Layers::kAll:
            return true;
        case Layers::kFirst2:
            return layer < 2;
        case Layers::kFirst4:
            return layer < 4;
        case Layers::kFirstEighth:
            return layer < count / 8;
        case Layers::kFirstSixteenth:
            return layer < count / 16;
        case Layers::kMoreBits:
            return layer < count / 8 || layer >= 7 * count / 8 || (layer - count / 8) % 3 == 2;
    }
    return false;
}

std::string_view format_for(const LayerRules& rules, std::int64_t layer, std::int64_t count) {
    for (const LayerRule& rule : {rules.first, rules.second}) {
        if (speaks_of(rule.layers, layer, count)) {
            return rule.format;
        }
    }
    return {};
}

std::span<const GgufMix> gguf_mixes() {
    return kMixes;
}

const GgufMix* find_gguf_mix(std::string_view name) {
    for (const GgufMix& mix : kMixes) {
        if (std::equal(name.begin(), name.end(), mix.name.begin(), mix.name.end(),
                       [](char a, char b) { return upper(a) == upper(b); })) {
            return &mix;
        }
    }
    return nullptr;
}

}  // namespace bitlathe
