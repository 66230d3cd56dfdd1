// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/places.h"

#include "core/model/roles.h"

namespace bitlathe {
namespace {

constexpr std::string_view kBlockPrefix = "blk.{b}.";

/// "attn_q" of "blk.{b}.attn_q", and of "dec.blk.{b}.attn_q".
std::string_view after_block(std::string_view stem) {
    const std::size_t at = stem.find(kBlockPrefix);
    const bool at_part = at == 0 || (at != std::string_view::npos && stem[at - 1] == '.');
    return at_part ? stem.substr(at + kBlockPrefix.size()) : stem;
}

bool is_stacked(std::string_view stem) {
    return stem.ends_with("_exps") || stem.ends_with("_chexps");
}

TensorPlace place_by_row(const NameRow& row, const TensorName& split) {
    TensorPlace place;
    const std::string_view stem = without_ending(row.canonical);
    place.block = split.block;
    place.expert = split.expert;
    place.canonical = fill_canonical(row.canonical, split);
    if (split.is_weight && !place.canonical.ends_with(".bias")) {
        place.role = row.role.value_or(role_of_canonical(after_block(stem)).value_or(Role::kOther));
        place.stacked_experts = is_stacked(stem);
    }
    return place;
}

/// A name as GGUF files have it.
TensorPlace place_by_gguf_name(std::string_view name, const TensorName& split) {
    TensorPlace place;
    const std::string_view stem = after_block(split.stem);
    place.block = split.block;
    place.canonical = name;
    if (split.is_weight) {
        place.role = role_of_canonical(stem).value_or(Role::kOther);
        place.stacked_experts = is_stacked(stem);
    }
    return place;
}

bool is_gguf_name(const TensorName& split) {
    const std::string_view stem = after_block(split.stem);
    return stem.size() != split.stem.size() ||
           (!split.block && stem.find('.') == std::string_view::npos &&
            role_of_canonical(stem).has_value());
}

}  // namespace

NameBook::NameBook(const Family* family) {
    const auto common = common_names();
    rows_.reserve(common.size() + (family != nullptr ? family->names.size() : 0));
    if (family != nullptr) {
        for (const NameRow& row : family->names) {
            rows_.emplace(row.source, &row);
        }
    }
    for (const NameRow& row : common) {
        rows_.emplace(row.source, &row);
    }
}

TensorPlace NameBook::place(std::string_view name, std::size_t rank) const {
    const TensorName split = split_tensor_name(name);
    TensorPlace place;
    if (const auto row = rows_.find(split.stem); row != rows_.end()) {
        place = place_by_row(*row->second, split);
    } else if (is_gguf_name(split)) {
        place = place_by_gguf_name(name, split);
    } else {
        place = guess_place(name, split);
    }
    place.stacked_experts &= rank >= 3;
    return place;
}

bool NameBook::guesses(std::string_view name) const {
    const TensorName split = split_tensor_name(name);
    return !rows_.contains(split.stem) && !is_gguf_name(split);
}

std::size_t separate_canonical_names(std::span<const TensorInfo> tensors,
                                     std::vector<TensorPlace>& places) {
    std::unordered_map<std::string_view, std::size_t> uses;
    uses.reserve(places.size());
    for (const TensorPlace& place : places) {
        ++uses[place.canonical];
    }
    std::vector<std::size_t> shared;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (uses[places[i].canonical] > 1 && places[i].canonical != tensors[i].name) {
            shared.push_back(i);
        }
    }
    for (const std::size_t i : shared) {
        places[i].canonical = tensors[i].name;
    }
    return shared.size();
}

}  // namespace bitlathe
