// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/stream_spans.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <numbers>
#include <utility>

#include "core/base/pieces.h"
#include "core/profile/activation/activation_kernels.h"

namespace bitlathe {
namespace {

constexpr std::size_t kPieceTokens = 8;

}  // namespace

std::uint64_t SpanCollector::step_for(std::uint64_t tokens, std::uint64_t blocks,
                                      std::uint64_t embedding, std::uint64_t bytes) {
    const std::uint64_t token_bytes = (blocks + 1) * embedding * sizeof(float);
    const std::uint64_t most =
        std::max<std::uint64_t>(1, bytes / std::max<std::uint64_t>(1, token_bytes));
    return std::max<std::uint64_t>(1, (tokens + most - 1) / most);
}

Status SpanCollector::begin_batch(std::span<const TokenPlace> places, std::size_t embedding) {
    embedding_ = embedding;
    taken_.assign(places.size(), kNotTaken);
    tokens_.clear();
    for (std::size_t t = 0; t < places.size(); ++t) {
        // From the middle of each step, so that they are not all first tokens of windows.
        if (places[t].token % step_ == step_ / 2) {
            taken_[t] = static_cast<std::uint32_t>(tokens_.size());
            tokens_.push_back(static_cast<std::uint32_t>(t));
        }
    }
    try {
        streams_.resize(blocks_ + 1);
        for (auto& stream : streams_) {
            stream.resize(tokens_.size() * embedding);
        }
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kRefused, "not enough memory for the profile", {}, {},
                    "close other programs or take a smaller model");
    }
    return {};
}

void SpanCollector::put(std::size_t boundary, ConstRows rows,
                        std::span<const std::uint32_t> tokens) {
    for (std::size_t r = 0; r < rows.rows; ++r) {
        if (const std::uint32_t at = taken_[tokens[r]]; at != kNotTaken) {
            std::copy_n(rows.data + r * rows.stride, rows.cols,
                        streams_[boundary].data() + at * embedding_);
        }
    }
}

bool SpanCollector::restore(std::vector<FirstAndRest<SpanAngle>> spans,
                            std::vector<std::vector<float>> streams) {
    const bool fits =
        spans.size() == spans_.size() && streams.size() == streams_.size() &&
        std::all_of(streams.begin(), streams.end(), [&](const std::vector<float>& stream) {
            return stream.size() == tokens_.size() * embedding_;
        });
    if (fits) {
        spans_ = std::move(spans);
        streams_ = std::move(streams);
    }
    return fits;
}

/// NaN where there is no angle.
void SpanCollector::measure(std::size_t token, double* angles) const {
    std::vector<double> norms(blocks_ + 1);
    for (std::size_t b = 0; b <= blocks_; ++b) {
        norms[b] = std::sqrt(dot_product(stream(b, token), stream(b, token), embedding_));
    }
    for (std::size_t count = 1; count <= blocks_; ++count) {
        for (std::size_t first = 0; first + count <= blocks_; ++first) {
            const double both = norms[first] * norms[first + count];
            const double cosine =
                dot_product(stream(first, token), stream(first + count, token), embedding_) / both;
            *angles++ = both > 0 && std::isfinite(cosine)
                            ? std::acos(std::clamp(cosine, -1.0, 1.0)) / std::numbers::pi
                            : std::numeric_limits<double>::quiet_NaN();
        }
    }
}

Status SpanCollector::end_batch(std::span<const TokenPlace> places, const WorkContext& context) {
    const std::size_t spans = spans_.size();
    std::vector<double> angles(tokens_.size() * spans);
    const Pieces pieces(tokens_.size(), kPieceTokens);
    BITLATHE_TRY(for_each_piece(pieces.count(), context, [&](unsigned, std::size_t i) -> Status {
        const Piece piece = pieces.at(i);
        for (std::uint64_t t = piece.first; t < piece.first + piece.count; ++t) {
            measure(t, angles.data() + t * spans);
        }
        return {};
    }));
    for (std::size_t t = 0; t < tokens_.size(); ++t) {
        const bool first = places[tokens_[t]].position == 0;
        for (std::size_t s = 0; s < spans; ++s) {
            if (const double angle = angles[t * spans + s]; !std::isnan(angle)) {
                (first ? spans_[s].first : spans_[s].rest).add({1, angle});
            }
        }
    }
    return {};
}

}  // namespace bitlathe
