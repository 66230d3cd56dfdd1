// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_filter.h"

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

FilterSubject down() {
    FilterSubject subject;
    subject.name = u"blk.12.ffn_down.weight"_s;
    subject.role = u"mlp_down"_s;
    subject.planned = u"q4_k"_s;
    subject.source = u"bf16"_s;
    subject.block = 12;
    subject.bits = 4.5;
    subject.bytes = 33'030'144;
    subject.error = 1200.0;
    subject.nmse = 0.012;
    subject.kurtosis = 4.5;
    subject.outlier = 21;
    subject.file = 2;
    subject.changed = true;
    return subject;
}

struct Case {
    const char* text;
    bool matches;
};

class Filters : public ::testing::TestWithParam<Case> {};

TEST_P(Filters, MatchAsWritten) {
    EXPECT_EQ(TensorFilter(QString::fromUtf8(GetParam().text)).matches(down()), GetParam().matches);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Filters,
    ::testing::Values(Case{"", true}, Case{"   ", true}, Case{"ffn", true}, Case{"FFN_Down", true},
                      Case{"attn", false}, Case{"blk.*.ffn_down.*", true}, Case{"blk.1.*", false},
                      Case{"blk.1?.*", true}, Case{"role:down", true}, Case{"role:mlp_down", true},
                      Case{"role:up", false}, Case{"block:12", true}, Case{"block:1", false},
                      Case{"block:4-12", true}, Case{"block:13-20", false},
                      Case{"format:Q4_K", true}, Case{"format:q4", true}, Case{"format:Q5*", false},
                      Case{"source:BF16", true}, Case{"source:F32", false}, Case{"bits<5", true},
                      Case{"bits<4.5", false}, Case{"bits<=4.5", true}, Case{"bits>=4.5", true},
                      Case{"bits>4.5", false}, Case{"bits=4.5", true}, Case{"size>10MiB", true},
                      Case{"size>40MiB", false}, Case{"size<1GiB", true}, Case{"error>1k", true},
                      Case{"error<1000", false}, Case{"locked", false}, Case{"!locked", true},
                      Case{"!ffn", false}, Case{"ffn !role:up bits<5 block:12", true},
                      Case{"ffn bits>5", false}, Case{"/ffn_(up|down)/", true},
                      Case{"/^BLK\\.1[0-2]/", true}, Case{"!/down/", false}, Case{"nmse>1%", true},
                      Case{"nmse>0.02", false}, Case{"kurtosis>=4.5", true},
                      Case{"outlier>20", true}, Case{"outlier>21", false}, Case{"shard:2", true},
                      Case{"shard:0-1", false}, Case{"expert:0-9", false}, Case{"CHANGED", true},
                      Case{"Format:q4_K", true}, Case{"BITS<5", true}));

TEST(TensorFilter, UnknownErrorsMatchNoComparison) {
    FilterSubject subject = down();
    subject.error.reset();
    EXPECT_FALSE(TensorFilter(u"error<1e9"_s).matches(subject));
    EXPECT_FALSE(TensorFilter(u"error>0"_s).matches(subject));
}

TEST(TensorFilter, TensorsWithoutABlockMatchNoBlock) {
    FilterSubject subject = down();
    subject.block.reset();
    EXPECT_FALSE(TensorFilter(u"block:0"_s).matches(subject));
    EXPECT_TRUE(TensorFilter(u"!block:0"_s).matches(subject));
}

TEST(TensorFilter, WhatCannotBeUnderstoodIsSaidAndMatchesNothing) {
    for (const QString& text :
         {u"bits<many"_s, u"block:x"_s, u"block:1-2-3"_s, u"block:9-4"_s, u"size>"_s, u"role:"_s,
          u"colour:red"_s, u"weight<3"_s, u"/ffn(/"_s, u"!block:x"_s}) {
        const TensorFilter filter(text);
        EXPECT_FALSE(filter.problem().isEmpty()) << text.toStdString();
        EXPECT_FALSE(filter.matches(down())) << text.toStdString();
    }
    EXPECT_TRUE(TensorFilter(u"bits<5"_s).problem().isEmpty());
}

TEST(TensorFilter, SaysWhatToWriteInstead) {
    EXPECT_TRUE(TensorFilter(u"block:9-4"_s).problem().contains(u"block:4-9"_s));
    EXPECT_TRUE(TensorFilter(u"colour:red"_s).problem().contains(u"role:"_s));
    // Of several mistakes the first is named.
    EXPECT_TRUE(TensorFilter(u"bits<x colour:red"_s).problem().contains(u"bits"_s));
}

TEST(TensorFilter, KnowsWhatItsAnswersDependOn) {
    EXPECT_FALSE(TensorFilter(u"role:down block:3"_s).asks_plan());
    EXPECT_TRUE(TensorFilter(u"bits<5"_s).asks_plan());
    EXPECT_FALSE(TensorFilter(u"bits<5 locked"_s).asks_measured());
    EXPECT_TRUE(TensorFilter(u"error>1"_s).asks_measured());
    EXPECT_TRUE(TensorFilter(u"kurtosis>5"_s).asks_measured());
}

TEST(TensorFilter, LockedFindsLocks) {
    FilterSubject subject = down();
    subject.locked = true;
    EXPECT_TRUE(TensorFilter(u"locked"_s).matches(subject));
    EXPECT_FALSE(TensorFilter(u"!locked"_s).matches(subject));
}

}  // namespace
}  // namespace bitlathe
