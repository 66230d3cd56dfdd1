// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text.h"

#include <gtest/gtest.h>

#include "ui/theme/file_numbers.h"
#include "ui/theme/viridis.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

TEST(Text, QuantitiesHaveThreeDigitsAndASuffix) {
    EXPECT_EQ(quantity_text(0).toStdString(), "0");
    EXPECT_EQ(quantity_text(0.01234).toStdString(), "0.0123");
    EXPECT_EQ(quantity_text(4.567).toStdString(), "4.57");
    EXPECT_EQ(quantity_text(45.67).toStdString(), "45.7");
    EXPECT_EQ(quantity_text(999.4).toStdString(), "999");
    EXPECT_EQ(quantity_text(999.6).toStdString(), "1.00 k");
    EXPECT_EQ(quantity_text(6'714'000).toStdString(), "6.71 M");
}

TEST(Text, PowersOfTenAreThoseOfTheLanguage) {
    EXPECT_EQ(quantity_text(4e-5), u"4×10⁻⁵"_s);
    EXPECT_EQ(number_text(1.5e12, 'g', 3), u"1.5×10¹²"_s);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(quantity_text(4.2e-5), u"4,2·10⁻⁵"_s);
    EXPECT_EQ(number_text(0.5, 'g', 3), u"0,5"_s);
    {
        const FileNumbers numbers;
        EXPECT_EQ(quantity_text(4.2e-5), u"4.2e-05"_s) << "programs read it";
    }
    EXPECT_EQ(quantity_text(4.2e-5), u"4,2·10⁻⁵"_s);
    QLocale::setDefault(before);
}

TEST(Text, UnknownIsNeverZero) {
    EXPECT_EQ(nmse_text(std::nullopt), QString(kUnknown));
    EXPECT_EQ(nmse_text(0.0061).toStdString(), "0.610 %");
}

TEST(Text, ChangesAreSigned) {
    EXPECT_TRUE(bytes_change_text(100, 2148).startsWith(u'+'));
    EXPECT_TRUE(bytes_change_text(2148, 100).startsWith(QChar(0x2212)));
    EXPECT_TRUE(bytes_change_text(5, 5).startsWith(QChar(0x00b1)));
}

TEST(Text, DurationsReadLikeSpeech) {
    EXPECT_EQ(duration_text(0.42).toStdString(), "0.4 s");
    EXPECT_EQ(duration_text(9.99).toStdString(), "10 s");
    EXPECT_EQ(duration_text(42.4).toStdString(), "42 s");
    EXPECT_EQ(duration_text(220).toStdString(), "3 min 40 s");
    EXPECT_EQ(duration_text(7260).toStdString(), "2 h 1 min");
}

TEST(Viridis, BeginsDarkEndsYellowAndRisesInBetween) {
    EXPECT_EQ(viridis(0), qRgb(0x44, 0x01, 0x54));
    EXPECT_EQ(viridis(1), qRgb(0xfd, 0xe7, 0x25));
    EXPECT_EQ(viridis(-3), viridis(0));
    EXPECT_EQ(viridis(7), viridis(1));
    EXPECT_EQ(viridis(std::nan("")), viridis(0));
    int last = -1;
    for (int i = 0; i <= 16; ++i) {
        const int light = qGray(viridis(i / 16.0));
        EXPECT_GT(light, last) << i;
        last = light;
    }
}

}  // namespace
}  // namespace bitlathe
