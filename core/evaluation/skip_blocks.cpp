// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/skip_blocks.h"

#include <utility>

#include "core/evaluation/mean.h"
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
        const Mean kl = mean_of(ours.size(), [&](std::size_t t) { return ours[t].kl; });
        const Mean nll =
            mean_of(ours.size(), [&](std::size_t t) { return ours[t].nll() - theirs[t].nll(); });
        result.mean_nll =
            mean_of(theirs.size(), [&](std::size_t t) { return theirs[t].nll(); }).value;
        result.blocks.push_back({block, kl.value, kl.error, nll.value, nll.error});
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
