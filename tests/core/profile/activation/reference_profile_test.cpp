// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics of shakespeare-1m against those computed with transformers in float32.
#include <cmath>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/profile/activation/profile_activations.h"
#include "tests/core/forward/run_model.h"

namespace bitlathe {
namespace {

/// Both sides compute in float32, in other orders of summation; BF16 weights are exact in it.
constexpr double kRelative = 1e-4;

void expect_close(double ours, const Json& theirs, const std::string& what) {
    const double expected = theirs.get<double>();
    EXPECT_NEAR(ours, expected, kRelative * std::abs(expected)) << what;
}

class ReferenceProfile : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto folder = shared_data() / "profile-reference";
        if (!std::filesystem::exists(folder / "shakespeare-1m.json")) {
            return;
        }
        std::ifstream file(folder / "shakespeare-1m.json");
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        expected_ = *parse_json(text, "shakespeare-1m.json");
        const auto model = open_model(shared_data() / "models/shakespeare-1m-hf");
        ASSERT_TRUE(model) << model.error().to_string();
        const auto transformer = Transformer::create(*model);
        ASSERT_TRUE(transformer) << transformer.error().to_string();
        const auto ids = read_numbers<std::uint32_t>(folder / "shakespeare-1m.ids.i32");
        auto profile = profile_activations(
            *transformer, cut_windows(ids, expected_["ctx"].get<std::size_t>(), false), {}, {});
        ASSERT_TRUE(profile) << profile.error().to_string();
        profile_ = *std::move(profile);
    }
    void SetUp() override {
        if (expected_.is_null()) {
            GTEST_SKIP() << "no reference profile beside the project";
        }
    }
    static inline Json expected_;
    static inline ActivationProfile profile_;
};

TEST_F(ReferenceProfile, BlocksChangeTheStreamAsMuch) {
    ASSERT_EQ(profile_.blocks.size(), expected_["blocks"].size());
    for (std::size_t b = 0; b < profile_.blocks.size(); ++b) {
        const Json& theirs = expected_["blocks"][b];
        const BlockActivity& block = profile_.blocks[b];
        const StreamChange whole = block.whole.all();
        EXPECT_EQ(whole.tokens, 16U * 256U);
        EXPECT_EQ(whole.undefined, 0U);
        expect_close(-*whole.mean(&StreamChange::cosine), theirs["lim"], "lim");
        expect_close(*whole.mean(&StreamChange::angle), theirs["angular"], "angular");
        expect_close(*whole.mean(&StreamChange::relative), theirs["relative_norm"], "relative");
        expect_close(-*block.attention.all().mean(&StreamChange::cosine), theirs["lim_attention"],
                     "attention half");
        expect_close(-*block.mlp.all().mean(&StreamChange::cosine), theirs["lim_mlp"], "mlp half");
        const TapProfile* out = profile_.find({static_cast<std::uint32_t>(b), TapPoint::kResidOut});
        ASSERT_NE(out, nullptr);
        expect_close(out->statistics.all().largest(), theirs["resid_out_absmax"], "absmax");
    }
}

TEST_F(ReferenceProfile, TapsHoldTheSameValues) {
    std::size_t seen = 0;
    for (const TapProfile& tap : profile_.taps) {
        const std::string name = tap_name(tap.id);
        if (!expected_["taps"].contains(name)) {
            EXPECT_TRUE(name.find("resid") != std::string::npos) << name;
            continue;
        }
        ++seen;
        const Json& theirs = expected_["taps"][name];
        const TapStatistics all = tap.statistics.all();
        ASSERT_EQ(all.tokens, theirs["tokens"].get<std::uint64_t>());
        ASSERT_EQ(all.channels(), theirs["mean_square"].size());
        for (std::size_t c = 0; c < all.channels(); ++c) {
            expect_close(all.sum2[c] / static_cast<double>(all.tokens), theirs["mean_square"][c],
                         name + " mean square");
            expect_close(all.absmax[c], theirs["absmax"][c], name + " absmax");
        }
        ASSERT_TRUE(all.kurtosis());
        expect_close(*all.kurtosis(), theirs["kurtosis"], name + " kurtosis");
        const std::size_t six = static_cast<std::size_t>(
            std::find(profile_.thresholds.begin(), profile_.thresholds.end(), 6.0F) -
            profile_.thresholds.begin());
        std::uint64_t above = 0;
        for (std::size_t c = 0; c < all.channels(); ++c) {
            above += all.above[c * profile_.thresholds.size() + six];
        }
        EXPECT_EQ(above, theirs["count_abs_ge_6"].get<std::uint64_t>()) << name;
    }
    EXPECT_EQ(seen, expected_["taps"].size());
}

}  // namespace
}  // namespace bitlathe
