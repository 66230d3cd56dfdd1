// SPDX-License-Identifier: GPL-3.0-or-later
// Every family against logits that transformers computed in float32.
#include <cmath>

#include "run_model.h"

namespace bitlathe {
namespace {

class Family : public ::testing::TestWithParam<std::string> {};

TEST_P(Family, AgreesWithTransformers) {
    const auto folder = shared_data() / "families" / GetParam();
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models in " << shared_data();
    }
    const auto opened = open_model(folder);
    ASSERT_TRUE(opened) << opened.error().to_string();
    const auto model = Transformer::create(*opened);
    ASSERT_TRUE(model) << model.error().to_string();
    const auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    const TokenBatch batch = cut_windows(ids, ids.size(), true);
    const auto logits = all_logits(*model, batch);
    ASSERT_TRUE(logits) << logits.error().to_string();

    const auto wanted = read_numbers<float>(folder / "logits_first64.f32");
    const std::size_t vocabulary = logits->rows().cols;
    ASSERT_EQ(wanted.size(), 64 * vocabulary);
    double worst = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        worst = std::max(worst, std::fabs(double{logits->row(0)[i]} - wanted[i]));
    }
    EXPECT_LT(worst, 2e-3);

    const auto nll = read_numbers<float>(folder / "nll.f32");
    ASSERT_EQ(nll.size() + 1, ids.size());
    double worst_nll = 0;
    for (std::size_t t = 0; t < nll.size(); ++t) {
        double sum = 0;
        for (std::size_t v = 0; v < vocabulary; ++v) {
            sum += std::exp(double{logits->row(t)[v]} - logits->row(t)[0]);
        }
        const double got = std::log(sum) + logits->row(t)[0] - logits->row(t)[ids[t + 1]];
        worst_nll = std::max(worst_nll, std::fabs(got - nll[t]));
    }
    EXPECT_LT(worst_nll, 2e-3);
    RecordProperty("worst_logit", std::to_string(worst));
    std::printf("%s: logits %.2g, nll %.2g\n", GetParam().c_str(), worst, worst_nll);
}

INSTANTIATE_TEST_SUITE_P(All, Family, ::testing::ValuesIn(family_folders()),
                         [](const auto& folder) {
                             std::string name = folder.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace bitlathe
