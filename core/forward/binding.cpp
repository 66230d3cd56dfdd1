// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/binding.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/forward/tensor_finder.h"

namespace bitlathe {
namespace {

class Binder {
public:
    Binder(const Model& model, ForwardSpec& spec) : finder_(model), spec_(spec) {}

    Result<ModelRef> bind() {
        ModelRef all;
        BITLATHE_ASSIGN(all.embedding,
                        finder_.linear("token_embd", spec_.vocabulary, spec_.embedding, false));
        if (spec_.learned_positions) {
            BITLATHE_ASSIGN(all.positions,
                            finder_.linear("position_embd", 0, spec_.embedding, false));
            spec_.context = all.positions->rows;
        }
        for (std::size_t i = 0; i < spec_.layers.size(); ++i) {
            BITLATHE_ASSIGN(BlockRef block, bind_block(i));
            all.blocks.push_back(std::move(block));
        }
        BITLATHE_ASSIGN(all.output_norm, norm("output_norm"));
        BITLATHE_ASSIGN(all.head, head(all.embedding));
        return all;
    }

private:
    Result<NormRef> norm(const std::string& stem) const {
        return finder_.norm(stem, spec_.embedding, 0, spec_.norm == NormKind::kLayer);
    }

    Result<LinearRef> head(const LinearRef& embedding) const {
        const auto own = finder_.find("output.weight");
        const Model& model = finder_.model();
        if (own && !model.places[*own].tied_to) {
            return finder_.linear("output", spec_.vocabulary, spec_.embedding, false);
        }
        if (!own && model.hyper.tied_embeddings == false) {
            return finder_.missing("output.weight");
        }
        return embedding;
    }

    Result<BlockRef> bind_block(std::size_t block) {
        BlockRef ref;
        BITLATHE_TRY(bind_norms(block, ref));
        BITLATHE_TRY(bind_projections(block, ref));
        BITLATHE_TRY(bind_query_norms(block, ref));
        if (spec_.experts != 0 && finder_.find(name(block, "ffn_gate_inp.weight"))) {
            BITLATHE_ASSIGN(ref.experts, bind_experts(block));
        } else {
            BITLATHE_ASSIGN(ref.mlp, bind_mlp(name(block, "ffn_{}")));
        }
        return ref;
    }

    static std::string name(std::size_t block, std::string_view part) {
        return TensorFinder::of_block(block, part);
    }

    Status bind_norms(std::size_t block, BlockRef& ref) const {
        const bool before = spec_.norms != BlockNorms::kAfter;
        const bool after = spec_.norms == BlockNorms::kAfter || spec_.norms == BlockNorms::kAround;
        if (before) {
            BITLATHE_ASSIGN(ref.attn_norm, norm(name(block, "attn_norm")));
        }
        if (before && spec_.norms != BlockNorms::kParallel) {
            // Some files of GGUF call it by the name of its place.
            const bool by_place = !finder_.find(name(block, "ffn_norm.weight")) && !after;
            BITLATHE_ASSIGN(ref.ffn_norm,
                            norm(name(block, by_place ? "post_attention_norm" : "ffn_norm")));
        }
        if (after) {
            BITLATHE_ASSIGN(ref.post_attn_norm, norm(name(block, "post_attention_norm")));
            BITLATHE_ASSIGN(ref.post_ffn_norm, norm(name(block, "post_ffw_norm")));
        }
        return {};
    }

    /// The length of a head, from the rows that hold `heads` of them.
    Status settle_head(std::size_t tensor, std::uint64_t rows, std::uint64_t heads) {
        if (rows % heads != 0) {
            return finder_.wrong(tensor, fmt::format("a multiple of {} heads", heads));
        }
        const std::uint64_t length = rows / heads;
        if (spec_.head_dim == 0) {
            spec_.head_dim = length;
        }
        if (spec_.head_dim != length) {
            return finder_.wrong(tensor, fmt::format("{} heads of {}", heads, spec_.head_dim));
        }
        return {};
    }

