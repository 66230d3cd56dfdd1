// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_words.h"

#include <QFile>

#include <gtest/gtest.h>

#include "ui/theme/language.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Speaks another language until its end.
class Speaking {
public:
    explicit Speaking(const QString& language) { use_language(language); }
    ~Speaking() { use_language(u"en"_s); }
};

TEST(PlanWords, EditingIsSaidOnce) {
    EXPECT_EQ(edited_name("Q4_K_M"), "Q4_K_M edited");
    EXPECT_EQ(edited_name("Q4_K_M edited"), "Q4_K_M edited");
    EXPECT_EQ(edited_name("Q4_K_M edited 2"), "Q4_K_M edited 2");
}

TEST(PlanWords, InEnglishNamesAreShownAsTheyStandInFiles) {
    for (const std::string name :
         {"as stored", "as stored edited 3", "Q4_K_M edited", "Q4_K/Q8_0, 40 % low, LIM 2",
          "edited", "100 % mine", "a/b c, 4 % low", "x %1 edited"}) {
        EXPECT_EQ(plan_name_text(name).toStdString(), name);
    }
    EXPECT_EQ(plan_name_text(""), u"without a name"_s);
}

TEST(PlanWords, WhatTheProgramCallsAPlanIsSaidInTheLanguageOfTheWindow) {
    if (!QFile::exists(u":/i18n/bitlathe_de.qm"_s))
        GTEST_SKIP() << "built without Qt Linguist Tools: English only";
    const Speaking german(u"de"_s);
    EXPECT_EQ(plan_name_text("as stored"), u"wie gespeichert"_s);
    EXPECT_EQ(plan_name_text("as stored edited 2"), u"wie gespeichert, bearbeitet 2"_s);
    EXPECT_EQ(plan_name_text("Q4_K_M edited"), u"Q4_K_M, bearbeitet"_s);
    EXPECT_EQ(plan_name_text(layerwise_name("Q4_K", "Q8_0", .4, true)),
              u"Q4_K/Q8_0, 40 % niedrig, LIM"_s);
}

TEST(PlanWords, WhatAPersonCallsAPlanStaysInEveryLanguage) {
    if (!QFile::exists(u":/i18n/bitlathe_de.qm"_s))
        GTEST_SKIP() << "built without Qt Linguist Tools: English only";
    const Speaking german(u"de"_s);
    for (const std::string name : {"stored", "my as stored", "for the phone 2", "50 % low"})
        EXPECT_EQ(plan_name_text(name).toStdString(), name);
}

}  // namespace
}  // namespace bitlathe
