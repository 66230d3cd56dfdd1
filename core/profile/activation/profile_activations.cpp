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

/// A pass over all batches.
class ActivationPass {
public:
    ActivationPass(const Transformer& model, const ActivationRequest& request,
                   ActivationCollector& collector)
        : model_(model), request_(request), collector_(collector) {}

    Status run(const Batch& batch, std::uint64_t number, const WorkContext& context) {
        const TokenBatch& tokens = batch.tokens;
        BITLATHE_TRY(collector_.begin_batch(tokens, batch.first_token, model_.spec().embedding));
        BITLATHE_ASSIGN(ForwardState state, begin(tokens, number, context));
        while (state.next_block < model_.blocks()) {
            BITLATHE_TRY(model_.advance(tokens, state, &collector_, context));
            BITLATHE_TRY(collector_.status());
            BITLATHE_TRY(save(state, number));
        }
        std::vector<std::uint32_t> all(tokens.ids.size());
        std::iota(all.begin(), all.end(), 0U);
        BITLATHE_ASSIGN(const Buffer output, model_.hidden(state, all, context.quiet()));
        return collector_.end_batch(output.rows());
    }

private:
    Result<ForwardState> begin(const TokenBatch& tokens, std::uint64_t number,
                               const WorkContext& context) const {
        if (request_.resume == nullptr || request_.resume->batch != number) {
            return model_.begin(tokens, context);
        }
        BITLATHE_TRY(collector_.restore(*request_.resume));
        return request_.resume->state;
    }

    Status save(const ForwardState& state, std::uint64_t number) {
        const auto now = std::chrono::steady_clock::now();
        if (!request_.save || now - last_save_ < request_.save_every) {
            return {};
        }
        ActivationProgress progress;
        progress.batch = number;
        progress.state = state;
        collector_.snapshot(progress);
        BITLATHE_TRY(request_.save(progress));
        last_save_ = std::chrono::steady_clock::now();
        return {};
    }

    const Transformer& model_;
    const ActivationRequest& request_;
    ActivationCollector& collector_;
    std::chrono::steady_clock::time_point last_save_ = std::chrono::steady_clock::now();
};

TextStamp stamp_of(const TokenBatch& text) {
    TextStamp stamp;
    stamp.tokens = text.ids.size();
    stamp.windows = text.windows.size();
    stamp.ids = stamp_of_ids(text.ids);
    for (const Segment& window : text.windows) {
        stamp.context = std::max<std::uint64_t>(stamp.context, window.count);
    }
    return stamp;
}

}  // namespace

std::string stamp_of_ids(std::span<const std::uint32_t> ids) {
    return fmt::format("{:016x}", fast_hash(std::as_bytes(ids)));
}

std::string profile_key(const Transformer& model, const TokenBatch& text,
                        const ActivationRequest& request) {
    std::string key =
        fmt::format("{} {} {} {}", model.fingerprint(text), fmt::join(request.thresholds, ","),
                    request.activation_bytes, request.span_bytes);
    for (const TapPoint point : request.gram_points) {
        key += fmt::format(" {}", tap_point_name(point));
    }
    return key;
}

Result<ActivationProfile> profile_activations(const Transformer& model, const TokenBatch& text,
                                              const ActivationRequest& request,
                                              const WorkContext& context) {
    BITLATHE_TRY(check(text, request));
    const std::uint64_t token_bytes =
        kVectorsPerToken * std::max<std::uint64_t>(1, model.spec().embedding) * sizeof(float);
    const auto batches = cut_batches(text, request.activation_bytes / token_bytes);
    const WorkContext inner = context.quiet();
    ActivationCollector collector(
        {request.thresholds, model.blocks(), model.spec().experts,
         SpanCollector::step_for(text.ids.size(), model.blocks(), model.spec().embedding,
                                 request.span_bytes),
         request.gram_points, request.gram_bytes},
        inner);
    const std::uint64_t begin = request.resume == nullptr ? 0 : request.resume->batch;
    if (begin >= batches.size()) {
        return fail(ErrorCode::kRefused, "what was saved is of another profile");
    }
    ActivationPass pass(model, request, collector);
    for (std::uint64_t number = begin; number < batches.size(); ++number) {
        const Batch& batch = batches[number];
        WorkContext shown = context;
        // The run counts tokens x blocks of its batch; people see those of the whole text.
        shown.progress = [&](const Progress& progress) {
            context.report("activations", batch.first_token * model.blocks() + progress.done,
                           text.ids.size() * std::uint64_t{model.blocks()});
        };
        BITLATHE_TRY(pass.run(batch, number, shown));
    }
    ActivationProfile profile = collector.take();
    profile.text = stamp_of(text);
    return profile;
}

}  // namespace bitlathe
