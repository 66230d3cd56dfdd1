// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/folder_tensors.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/checkpoint/container.h"
#include "core/forward/spec_keys.h"
#include "core/model/folder_names.h"

namespace bitlathe {
namespace {

/// The tensors of the GGUF seen as those of the folder: what happens to them on the way there says
/// what has to be undone.
TensorChanges changes_of(const FolderTensors& conversion) {
    ForwardSpec spec = conversion.spec;
    spec.norm_offset = conversion.writer.norm_offset ? 1.0F : 0.0F;
    ModelRef refs = conversion.refs;
    const auto turn = [&](LinearRef& linear) { linear.transposed = conversion.writer.transposed; };
    for (BlockRef& block : refs.blocks) {
        for (LinearRef* linear : {&block.q, &block.k, &block.v, &block.o}) {
            turn(*linear);
        }
        if (block.mlp) {
            turn(block.mlp->up);
            turn(block.mlp->down);
            if (block.mlp->gate) {
                turn(*block.mlp->gate);
            }
        }
    }
    return tensor_changes({.model = conversion.model,
                           .spec = spec,
                           .refs = refs,
                           .pairs_together = conversion.pairs_apart});
}

/// Lists of numbers beside the metadata: config.json says what they say.
bool is_list(std::string_view canonical) {
    return canonical == spec_keys::kDivisors || canonical == spec_keys::kLongFactors ||
           canonical == spec_keys::kShortFactors;
}

/// A run of rows of one tensor that becomes a tensor of its own.
struct Part {
    std::string canonical;
    Role role;
    std::uint64_t first = 0;
    std::uint64_t rows = 0;
    std::vector<std::uint64_t> shape;
};

class Converter {
public:
    explicit Converter(const FolderTensors& conversion)
        : conversion_(conversion), model_(conversion.model), changes_(changes_of(conversion)) {}

    Result<std::vector<DerivedTensor>> run(std::vector<std::string>& warnings) {
        for (std::size_t i = 0; i < model_.places.size(); ++i) {
            BITLATHE_TRY(changes_.contains(i) ? take(i) : leave(i));
        }
        if (left_out_.count() > 0) {
            warnings.push_back(fmt::format("{} tensors that no block reads are left out: {}",
                                           left_out_.count(), left_out_.text()));
        }
        return std::move(made_);
    }

private:
    Status leave(std::size_t i) {
        const TensorPlace& place = model_.places[i];
        const std::string& name = model_.tensor(i).name;
        if (place.tied_to || is_list(place.canonical)) {
            return {};
        }
        if (place.block) {
            return fail(ErrorCode::kRefused,
                        fmt::format("{} belongs to a block, but models of the family {} do not "
                                    "read it",
                                    printable(name), model_.family),
                        model_.checkpoint->path().string());
        }
        left_out_.add(name);
        return {};
    }

    Status take(std::size_t i) {
        const TensorInfo& info = model_.tensor(i);
        if (!model_.checkpoint->view(i).can_decode()) {
            return fail(ErrorCode::kRefused,
                        fmt::format("{} is {}, which cannot be decoded", printable(info.name),
                                    format_info(info.format).name),
                        model_.checkpoint->path().string());
        }
        if (const auto both = fused_name(model_.places[i])) {
            return both->empty() ? Status() : fuse(i, *both);
        }
        for (const Part& part : parts_of(i)) {
            BITLATHE_TRY(convert(i, part));
        }
        return {};
    }

    /// Where the folder has gate and up of experts in one tensor: its canonical name for a gate,
    /// "" for what goes with one.
    [[nodiscard]] std::optional<std::string> fused_name(const TensorPlace& place) const {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kBoth = {{
            {".ffn_gate_exps.", ".ffn_gate_up_exps."},
            {".ffn_gate_shexp.", ".ffn_up_shexp."},
        }};
        if (!stacks_experts(conversion_.family)) {
            return std::nullopt;
        }
        for (const auto& [gate, both] : kBoth) {
            std::string name = place.canonical;
            if (const std::size_t at = name.find(gate); at != std::string::npos) {
                return name.replace(at, gate.size(), both);
            }
            const bool up = name.find(partner(gate)) != std::string::npos;
            if (up && place.role == Role::kMlpUp) {
                return std::string();
            }
        }
        return std::nullopt;
    }

    /// The same name of the other projection.
    static std::string partner(std::string_view gate) {
        std::string up(gate);
        return up.replace(up.find("gate"), 4, "up");
    }

    /// The rows of an expert's gate, then those of its other projection; so for all experts.
    Status fuse(std::size_t gate, const std::string& canonical) {
        const TensorInfo& info = model_.tensor(gate);
        const std::string other = partner(model_.places[gate].canonical);
        const auto found =
            std::find_if(model_.places.begin(), model_.places.end(),
                         [&](const TensorPlace& place) { return place.canonical == other; });
        const auto up = static_cast<std::size_t>(found - model_.places.begin());
        const auto name = folder_name(conversion_.family, canonical, Role::kMlpGateUp);
        if (found == model_.places.end() || model_.tensor(up).shape != info.shape || !name) {
            return fail(
                ErrorCode::kRefused,
                fmt::format("{} and {} do not go together", printable(info.name), printable(other)),
                model_.checkpoint->path().string());
        }
        const bool stacked = info.shape.size() == 3;
        const std::uint64_t experts = stacked ? info.shape.front() : 1;
        const std::uint64_t rows = info.rows() / experts;
        const TensorView views[] = {values_of(gate), values_of(up)};
        std::vector<RowPart> parts;
        for (std::uint64_t e = 0; e < experts; ++e) {
            for (const TensorView& view : views) {
                parts.push_back({view, e * rows, rows});
            }
        }
        DerivedTensor out{name->text, {2 * rows, info.cols()}, conversion_.format, gate};
        if (stacked) {
            out.shape.insert(out.shape.begin(), experts);
        }
        out.rows = joined_rows(std::move(parts));
        made_.push_back(std::move(out));
        return {};
    }

