// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that llama.cpp gives, for all vocabularies of the reference data.
#include <gtest/gtest.h>

#include "core/checkpoint/checkpoint.h"
#include "core/text/tokenizer.h"
#include "tests/core/text/reference_vocabularies.h"

namespace bitlathe {
namespace {

TEST(TokenizerReference, IdsAreThoseOfLlamaCpp) {
    const auto all = reference_vocabularies();
    if (all.empty()) {
        GTEST_SKIP() << "no reference vocabularies in " << BITLATHE_SHARED_DATA;
    }
    for (const ReferenceVocabulary& one : all) {
        SCOPED_TRACE(one.path.filename().string());
        const auto checkpoint = Checkpoint::open(one.path);
        ASSERT_TRUE(checkpoint) << checkpoint.error().to_string();
        const auto tokenizer = Tokenizer::open(**checkpoint);
        ASSERT_TRUE(tokenizer) << tokenizer.error().to_string();
        for (std::size_t i = 0; i < one.ids.size(); ++i) {
            const auto ids = (*tokenizer)->encode(one.texts[i], {false, false});
            ASSERT_TRUE(ids) << ids.error().to_string();
            EXPECT_EQ(*ids, one.ids[i]) << "text " << i << ": " << one.texts[i];
        }
    }
}

}  // namespace
}  // namespace bitlathe
