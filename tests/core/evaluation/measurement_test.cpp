// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured of a plan, and that it is remembered as long as it is true.
#include "core/evaluation/measurement.h"

#include <cmath>
#include <fstream>

#include "../targets/export_fixture.h"
#include <gtest/gtest.h>

#include "core/base/mapped_file.h"
#include "core/evaluation/measurement_cache.h"
#include "core/evaluation/measurement_file.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

fs::path sample_text() {
    return sample_gguf().parent_path() / "storybook_val.txt";
}

class MeasurementTest : public ::testing::Test {
protected:
    static RunnableModel runnable() { return find_runnable(must_open(sample_gguf())).value(); }
    static MeasureSettings settings() {
        MeasureSettings made;
        made.text = look_at_text(sample_text(), {}).value();
        made.context = 32;
        made.windows = 2;
        return made;
    }
    static Plan plan_of(const Model& model, const char* format) {
        Plan plan;
        plan.target = "gguf";
        for (std::size_t i = 0; i < model.checkpoint->tensors().size(); ++i) {
            const TensorInfo& info = model.tensor(i);
            plan.tensors[info.name].format = info.name.find("ffn_") != std::string::npos &&
                                                     info.name.find("norm") == std::string::npos
                                                 ? *find_format(format)
                                                 : info.format;
        }
        return plan;
    }
    static Measurement measured() {
        const RunnableModel model = runnable();
        const Plan plan = plan_of(*model.model, "Q4_0");
        return measure(model, &plan, settings(), {}).value();
    }
};

TEST_F(MeasurementTest, APlanIsComparedWithTheModelAsStored) {
    const Measurement result = measured();
    ASSERT_EQ(result.windows.size(), 2U);
    ASSERT_EQ(result.scores.size(), 2U * 15U);
    ASSERT_TRUE(result.kl);
    EXPECT_GT(result.kl->mean, 0);
    for (std::size_t i = 0; i < result.scores.size(); ++i) {
        const TokenTops& tops = result.tops.at(i);
        ASSERT_EQ(tops.model.size(), kMeasuredTops);
        ASSERT_EQ(tops.reference.size(), kMeasuredTops);
        EXPECT_GE(tops.model[0].p, tops.model[1].p);
        EXPECT_EQ(tops.model[0].id == tops.reference[0].id, *result.scores[i].same_top);
        for (const auto* list : {&tops.model, &tops.reference}) {
            const double nll =
                list == &tops.model ? result.scores[i].nll : *result.scores[i].reference_nll;
            for (const TokenProbability& top : *list) {
                if (top.id == result.scores[i].id) {
                    EXPECT_NEAR(std::log(top.p), -nll, 1e-4);
                }
            }
        }
    }
}

TEST_F(MeasurementTest, TheModelAsStoredIsItsOwnReference) {
    const RunnableModel model = runnable();
    const Measurement original = measure(model, nullptr, settings(), {}).value();
    EXPECT_FALSE(original.kl);
    const Plan nothing = plan_of(*model.model, "BF16");
    const Measurement same = measure(model, &nothing, settings(), {}).value();
    EXPECT_EQ(original.content, same.content);
    EXPECT_EQ(original.perplexity.value, same.perplexity.value);
    // What a plan is compared with is what the original was measured to be.
    const Measurement plan = measured();
    for (std::size_t i = 0; i < plan.scores.size(); ++i)
        EXPECT_EQ(*plan.scores[i].reference_nll, original.scores[i].nll);
}

TEST_F(MeasurementTest, ContentIsWhatAPlanMakesOfTheWeights) {
    const auto model = must_open(sample_gguf());
    Plan plan = plan_of(*model, "Q4_0");
    const std::string content = plan_content(*model, plan);
    plan.name = "another";
    plan.tensors.begin()->second.locked = true;
    EXPECT_EQ(plan_content(*model, plan), content);
    plan.target = "safetensors";
    EXPECT_NE(plan_content(*model, plan), content);
    EXPECT_NE(plan_content(*model, plan_of(*model, "Q5_0")), content);
    Plan nothing;
    nothing.target = "safetensors";
    EXPECT_EQ(plan_content(*model, nothing), stored_content(*model));
}

TEST_F(MeasurementTest, ATextThatChangedIsRefused) {
    const fs::path path = fs::path(::testing::TempDir()) / "bitlathe-measured.txt";
    std::ofstream(path) << "Once upon a time there was a king.";
    MeasureSettings changed = settings();
    changed.text = look_at_text(path, {}).value();
    std::ofstream(path) << "Once upon a time there was a queen.";
    const auto result = measure(runnable(), nullptr, changed, {});
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message.find("changed"), std::string::npos);
    fs::remove(path);
}

