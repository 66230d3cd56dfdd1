// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/activation_collector.h"

#include <algorithm>
#include <new>
#include <utility>

#include <fmt/format.h>

namespace bitlathe {
namespace {

/// The rows of a batch that belong to consecutive tokens.
ConstRows rows_of(const Buffer& batch, std::span<const std::uint32_t> tokens) {
    const ConstRows all = batch.rows();
    return {all.data + tokens.front() * all.stride, tokens.size(), all.cols, all.stride};
}

void copy_rows(ConstRows from, float* to, std::size_t stride) {
    for (std::size_t r = 0; r < from.rows; ++r) {
        std::copy_n(from.data + r * from.stride, from.cols, to + r * stride);
    }
}

}  // namespace

ActivationCollector::ActivationCollector(const Request& request, const WorkContext& context)
    : thresholds_(request.thresholds),
      experts_(request.experts),
      context_(context),
      blocks_(request.blocks),
      spans_(request.blocks, request.span_step),
      gram_points_(request.gram_points),
      gram_bytes_(request.gram_bytes) {}

Status ActivationCollector::begin_batch(const TokenBatch& batch, std::uint64_t first_token,
                                        std::size_t embedding) {
    places_.clear();
    for (const Segment& window : batch.windows) {
        for (std::size_t i = 0; i < window.count; ++i) {
            places_.push_back({first_token + window.first + i, static_cast<std::uint32_t>(i),
                               batch.ids[window.first + i]});
        }
    }
    BITLATHE_ASSIGN(normed_, Buffer::create(batch.ids.size(), embedding));
    return spans_.begin_batch(places_, embedding);
}

Status ActivationCollector::end_batch(ConstRows output) {
    BITLATHE_TRY(spans_.end_batch(places_, context_));
    return accumulate_change(std::as_const(normed_).rows(), output, places_,
                             blocks_.back().post_norm, context_);
}

ActivationProfile ActivationCollector::take() {
    ActivationProfile profile;
    profile.thresholds = thresholds_;
    for (std::uint32_t b = 1; b < blocks_.size(); ++b) {
        if (const auto before = taps_.find({b - 1, TapPoint::kResidOut}); before != taps_.end()) {
            taps_.emplace(TapId{b, TapPoint::kResidIn}, before->second);
        }
    }
    for (auto& [id, statistics] : taps_) {
        profile.taps.push_back({id, std::move(statistics)});
    }
    profile.blocks = std::move(blocks_);
    profile.spans = spans_.spans();
    for (auto& [id, gram] : grams_) {
        profile.grams.push_back({id, std::move(gram)});
    }
    return profile;
}

void ActivationCollector::snapshot(ActivationProgress& progress) const {
    progress.profile.thresholds = thresholds_;
    progress.profile.taps.clear();
    for (const auto& [id, statistics] : taps_) {
        progress.profile.taps.push_back({id, statistics});
    }
    progress.profile.blocks = blocks_;
    progress.profile.spans = spans_.spans();
    progress.profile.grams.clear();
    for (const auto& [id, gram] : grams_) {
        progress.profile.grams.push_back({id, gram});
    }
    progress.normed = normed_;
    progress.streams = spans_.streams();
}

Status ActivationCollector::restore(const ActivationProgress& progress) {
    const ConstRows theirs = progress.normed.rows();
    const ConstRows ours = std::as_const(normed_).rows();
    if (progress.profile.thresholds != thresholds_ ||
        progress.profile.blocks.size() != blocks_.size() || theirs.rows != ours.rows ||
        theirs.cols != ours.cols || !spans_.restore(progress.profile.spans, progress.streams)) {
        return fail(ErrorCode::kRefused, "what was saved is of another profile");
    }
    taps_.clear();
    for (const TapProfile& tap : progress.profile.taps) {
        taps_.emplace(tap.id, tap.statistics);
    }
    grams_.clear();
    for (const TapGram& gram : progress.profile.grams) {
        grams_.emplace(gram.id, std::make_shared<GramMatrix>(gram.matrix->copy()));
    }
    BITLATHE_TRY(progress.profile.check());
    blocks_ = progress.profile.blocks;
    normed_ = progress.normed;
    return {};
}

template <class Work>
void ActivationCollector::attempt(const Work& work) {
    if (!status_) {
        return;
    }
    try {
        status_ = work();
    } catch (const std::bad_alloc&) {
        status_ = fail(ErrorCode::kRefused, "not enough memory for the profile", {}, {},
                       "close other programs or take a smaller model");
    }
}

void ActivationCollector::values(const TapValues& tap) {
    attempt([&] { return observe(tap); });
}

void ActivationCollector::router(const RouterChoices& choices) {
    attempt([&] {
        accumulate_router(choices, experts_, blocks_[choices.block].router);
        return share_input(choices);
    });
}

void ActivationCollector::attention(const AttentionSums& sums) {
    attempt([&] {
        accumulate_attention(sums, places_of(sums.tokens), blocks_[sums.block].heads);
        return Status();
    });
}

std::vector<TokenPlace> ActivationCollector::places_of(
    std::span<const std::uint32_t> tokens) const {
    std::vector<TokenPlace> places;
    places.reserve(tokens.size());
    for (const std::uint32_t token : tokens) {
        places.push_back(places_[token]);
    }
    return places;
}

Status ActivationCollector::share_input(const RouterChoices& choices) {
    const std::size_t cols = routed_.rows.cols;
    for (std::uint32_t e = 0; e < experts_; ++e) {
        std::vector<float> rows;
        std::vector<std::uint32_t> tokens;
        for (std::size_t i = 0; i < choices.experts.size(); ++i) {
            if (choices.experts[i] == e) {
                const std::size_t row = i / choices.used;
                const float* values = routed_.rows.data + row * cols;
                rows.insert(rows.end(), values, values + cols);
                tokens.push_back(choices.tokens[row]);
            }
        }
        TapValues tap;
        tap.point = TapPoint::kMlpIn;
        tap.block = choices.block;
        tap.expert = e;
        tap.values = {rows.data(), tokens.size(), cols, cols};
        tap.tokens = tokens;
        BITLATHE_TRY(observe(tap));
    }
    return {};
}

Status ActivationCollector::observe(const TapValues& tap) {
    if (tap.values.rows == 0) {
        return {};
    }
    const std::vector<TokenPlace> places = places_of(tap.tokens);
    // What comes into a block is what came out of the one before: take() copies that.
    if (tap.point != TapPoint::kResidIn || tap.block == 0) {
        BITLATHE_TRY(add_statistics(tap, places));
    }
    BITLATHE_TRY(add_gram(tap, places));
    BITLATHE_TRY(add_change(tap, places));
    return tap.point == TapPoint::kAttnIn ? add_normed_input(tap, places) : Status();
}

Status ActivationCollector::add_statistics(const TapValues& tap,
                                           std::span<const TokenPlace> places) {
    const TapId id{tap.block, tap.point, tap.expert, tap.shared_expert};
    auto found = taps_.find(id);
    if (found == taps_.end()) {
        const TapStatistics empty(tap.values.cols, thresholds_.size());
        found = taps_.emplace(id, FirstAndRest<TapStatistics>{empty, empty}).first;
    }
    return accumulate_tap(tap.values, places, thresholds_, found->second, context_);
}

Status ActivationCollector::add_gram(const TapValues& tap, std::span<const TokenPlace> places) {
    if (std::find(gram_points_.begin(), gram_points_.end(), tap.point) == gram_points_.end()) {
        return {};
    }
    const TapId id{tap.block, tap.point, tap.expert, tap.shared_expert};
    BITLATHE_ASSIGN(GramMatrix * gram, gram_of(id, tap.values.cols));
    return accumulate_gram(tap.values, places, *gram, context_);
}

Result<GramMatrix*> ActivationCollector::gram_of(const TapId& id, std::size_t channels) {
    if (const auto found = grams_.find(id); found != grams_.end()) {
        return found->second.get();
    }
    // What the blocks so far take, all the others will take again: it is said in the first one.
    std::uint64_t values = GramMatrix::values(channels);
    for (const auto& [other, gram] : grams_) {
        values += other.block == id.block ? gram->upper.size() : 0;
    }
    const std::uint64_t bytes = values * sizeof(float) * blocks_.size();
    if (bytes > gram_bytes_) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the Gram matrices take {} bytes or more, {} are allowed", bytes,
                                gram_bytes_),
                    {}, {}, "ask for those of fewer roles, or allow more with --gram-bytes");
    }
    return grams_.emplace(id, std::make_shared<GramMatrix>(channels)).first->second.get();
}

