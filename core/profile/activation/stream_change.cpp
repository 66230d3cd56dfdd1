// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/stream_change.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/base/pieces.h"

namespace bitlathe {
namespace {

constexpr std::size_t kPieceTokens = 32;
constexpr std::size_t kLanes = 8;

/// What the change of one token follows from.
struct Products {
    double xx = 0, yy = 0, xy = 0, dd = 0, dx = 0;  ///< d = y - x
};

double sum_of(const std::array<double, kLanes>& lanes) {
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
           ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

/// In lanes, so that the compiler may use vectors and the order stays fixed.
Products products(const float* x, const float* y, std::size_t count) {
    std::array<double, kLanes> xx{}, yy{}, xy{}, dd{}, dx{};
    const auto add = [&](std::size_t i, std::size_t lane) {
        const double a = x[i];
        const double b = y[i];
        const double d = b - a;
        xx[lane] += a * a;
        yy[lane] += b * b;
        xy[lane] += a * b;
        dd[lane] += d * d;
        dx[lane] += d * a;
    };
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            add(i + lane, lane);
        }
    }
    for (; i < count; ++i) {
        add(i, i % kLanes);
    }
    return {sum_of(xx), sum_of(yy), sum_of(xy), sum_of(dd), sum_of(dx)};
}

StreamChange change_of(const Products& p) {
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
    change.added_cosine = added > 0 ? std::clamp(p.dx / (added * in), -1.0, 1.0) : 0.0;
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
            tokens[t] = change_of(products(x.data + t * x.stride, y.data + t * y.stride, x.cols));
        }
        return {};
    }));
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        (places[t].position == 0 ? change.first : change.rest).add(tokens[t]);
    }
    return {};
}

}  // namespace bitlathe
