// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/activation_collector.h"

#include <algorithm>
#include <new>
#include <utility>

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

ActivationCollector::ActivationCollector(std::vector<float> thresholds, std::uint32_t blocks,
                                         std::uint64_t experts, const WorkContext& context)
    : thresholds_(std::move(thresholds)), experts_(experts), context_(context), blocks_(blocks) {}

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
    return {};
}

Status ActivationCollector::end_batch(ConstRows output) {
    return accumulate_change(std::as_const(normed_).rows(), output, places_,
                             blocks_.back().post_norm, context_);
}

ActivationProfile ActivationCollector::take() {
    ActivationProfile profile;
    profile.thresholds = thresholds_;
    for (auto& [id, statistics] : taps_) {
        profile.taps.push_back({id, std::move(statistics)});
    }
    profile.blocks = std::move(blocks_);
    return profile;
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
    attempt([&] { return share_input(choices); });
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
    std::vector<TokenPlace> places;
    places.reserve(tap.tokens.size());
    for (const std::uint32_t token : tap.tokens) {
        places.push_back(places_[token]);
    }
    BITLATHE_TRY(add_statistics(tap, places));
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

Status ActivationCollector::add_change(const TapValues& tap, std::span<const TokenPlace> places) {
    BlockActivity& block = blocks_[tap.block];
    switch (tap.point) {
        case TapPoint::kResidIn:
            before_.take(tap.values);
            has_middle_ = false;
            return {};
        case TapPoint::kResidMid:
            between_.take(tap.values);
            has_middle_ = true;
            return accumulate_change(before_.rows, tap.values, places, block.attention, context_);
        case TapPoint::kResidOut:
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
