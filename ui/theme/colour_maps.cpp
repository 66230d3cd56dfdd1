// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colour_maps.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "ui/theme/viridis.h"

namespace bitlathe {
namespace {

constexpr std::array<QRgb, 10> kCividis = {0xff00204d, 0xff00336f, 0xff39486b, 0xff575c6d,
                                           0xff707173, 0xff8a8779, 0xffa69d75, 0xffc4b56c,
                                           0xffe4cf5b, 0xffffea46};
constexpr std::array<QRgb, 11> kRdBu = {0xff67001f, 0xffb2182b, 0xffd6604d, 0xfff4a582,
                                        0xfffddbc7, 0xfff7f7f7, 0xffd1e5f0, 0xff92c5de,
                                        0xff4393c3, 0xff2166ac, 0xff053061};
constexpr QRgb kNonfinite = 0xffff2bd6;

/// Straight lines between the stops.
QRgb between(std::span<const QRgb> stops, double position) {
    const double clamped = position > 0 ? std::min(position, 1.0) : 0.0;
    const double x = clamped * static_cast<double>(stops.size() - 1);
    const auto k = std::min(stops.size() - 2, static_cast<std::size_t>(x));
    const double f = x - static_cast<double>(k);
    const auto channel = [&](int (*get)(QRgb)) {
        const int from = get(stops[k]);
        return static_cast<int>(std::lround(from + (get(stops[k + 1]) - from) * f));
    };
    return qRgb(channel(qRed), channel(qGreen), channel(qBlue));
}

}  // namespace

QRgb map_colour(ColourMap map, double position) {
    switch (map) {
        case ColourMap::kCividis:
            return between(kCividis, position);
        case ColourMap::kRdBu:
            return between(kRdBu, position);
        case ColourMap::kViridis:
            break;
    }
    return viridis(position);
}

QRgb nonfinite_colour() {
    return kNonfinite;
}

}  // namespace bitlathe
