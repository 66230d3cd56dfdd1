// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/skip_blocks.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/forward/run_model.h"
#include "tests/core/forward/tiny_model.h"

namespace bitlathe {
namespace {

/// The model of two blocks without one of them.
TinyModel without_block(int block) {
    const TinyModel whole = tiny_llama();
    TinyModel rest;
    rest.config = whole.config;
    rest.config["num_hidden_layers"] = 1;
    for (const auto& [name, tensor] : whole.tensors) {
        const std::string kept = "model.layers." + std::to_string(1 - block) + ".";
        if (name.starts_with(kept)) {
            rest.tensors["model.layers.0." + name.substr(kept.size())] = tensor;
        } else if (!name.starts_with("model.layers.")) {
            rest.tensors[name] = tensor;
        }
    }
    return rest;
}

std::vector<double> log_softmax(const float* logits, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += std::exp(double{logits[i]});
    }
    std::vector<double> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        result[i] = double{logits[i]} - std::log(sum);
    }
    return result;
}

class SkipBlocks : public ::testing::Test {
protected:
    void SetUp() override {
        for (std::uint32_t i = 0; i < 41; ++i) {
            ids_.push_back(i * 7 % 50);
        }
        text_ = cut_windows(ids_, 16, true);
        tiny_llama().write(folder_.path());
        model_.emplace(Transformer::create(open_model(folder_.path()).value()).value());
    }
    Scratch folder_;
    std::vector<std::uint32_t> ids_;
    TokenBatch text_;
    std::optional<Transformer> model_;
};

TEST_F(SkipBlocks, IsWhatTheModelWithoutTheBlockSays) {
    const auto measured = measure_skips(*model_, text_, {});
    ASSERT_TRUE(measured) << measured.error().to_string();
    EXPECT_EQ(measured->tokens, ids_.size() - text_.windows.size());
    ASSERT_EQ(measured->blocks.size(), 2U);
    const Buffer whole = all_logits(*model_, text_).value();
    for (int block = 0; block < 2; ++block) {
        Scratch folder;
        without_block(block).write(folder.path());
        const auto rest = Transformer::create(open_model(folder.path()).value()).value();
        const Buffer logits = all_logits(rest, text_).value();
        double kl = 0;
        double nll = 0;
        double base = 0;
        for (const Segment& window : text_.windows) {
            for (std::size_t t = window.first; t + 1 < window.first + window.count; ++t) {
                const auto p = log_softmax(whole.row(t), 50);
                const auto q = log_softmax(logits.row(t), 50);
                for (std::size_t v = 0; v < 50; ++v) {
                    kl += std::exp(p[v]) * (p[v] - q[v]);
                }
                nll += p[ids_[t + 1]] - q[ids_[t + 1]];
                base -= p[ids_[t + 1]];
            }
        }
        const auto count = static_cast<double>(measured->tokens);
        const SkipEffect& effect = measured->blocks[static_cast<std::size_t>(block)];
        EXPECT_EQ(effect.block, static_cast<std::uint32_t>(block));
        EXPECT_NEAR(effect.kl, kl / count, 1e-5);
        EXPECT_NEAR(effect.nll, nll / count, 1e-5);
        EXPECT_NEAR(measured->mean_nll, base / count, 1e-5);
        EXPECT_GT(effect.kl_error, 0);
        EXPECT_GT(effect.nll_error, 0);
    }
}

TEST_F(SkipBlocks, TheSameForAnyNumberOfThreads) {
    WorkContext one, three;
    one.threads = 1;
    three.threads = 3;
    EXPECT_EQ(measure_skips(*model_, text_, one)->blocks,
              measure_skips(*model_, text_, three)->blocks);
}

TEST_F(SkipBlocks, WindowsOfOneTokenPredictNothing) {
    const auto measured = measure_skips(*model_, cut_windows(ids_, 1, true), {});
    ASSERT_FALSE(measured);
    EXPECT_EQ(measured.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace bitlathe
