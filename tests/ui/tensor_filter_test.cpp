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
    subject.planned = u"Q4_K"_s;
    subject.source = u"BF16"_s;
    subject.block = 12;
    subject.bits = 4.5;
    subject.bytes = 33'030'144;
    subject.error = 1200.0;
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
                      Case{"ffn bits>5", false}));

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
    for (const QString& text : {u"bits<many"_s, u"block:x"_s, u"block:1-2-3"_s, u"size>"_s}) {
        const TensorFilter filter(text);
        EXPECT_FALSE(filter.problem().isEmpty()) << text.toStdString();
        EXPECT_FALSE(filter.matches(down())) << text.toStdString();
    }
    EXPECT_TRUE(TensorFilter(u"bits<5"_s).problem().isEmpty());
}

TEST(TensorFilter, LockedFindsLocks) {
    FilterSubject subject = down();
    subject.locked = true;
    EXPECT_TRUE(TensorFilter(u"locked"_s).matches(subject));
    EXPECT_FALSE(TensorFilter(u"!locked"_s).matches(subject));
}

}  // namespace
}  // namespace bitlathe