Status ActivationCollector::add_change(const TapValues& tap, std::span<const TokenPlace> places) {
    BlockActivity& block = blocks_[tap.block];
    switch (tap.point) {
        case TapPoint::kResidIn:
            spans_.put(tap.block, tap.values, tap.tokens);
            before_.take(tap.values);
            has_middle_ = false;
            return {};
        case TapPoint::kResidMid:
            between_.take(tap.values);
            has_middle_ = true;
            return accumulate_change(before_.rows, tap.values, places, block.attention, context_);
        case TapPoint::kResidOut:
            if (tap.block + 1 == blocks_.size()) {
                spans_.put(blocks_.size(), tap.values, tap.tokens);
            }
            if (has_middle_) {
                BITLATHE_TRY(
                    accumulate_change(between_.rows, tap.values, places, block.mlp, context_));
            }
            return accumulate_change(before_.rows, tap.values, places, block.whole, context_);
        case TapPoint::kMlpIn:
            if (experts_ > 0 && !tap.expert) {
                routed_.take(tap.values);
            }
            return {};
        default:
            return {};
    }
}

Status ActivationCollector::add_normed_input(const TapValues& tap,
                                             std::span<const TokenPlace> places) {
    const ConstRows earlier = rows_of(normed_, tap.tokens);
    if (tap.block > 0) {
        BITLATHE_TRY(accumulate_change(earlier, tap.values, places,
                                       blocks_[tap.block - 1].post_norm, context_));
    }
    copy_rows(tap.values, normed_.row(tap.tokens.front()), earlier.stride);
    return {};
}

void ActivationCollector::Remembered::take(ConstRows from) {
    values.resize(from.rows * from.cols);
    copy_rows(from, values.data(), from.cols);
    rows = {values.data(), from.rows, from.cols, from.cols};
}

}  // namespace bitlathe
