// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/embedding.h"

#include <algorithm>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "core/forward/finite.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> refuse(const Model& model, std::string message, std::string hint) {
    return fail(ErrorCode::kRefused, std::move(message), model.checkpoint->path().string(), {},
                std::move(hint));
}

}  // namespace

Result<Embedding> Embedding::open(const Model& model, const ForwardSpec& spec, const ModelRef& refs,
                                  const WeightSource& weights, const WorkContext& context) {
    Embedding embedding(model, spec, refs);
    BITLATHE_ASSIGN(embedding.tokens_, open_linear(weights, refs.embedding, context));
    if (refs.positions) {
        BITLATHE_ASSIGN(embedding.positions_, open_linear(weights, *refs.positions, context));
    }
    return embedding;
}

Status Embedding::look_up(std::span<const std::uint32_t> ids, std::size_t first, Rows out) const {
    const auto largest = std::max_element(ids.begin(), ids.end());
    if (largest != ids.end() && *largest >= spec_->vocabulary) {
        return refuse(
            *model_,
            fmt::format("token {} is outside its vocabulary of {}", *largest, spec_->vocabulary),
            "take ids of this model's tokenizer");
    }
    if (refs_->positions && first + ids.size() > refs_->positions->rows) {
        return refuse(*model_,
                      fmt::format("windows of {} tokens are longer than its {} positions",
                                  first + ids.size(), refs_->positions->rows),
                      "take shorter windows");
    }
    const CheckedRows checked(*tokens_);
    std::vector<float> position(positions_ != nullptr ? out.cols : 0);
    for (std::size_t t = 0; t < ids.size(); ++t) {
        float* row = out.data + t * out.stride;
        checked.read(ids[t], 1, row);
        std::transform(row, row + out.cols, row,
                       [this](float x) { return x * spec_->embedding_scale; });
        if (positions_ != nullptr) {
            positions_->read(first + t, 1, position.data());
            std::transform(position.begin(), position.end(), row, row, std::plus<>());
        }
    }
    if (!checked.finite()) {
        return not_finite(model_->tensor(refs_->embedding.tensor).name,
                          model_->checkpoint->path().string());
    }
    return {};
}

}  // namespace bitlathe
