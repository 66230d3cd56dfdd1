// SPDX-License-Identifier: GPL-3.0-or-later
// llama.cpp's file of base logits: its bytes, and what a comparison with it finds.
#include "core/evaluation/base_logits.h"

#include <cmath>
#include <cstring>
#include <fstream>

#include "../targets/export_fixture.h"
#include <gtest/gtest.h>

#include "core/evaluation/evaluate.h"

namespace bitlathe {
namespace {

std::vector<ScoredWindow> windows_of(std::size_t count, std::size_t length) {
    std::vector<std::uint32_t> ids(count * length);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>((i * i * 31 + 7 * i) % 4096);
    }
    ProtocolOptions options;
    options.context = length;
    return cut_for(options, ids).value();
}

std::vector<char> bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
T at(const std::vector<char>& bytes, std::size_t offset) {
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(value));
    return value;
}

TEST(BaseLogits, BytesAreThoseOfLlamaPerplexity) {
    const TempFolder out;
    const auto windows = windows_of(2, 4);  // one token scored of each
    auto writer = BaseLogitsWriter::create(out / "base", windows, 5).value();
    const std::vector<float> first = {1, -3, 2, 0, -40};
    ASSERT_TRUE(writer.add(first));
    ASSERT_TRUE(writer.add(std::vector<float>(5, 7)));
    ASSERT_TRUE(writer.finish());
    const auto bytes = bytes_of(out / "base");
    ASSERT_EQ(bytes.size(), 8 + 3 * 4 + 8 * 4 + 2 * (6 + 4) * 2U);
    EXPECT_EQ(std::string(bytes.data(), 8), "_logits_");
    EXPECT_EQ(at<std::int32_t>(bytes, 8), 4);
    EXPECT_EQ(at<std::int32_t>(bytes, 12), 5);
    EXPECT_EQ(at<std::int32_t>(bytes, 16), 2);
    EXPECT_EQ(at<std::int32_t>(bytes, 20 + 4), static_cast<std::int32_t>(windows[0].ids[1]));
    // 16 below the best is the least that is told apart.
    const std::size_t row = 20 + 8 * 4;
    double sum = 0;
    for (const float logit : first) {
        sum += std::exp(double{logit} - 2);
    }
    EXPECT_FLOAT_EQ(at<float>(bytes, row), 16 / 65535.0F);
    EXPECT_FLOAT_EQ(at<float>(bytes, row + 4), static_cast<float>(-16 - std::log(sum)));
    EXPECT_EQ(at<std::uint16_t>(bytes, row + 8), 61439);  // (1 + 14) / 16 of 65535
    EXPECT_EQ(at<std::uint16_t>(bytes, row + 8 + 4), 65535);
    EXPECT_EQ(at<std::uint16_t>(bytes, row + 8 + 8), 0);
    // All alike: no scale.
    EXPECT_EQ(at<float>(bytes, row + 20), 0);
    EXPECT_FLOAT_EQ(at<float>(bytes, row + 24), -std::log(5.0F));
    const auto read = BaseLogits::open(out / "base").value();
    float log_p[5];
    read.read(0, 0, 5, log_p);
    EXPECT_NEAR(log_p[0], 1 - 2 - std::log(sum), 2e-4);
    read.read(1, 2, 2, log_p);
    EXPECT_FLOAT_EQ(log_p[1], -std::log(5.0F));
}

class BaseComparison : public ::testing::Test {
protected:
    std::vector<ScoredWindow> windows = windows_of(3, 64);
    std::shared_ptr<const Model> full = must_open(sample_gguf());
    Transformer original = Transformer::create(full).value();
    TempFolder out;
    EvaluationRequest request;
    BaseComparison() {
        request.windows = windows;
        EvaluationRequest save = request;
        save.save_base_logits = out / "base";
        EXPECT_TRUE(evaluate(original, save, {}));
    }
    /// The model with little left of it.
    [[nodiscard]] Transformer small() const {
        const Target& target = *find_target("gguf");
        EXPECT_TRUE(
            must_export(*full, uniform_plan(target, *full, "Q3_K"), {.destination = out / "q.gguf"})
                .verified);
        return Transformer::create(must_open(out / "q.gguf")).value();
    }
};

