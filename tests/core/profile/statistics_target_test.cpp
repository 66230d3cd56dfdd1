// SPDX-License-Identifier: GPL-3.0-or-later
// The same bits on every instruction set the machine has.
#include "reference_statistics.h"
#include "tensors.h"
#include <gtest/gtest.h>
#include <hwy/targets.h>

#include "core/profile/value_kernels.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

class EachTarget : public ::testing::Test {
protected:
    ~EachTarget() override { hwy::SetSupportedTargetsForTest(0); }
    /// Calls `check` with only one instruction set allowed, for all that this machine has.
    template <class Check>
    static int for_each(const Check& check) {
        hwy::SetSupportedTargetsForTest(0);
        const std::int64_t supported = hwy::SupportedTargets();
        int seen = 0;
        for (std::int64_t target = 1; target != 0 && target <= HWY_SCALAR; target <<= 1) {
            if ((supported & target) == 0) {
                continue;
            }
            SCOPED_TRACE(hwy::TargetName(target));
            hwy::SetSupportedTargetsForTest(target);
            check();
            ++seen;
            if (target == HWY_SCALAR) {
                break;
            }
        }
        hwy::SetSupportedTargetsForTest(0);
        return seen;
    }
};

TEST_F(EachTarget, GivesTheSameStatistics) {
    for (const std::size_t count : {5U, 8U, 4096U, 65'537U, 300'001U}) {
        const auto tensor = plain_tensor("F32", gaussian(count, 0.02F, count, 0.01F));
        const auto first = weight_statistics(tensor.view(), WorkContext{}).value();
        const int seen = for_each([&] {
            expect_identical(first, weight_statistics(tensor.view(), WorkContext{}).value());
        });
        EXPECT_GE(seen, 2) << "only one instruction set: nothing was compared";
    }
}

TEST_F(EachTarget, ReadsUnalignedRunsAndNothingBeyondThem) {
    for (std::size_t count = 1; count < 40; ++count) {
        for (std::size_t shift = 0; shift < 4; ++shift) {
            // The values end where the allocation ends: a sanitizer sees any read past them.
            const auto values = gaussian(count + shift, 1, count);
            const std::vector<float> exact(values);
            KeyScale scale;
            scale.per_positive = 20;
            scale.per_negative = -20;
            scale.lowest_exponent = 60;
            scale.far_above = 0.5F;
            std::vector<std::uint8_t> wanted(count);
            const auto above = make_keys(exact.data() + shift, count, scale, wanted.data());
            const auto sums = sum_chunk(exact.data() + shift, count, exact[shift]);
            for_each([&] {
                std::vector<std::uint8_t> keys(count);
                EXPECT_EQ(make_keys(exact.data() + shift, count, scale, keys.data()), above);
                EXPECT_EQ(keys, wanted);
                const auto again = sum_chunk(exact.data() + shift, count, exact[shift]);
                EXPECT_EQ(again.powers, sums.powers);
                EXPECT_EQ(again.min, sums.min);
                EXPECT_EQ(again.zeros, sums.zeros);
            });
        }
    }
}

}  // namespace
}  // namespace bitlathe
