// SPDX-License-Identifier: GPL-3.0-or-later
// Token by token is the same as the whole text at once, for every family.
#include "core/forward/sequence_run.h"

#include <algorithm>
#include <cmath>

#include "../forward/run_model.h"
#include "../forward/tiny_model.h"

namespace bitlathe {
namespace {

/// Cuts the ids into calls of extend(): some tokens at once first, then one by one, then the rest.
std::vector<std::size_t> uneven_cuts(std::size_t count) {
    std::vector<std::size_t> cuts = {std::min<std::size_t>(count, 21)};
    std::size_t done = cuts.front();
    for (std::size_t i = 0; i < 40 && done < count; ++i, ++done) {
        cuts.push_back(1);
    }
    if (done < count) {
        cuts.push_back(count - done);
    }
    return cuts;
}

/// Largest difference to the logits of the whole text; 0 when all bits are the same.
double worst_difference(const Transformer& model, std::span<const std::uint32_t> ids,
                        std::uint64_t weight_bytes) {
    const auto whole = all_logits(model, cut_windows(ids, ids.size(), true)).value();
    SequenceOptions options;
    options.capacity = ids.size();
    options.weight_bytes = weight_bytes;
    auto run = SequenceRun::begin(model, options, {}).value();
    const std::size_t vocabulary = whole.rows().cols;
    double worst = 0;
    std::size_t done = 0;
    for (const std::size_t count : uneven_cuts(ids.size())) {
        const Buffer hidden = run->extend(ids.subspan(done, count), {}).value();
        Buffer logits = Buffer::create(count, vocabulary).value();
        EXPECT_TRUE(run->logits(hidden.rows(), logits.rows(), {}));
        for (std::size_t t = 0; t < count; ++t) {
            for (std::size_t v = 0; v < vocabulary; ++v) {
                worst = std::max(
                    worst, std::fabs(double{logits.row(t)[v]} - double{whole.row(done + t)[v]}));
            }
        }
        done += count;
    }
    EXPECT_EQ(run->count(), ids.size());
    EXPECT_FALSE(run->extend(ids.first(1), {}));
    return worst;
}

class SequenceFamily : public ::testing::TestWithParam<std::string> {};

TEST_P(SequenceFamily, TokenByTokenIsTheWholeText) {
    const auto folder = shared_data() / "families" / GetParam();
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models in " << shared_data();
    }
    const auto model = Transformer::create(open_model(folder).value()).value();
    const auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    const double worst = worst_difference(model, ids, std::uint64_t{1} << 30);
    EXPECT_LT(worst, 1e-5);
    std::printf("%s: %.2g\n", GetParam().c_str(), worst);
}

INSTANTIATE_TEST_SUITE_P(All, SequenceFamily, ::testing::ValuesIn(family_folders()),
                         [](const auto& folder) {
                             std::string name = folder.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(SequenceRun, ABudgetChangesNothing) {
    const Scratch scratch;
    tiny_llama().write(scratch.path());
    const auto model = Transformer::create(open_model(scratch.path()).value()).value();
    std::vector<std::uint32_t> ids(60);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>(i * 7 % 50);
    }
    for (const std::uint64_t bytes :
         {std::uint64_t{0}, std::uint64_t{5000}, std::uint64_t{1} << 20}) {
        EXPECT_LT(worst_difference(model, ids, bytes), 1e-5) << bytes;
    }
}

}  // namespace
}  // namespace bitlathe
