// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/stream_change.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/base/pieces.h"
#include "core/profile/activation/activation_kernels.h"

namespace bitlathe {
namespace {

constexpr std::size_t kPieceTokens = 32;

StreamChange change_of(const VectorProducts& p) {
    StreamChange change;
    const double in = std::sqrt(p.xx);
    const double out = std::sqrt(p.yy);
    if (!(in > 0 && out > 0 && std::isfinite(in) && std::isfinite(out))) {
        change.undefined = 1;
        return change;
    }
    const double added = std::sqrt(p.dd);
    change.tokens = 1;
    change.cosine = std::clamp(p.xy / (in * out), -1.0, 1.0);
    change.angle = std::acos(change.cosine) / std::numbers::pi;
    change.relative = added / in;
    change.share = added / out;
    // (y - x) x = x y - x^2
    change.added_cosine = added > 0 ? std::clamp((p.xy - p.xx) / (added * in), -1.0, 1.0) : 0.0;
    change.norm_in = in;
    change.norm_out = out;
    return change;
}

}  // namespace

void StreamChange::add(const StreamChange& other) {
    tokens += other.tokens;
    undefined += other.undefined;
    cosine += other.cosine;
    angle += other.angle;
    relative += other.relative;
    share += other.share;
    added_cosine += other.added_cosine;
    norm_in += other.norm_in;
    norm_out += other.norm_out;
}

Status accumulate_change(ConstRows x, ConstRows y, std::span<const TokenPlace> places,
                         FirstAndRest<StreamChange>& change, const WorkContext& context) {
    std::vector<StreamChange> tokens(x.rows);
    const Pieces pieces(x.rows, kPieceTokens);
    BITLATHE_TRY(for_each_piece(pieces.count(), context, [&](unsigned, std::size_t i) -> Status {
        const Piece piece = pieces.at(i);
        for (std::uint64_t t = piece.first; t < piece.first + piece.count; ++t) {
            tokens[t] =
                change_of(vector_products(x.data + t * x.stride, y.data + t * y.stride, x.cols));
        }
        return {};
    }));
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        (places[t].position == 0 ? change.first : change.rest).add(tokens[t]);
    }
    return {};
}

}  // namespace bitlathe