    Status bind_projections(std::size_t block, BlockRef& ref) {
        const std::string fused = name(block, "attn_qkv");
        const std::uint64_t all = spec_.heads + 2 * spec_.kv_heads;
        if (finder_.find(fused + ".weight")) {
            BITLATHE_ASSIGN(const LinearRef qkv,
                            finder_.linear(fused, 0, spec_.embedding, spec_.transposed));
            BITLATHE_TRY(settle_head(qkv.tensor, qkv.rows, all));
            const std::uint64_t q = spec_.heads * spec_.head_dim;
            const std::uint64_t kv = spec_.kv_heads * spec_.head_dim;
            ref.q = TensorFinder::part(qkv, 0, q);
            ref.k = TensorFinder::part(qkv, q, kv);
            ref.v = TensorFinder::part(qkv, q + kv, kv);
        } else {
            const std::string stem = name(block, "attn_q");
            BITLATHE_ASSIGN(ref.q, finder_.linear(stem, 0, spec_.embedding, spec_.transposed));
            BITLATHE_TRY(settle_head(ref.q.tensor, ref.q.rows, spec_.heads));
            const std::uint64_t kv = spec_.kv_heads * spec_.head_dim;
            BITLATHE_ASSIGN(ref.k, finder_.linear(name(block, "attn_k"), kv, spec_.embedding,
                                                  spec_.transposed));
            BITLATHE_ASSIGN(ref.v, finder_.linear(name(block, "attn_v"), kv, spec_.embedding,
                                                  spec_.transposed));
        }
        if (spec_.query_bias == Presence::kAlways && (!ref.q.bias || !ref.k.bias || !ref.v.bias)) {
            return finder_.missing(finder_.find(fused + ".weight") ? fused + ".bias"
                                   : !ref.q.bias                   ? name(block, "attn_q.bias")
                                   : !ref.k.bias                   ? name(block, "attn_k.bias")
                                                                   : name(block, "attn_v.bias"));
        }
        BITLATHE_ASSIGN(ref.o, finder_.linear(name(block, "attn_output"), spec_.embedding,
                                              spec_.heads * spec_.head_dim, spec_.transposed));
        return {};
    }

    Status bind_query_norms(std::size_t block, BlockRef& ref) const {
        if (spec_.query_norm == Presence::kNever ||
            (spec_.query_norm == Presence::kMaybe &&
             !finder_.find(name(block, "attn_q_norm.weight")))) {
            return {};
        }
        const bool with_bias = spec_.norm == NormKind::kLayer;
        BITLATHE_ASSIGN(ref.q_norm, finder_.norm(name(block, "attn_q_norm"), spec_.head_dim,
                                                 spec_.heads * spec_.head_dim, with_bias));
        BITLATHE_ASSIGN(ref.k_norm, finder_.norm(name(block, "attn_k_norm"), spec_.head_dim,
                                                 spec_.kv_heads * spec_.head_dim, with_bias));
        return {};
    }

    /// `pattern`: the name with {} for gate, up and down.
    Result<MlpRef> bind_mlp(const std::string& pattern) const {
        const auto stem = [&](const char* part) {
            return fmt::format(fmt::runtime(pattern), part);
        };
        MlpRef mlp;
        BITLATHE_ASSIGN(mlp.up, finder_.linear(stem("up"), 0, spec_.embedding, spec_.transposed));
        const Role role = finder_.model().places[mlp.up.tensor].role;
        if (role == Role::kMlpGateUp) {
            if (mlp.up.rows % 2 != 0) {
                return finder_.wrong(mlp.up.tensor, "as many rows for the gate as for the rest");
            }
            const std::uint64_t half = mlp.up.rows / 2;
            mlp.gate = TensorFinder::part(mlp.up, 0, half);
            mlp.up = TensorFinder::part(mlp.up, half, half);
        } else if (spec_.gated) {
            BITLATHE_ASSIGN(mlp.gate, finder_.linear(stem("gate"), mlp.up.rows, spec_.embedding,
                                                     spec_.transposed));
        }
        BITLATHE_ASSIGN(
            mlp.down, finder_.linear(stem("down"), spec_.embedding, mlp.up.rows, spec_.transposed));
        return mlp;
    }

