// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_tensor_changes.h"

#include <utility>

namespace bitlathe {
namespace {

/// Every tensor that the computation reads, and what happens to it.
class ChangeList {
public:
    explicit ChangeList(const TensorConversion& conversion) : conversion_(conversion) {
        const ModelRef& refs = conversion.refs;
        add(refs.embedding);
        add(refs.head);
        if (refs.positions) {
            add(*refs.positions);
        }
        add(refs.output_norm);
        for (const BlockRef& block : refs.blocks) {
            add(block);
        }
    }
    [[nodiscard]] TensorChanges take() { return std::move(changes_); }

private:
    void add(const BlockRef& block) {
        TensorChange query;
        query.turned = conversion_.pairs_together;
        const TensorChange key = query;
        (block.q_norm.weight ? query_norm_ : query.scale) = conversion_.query_scale;
        add(block.q, query);
        add(block.k, key);
        add(block.v);
        add(block.o);
        for (const NormRef* norm : {&block.attn_norm, &block.post_attn_norm, &block.ffn_norm,
                                    &block.post_ffn_norm, &block.k_norm}) {
            add(*norm);
        }
        add(block.q_norm, query_norm_);
        if (block.mlp) {
            add(*block.mlp);
        }
        if (block.experts) {
            add(*block.experts);
        }
    }
    void add(const MlpRef& mlp) {
        if (mlp.gate) {
            add(*mlp.gate);
        }
        add(mlp.up);
        add(mlp.down);
    }
    void add(const ExpertsRef& experts) {
        add(experts.router);
        for (const MlpRef& expert : experts.experts) {
            add(expert);
        }
        if (experts.shared) {
            add(*experts.shared);
        }
        if (experts.shared_gate) {
            add(*experts.shared_gate);
        }
    }
    void add(const LinearRef& linear, TensorChange change = {}) {
        if (linear.bias) {
            changes_[*linear.bias] = change;
        }
        change.transposed = linear.transposed;
        changes_[linear.tensor] = change;
    }
    void add(const NormRef& norm, float scale = 1) {
        if (norm.weight) {
            changes_[*norm.weight] = {.scale = scale,
                                      .offset = conversion_.spec.norm_offset * scale};
        }
        if (norm.bias) {
            changes_[*norm.bias] = {.scale = scale};
        }
    }

    const TensorConversion& conversion_;
    float query_norm_ = 1;
    TensorChanges changes_;
};

}  // namespace

TensorChanges tensor_changes(const TensorConversion& conversion) {
    return ChangeList(conversion).take();
}

void TensorDraft::become(FormatId format, std::uint64_t count, std::uint64_t cols,
                         std::shared_ptr<const DerivedRows> made) {
    TensorInfo info;
    info.shape = {count, cols};
    info.format = format;
    info.bytes = tensor_bytes(format, info.shape).value_or(0);
    view = TensorView(info, made);
    rows = std::move(made);
}

}  // namespace bitlathe
