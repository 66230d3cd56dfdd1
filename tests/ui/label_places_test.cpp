// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/label_places.h"

#include <random>

#include <gtest/gtest.h>

#include "ui/theme/theme.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST(LabelPlaces, NoNameCoversAnotherOrAPointOrLeavesThePlot) {
    std::mt19937 random(3);
    const QRect bounds(0, 0, 400, 200);
    const QRect obstacle(100, 50, 90, 20);
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 40; ++i) {
        wishes.push_back(
            {QPointF(random() % 400, random() % 200), u"Q%1_K_M"_s.arg(i), Theme::label_font()});
    }
    const auto places = place_labels(wishes, bounds, {obstacle});
    int placed = 0;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (!places[i]) continue;
        ++placed;
        EXPECT_TRUE(bounds.contains(*places[i]));
        EXPECT_FALSE(places[i]->intersects(obstacle));
        for (std::size_t j = 0; j < wishes.size(); ++j) {
            EXPECT_FALSE(places[i]->contains(wishes[j].point.toPoint()));
            EXPECT_FALSE(j != i && places[j] && places[i]->intersects(*places[j]));
        }
    }
    EXPECT_GT(placed, 10);
}

TEST(LabelPlaces, WhatIsFirstGetsItsPlaceFirst) {
    std::vector<LabelWish> wishes(3, {QPointF(50, 50), u"name"_s, Theme::label_font()});
    wishes.resize(8, wishes.front());
    wishes.back().first = true;
    const auto places = place_labels(wishes, QRect(0, 0, 100, 100));
    ASSERT_TRUE(places.back());
    EXPECT_GT(places.back()->left(), 50);
    EXPECT_LT(places.back()->bottom(), 50);
}

}  // namespace
}  // namespace bitlathe
