// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/stream_spans.h"

#include <gtest/gtest.h>

#include "core/profile/activation/profile_activations.h"
#include "tests/core/forward/run_model.h"

namespace bitlathe {
namespace {

TEST(SpanIndex, NamesEverySpanOnce) {
    std::size_t next = 0;
    for (std::size_t count = 1; count <= 7; ++count) {
        for (std::size_t first = 0; first + count <= 7; ++first) {
            EXPECT_EQ(span_index(7, first, count), next++);
        }
    }
    EXPECT_EQ(next, span_count(7));
}

TEST(SpanCollector, TurnsOverSeveralBlocks) {
    // Three vectors, each turned by 45 degrees against the one before.
    SpanCollector collector(2, 1);
    const std::vector<TokenPlace> places = {{0, 0, 1}, {1, 1, 1}};
    ASSERT_TRUE(collector.begin_batch(places, 2));
    const std::vector<std::uint32_t> tokens = {0, 1};
    const std::vector<std::vector<float>> stream = {{1, 0, 3, 0}, {1, 1, 2, 0}, {0, 5, 0, 0}};
    for (std::size_t b = 0; b < stream.size(); ++b) {
        collector.put(b, {stream[b].data(), 2, 2, 2}, tokens);
    }
    ASSERT_TRUE(collector.end_batch(places, {}));
    const auto& spans = collector.spans();
    EXPECT_NEAR(spans[span_index(2, 0, 1)].first.mean().value(), 0.25, 1e-12);
    EXPECT_NEAR(spans[span_index(2, 1, 1)].first.mean().value(), 0.25, 1e-12);
    EXPECT_NEAR(spans[span_index(2, 0, 2)].first.mean().value(), 0.5, 1e-12);
    EXPECT_NEAR(spans[span_index(2, 0, 1)].rest.mean().value(), 0, 1e-7);
    // The last vector of the second token is zero: it has no angle.
    EXPECT_FALSE(spans[span_index(2, 0, 2)].rest.mean());
}

TEST(SpanCollector, TakesSoManyTokensAsFit) {
    EXPECT_EQ(SpanCollector::step_for(1000, 9, 25, 1'000'000), 1U);
    EXPECT_EQ(SpanCollector::step_for(1000, 9, 25, 100'000), 10U);
    EXPECT_EQ(SpanCollector::step_for(1000, 9, 25, 1), 1000U);
}

TEST(ProfiledSpans, OfOneBlockAreItsAngle) {
    const auto model =
        Transformer::create(
            open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value())
            .value();
    std::vector<std::uint32_t> ids(192);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>(i * i * 31 % 4096);
    }
    ActivationRequest request;
    const TokenBatch text = cut_windows(ids, 64, true);
    const auto all = profile_activations(model, text, request, {}).value();
    ASSERT_EQ(all.spans.size(), span_count(8));
    for (std::size_t b = 0; b < 8; ++b) {
        const StreamChange& whole = all.blocks[b].whole.rest;
        const SpanAngle& span = all.spans[span_index(8, b, 1)].rest;
        EXPECT_EQ(span.tokens, whole.tokens);
        EXPECT_NEAR(span.angle, whole.angle, 1e-9);
    }
    // Some of the tokens, the same ones however the text is cut.
    request.span_bytes = 20 * 9 * 256 * sizeof(float);
    const auto some = profile_activations(model, text, request, {}).value();
    request.activation_bytes = 1;
    const auto cut = profile_activations(model, text, request, {}).value();
    EXPECT_EQ(some.spans[0].all().tokens, 19U);
    for (std::size_t s = 0; s < some.spans.size(); ++s) {
        EXPECT_EQ(some.spans[s].rest, cut.spans[s].rest);
    }
}

}  // namespace
}  // namespace bitlathe