    Result<ExpertsRef> bind_experts(std::size_t block) const {
        ExpertsRef ref;
        BITLATHE_ASSIGN(ref.router, finder_.linear(name(block, "ffn_gate_inp"), spec_.experts,
                                                   spec_.embedding, false));
        for (std::uint64_t e = 0; e < spec_.experts; ++e) {
            BITLATHE_ASSIGN(MlpRef expert, bind_expert(block, e));
            ref.experts.push_back(std::move(expert));
        }
        if (spec_.shared_expert || finder_.find(name(block, "ffn_up_shexp.weight"))) {
            BITLATHE_ASSIGN(ref.shared, bind_mlp(name(block, "ffn_{}_shexp")));
            if (spec_.shared_expert || finder_.find(name(block, "ffn_gate_inp_shexp.weight"))) {
                BITLATHE_ASSIGN(ref.shared_gate, finder_.linear(name(block, "ffn_gate_inp_shexp"),
                                                                1, spec_.embedding, false));
            }
        }
        return ref;
    }

    Result<MlpRef> bind_expert(std::size_t block, std::uint64_t e) const {
        const auto stem = [&](const char* part) {
            return name(block, fmt::format("ffn_{}_exps", part));
        };
        if (finder_.find(fmt::format("{}.{}.weight", stem("up"), e))) {
            return bind_mlp(name(block, fmt::format("ffn_{{}}_exps.{}", e)));
        }
        const std::uint64_t count = spec_.experts;
        MlpRef mlp;
        if (finder_.find(stem("gate_up") + ".weight")) {
            BITLATHE_ASSIGN(const LinearRef both,
                            finder_.stacked(stem("gate_up"), count, e, 0, spec_.embedding));
            if (both.rows % 2 != 0) {
                return finder_.wrong(both.tensor, "as many rows for the gate as for the rest");
            }
            mlp.gate = TensorFinder::part(both, 0, both.rows / 2);
            mlp.up = TensorFinder::part(both, both.rows / 2, both.rows / 2);
        } else {
            BITLATHE_ASSIGN(mlp.up, finder_.stacked(stem("up"), count, e, 0, spec_.embedding));
            BITLATHE_ASSIGN(mlp.gate,
                            finder_.stacked(stem("gate"), count, e, mlp.up.rows, spec_.embedding));
        }
        BITLATHE_ASSIGN(mlp.down,
                        finder_.stacked(stem("down"), count, e, spec_.embedding, mlp.up.rows));
        return mlp;
    }

    TensorFinder finder_;
    ForwardSpec& spec_;
};

/// Rotated dimensions: what is stated, or a part of a head.
Status settle_rotary(const Model& model, ForwardSpec& spec) {
    if (spec.learned_positions) {
        return {};
    }
    for (Rotary* rotary : {&spec.rotary, &spec.local_rotary}) {
        if (rotary->dims == 0) {
            rotary->dims =
                static_cast<std::uint32_t>(static_cast<double>(spec.head_dim) * spec.rotated_part);
        }
        if (rotary->dims == 0 || rotary->dims % 2 != 0 || rotary->dims > spec.head_dim) {
            return fail(ErrorCode::kRefused,
                        fmt::format("{} dimensions of heads of {} cannot be rotated in pairs",
                                    rotary->dims, spec.head_dim),
                        model.checkpoint->path().string(), {},
                        "check head_dim and the part that is rotated");
        }
    }
    return {};
}

}  // namespace

Result<ModelRef> bind_tensors(const Model& model, ForwardSpec& spec) {
    BITLATHE_ASSIGN(ModelRef refs, Binder(model, spec).bind());
    BITLATHE_TRY(settle_rotary(model, spec));
    return refs;
}

}  // namespace bitlathe