TEST_F(MeasurementTest, StopsWhenItIsAsked) {
    std::stop_source stop;
    stop.request_stop();
    const auto result = measure(runnable(), nullptr, settings(), {stop.get_token()});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
}

TEST_F(MeasurementTest, BytesReadBackAreTheSameAndDamageIsNoticed) {
    const Measurement result = measured();
    const std::string bytes = encode_measurement("key", result);
    const auto decode = [](const std::string& text, std::string_view key, std::uint64_t words) {
        return decode_measurement(std::as_bytes(std::span(text)), key, words);
    };
    const auto back = decode(bytes, "key", 4096);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->settings, result.settings);
    EXPECT_EQ(back->content, result.content);
    EXPECT_EQ(back->tops, result.tops);
    EXPECT_EQ(back->perplexity.value, result.perplexity.value);
    EXPECT_EQ(back->perplexity.error, result.perplexity.error);
    EXPECT_EQ(back->kl->mean, result.kl->mean);
    ASSERT_EQ(back->scores.size(), result.scores.size());
    EXPECT_EQ(back->scores.back().position, result.scores.back().position);
    EXPECT_EQ(back->scores.back().id, result.scores.back().id);

    EXPECT_FALSE(decode(bytes, "another key", 4096));
    EXPECT_FALSE(decode(bytes, "key", 2)) << "ids outside the vocabulary";
    for (const std::size_t length : {std::size_t{0}, std::size_t{7}, bytes.size() / 2})
        EXPECT_FALSE(decode(bytes.substr(0, length), "key", 4096)) << length;
    std::string damaged = bytes;
    damaged[damaged.size() / 2] ^= 1;
    EXPECT_FALSE(decode(damaged, "key", 4096));
}

TEST_F(MeasurementTest, FiguresThatAreNoNumbersAreAsGoodAsNone) {
    const fs::path folder = fs::path(::testing::TempDir()) / "bitlathe-no-numbers";
    fs::remove_all(folder);
    const MeasurementCache cache(folder);
    const RunnableModel model = runnable();
    const Measurement result = measured();
    const auto known_with = [&](const auto& damage) {
        Measurement damaged = result;
        damage(damaged.scores[7]);
        EXPECT_TRUE(cache.store(*model.model, damaged));  // its hash is right
        return cache.load(model, {}).value().size();
    };
    for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        EXPECT_EQ(known_with([bad](TokenScore& score) { score.nll = bad; }), 0U) << bad;
        EXPECT_EQ(known_with([bad](TokenScore& score) { score.kl = bad; }), 0U) << bad;
        EXPECT_EQ(known_with([bad](TokenScore& score) { score.reference_nll = bad; }), 0U) << bad;
    }
    EXPECT_EQ(known_with([](TokenScore&) {}), 1U) << "measured again, it is known again";
    fs::remove_all(folder);
}

TEST_F(MeasurementTest, TheCacheKnowsItAgainUntilTheModelChanges) {
    const fs::path folder = fs::path(::testing::TempDir()) / "bitlathe-measurements";
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::copy_file(sample_gguf(), folder / "model.gguf");
    const MeasurementCache cache(folder / "cache");
    const RunnableModel model = find_runnable(must_open(folder / "model.gguf")).value();
    EXPECT_TRUE(cache.load(model, {}).value().empty());
    const Measurement result = measured();
    ASSERT_TRUE(cache.store(*model.model, result));
    ASSERT_TRUE(cache.store(*model.model, result));
    const auto known = cache.load(model, {}).value();
    ASSERT_EQ(known.size(), 1U) << "the same measurement is one file";
    EXPECT_EQ(known.front().perplexity.value, result.perplexity.value);
    fs::last_write_time(folder / "model.gguf",
                        fs::file_time_type::clock::now() + std::chrono::hours(1));
    const RunnableModel touched = find_runnable(must_open(folder / "model.gguf")).value();
    EXPECT_TRUE(cache.load(touched, {}).value().empty());
    EXPECT_FALSE(cache.store(*model.model, result)) << "its figures are of weights that are gone";
    ASSERT_TRUE(MeasurementCache(folder / "small", 10).store(*touched.model, result));
    EXPECT_TRUE(MeasurementCache(folder / "small").load(touched, {}).value().empty());
    fs::remove_all(folder);
}

}  // namespace
}  // namespace bitlathe
