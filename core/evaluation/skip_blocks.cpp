// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/skip_blocks.h"

#include <cmath>
#include <utility>

#include "core/evaluation/scorer.h"

namespace bitlathe {
namespace {

/// The tokens whose successors are predicted, and these.
struct Targets {
    std::vector<std::uint32_t> tokens, ids;
};

Targets targets_of(const TokenBatch& text) {
    Targets targets;
    for (const Segment& window : text.windows) {
        for (std::size_t i = window.first; i + 1 < window.first + window.count; ++i) {
            targets.tokens.push_back(static_cast<std::uint32_t>(i));
            targets.ids.push_back(text.ids[i + 1]);
        }
    }
    return targets;
}

/// Mean and standard error.
struct Mean {
    double value = 0;
    double error = 0;
};

Mean mean_of(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    Mean mean;
    for (const double value : values) {
        mean.value += value / count;
    }
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean.value) * (value - mean.value);
    }
    mean.error = count > 1 ? std::sqrt(squares / (count - 1) / count) : 0;
    return mean;
}

class Skips {
public:
    Skips(const Transformer& model, const TokenBatch& text, const WorkContext& context)
        : model_(model), text_(text), targets_(targets_of(text)), context_(context) {}

    Result<SkipMeasurement> run() {
        if (targets_.tokens.empty()) {
            return fail(ErrorCode::kUsage, "the windows hold no token with one after it", {}, {},
                        "take a longer text or longer windows");
        }
        SkipMeasurement result;
        result.tokens = targets_.tokens.size();
        BITLATHE_ASSIGN(ForwardState state, model_.begin(text_, context_.quiet()));
        BITLATHE_ASSIGN(const Buffer whole, finish(state));
        BITLATHE_ASSIGN(const OutputHead head, model_.head(context_.quiet()));
        // The reference of all that follows: the model as it is.
        const HeadInput reference{whole.rows(), head};
        for (std::uint32_t block = 0; block < model_.blocks(); ++block) {
            context_.report("skip blocks", block, model_.blocks());
            ForwardState without = state;
            without.next_block = block + 1;
            BITLATHE_ASSIGN(const Buffer hidden, finish(std::move(without)));
            BITLATHE_TRY(score({hidden.rows(), head}, reference, block, result));
            if (block + 1 < model_.blocks()) {
                BITLATHE_TRY(model_.advance(text_, state, nullptr, context_.quiet()));
            }
        }
        context_.report("skip blocks", model_.blocks(), model_.blocks());
        return result;
    }

private:
    /// The blocks that are left, and the norm before the head.
    Result<Buffer> finish(ForwardState state) const {
        while (state.next_block < model_.blocks()) {
            BITLATHE_TRY(model_.advance(text_, state, nullptr, context_.quiet()));
        }
        return model_.hidden(state, targets_.tokens, context_.quiet());
    }

    Status score(const HeadInput& model, const HeadInput& reference, std::uint32_t block,
                 SkipMeasurement& result) const {
        HeadRequest request;
        request.targets = targets_.ids;
        std::vector<HeadScore> theirs;
        BITLATHE_ASSIGN(const auto ours,
                        score_rows(model, &reference, request, &theirs, context_.quiet()));
        std::vector<double> kl, nll, whole;
        for (std::size_t t = 0; t < ours.size(); ++t) {
            kl.push_back(ours[t].kl);
            nll.push_back(ours[t].nll() - theirs[t].nll());
            whole.push_back(theirs[t].nll());
        }
        const Mean mean_kl = mean_of(kl);
        const Mean mean_nll = mean_of(nll);
        result.mean_nll = mean_of(whole).value;
        result.blocks.push_back(
            {block, mean_kl.value, mean_kl.error, mean_nll.value, mean_nll.error});
        return {};
    }

    const Transformer& model_;
    const TokenBatch& text_;
    Targets targets_;
    const WorkContext& context_;
};

}  // namespace

Result<SkipMeasurement> measure_skips(const Transformer& model, const TokenBatch& text,
                                      const WorkContext& context) {
    return Skips(model, text, context).run();
}

}  // namespace bitlathe
