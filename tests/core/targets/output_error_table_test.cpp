// SPDX-License-Identifier: GPL-3.0-or-later
// Output errors of many linears, from the inputs that a profile saw.
#include "core/targets/output_error_table.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/profile/activation/profile_activations.h"
#include "core/profile/importance/block_weights.h"
#include "core/targets/importance_table.h"

namespace bitlathe {
namespace {

class OutputErrorTable : public testing::Test {
protected:
    static ActivationProfile profile_with(const std::shared_ptr<const Model>& model,
                                          std::vector<TapPoint> gram_points) {
        std::vector<std::uint32_t> ids(96);
        for (std::size_t i = 0; i < ids.size(); ++i)
            ids[i] = static_cast<std::uint32_t>(i * 37 % 4000);
        ActivationRequest request;
        request.gram_points = std::move(gram_points);
        return profile_activations(Transformer::create(model).value(), cut_windows(ids, 32, false),
                                   request, {})
            .value();
    }
    /// The linears of two blocks, in two formats.
    [[nodiscard]] std::vector<OutputErrorRequest> some() const {
        std::vector<OutputErrorRequest> requests;
        const auto blocks = linears_of_blocks(*model);
        for (const std::size_t b : {5U, 1U}) {
            for (const std::size_t tensor : blocks[b])
                requests.push_back({tensor, {q4, q8}});
        }
        return requests;
    }
    const FormatId q4 = find_format("Q4_0").value();
    const FormatId q8 = find_format("Q8_0").value();
    const std::shared_ptr<const Model> model =
        open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value();
};

void expect_same(const std::vector<FormatError>& a, const std::vector<FormatError>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].format, b[i].format);
        EXPECT_EQ(a[i].nmse, b[i].nmse);
    }
}

TEST_F(OutputErrorTable, IsWhatTheTableOfImportanceSays) {
    const ActivationProfile profile = profile_with(model, {TapPoint::kMlpMid});
    for (const bool with_first : {true, false}) {
        const auto all = importance_table(model.get(), &profile, {{q4, q8}, with_first}, {});
        ASSERT_TRUE(all) << all.error().to_string();
        const auto requests = some();
        const auto table = output_error_table(*model, profile, requests, with_first, {});
        ASSERT_TRUE(table) << table.error().to_string();
        ASSERT_EQ(table->size(), requests.size());
        std::size_t full = 0;
        for (std::size_t i = 0; i < table->size(); ++i) {
            const TensorOutputErrors& row = (*table)[i];
            EXPECT_EQ(row.tensor, requests[i].tensor) << "in the order of the requests";
            const auto same =
                std::find_if(all->tensors.begin(), all->tensors.end(),
                             [&row](const auto& other) { return other.tensor == row.tensor; });
            ASSERT_NE(same, all->tensors.end());
            ASSERT_EQ(row.diagonal.size(), 2U);
            EXPECT_GT(row.diagonal[0].nmse.value(), row.diagonal[1].nmse.value());
            expect_same(row.diagonal, same->output_errors);
            expect_same(row.full, same->full_output_errors);
            const bool has_gram = model->places[row.tensor].role == Role::kMlpDown;
            EXPECT_EQ(row.full.size(), has_gram ? 2U : 0U);
            full += row.full.size();
        }
        EXPECT_EQ(full, 4U);
    }
}

TEST_F(OutputErrorTable, IsTheSameForAnyNumberOfThreads) {
    const ActivationProfile profile = profile_with(model, {TapPoint::kMlpMid});
    WorkContext one;
    one.threads = 1;
    WorkContext five;
    five.threads = 5;
    const auto a = output_error_table(*model, profile, some(), true, one);
    const auto b = output_error_table(*model, profile, some(), true, five);
    ASSERT_TRUE(a && b);
    ASSERT_EQ(a->size(), b->size());
    for (std::size_t i = 0; i < a->size(); ++i) {
        expect_same((*a)[i].diagonal, (*b)[i].diagonal);
        expect_same((*a)[i].full, (*b)[i].full);
    }
}

TEST_F(OutputErrorTable, LeavesOutWhatTheProfileDidNotSee) {
    ActivationProfile profile = profile_with(model, {});
    std::erase_if(profile.taps, [](const TapProfile& tap) {
        return tap.id.block == 5 || tap.id.point == TapPoint::kMlpMid;
    });
    const auto table = output_error_table(*model, profile, some(), true, {});
    ASSERT_TRUE(table) << table.error().to_string();
    EXPECT_EQ(table->size(), 6U) << "of the seven linears of one block";
    for (const TensorOutputErrors& row : *table) {
        EXPECT_EQ(model->places[row.tensor].block, 1U);
        EXPECT_NE(model->places[row.tensor].role, Role::kMlpDown);
    }
}

TEST_F(OutputErrorTable, LeavesOutExpertsThatNoTokenWasGivenTo) {
    const std::filesystem::path folder = BITLATHE_SHARED_DATA "/families/mixtral";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models beside the project";
    }
    const auto mixture = open_model(folder).value();
    const auto profile =
        profile_activations(Transformer::create(mixture).value(),
                            cut_windows(std::vector<std::uint32_t>{5}, 32, true), {}, {})
            .value();
    std::vector<OutputErrorRequest> requests;
    std::size_t seen = 0;
    for (const auto& block : linears_of_blocks(*mixture)) {
        for (const std::size_t tensor : block) {
            const TensorPlace& place = mixture->places[tensor];
            requests.push_back({tensor, {formats::f16(), formats::bf16(), q8}});
            const auto& router = profile.blocks[*place.block].router;
            seen += !place.expert || router.chosen[*place.expert] > 0 ? 1 : 0;
        }
    }
    const auto table = output_error_table(*mixture, profile, requests, true, {});
    ASSERT_TRUE(table) << table.error().to_string();
    EXPECT_LT(seen, requests.size()) << "one token is not given to all experts";
    EXPECT_EQ(table->size(), seen);
    for (const TensorOutputErrors& row : *table) {
        const TensorPlace& place = mixture->places[row.tensor];
        if (place.expert) {
            EXPECT_GT(profile.blocks[*place.block].router.chosen[*place.expert], 0U);
        }
    }
}

TEST_F(OutputErrorTable, SaysHowFarItIsAndStops) {
    const ActivationProfile profile = profile_with(model, {});
    const auto requests = some();
    std::uint64_t bytes = 0;
    for (const OutputErrorRequest& request : requests)
        bytes += model->checkpoint->view(request.tensor).byte_count();
    std::uint64_t last = 0;
    WorkContext watched;
    watched.progress = [&](const Progress& now) {
        EXPECT_EQ(now.phase, "output errors");
        EXPECT_EQ(now.total, bytes);
        EXPECT_GE(now.done, last);
        last = now.done;
    };
    ASSERT_TRUE(output_error_table(*model, profile, requests, true, watched));
    EXPECT_EQ(last, bytes);
    std::stop_source stop;
    WorkContext stopped;
    stopped.stop = stop.get_token();
    stopped.progress = [&](const Progress& now) {
        if (now.done > bytes / 2) stop.request_stop();
    };
    const auto none = output_error_table(*model, profile, requests, true, stopped);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace bitlathe
