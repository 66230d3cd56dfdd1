// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/expert_errors.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/forward/run_model.h"

namespace bitlathe {
namespace {

class ExpertErrors : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = shared_data() / "families/mixtral";
        if (!std::filesystem::exists(folder)) {
            GTEST_SKIP() << "no reference models beside the project";
        }
        source_ = open_model(folder).value();
        model_.emplace(Transformer::create(source_).value());
        ids_ = read_numbers<std::uint32_t>(folder / "ids.i32");
        text_ = cut_windows(ids_, 64, true);
    }
    [[nodiscard]] Transformer rounded(const char* format) const {
        return Transformer::create(source_,
                                   rounded_experts(source_, find_format(format).value()).value())
            .value();
    }
    std::shared_ptr<const Model> source_;
    std::optional<Transformer> model_;
    std::vector<std::uint32_t> ids_;
    TokenBatch text_;
};

/// The output of the mixtures of block 0, by the change of the stream.
std::vector<float> after_block(const Transformer& model, const TokenBatch& text) {
    ForwardState state = model.begin(text, {}).value();
    EXPECT_TRUE(model.advance(text, state, nullptr, {}));
    const ConstRows rows = std::as_const(state.residual).rows();
    return {rows.data, rows.data + rows.rows * rows.cols};
}

TEST_F(ExpertErrors, OfAllExpertsTogetherBoundWhatTheBlockChanges) {
    const Transformer changed = rounded("Q4_0");
    const auto errors = measure_expert_errors(*model_, changed, text_, {});
    ASSERT_TRUE(errors) << errors.error().to_string();
    std::uint64_t tokens = 0;
    double weight = 0;
    double most = 0;
    for (const ExpertError& error : *errors) {
        if (error.block == 0) {
            tokens += error.tokens;
            weight += error.weight;
            most += error.error;
            EXPECT_GT(error.error, 0);
        }
    }
    EXPECT_EQ(tokens, ids_.size() * model_->spec().experts_used);
    EXPECT_NEAR(weight, static_cast<double>(ids_.size()), 1e-3);
    // Frobenius norms of the windows: the change of all experts is at most the sum of the parts.
    const auto before = after_block(*model_, text_);
    const auto after = after_block(changed, text_);
    const std::size_t width = before.size() / ids_.size();
    double whole = 0;
    for (const Segment& window : text_.windows) {
        double squares = 0;
        for (std::size_t i = window.first * width; i < (window.first + window.count) * width; ++i) {
            const double d = double{after[i]} - before[i];
            squares += d * d;
        }
        whole += std::sqrt(squares);
    }
    EXPECT_GT(whole, 0);
    EXPECT_LE(whole, most * (1 + 1e-4));
    EXPECT_GE(whole, most / static_cast<double>(model_->spec().experts) / 2);
}

TEST_F(ExpertErrors, AreNoneWithoutAChangeAndSmallerWithMoreBits) {
    const auto none = measure_expert_errors(*model_, *model_, text_, {}).value();
    const auto coarse = measure_expert_errors(*model_, rounded("Q4_0"), text_, {}).value();
    const auto fine = measure_expert_errors(*model_, rounded("Q8_0"), text_, {}).value();
    ASSERT_EQ(none.size(), coarse.size());
    for (std::size_t i = 0; i < none.size(); ++i) {
        EXPECT_EQ(none[i].error, 0);
        EXPECT_EQ(fine[i].tokens, coarse[i].tokens);
        EXPECT_LT(fine[i].error, coarse[i].error);
    }
}

TEST(ExpertImportance, IsTheProductOfThePowers) {
    const std::vector<ExpertError> errors = {{0, 0, 30, 6, 2}, {0, 1, 10, 4, 3}, {1, 0, 5, 5, 1}};
    const auto importance = expert_importance(errors, {});
    ASSERT_EQ(importance.size(), 3U);
    EXPECT_NEAR(importance[0], 0.75 * std::pow(0.6, 1.5) * 4, 1e-12);
    EXPECT_NEAR(importance[1], 0.25 * std::pow(0.4, 1.5) * 9, 1e-12);
    EXPECT_NEAR(importance[2], 1, 1e-12);
    EXPECT_NEAR(expert_importance(errors, {0, 0, 1})[1], 3, 1e-12);
}

TEST(RoundedExperts, AModelWithoutExpertsHasNone) {
    const auto model =
        open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value();
    EXPECT_EQ(rounded_experts(model, find_format("Q4_0").value()).error().code,
              ErrorCode::kImpossible);
}

}  // namespace
}  // namespace bitlathe
