// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "core/forward/binding.h"
#include "core/forward/buffer.h"
#include "core/forward/spec.h"
#include "core/forward/weight_source.h"

namespace bitlathe {

/// Looks tokens up. The model and its parts must outlive it.
class Embedding {
public:
    /// Errors: the source's.
    static Result<Embedding> open(const Model& model, const ForwardSpec& spec, const ModelRef& refs,
                                  const WeightSource& weights, const WorkContext& context);
    /// The residual stream of tokens at positions `first`, `first` + 1 ... of their window: one row
    /// each, `out` has as many. Errors: kRefused (an id outside the vocabulary, more positions than
    /// were learned, weights that are not finite).
    [[nodiscard]] Status look_up(std::span<const std::uint32_t> ids, std::size_t first,
                                 Rows out) const;

private:
    Embedding(const Model& model, const ForwardSpec& spec, const ModelRef& refs)
        : model_(&model), spec_(&spec), refs_(&refs) {}
    const Model* model_;
    const ForwardSpec* spec_;
    const ModelRef* refs_;
    std::shared_ptr<const RowSource> tokens_;
    std::shared_ptr<const RowSource> positions_;
};

}  // namespace bitlathe
