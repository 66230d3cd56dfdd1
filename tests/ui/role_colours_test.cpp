// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "ui/theme/role_group.h"
#include "ui/theme/theme.h"

namespace bitlathe {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{{{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{{{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}}};
// Linear sRGB to XYZ, relative to D65.
constexpr Matrix kToXyz{{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
                         {0.2126729, 0.7151522, 0.0721750},
                         {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}};

Triple times(const Matrix& matrix, const Triple& v) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * v[column];
    }
    return result;
}

double linear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

Triple lab(const QColor& colour, const Matrix& eye) {
    const Triple seen =
        times(eye, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    Triple f = times(kToXyz, seen);
    for (double& value : f)
        value = value > 0.008856 ? std::cbrt(value) : 7.787 * value + 16.0 / 116;
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

TEST(RoleColours, AreToldApartWithAnyColourVision) {
    for (const ThemeTokens& tokens : {ThemeTokens::light(), ThemeTokens::dark_tokens()}) {
        for (const Matrix& eye : {kNormal, kProtanopia, kDeuteranopia}) {
            for (std::size_t a = 0; a < tokens.roles.size(); ++a) {
                for (std::size_t b = 0; b < a; ++b) {
                    const Triple x = lab(tokens.roles[a], eye);
                    const Triple y = lab(tokens.roles[b], eye);
                    EXPECT_GT(std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]), 10)
                        << tokens.dark << ' ' << a << ' ' << b;
                }
            }
        }
    }
}

TEST(RoleColours, EveryRoleHasAGroup) {
    std::array<int, kRoleGroupCount> roles{};
    for (std::size_t i = 0; i < kRoleCount; ++i)
        ++roles[static_cast<std::size_t>(role_group(static_cast<Role>(i)))];
    for (std::size_t group = 0; group < kRoleGroupCount; ++group) {
        EXPECT_GT(roles[group], 0);
        EXPECT_FALSE(role_group_text(static_cast<RoleGroup>(group)).isEmpty());
    }
}

}  // namespace
}  // namespace bitlathe
