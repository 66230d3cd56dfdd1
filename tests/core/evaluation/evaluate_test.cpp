// SPDX-License-Identifier: GPL-3.0-or-later
// Divergences that transformers measured, and what plans, references and threads promise.
#include "core/evaluation/evaluate.h"

#include <cmath>
#include <cstring>
#include <fstream>

#include "../targets/export_fixture.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/evaluation/planned_weights.h"

namespace bitlathe {
namespace {

/// Ids that make some sense to the sample model: any will do where two runs are compared.
std::vector<ScoredWindow> some_windows() {
    std::vector<std::uint32_t> ids(160);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>((i * i * 31 + 7 * i) % 4096);
    }
    ProtocolOptions options;
    options.protocol = Protocol::kWindow;
    options.context = 64;
    return cut_for(options, ids).value();
}

Transformer transformer_of(const std::filesystem::path& path,
                           std::shared_ptr<const WeightSource> weights = {}) {
    return Transformer::create(must_open(path), std::move(weights)).value();
}

Evaluation must_evaluate(const Transformer& model, const EvaluationRequest& request,
                         const WorkContext& context = {}) {
    auto result = evaluate(model, request, context);
    if (!result) {
        throw std::runtime_error(result.error().to_string());
    }
    return *std::move(result);
}

void expect_same(const Evaluation& a, const Evaluation& b) {
    ASSERT_EQ(a.scores.size(), b.scores.size());
    for (std::size_t i = 0; i < a.scores.size(); ++i) {
        ASSERT_EQ(a.scores[i].nll, b.scores[i].nll) << i;
        ASSERT_EQ(a.scores[i].kl, b.scores[i].kl) << i;
    }
    EXPECT_EQ(a.perplexity.value, b.perplexity.value);
}

TEST(Evaluate, SameNumbersForThreadsAndPasses) {
    const auto windows = some_windows();
    const Transformer model = transformer_of(sample_gguf());
    EvaluationRequest request;
    request.windows = windows;
    const Evaluation first = must_evaluate(model, request);
    for (const unsigned threads : {1U, 2U, 3U}) {
        request.residual_bytes = threads == 2 ? 1 : std::uint64_t{1} << 20;
        WorkContext context;
        context.threads = threads;
        expect_same(first, must_evaluate(model, request, context));
    }
}

TEST(Evaluate, ReportsProgressToTheEndAndStops) {
    const auto windows = some_windows();
    const Transformer model = transformer_of(sample_gguf());
    EvaluationRequest request;
    request.windows = windows;
    std::uint64_t last = 0;
    std::uint64_t total = 1;
    WorkContext context;
    std::stop_source stop;
    context.progress = [&](const Progress& p) {
        EXPECT_GE(p.done, last);
        last = p.done;
        total = p.total;
    };
    must_evaluate(model, request, context);
    EXPECT_EQ(last, total);
    context.stop = stop.get_token();
    context.progress = [&](const Progress& p) {
        if (p.done > p.total / 4) {
            stop.request_stop();
        }
    };
    const TempFolder folder;
    request.save_reference = folder / "reference";
    const auto stopped = evaluate(model, request, context);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    EXPECT_THAT(folder.names(), ::testing::IsEmpty());
}

TEST(Evaluate, AModelDoesNotDivergeFromItself) {
    const auto windows = some_windows();
    const Transformer model = transformer_of(sample_gguf());
    EvaluationRequest request;
    request.windows = windows;
    request.reference = &model;
    const Evaluation evaluation = must_evaluate(model, request);
    ASSERT_TRUE(evaluation.kl);
    EXPECT_NEAR(evaluation.kl->max, 0, 1e-9);
    EXPECT_NEAR(evaluation.kl->min, 0, 1e-9);
    EXPECT_EQ(evaluation.kl->same_top, 1);
    EXPECT_EQ(evaluation.kl->rms_dp, 0);
}

TEST(Evaluate, APlanIsEvaluatedAsItsExport) {
    const TempFolder folder;
    const auto windows = some_windows();
    const Target& target = *find_target("gguf");
    const auto model = must_open(sample_gguf());
    const Transformer reference = transformer_of(sample_gguf());
    const Plan plan = uniform_plan(target, *model, "Q4_K");
    ExportRequest exported;
    exported.destination = folder / "out.gguf";
    EXPECT_TRUE(must_export(*model, plan, exported).verified);
    EvaluationRequest request;
    request.windows = windows;
    request.reference = &reference;
    const auto weights = PlannedWeights::create(model, plan, nullptr).value();
    const Evaluation planned = must_evaluate(transformer_of(sample_gguf(), weights), request);
    expect_same(planned, must_evaluate(transformer_of(folder / "out.gguf"), request));
    EXPECT_GT(planned.kl->mean, 1e-4);

    // The same from a file of what the reference said, with all of its vocabulary or a part.
    for (const std::size_t top : {std::size_t{4096}, std::size_t{16}}) {
        EvaluationRequest saving;
        saving.windows = windows;
        saving.save_reference = folder / "reference";
        saving.save_top = top;
        must_evaluate(reference, saving);
        const ReferenceFile file = ReferenceFile::open(folder / "reference").value();
        EvaluationRequest reading;
        reading.windows = windows;
        reading.reference_file = &file;
        const Evaluation read = must_evaluate(transformer_of(sample_gguf(), weights), reading);
        EXPECT_EQ(read.kl_is_lower_bound, top != 4096);
        EXPECT_EQ(read.kl->same_top, planned.kl->same_top);
        EXPECT_NEAR(read.kl->rms_dp, planned.kl->rms_dp, 1e-6);
        if (top == 4096) {
            EXPECT_NEAR(read.kl->mean, planned.kl->mean, 1e-5);
        } else {
            EXPECT_LT(read.kl->mean, planned.kl->mean);
            EXPECT_GT(read.kl->mean, planned.kl->mean / 4);
        }
    }
}

TEST(Evaluate, ASafetensorsPlanIsEvaluatedAsItsExport) {
    if (!std::filesystem::exists(sample_folder())) {
        GTEST_SKIP() << "no model folder at " << sample_folder();
    }
    const TempFolder folder;
    const auto windows = some_windows();
    const auto model = must_open(sample_folder());
    const Plan plan = uniform_plan(*find_target("safetensors"), *model, "Q4_0");
    ExportRequest exported;
    exported.destination = folder / "out";
    EXPECT_TRUE(must_export(*model, plan, exported).verified);
    EvaluationRequest request;
    request.windows = windows;
    const auto weights = PlannedWeights::create(model, plan, nullptr).value();
    expect_same(must_evaluate(transformer_of(sample_folder(), weights), request),
                must_evaluate(transformer_of(folder / "out"), request));
}

TEST(Evaluate, PlansOfOtherModelsAreRefused) {
    const auto model = must_open(sample_gguf());
    Plan plan = uniform_plan(*find_target("gguf"), *model, "Q4_K");
    plan.tensors.erase("output_norm.weight");
    const auto weights = PlannedWeights::create(model, plan, nullptr);
    ASSERT_FALSE(weights);
    EXPECT_EQ(weights.error().code, ErrorCode::kImpossible);
}

TEST(Evaluate, AgreesWithTransformersOnDivergence) {
    const auto ids_file = shared_data("profile-reference/shakespeare-1m.ids.i32");
    const auto folder = shared_data("models/shakespeare-1m-hf");
    if (!std::filesystem::exists(ids_file)) {
        GTEST_SKIP() << "no reference at " << ids_file;
    }
    const std::string bytes = must_read(ids_file);
    std::vector<std::uint32_t> ids(bytes.size() / 4);
    std::memcpy(ids.data(), bytes.data(), ids.size() * 4);
    ProtocolOptions options;
    options.protocol = Protocol::kWindow;
    options.context = 256;
    const auto windows = cut_for(options, ids).value();
    const auto model = must_open(folder);
    const Transformer reference = transformer_of(folder);
    // Only the plain part of a plan for GGUF: no rounding to BF16 after the codes.
    Plan plan = uniform_plan(*find_target("safetensors"), *model, "Q4_0");
    const auto weights = PlannedWeights::create(model, plan, nullptr).value();
    EvaluationRequest request;
    request.windows = windows;
    request.reference = &reference;
    const Evaluation evaluation = must_evaluate(transformer_of(folder, weights), request);
    EXPECT_EQ(evaluation.scores.size(), 4080U);
    EXPECT_NEAR(evaluation.kl->mean, 0.0215188, 0.0215188 * 0.01);
}

TEST(Evaluate, GgufAndSafetensorsOfOneModelAgree) {
    const auto gguf = shared_data("models/storybook-7m-bf16.gguf");
    const auto folder = shared_data("models/storybook-7m-hf");
    if (!std::filesystem::exists(gguf) || !std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models";
    }
    const auto windows = some_windows();
    const Transformer reference = transformer_of(folder);
    EvaluationRequest request;
    request.windows = windows;
    request.reference = &reference;
    const Evaluation evaluation = must_evaluate(transformer_of(gguf), request);
    EXPECT_LT(evaluation.kl->max, 1e-6);
}

TEST(Evaluate, QuantizedFilesOfLlamaCppRun) {
    const auto reference_file = shared_data("models/shakespeare-1m-f32.gguf");
    if (!std::filesystem::exists(reference_file)) {
        GTEST_SKIP() << "no reference models";
    }
    const auto ids_bytes = must_read(shared_data("profile-reference/shakespeare-1m.ids.i32"));
    std::vector<std::uint32_t> ids(1024);
    std::memcpy(ids.data(), ids_bytes.data(), ids.size() * 4);
    ProtocolOptions options;
    options.protocol = Protocol::kWindow;
    options.context = 256;
    const auto windows = cut_for(options, ids).value();
    const Transformer reference = transformer_of(reference_file);
    EvaluationRequest request;
    request.windows = windows;
    request.reference = &reference;
    double last = 0;
    for (const char* format : {"Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "Q3_K_M", "Q2_K"}) {
        const auto path =
            shared_data("llama-quantize-output/shakespeare-1m-" + std::string(format) + ".gguf");
        const Evaluation evaluation = must_evaluate(transformer_of(path), request);
        EXPECT_GT(evaluation.kl->mean, last) << format;
        EXPECT_LT(evaluation.kl->mean, 0.15) << format;
        last = evaluation.kl->mean;
    }
}

/// Stops an evaluation after every so many reports and goes on, until it is done.
TEST(Evaluate, GoesOnAfterEveryStopWithTheSameNumbers) {
    const auto windows = some_windows();
    const Transformer model = transformer_of(sample_gguf());
    const Transformer original = transformer_of(sample_gguf());
    const TempFolder out;
    for (const Transformer* reference : {static_cast<const Transformer*>(nullptr), &original}) {
        EvaluationRequest request;
        request.windows = windows;
        request.residual_bytes = 1;  // a pass for every window
        request.reference = reference;
        const Evaluation wanted = must_evaluate(model, request);
        request.progress = out / "progress";
        request.progress_every = std::chrono::milliseconds(0);
        int stops = 0;
        for (bool done = false; !done && stops < 100;) {
            std::stop_source stop;
            WorkContext context;
            context.stop = stop.get_token();
            int reports = 0;
            context.progress = [&](const Progress&) {
                if (++reports == 8) {
                    stop.request_stop();
                }
            };
            const auto result = evaluate(model, request, context);
            done = result.has_value();
            if (done) {
                expect_same(*result, wanted);
            } else {
                ASSERT_EQ(result.error().code, ErrorCode::kCancelled) << result.error().to_string();
                EXPECT_TRUE(std::filesystem::exists(out / "progress"));
                ++stops;
            }
        }
        EXPECT_GT(stops, 2) << "it went on, and did not begin again";
        EXPECT_LT(stops, 100);
        EXPECT_FALSE(std::filesystem::exists(out / "progress")) << "nothing is left";
    }
}

TEST(Evaluate, RefusesTheProgressOfAnotherRun) {
    const auto windows = some_windows();
    const Transformer model = transformer_of(sample_gguf());
    const TempFolder out;
    EvaluationRequest request;
    request.windows = windows;
    request.residual_bytes = 1;
    request.progress = out / "progress";
    request.progress_every = std::chrono::milliseconds(0);
    std::stop_source stop;
    WorkContext context;
    context.stop = stop.get_token();
    context.progress = [&](const Progress&) { stop.request_stop(); };
    ASSERT_FALSE(evaluate(model, request, context));
    auto other = windows;
    other[0].ids[5] ^= 1U;
    request.windows = other;
    EXPECT_EQ(evaluate(model, request, {}).error().code, ErrorCode::kRefused);
    request.windows = windows;
    EvaluationRequest both = request;
    both.save_reference = out / "reference";
    EXPECT_EQ(evaluate(model, both, {}).error().code, ErrorCode::kUsage);
    std::filesystem::resize_file(out / "progress" / "scores", 20);
    EXPECT_EQ(evaluate(model, request, {}).error().code, ErrorCode::kRefused);
    const TempFolder foreign;
    std::ofstream(foreign / "mine") << "text";
    request.progress = foreign / "";
    EXPECT_EQ(evaluate(model, request, {}).error().code, ErrorCode::kRefused);
    EXPECT_TRUE(std::filesystem::exists(foreign / "mine"));
}

}  // namespace
}  // namespace bitlathe
