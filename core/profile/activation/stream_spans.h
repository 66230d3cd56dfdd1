// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/compute/device.h"
#include "core/profile/activation/tap_accumulator.h"

namespace bitlathe {

/// How far some consecutive blocks turn the residual stream together, as a sum over tokens: of
/// arccos(cos(x, y)) / pi, x before the first and y after the last of them.
struct SpanAngle {
    std::uint64_t tokens = 0;
    double angle = 0;

    void add(const SpanAngle& other) {
        tokens += other.tokens;
        angle += other.angle;
    }
    [[nodiscard]] std::optional<double> mean() const {
        return tokens == 0 ? std::nullopt : std::optional(angle / static_cast<double>(tokens));
    }
    bool operator==(const SpanAngle&) const = default;
};

/// Spans of a model of so many blocks: all runs of one block, then all of two, ...
[[nodiscard]] constexpr std::size_t span_count(std::size_t blocks) {
    return blocks * (blocks + 1) / 2;
}
/// Of the span of `count` blocks from `first` on; first + count <= blocks.
[[nodiscard]] constexpr std::size_t span_index(std::size_t blocks, std::size_t first,
                                               std::size_t count) {
    return span_count(blocks) - span_count(blocks - count + 1) + first;
}

/// Keeps the residual stream between all blocks for some tokens of a batch, and measures the spans
/// from it. Of every `step` tokens of the profile one is taken, so that memory is bounded and it
/// does not matter how a text is cut into batches.
class SpanCollector {
public:
    SpanCollector(std::size_t blocks, std::uint64_t step)
        : blocks_(blocks), step_(step), spans_(span_count(blocks)) {}

    /// The step that keeps `tokens` tokens within `bytes`.
    [[nodiscard]] static std::uint64_t step_for(std::uint64_t tokens, std::uint64_t blocks,
                                                std::uint64_t embedding, std::uint64_t bytes);

    /// `places`: of all tokens of the batch. Errors: kRefused (no memory).
    [[nodiscard]] Status begin_batch(std::span<const TokenPlace> places, std::size_t embedding);
    /// The stream before block `boundary` (after the last, for the number of blocks) at some tokens
    /// of the batch.
    void put(std::size_t boundary, ConstRows rows, std::span<const std::uint32_t> tokens);
    /// The same bits for any number of threads. Errors: kCancelled.
    [[nodiscard]] Status end_batch(std::span<const TokenPlace> places, const WorkContext& context);

    [[nodiscard]] const std::vector<FirstAndRest<SpanAngle>>& spans() const { return spans_; }

    /// What a batch that is not finished keeps.
    [[nodiscard]] const std::vector<std::vector<float>>& streams() const { return streams_; }
    /// Goes on from there, after begin_batch() of the same batch. False when they are of another.
    [[nodiscard]] bool restore(std::vector<FirstAndRest<SpanAngle>> spans,
                               std::vector<std::vector<float>> streams);

private:
    static constexpr std::uint32_t kNotTaken = UINT32_MAX;
    [[nodiscard]] const float* stream(std::size_t boundary, std::size_t token) const {
        return streams_[boundary].data() + token * embedding_;
    }
    void measure(std::size_t token, double* angles) const;

    std::size_t blocks_;
    std::uint64_t step_;
    std::vector<FirstAndRest<SpanAngle>> spans_;
    std::size_t embedding_ = 0;
    std::vector<std::uint32_t> taken_;         ///< [tokens of the batch] where it is kept
    std::vector<std::uint32_t> tokens_;        ///< those that are kept
    std::vector<std::vector<float>> streams_;  ///< [blocks + 1][kept, embedding]
};

}  // namespace bitlathe