    /// A whole tensor in the folder's type.
    [[nodiscard]] TensorView values_of(std::size_t i) const {
        TensorDraft draft{model_.checkpoint->view(i), nullptr};
        put_values(draft, model_.tensor(i).cols(), changes_.at(i));
        return draft.view;
    }

    [[nodiscard]] std::vector<Part> parts_of(std::size_t i) const {
        const TensorInfo& info = model_.tensor(i);
        const TensorPlace& place = model_.places[i];
        if (place.stacked_experts && !stacks_experts(conversion_.family)) {
            return experts_of(info, place);
        }
        if (place.block && place.canonical.find(".attn_qkv.") != std::string::npos) {
            const auto name = folder_name(conversion_.family, place.canonical, place.role);
            if (!name || !name->spelled) {
                return projections_of(info, place);
            }
        }
        const std::uint64_t rows = info.shape.size() == 1 ? 1 : info.rows();
        std::vector<std::uint64_t> shape = info.shape;
        if (place.canonical.ends_with(".ffn_gate_inp_shexp.weight") && shape.size() == 1) {
            shape.insert(shape.begin(), 1);  // a linear of one output there
        }
        return {{place.canonical, place.role, 0, rows, std::move(shape)}};
    }

    static std::vector<Part> experts_of(const TensorInfo& info, const TensorPlace& place) {
        std::vector<Part> parts;
        const std::uint64_t rows = info.shape[1];
        for (std::uint64_t e = 0; e < info.shape[0]; ++e) {
            std::string name = place.canonical;
            name.insert(name.rfind('.'), fmt::format(".{}", e));
            parts.push_back({std::move(name), place.role, e * rows, rows, {rows, info.shape[2]}});
        }
        return parts;
    }

    /// Queries, keys and values of one tensor; of a bias they are runs of its only row.
    [[nodiscard]] std::vector<Part> projections_of(const TensorInfo& info,
                                                   const TensorPlace& place) const {
        const ForwardSpec& spec = conversion_.spec;
        const std::uint64_t lengths[] = {spec.heads * spec.head_dim, spec.kv_heads * spec.head_dim,
                                         spec.kv_heads * spec.head_dim};
        constexpr const char* kNames[] = {"attn_q", "attn_k", "attn_v"};
        constexpr Role kRoles[] = {Role::kAttnQ, Role::kAttnK, Role::kAttnV};
        std::vector<Part> parts;
        std::uint64_t first = 0;
        for (std::size_t p = 0; p < 3; ++p) {
            std::string name = place.canonical;
            name.replace(name.find("attn_qkv"), 8, kNames[p]);
            std::vector<std::uint64_t> shape = {lengths[p]};
            if (info.shape.size() > 1) {
                shape.push_back(info.cols());
            }
            parts.push_back({std::move(name), kRoles[p], first, lengths[p], std::move(shape)});
            first += lengths[p];
        }
        return parts;
    }

    Status convert(std::size_t i, const Part& part) {
        const auto name = folder_name(conversion_.family, part.canonical, part.role);
        if (!name) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("folders of the family {} have no tensor for {}",
                                    conversion_.family.name, printable(part.canonical)),
                        model_.checkpoint->path().string());
        }
        const TensorChange& change = changes_.at(i);
        DerivedTensor out{name->text, part.shape, conversion_.format, i};
        TensorDraft draft{model_.checkpoint->view(i), nullptr};
        pick_rows(draft, part, change.turned);
        const std::uint64_t cols = part.shape.empty() ? 1 : part.shape.back();
        if (change.transposed && part.shape.size() == 2) {
            out.shape = {part.shape[1], part.shape[0]};
            put_values(draft, cols, change);
            draft.become(conversion_.format, part.shape[1], part.shape[0],
                         transposed_rows(draft.view));
        } else {
            put_values(draft, cols, change);
        }
        out.rows = std::move(draft.rows);
        made_.push_back(std::move(out));
        return {};
    }

    /// The rows of a part in the folder's order. Values of a bias are taken for rows of one.
    void pick_rows(TensorDraft& draft, const Part& part, bool turned) const {
        const bool list = part.shape.size() == 1;
        const std::uint64_t all = list ? draft.view.cols() : draft.view.rows();
        const std::uint64_t count = list ? part.shape.front() : part.rows;
        if (!turned && count == all) {
            return;
        }
        const TensorView rows = list ? draft.view.reshaped(1) : draft.view;
        draft.become(rows.format(), count, rows.cols(),
                     joined_rows({{rows, part.first, count}},
                                 turned ? RowOrder::kPairsApart : RowOrder::kSame,
                                 conversion_.spec.head_dim));
    }

    /// Decoded, without the offset of norms, as rows of the folder's type.
    void put_values(TensorDraft& draft, std::uint64_t cols, const TensorChange& change) const {
        const std::uint64_t count = draft.view.rows() * draft.view.cols() / cols;
        draft.become(conversion_.format, count, cols,
                     changed_values(draft.view, cols, 1, -change.offset, conversion_.format));
    }

    const FolderTensors& conversion_;
    const Model& model_;
    TensorChanges changes_;
    NameList left_out_;
    std::vector<DerivedTensor> made_;
};

}  // namespace

Result<std::vector<DerivedTensor>> folder_tensors(const FolderTensors& conversion,
                                                  std::vector<std::string>& warnings) {
    return Converter(conversion).run(warnings);
}

}  // namespace bitlathe
