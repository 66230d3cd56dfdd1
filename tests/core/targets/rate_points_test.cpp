// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/rate_points.h"

#include <gtest/gtest.h>

#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::errors_for;
using test::format;
using test::llama;

struct Fixture {
    std::shared_ptr<const Model> model = llama(2);
    std::vector<FormatId> formats{format("Q8_0"), format("Q2_K"), format("Q4_K")};
    ErrorTable errors = errors_for(*model, formats);
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return model->checkpoint->find(name).value();
    }
};

TEST(RatePoints, OneTensorHasItsOwnErrors) {
    const Fixture f;
    const std::size_t tensor = f.tensor("blk.0.attn_q.weight");
    const auto points = rate_points(*f.model, f.errors, std::vector{tensor});
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(points.front().format, format("Q2_K"));
    EXPECT_EQ(points.back().format, format("Q8_0"));
    for (const RatePoint& point : points) {
        EXPECT_DOUBLE_EQ(point.nmse, *f.errors.nmse(tensor, point.format));
        EXPECT_DOUBLE_EQ(point.bits_per_weight, format_info(point.format).bits_per_weight);
        EXPECT_EQ(point.bytes, *tensor_bytes(point.format, f.model->tensor(tensor).shape));
    }
}

TEST(RatePoints, SeveralTensorsAreWeighedByTheirWeights) {
    const Fixture f;
    const std::vector tensors{f.tensor("blk.0.attn_q.weight"), f.tensor("blk.1.ffn_down.weight")};
    const auto points = rate_points(*f.model, f.errors, tensors);
    ASSERT_EQ(points.size(), 3U);
    for (const RatePoint& point : points) {
        double loss = 0;
        double weights = 0;
        for (const std::size_t tensor : tensors) {
            const auto elements = static_cast<double>(f.model->tensor(tensor).elements());
            loss += elements * *f.errors.nmse(tensor, point.format);
            weights += elements;
        }
        EXPECT_DOUBLE_EQ(point.nmse, loss / weights);
    }
}

TEST(RatePoints, OnlyFormatsKnownForAllOfThem) {
    Fixture f;
    const std::vector tensors{f.tensor("blk.0.attn_q.weight"), f.tensor("blk.0.attn_v.weight")};
    f.errors.profiles[tensors[1]].edit([](TensorProfile& profile) {
        std::erase_if(profile.errors,
                      [](const FormatError& error) { return error.format == format("Q4_K"); });
    });
    EXPECT_EQ(rate_points(*f.model, f.errors, tensors).size(), 2U);
    f.errors.profiles[tensors[1]].reset();
    EXPECT_TRUE(rate_points(*f.model, f.errors, tensors).empty());
    EXPECT_TRUE(rate_points(*f.model, f.errors, {}).empty());
}

}  // namespace
}  // namespace bitlathe
