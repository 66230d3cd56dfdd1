// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_presets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/gguf/gguf_mixes.h"
#include "core/targets/gguf/gguf_rules.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

/// Kinds of tensors by llama.cpp's names. The first kind whose pattern is found wins.
enum class Kind : std::uint8_t {
    kOutput,
    kEmbedding,
    kValues,
    kKeys,
    kAttentionOutput,
    kDown,
    kOther
};

Kind kind_of(std::string_view name) {
    constexpr std::pair<std::string_view, Kind> kParts[] = {
        {"attn_qkv.weight", Kind::kValues}, {"attn_kv_b.weight", Kind::kValues},
        {"attn_v.weight", Kind::kValues},   {"attn_k.weight", Kind::kKeys},
        {"attn_q.weight", Kind::kOther},    {"attn_output.weight", Kind::kAttentionOutput},
        {"ffn_up", Kind::kOther},           {"ffn_gate", Kind::kOther},
        {"ffn_down", Kind::kDown},
    };
    if (name == "output.weight") {
        return Kind::kOutput;
    }
    if (name == "token_embd.weight" || name == "per_layer_token_embd.weight") {
        return Kind::kEmbedding;
    }
    for (const auto& [part, kind] : kParts) {
        if (name.find(part) != std::string_view::npos) {
            return kind;
        }
    }
    return Kind::kOther;
}

/// N of "blk.N..."; -1 for every other name.
std::int64_t layer_of(std::string_view name) {
    constexpr std::string_view kPrefix = "blk.";
    std::int32_t layer = -1;
    if (!name.starts_with(kPrefix)) {
        return -1;
    }
    const std::string_view digits = name.substr(kPrefix.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), layer);
    return error == std::errc() ? layer : -1;
}

struct Item {
    std::size_t tensor = 0;
    std::int64_t layer = -1;
    std::string name;
    Kind kind = Kind::kOther;
};

/// All tensors in llama.cpp's order.
std::vector<Item> items_in_order(const Model& model) {
    const bool is_gguf = model.checkpoint->container() == Container::kGguf;
    std::vector<Item> items;
    items.reserve(model.places.size());
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        Item item{i, -1, is_gguf ? model.tensor(i).name : stacked_name(model.places[i]),
                  Kind::kOther};
        item.layer = layer_of(item.name);
        item.kind = kind_of(item.name);
        items.push_back(std::move(item));
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return a.layer != b.layer ? a.layer < b.layer : a.name < b.name;
    });
    return items;
}

/// Models that llama.cpp calls "70B": their few value heads get more bits.
bool is_called_70b(const Model& model) {
    struct Row {
        std::string_view architecture;
        std::uint64_t blocks;
        bool grouped;  ///< only with fewer kv heads than heads
    };
    constexpr Row kRows[] = {
        {"llama", 80, true}, {"qwen2", 80, false}, {"deci", 80, false}, {"jais2", 68, false}};
    const Hyperparameters& hyper = model.hyper;
    return std::any_of(std::begin(kRows), std::end(kRows), [&](const Row& row) {
        return row.architecture == model.gguf_architecture && hyper.blocks == row.blocks &&
               (!row.grouped || hyper.heads != hyper.kv_heads);
    });
}

/// Walks the tensors of a model in llama.cpp's order and chooses formats as its mixes do.
class MixWalk {
public:
    MixWalk(const Model& model, const GgufMix& mix, bool has_importance,
            const std::vector<Item>& items)
        : mix_(mix),
          has_importance_(has_importance),
          falcon_(model.gguf_architecture == "falcon"),
          called_70b_(is_called_70b(model)),
          experts_(model.hyper.experts.value_or(0)),
          blocks_(static_cast<std::int64_t>(
              std::min<std::uint64_t>(model.hyper.blocks.value_or(model.blocks), kMaxBlocks))) {
        const std::uint64_t kv_heads = model.hyper.kv_heads.value_or(0);
        grouped_ = kv_heads != 0 && model.hyper.heads.value_or(0) / kv_heads >= 4;
        for (const Item& item : items) {
            values_ += item.kind == Kind::kValues ? 1 : 0;
            tied_ = tied_ && (item.kind != Kind::kOutput || model.places[item.tensor].tied_to);
        }
    }

