// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/viridis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bitlathe {
namespace {

// The map at tenths-of-nine; straight lines between them stay within two steps of an 8-bit channel.
constexpr std::array<std::array<int, 3>, 10> kStops = {{{0x44, 0x01, 0x54},
                                                        {0x48, 0x28, 0x78},
                                                        {0x3e, 0x49, 0x89},
                                                        {0x31, 0x68, 0x8e},
                                                        {0x26, 0x82, 0x8e},
                                                        {0x1f, 0x9e, 0x89},
                                                        {0x35, 0xb7, 0x79},
                                                        {0x6e, 0xce, 0x58},
                                                        {0xb5, 0xde, 0x2b},
                                                        {0xfd, 0xe7, 0x25}}};

std::array<QRgb, 256> make_table() {
    std::array<QRgb, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double x = static_cast<double>(i) / 255.0 * 9.0;
        const std::size_t k = std::min<std::size_t>(8, static_cast<std::size_t>(x));
        const double f = x - static_cast<double>(k);
        const auto channel = [&](std::size_t c) {
            return static_cast<int>(
                std::lround(kStops[k][c] + (kStops[k + 1][c] - kStops[k][c]) * f));
        };
        table[i] = qRgb(channel(0), channel(1), channel(2));
    }
    return table;
}

}  // namespace

QRgb viridis(double value) {
    static const std::array<QRgb, 256> table = make_table();
    const double clamped =
        std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : (value > 0 ? 1.0 : 0.0);
    return table[static_cast<std::size_t>(std::lround(clamped * 255.0))];
}

QColor error_colour(const ThemeTokens& tokens, double position) {
    return QColor::fromRgb(viridis(tokens.dark ? 0.14 + 0.86 * position : position));
}

}  // namespace bitlathe
