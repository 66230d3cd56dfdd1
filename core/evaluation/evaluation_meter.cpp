// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_meter.h"

#include <algorithm>

namespace bitlathe {
namespace {

/// Weights of all blocks: what a token is multiplied by.
std::uint64_t block_weights(const Transformer& model) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < model.model().places.size(); ++i) {
        sum += model.model().places[i].block ? model.model().tensor(i).elements() : 0;
    }
    return sum;
}

/// Thousands of multiplications, so that their sum over a long text fits.
std::uint64_t work_of(std::uint64_t weights) {
    return std::max<std::uint64_t>(1, weights >> 10);
}

}  // namespace

EvaluationMeter::EvaluationMeter(const WorkContext& context, const Transformer& model,
                                 const Transformer* reference, std::span<const Pass> passes)
    : context_(context),
      models_(reference != nullptr ? 2 : 1),
      blocks_(work_of(block_weights(model))),
      heads_(models_ * work_of(model.spec().vocabulary * model.spec().embedding)) {
    for (const Pass& pass : passes) {
        total_ += work(pass);
    }
}

std::uint64_t EvaluationMeter::work(const Pass& pass) const {
    return models_ * pass.batch.ids.size() * blocks_ + pass.predictors.size() * heads_;
}

void EvaluationMeter::skip(const Pass& pass) {
    done_ += work(pass);
}

WorkContext EvaluationMeter::part(std::uint64_t size) {
    const std::uint64_t begin = done_;
    done_ += size;
    WorkContext inner{context_.stop, {}, context_.threads, context_.pause};
    if (context_.progress) {
        inner.progress = [this, begin, size](const Progress& p) {
            const double share =
                p.total == 0 ? 0.0 : static_cast<double>(p.done) / static_cast<double>(p.total);
            context_.report("evaluate",
                            begin + static_cast<std::uint64_t>(share * static_cast<double>(size)),
                            total_);
        };
    }
    return inner;
}

}  // namespace bitlathe