TEST_F(BaseComparison, FindsWhatTheModelItselfFinds) {
    const Transformer other = small();
    EvaluationRequest by_model = request;
    by_model.reference = &original;
    const Evaluation wanted = evaluate(other, by_model, {}).value();
    const BaseLogits base = BaseLogits::open(out / "base").value();
    EvaluationRequest by_file = request;
    by_file.base_logits = &base;
    const Evaluation found = evaluate(other, by_file, {}).value();
    ASSERT_EQ(found.scores.size(), base.header().scored());
    EXPECT_FALSE(found.kl_is_lower_bound);
    EXPECT_NEAR(found.kl->mean / wanted.kl->mean, 1, 1e-3);
    EXPECT_DOUBLE_EQ(found.kl->same_top, wanted.kl->same_top);
    for (std::size_t i = 0; i < found.scores.size(); ++i) {
        EXPECT_NEAR(*found.scores[i].kl, *wanted.scores[i].kl, 1e-3) << i;
        if (*wanted.scores[i].reference_nll < 12) {  // the file does not tell apart what is less
            EXPECT_NEAR(*found.scores[i].reference_nll, *wanted.scores[i].reference_nll, 3e-4) << i;
        }
        EXPECT_EQ(found.scores[i].nll, wanted.scores[i].nll) << i;
    }
    const Evaluation itself = evaluate(original, by_file, {}).value();
    EXPECT_LT(std::fabs(itself.kl->mean), 1e-5);
}

TEST_F(BaseComparison, IsTheSameForThreadsAndPasses) {
    const BaseLogits base = BaseLogits::open(out / "base").value();
    request.base_logits = &base;
    const Transformer other = small();
    const Evaluation first = evaluate(other, request, {}).value();
    request.residual_bytes = 1;
    WorkContext one;
    one.threads = 1;
    const Evaluation again = evaluate(other, request, one).value();
    for (std::size_t i = 0; i < first.scores.size(); ++i) {
        ASSERT_EQ(first.scores[i].kl, again.scores[i].kl) << i;
    }
    EvaluationRequest save = request;
    save.base_logits = nullptr;
    save.save_base_logits = out / "again";
    ASSERT_TRUE(evaluate(original, save, one));
    EXPECT_EQ(bytes_of(out / "again"), bytes_of(out / "base"));
}

TEST_F(BaseComparison, OtherWindowsAndDamagedFilesAreRefused) {
    const BaseLogits base = BaseLogits::open(out / "base").value();
    request.base_logits = &base;
    const auto code = [&](std::span<const ScoredWindow> asked) {
        request.windows = asked;
        return evaluate(original, request, {}).error().code;
    };
    EXPECT_EQ(code(windows_of(2, 64)), ErrorCode::kImpossible);
    EXPECT_EQ(code(windows_of(6, 32)), ErrorCode::kImpossible);
    auto changed = windows;
    changed[2].ids[63] = 5;
    EXPECT_EQ(code(changed), ErrorCode::kImpossible);
    changed = windows;
    changed[1].ids[0] = 5;  // BOS is put there by whoever reads
    request.windows = changed;
    EXPECT_TRUE(evaluate(original, request, {}));
    changed[0].first_target = 1;
    EXPECT_EQ(code(changed), ErrorCode::kImpossible);

    const auto bytes = bytes_of(out / "base");
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{19}, bytes.size() - 1}) {
        std::ofstream(out / "cut", std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(size));
        EXPECT_FALSE(BaseLogits::open(out / "cut")) << size;
    }
    auto hostile = bytes;
    const std::int32_t most = INT32_MAX;
    for (const std::size_t offset : {8U, 12U, 16U}) {
        std::memcpy(hostile.data() + offset, &most, sizeof(most));
    }
    std::ofstream(out / "cut", std::ios::binary)
        .write(hostile.data(), static_cast<std::streamsize>(hostile.size()));
    EXPECT_FALSE(BaseLogits::open(out / "cut"));
    EXPECT_TRUE(BaseLogits::recognises(out / "base"));
    EXPECT_FALSE(BaseLogits::recognises(out / "nothing"));
}

}  // namespace
}  // namespace bitlathe
