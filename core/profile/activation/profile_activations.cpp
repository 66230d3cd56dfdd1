// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/profile_activations.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/profile/activation/activation_collector.h"

namespace bitlathe {
namespace {

/// Float32 values a token of a batch takes: the residual stream, the normed input of the block
/// before, and the normed output at the end.
constexpr std::uint64_t kVectorsPerToken = 3;

struct Batch {
    std::uint64_t first_token = 0;
    TokenBatch tokens;
};

/// Whole windows, of about `limit` tokens together.
std::vector<Batch> cut_batches(const TokenBatch& text, std::uint64_t limit) {
    std::vector<Batch> batches;
    for (const Segment& window : text.windows) {
        if (batches.empty() || batches.back().tokens.ids.size() + window.count > limit) {
            batches.push_back({window.first, {}});
        }
        TokenBatch& batch = batches.back().tokens;
        batch.windows.push_back({batch.ids.size(), window.count});
        const auto begin = text.ids.begin() + static_cast<std::ptrdiff_t>(window.first);
        batch.ids.insert(batch.ids.end(), begin, begin + static_cast<std::ptrdiff_t>(window.count));
    }
    return batches;
}

Status check(const TokenBatch& text, const ActivationRequest& request) {
    if (text.windows.empty()) {
        return fail(ErrorCode::kUsage, "there are no tokens to profile");
    }
    for (std::size_t i = 0; i < request.thresholds.size(); ++i) {
        if (!(request.thresholds[i] > (i == 0 ? 0.0F : request.thresholds[i - 1]))) {
            return fail(ErrorCode::kUsage, "thresholds are positive and rise");
        }
    }
    return {};
}

Status run_batch(const Transformer& model, const Batch& batch, ActivationCollector& collector,
                 const WorkContext& context) {
    const TokenBatch& tokens = batch.tokens;
    BITLATHE_TRY(collector.begin_batch(tokens, batch.first_token, model.spec().embedding));
    BITLATHE_ASSIGN(ForwardState state, model.begin(tokens, context));
    while (state.next_block < model.blocks()) {
        BITLATHE_TRY(model.advance(tokens, state, &collector, context));
        BITLATHE_TRY(collector.status());
    }
    std::vector<std::uint32_t> all(tokens.ids.size());
    std::iota(all.begin(), all.end(), 0U);
    BITLATHE_ASSIGN(const Buffer output, model.hidden(state, all, context.quiet()));
    return collector.end_batch(output.rows());
}

TextStamp stamp_of(const TokenBatch& text) {
    TextStamp stamp;
    stamp.tokens = text.ids.size();
    stamp.windows = text.windows.size();
    stamp.ids = fmt::format("{:016x}", fast_hash(std::as_bytes(std::span(text.ids))));
    for (const Segment& window : text.windows) {
        stamp.context = std::max<std::uint64_t>(stamp.context, window.count);
    }
    return stamp;
}

}  // namespace

Result<ActivationProfile> profile_activations(const Transformer& model, const TokenBatch& text,
                                              const ActivationRequest& request,
                                              const WorkContext& context) {
    BITLATHE_TRY(check(text, request));
    const std::uint64_t token_bytes =
        kVectorsPerToken * std::max<std::uint64_t>(1, model.spec().embedding) * sizeof(float);
    const auto batches = cut_batches(text, request.activation_bytes / token_bytes);
    const WorkContext inner = context.quiet();
    ActivationCollector collector(request.thresholds, model.blocks(), model.spec().experts, inner);
    for (const Batch& batch : batches) {
        WorkContext shown = context;
        // The run counts tokens x blocks of its batch; people see those of the whole text.
        shown.progress = [&](const Progress& progress) {
            context.report("profile", batch.first_token * model.blocks() + progress.done,
                           text.ids.size() * std::uint64_t{model.blocks()});
        };
        BITLATHE_TRY(run_batch(model, batch, collector, shown));
    }
    ActivationProfile profile = collector.take();
    profile.text = stamp_of(text);
    return profile;
}

}  // namespace bitlathe
