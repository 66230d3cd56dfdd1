// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_conversion_tensors.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/checkpoint/container.h"
#include "core/targets/gguf/gguf_rules.h"
#include "core/targets/gguf/gguf_tensor_changes.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

/// Buffers of positions and masks that old checkpoints carry along.
bool is_recomputed(std::string_view name) {
    constexpr std::string_view kEndings[] = {".rotary_emb.inv_freq", ".attn.bias",
                                             ".attn.masked_bias", "embeddings.position_ids"};
    return std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

class Converter {
public:
    Converter(const TensorConversion& conversion, const TensorChanges& changes)
        : conversion_(conversion), model_(conversion.model), changes_(changes) {}

    Result<std::vector<DerivedTensor>> run(std::vector<std::string>& warnings) {
        for (std::size_t i = 0; i < model_.places.size(); ++i) {
            BITLATHE_TRY(changes_.contains(i) ? take(i) : leave(i));
        }
        for (const auto& [name, experts] : stacks_) {
            BITLATHE_TRY(stack(name, experts));
        }
        if (conversion_.repeat_head) {
            const std::size_t embedding = conversion_.refs.embedding.tensor;
            const TensorInfo& info = model_.tensor(embedding);
            put({"output.weight", info.shape, info.format, embedding}, {});
        }
        if (left_out_.count() > 0) {
            warnings.push_back(fmt::format("{} tensors outside the language model are left out: {}",
                                           left_out_.count(), left_out_.text()));
        }
        return in_order();
    }

private:
    Status leave(std::size_t i) {
        const TensorPlace& place = model_.places[i];
        const std::string& name = model_.tensor(i).name;
        if (place.tied_to || is_recomputed(name)) {
            return {};
        }
        if (place.block) {
            return fail(ErrorCode::kRefused,
                        fmt::format("{} belongs to a block, but models of the family {} do not "
                                    "read it",
                                    printable(name), model_.family),
                        model_.checkpoint->path().string(), {},
                        "this is a variant of the family that cannot be converted");
        }
        left_out_.add(name);
        return {};
    }

    Status take(std::size_t i) {
        const TensorInfo& info = model_.tensor(i);
        const FormatId format = info.format;
        if (format != formats::f32() && format != formats::f16() && format != formats::bf16()) {
            return fail(ErrorCode::kRefused,
                        fmt::format("{} is {}: only F32, F16 and BF16 are converted",
                                    printable(info.name), format_info(format).name),
                        model_.checkpoint->path().string(), {},
                        "take the checkpoint as it was before it was compressed");
        }
        const TensorPlace& place = model_.places[i];
        if (place.expert) {
            stacks_[stacked_name(place)][*place.expert] = i;
            return {};
        }
        const bool shared = place.canonical.ends_with("_shexp.weight");
        if ((place.stacked_experts || shared) && place.role == Role::kMlpGateUp) {
            return split(i);
        }
        return convert(i);
    }

    Status convert(std::size_t i) {
        const TensorInfo& info = model_.tensor(i);
        const TensorChange& change = changes_.at(i);
        DerivedTensor out{model_.places[i].canonical, info.shape, info.format, i};
        while (out.shape.size() > 1 && out.shape.front() == 1) {
            out.shape.erase(out.shape.begin());
        }
        TensorDraft draft{model_.checkpoint->view(i), nullptr};
        if (change.transposed) {
            out.shape = {draft.view.cols(), draft.view.rows()};
            draft.become(info.format, draft.view.cols(), draft.view.rows(),
                         transposed_rows(draft.view));
        }
        if (change.turned) {
            turn(draft, info);
        }
        const bool same = change.scale == 1 && change.offset == 0;
        if (!same || (!gguf_may_quantize(model_, i, nullptr) && info.format != formats::f32()) ||
            draft.view.cols() != out.shape.back()) {
            out.format = formats::f32();
            draft.rows = changed_values(draft.view, out.shape.back(), change.scale, change.offset);
        }
        out.rows = std::move(draft.rows);
        put(std::move(out), model_.places[i].block);
        return {};
    }

    /// Rows of heads, or the values of a bias as rows of one.
    void turn(TensorDraft& draft, const TensorInfo& info) const {
        TensorView rows = info.shape.size() == 1 ? draft.view.reshaped(1) : draft.view;
        const std::uint64_t count = rows.rows();
        const std::uint64_t cols = rows.cols();
        draft.become(info.format, count, cols,
                     joined_rows({{std::move(rows), 0, count}}, RowOrder::kPairsTogether,
                                 conversion_.spec.head_dim));
    }

    /// Experts of their own, one after the other.
    Status stack(const std::string& name, const std::map<std::uint32_t, std::size_t>& experts) {
        const std::size_t first = experts.begin()->second;
        const TensorInfo& info = model_.tensor(first);
        std::vector<RowPart> parts;
        for (const auto& [expert, i] : experts) {
            const TensorInfo& other = model_.tensor(i);
            if (other.shape != info.shape || other.format != info.format) {
                return fail(ErrorCode::kRefused,
                            fmt::format("{} and {} differ in shape or type, but experts are stored "
                                        "in one tensor",
                                        printable(info.name), printable(other.name)),
                            model_.checkpoint->path().string(), {}, "get the whole model again");
            }
            parts.push_back({model_.checkpoint->view(i), 0, info.rows()});
        }
        put_stack(name, first, info.rows(), std::move(parts));
        return {};
    }

    /// Gate and up of all experts, or of the shared one, in one tensor: two of them.
    Status split(std::size_t i) {
        const TensorView view = model_.checkpoint->view(i);
        const TensorPlace& place = model_.places[i];
        const std::uint64_t experts = place.stacked_experts ? conversion_.spec.experts : 1;
        const std::uint64_t half = view.rows() / experts / 2;
        for (const std::uint64_t part : {0, 1}) {
            std::vector<RowPart> parts;
            for (std::uint64_t e = 0; e < experts; ++e) {
                parts.push_back({view, (2 * e + part) * half, half});
            }
            std::string name = place.canonical;
            const std::string_view both = place.stacked_experts ? "gate_up" : "up";
            name.replace(name.find(both), both.size(), part == 0 ? "gate" : "up");
            put_stack(name, i, half, std::move(parts));
        }
        return {};
    }

    void put_stack(const std::string& name, std::size_t first, std::uint64_t rows,
                   std::vector<RowPart> parts) {
        const TensorInfo& info = model_.tensor(first);
        DerivedTensor out{name, {parts.size(), rows, info.cols()}, info.format, first};
        if (!name.ends_with("_exps.weight")) {
            out.shape.erase(out.shape.begin());
        }
        out.rows = joined_rows(std::move(parts));
        put(std::move(out), model_.places[first].block);
    }

    void put(DerivedTensor tensor, std::optional<std::uint32_t> block) {
        const bool last = tensor.name.starts_with("output");
        const std::uint64_t key = last                ? std::numeric_limits<std::uint64_t>::max()
                                  : block.has_value() ? std::uint64_t{*block} + 1
                                                      : 0;
        made_.emplace_back(key, std::move(tensor));
    }

    [[nodiscard]] std::vector<DerivedTensor> in_order() {
        std::stable_sort(made_.begin(), made_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<DerivedTensor> tensors;
        for (auto& [key, tensor] : made_) {
            tensors.push_back(std::move(tensor));
        }
        return tensors;
    }

    const TensorConversion& conversion_;
    const Model& model_;
    const TensorChanges& changes_;
    std::map<std::string, std::map<std::uint32_t, std::size_t>> stacks_;
    NameList left_out_;
    std::vector<std::pair<std::uint64_t, DerivedTensor>> made_;
};

}  // namespace

Result<std::vector<DerivedTensor>> converted_tensors(const TensorConversion& conversion,
                                                     const TensorChanges& changes,
                                                     std::vector<std::string>& warnings) {
    return Converter(conversion, changes).run(warnings);
}

DerivedTensor list_tensor(SpecTensor list) {
    DerivedTensor tensor{std::move(list.name), {list.values.size()}, formats::f32()};
    tensor.rows = given_values(std::move(list.values));
    return tensor;
}

}  // namespace bitlathe