    /// The format's name, before fallbacks. To be asked once per tensor, in order.
    std::string_view choose(const Item& item, std::uint64_t cols) {
        const std::string_view special = choose_special(item, cols);
        return special.empty() ? mix_.base : special;
    }

private:
    std::string_view choose_special(const Item& item, std::uint64_t cols) {
        switch (item.kind) {
            case Kind::kOutput:
                return output_format(cols);
            case Kind::kEmbedding:
                return tied_ ? output_format(cols) : std::string_view();
            case Kind::kValues:
                return values_format();
            case Kind::kKeys:
                return experts_ == 8 ? "Q8_0" : std::string_view();
            case Kind::kAttentionOutput:
                return attention_output_format();
            case Kind::kDown:
                return down_format(item.layer);
            case Kind::kOther:
                break;
        }
        return {};
    }

    std::string_view output_format(std::uint64_t cols) const {
        const bool fits = row_fits(find_format(mix_.base).value_or(formats::f16()), cols);
        return falcon_ || !fits || mix_.base == "Q8_0" ? "Q8_0" : "Q6_K";
    }

    std::string_view values_format() {
        const std::int64_t layer = next_values_++;
        std::string_view format = grouped_ && !mix_.values_grouped.empty()
                                      ? mix_.values_grouped
                                      : format_for(mix_.values, layer, values_);
        format = format.empty() ? mix_.base : format;
        if (called_70b_ && (format == "Q3_K" || format == "Q4_K")) {
            format = "Q5_K";
        }
        return experts_ == 8 ? "Q8_0" : format;
    }

    std::string_view attention_output_format() const {
        if (falcon_) {
            return mix_.attention_output_falcon;
        }
        return experts_ == 8 ? mix_.attention_output_8 : mix_.attention_output;
    }

    /// With experts the layer is taken from the name, else the tensors are counted: that differs
    /// where some blocks have no such tensor.
    std::string_view down_format(std::int64_t named_layer) {
        const std::int64_t counted = next_down_++;
        const std::int64_t layer = experts_ > 1 && named_layer >= 0 ? named_layer : counted;
        if (has_importance_ && !mix_.down_with_importance.empty() &&
            speaks_of(Layers::kFirstEighth, layer, blocks_)) {
            return mix_.down_with_importance;
        }
        return format_for(falcon_ ? mix_.down_falcon : mix_.down, layer, blocks_);
    }

    const GgufMix& mix_;
    bool has_importance_;
    bool falcon_;
    bool called_70b_;
    bool grouped_ = false;
    bool tied_ = true;
    std::uint64_t experts_;
    std::int64_t blocks_;
    std::int64_t values_ = 0;
    std::int64_t next_values_ = 0;
    std::int64_t next_down_ = 0;
};

}  // namespace

std::span<const std::string_view> gguf_preset_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const GgufMix& mix : gguf_mixes()) {
            all.push_back(mix.name);
        }
        return all;
    }();
    return names;
}

Result<std::vector<Placement>> gguf_preset(const Model& model, std::string_view preset,
                                           bool has_importance) {
    const GgufMix* mix = find_gguf_mix(preset);
    if (mix == nullptr) {
        return fail(ErrorCode::kUsage,
                    fmt::format("there is no preset \"{}\" for GGUF", printable(preset)), {}, {},
                    fmt::format("the presets are {}", fmt::join(gguf_preset_names(), ", ")));
    }
    const std::vector<Item> items = items_in_order(model);
    MixWalk walk(model, *mix, has_importance, items);
    std::vector<Placement> placements(model.places.size());
    const Item* before = nullptr;
    std::string_view chosen;
    for (const Item& item : items) {
        std::string reason;
        if (!gguf_may_quantize(model, item.tensor, &reason)) {
            placements[item.tensor] = {gguf_kept_format(model, item.tensor), std::move(reason)};
            continue;
        }
        const std::uint64_t cols = model.tensor(item.tensor).cols();
        if (before == nullptr || before->name != item.name) {
            chosen = walk.choose(item, cols);
        }
        before = &item;
        placements[item.tensor] = gguf_fallback(find_format(chosen).value(), cols);
    }
    return placements;
}

}  // namespace bitlathe
