// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation on every device, against the plain definitions.
#include "core/compute/device.h"

#include <cmath>
#include <cstring>
#include <random>

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include "core/compute/aligned.h"
#include "core/compute/cpu_kernels.h"
#include "core/compute/reference_ops.h"

namespace bitlathe {
namespace {

std::vector<float> random_values(std::size_t count, unsigned seed, float scale = 1) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> values(-scale, scale);
    std::vector<float> out(count);
    for (float& value : out) {
        value = values(generator);
    }
    return out;
}

class Matrix final : public RowSource {
public:
    Matrix(std::uint64_t rows, std::uint64_t cols, unsigned seed)
        : values(random_values(rows * cols, seed)), rows_(rows), cols_(cols) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        std::memcpy(out, values.data() + first * cols_, count * cols_ * sizeof(float));
    }
    std::vector<float> values;

private:
    std::uint64_t rows_;
    std::uint64_t cols_;
};

void expect_near(const std::vector<float>& got, const std::vector<float>& wanted, double bound) {
    ASSERT_EQ(got.size(), wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        ASSERT_NEAR(got[i], wanted[i], bound) << "at " << i;
    }
}

/// Threads 1, 2 and 3 must give the same bits; the result of the first is returned.
template <class Run>
std::vector<float> same_for_all_threads(const Run& run) {
    const std::vector<float> first = run(1U);
    for (const unsigned threads : {2U, 3U}) {
        const std::vector<float> again = run(threads);
        EXPECT_EQ(std::memcmp(first.data(), again.data(), first.size() * sizeof(float)), 0)
            << threads << " threads";
    }
    return first;
}

class EveryDevice : public ::testing::TestWithParam<const Device*> {
protected:
    static WorkContext context(unsigned threads) {
        WorkContext context;
        context.threads = threads;
        return context;
    }
};

struct Shape {
    std::size_t tokens, inputs, outputs;
};

TEST_P(EveryDevice, Multiplies) {
    for (const Shape s : {Shape{1, 1, 1}, Shape{13, 7, 33}, Shape{12, 256, 32}, Shape{5, 300, 31},
                          Shape{250, 513, 70}, Shape{37, 600, 530}}) {
        SCOPED_TRACE(::testing::Message() << s.tokens << " x " << s.inputs << " x " << s.outputs);
        const Matrix w(s.outputs + 3, s.inputs, 1);
        const auto x = random_values(s.tokens * s.inputs, 2);
        const auto bias = random_values(s.outputs, 3);
        const auto run = [&](const Device& device, unsigned threads) {
            // Rows of the result lie apart: what is between them must stay.
            const std::size_t stride = s.outputs + 5;
            std::vector<float> y(s.tokens * stride, 7);
            const auto matrix = device.load(w, 2, s.outputs, context(threads)).value();
            EXPECT_EQ(matrix->rows(), s.outputs);
            EXPECT_TRUE(device.multiply({x.data(), s.tokens, s.inputs, s.inputs}, *matrix, bias,
                                        {y.data(), s.tokens, s.outputs, stride}, context(threads)));
            for (std::size_t t = 0; t < s.tokens; ++t) {
                EXPECT_EQ(y[t * stride + s.outputs], 7);
            }
            return y;
        };
        const auto got = same_for_all_threads([&](unsigned n) { return run(*GetParam(), n); });
        expect_near(got, run(reference_device(), 1), 1e-5 * static_cast<double>(s.inputs + 10));
    }
}

/// Weights as codes, values as these stand for.
class CodedRows final : public RowSource {
public:
    CodedRows(std::uint64_t rows, std::uint64_t cols, bool offsets) : rows_(rows), cols_(cols) {
        std::mt19937 generator(9);
        codes_.resize(rows * cols);
        for (std::int8_t& code : codes_) {
            code = static_cast<std::int8_t>(static_cast<int>(generator() % 256) - 128);
        }
        scales_ = random_values(rows * cols / RowCodes::kGroup, 10, 0.01F);
        offsets_ = random_values(scales_.size(), 11, 0.1F);
        if (!offsets) {
            std::fill(offsets_.begin(), offsets_.end(), -0.0F);
        }
    }
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        for (std::uint64_t i = first * cols_; i < (first + count) * cols_; ++i) {
            const float product = static_cast<float>(codes_[i]) * scales_[i / RowCodes::kGroup];
            *out++ = product + offsets_[i / RowCodes::kGroup];
        }
    }
    [[nodiscard]] bool read_codes(std::uint64_t row, RowCodes out) const override {
        const std::uint64_t groups = cols_ / RowCodes::kGroup;
        std::copy_n(codes_.data() + row * cols_, cols_, out.codes);
        std::copy_n(scales_.data() + row * groups, groups, out.scales);
        std::copy_n(offsets_.data() + row * groups, groups, out.offsets);
        return row < readable;
    }
    std::uint64_t readable = ~std::uint64_t{0};  ///< rows from here on are not codes

private:
    std::uint64_t rows_;
    std::uint64_t cols_;
    std::vector<std::int8_t> codes_;
    std::vector<float> scales_, offsets_;
};

TEST_P(EveryDevice, MultipliesCodesAsTheValuesTheyStandFor) {
    for (const bool offsets : {false, true}) {
        for (const Shape s : {Shape{1, 16, 1}, Shape{1, 288, 70}, Shape{3, 256, 33},
                              Shape{13, 528, 64}, Shape{37, 1040, 100}}) {
            SCOPED_TRACE(::testing::Message()
                         << s.tokens << " x " << s.inputs << " x " << s.outputs);
            const CodedRows w(s.outputs + 3, s.inputs, offsets);
            const auto x = random_values(s.tokens * s.inputs, 2);
            const auto run = [&](const DeviceMatrix& matrix, unsigned threads) {
                std::vector<float> y(s.tokens * s.outputs);
                EXPECT_TRUE(GetParam()->multiply({x.data(), s.tokens, s.inputs, s.inputs}, matrix,
                                                 {}, {y.data(), s.tokens, s.outputs, s.outputs},
                                                 context(threads)));
                return y;
            };
            const auto coded = GetParam()->load_small(w, 2, s.outputs, context(2)).value();
            const auto plain = GetParam()->load(w, 2, s.outputs, context(2)).value();
            const auto got = same_for_all_threads([&](unsigned n) { return run(*coded, n); });
            const auto wanted = run(*plain, 1);
            EXPECT_EQ(std::memcmp(got.data(), wanted.data(), got.size() * sizeof(float)), 0);
        }
    }
}

TEST_P(EveryDevice, TakesValuesWhereSomeRowsAreNoCodes) {
    CodedRows w(40, 64, true);
    w.readable = 35;
    const auto x = random_values(64, 2);
    std::vector<float> y(40), wanted(40);
    const auto small = GetParam()->load_small(w, 0, 40, context(2)).value();
    const auto plain = GetParam()->load(w, 0, 40, context(2)).value();
    ASSERT_TRUE(GetParam()->multiply({x.data(), 1, 64, 64}, *small, {}, {y.data(), 1, 40, 40}, {}));
    ASSERT_TRUE(
        GetParam()->multiply({x.data(), 1, 64, 64}, *plain, {}, {wanted.data(), 1, 40, 40}, {}));
    EXPECT_EQ(y, wanted);
}

TEST(LargePieces, WaitForTheNextRequestOfTheirSizeWhileSomebodyKeepsThem) {
    constexpr std::size_t kBytes = std::size_t{8} << 20;
    const auto keep = std::make_unique<KeepLargePieces>();
    void* const first = allocate_aligned(kBytes);
    free_aligned(first, kBytes);
    void* const again = allocate_aligned(kBytes);
    EXPECT_EQ(again, first);
    void* const second = allocate_aligned(kBytes);
    EXPECT_NE(second, first);
    free_aligned(again, kBytes);
    free_aligned(second, kBytes);
    void* const other = allocate_aligned(kBytes / 2);  // lets both go
    free_aligned(other, kBytes / 2);
}

TEST(CpuDevice, KeepsCodesInThreeEighthsOfTheMemory) {
    const CodedRows with(64, 256, true);
    const CodedRows without(64, 256, false);
    const auto values = cpu_device().load(with, 0, 64, {}).value()->bytes();
    EXPECT_EQ(cpu_device().load_small(with, 0, 64, {}).value()->bytes() * 8, values * 3);
    EXPECT_EQ(cpu_device().load_small(without, 0, 64, {}).value()->bytes() * 16, values * 5);
}

TEST_P(EveryDevice, AttendsInWindowsWithGroupsAndCaps) {
    struct Case {
        std::size_t heads, kv_heads, dim, window;
        float cap;
    };
    const std::vector<Segment> segments = {{0, 70}, {70, 1}, {71, 33}};
    constexpr std::size_t kTokens = 104;
    for (const Case c : {Case{2, 1, 8, 0, 0}, Case{4, 2, 40, 9, 0}, Case{1, 1, 33, 1, 0},
                         Case{2, 2, 64, 50, 3}, Case{2, 1, 16, 1000, 0}}) {
        SCOPED_TRACE(c.window);
        const auto q = random_values(kTokens * c.heads * c.dim, 4, 3);
        const auto k = random_values(kTokens * c.kv_heads * c.dim, 5);
        const auto v = random_values(kTokens * c.kv_heads * c.dim, 6);
        const auto run = [&](const Device& device, unsigned threads) {
            std::vector<float> out(kTokens * c.heads * c.dim);
            std::vector<float> sums(kTokens * c.heads);
            const std::size_t kv = c.kv_heads * c.dim;
            AttentionCall call;
            call.segments = segments;
            call.q = {q.data(), kTokens, c.heads * c.dim, c.heads * c.dim};
            call.k = {k.data(), kTokens, kv, kv};
            call.v = {v.data(), kTokens, kv, kv};
            call.out = {out.data(), kTokens, c.heads * c.dim, c.heads * c.dim};
            call.heads = c.heads;
            call.kv_heads = c.kv_heads;
            call.head_dim = c.dim;
            call.scale = 0.7F;
            call.soft_cap = c.cap;
            call.window = c.window;
            call.column_sums = sums.data();
            EXPECT_TRUE(device.attention(call, context(threads)));
            double all = 0;
            for (const float sum : sums) {
                all += sum;
            }
            EXPECT_NEAR(all, static_cast<double>(kTokens * c.heads), 1e-3);
            out.insert(out.end(), sums.begin(), sums.end());
            return out;
        };
        const auto got = same_for_all_threads([&](unsigned n) { return run(*GetParam(), n); });
        expect_near(got, run(reference_device(), 1), 2e-5);
    }
}

TEST_P(EveryDevice, Normalises) {
    constexpr std::size_t kRows = 67;
    constexpr std::size_t kCols = 60;
    const auto x = random_values(kRows * kCols, 7, 5);
    for (const NormKind kind : {NormKind::kRms, NormKind::kLayer}) {
        for (const std::size_t length : {kCols, kCols / 4}) {
            const auto weight = random_values(length, 8);
            const auto bias = random_values(length, 9);
            const auto run = [&](const Device& device, unsigned threads) {
                std::vector<float> y(x.size());
                NormCall call;
                call.x = {x.data(), kRows, kCols, kCols};
                call.y = {y.data(), kRows, kCols, kCols};
                call.kind = kind;
                call.length = length;
                call.weight = weight;
                call.bias = bias;
                call.epsilon = 1e-5F;
                EXPECT_TRUE(device.norm(call, context(threads)));
                return y;
            };
            const auto got = same_for_all_threads([&](unsigned n) { return run(*GetParam(), n); });
            expect_near(got, run(reference_device(), 1), 1e-5);
        }
    }
}

TEST_P(EveryDevice, Rotates) {
    constexpr std::size_t kRows = 40;
    std::vector<std::uint32_t> positions(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        positions[i] = static_cast<std::uint32_t>(i * 37 % 500);
    }
    const std::vector<float> frequencies = {1, 0.1F, 0.01F};
    for (const bool interleaved : {false, true}) {
        const auto run = [&](const Device& device, unsigned threads) {
            auto x = random_values(kRows * 24, 10);
            RotaryCall call;
            call.x = {x.data(), kRows, 24, 24};
            call.positions = positions;
            call.frequencies = frequencies;
            call.magnitude = 1.25F;
            call.head_dim = 8;
            call.interleaved = interleaved;
            EXPECT_TRUE(device.rotate(call, context(threads)));
            return x;
        };
        const auto got = same_for_all_threads([&](unsigned n) { return run(*GetParam(), n); });
        expect_near(got, run(reference_device(), 1), 1e-5);
    }
}

TEST_P(EveryDevice, ActivatesAndAccumulates) {
    constexpr std::size_t kRows = 35;
    constexpr std::size_t kCols = 45;
    auto gate = random_values(kRows * kCols, 11, 12);
    gate[3] = 90;
    gate[4] = -90;
    const auto up = random_values(kRows * kCols, 12);
    for (const Activation f : {Activation::kSilu, Activation::kGelu, Activation::kGeluTanh,
                               Activation::kRelu, Activation::kReluSquared}) {
        for (const bool gated : {true, false}) {
            const auto run = [&](const Device& device, unsigned threads) {
                std::vector<float> y(gate.size());
                const ConstRows other = {gated ? up.data() : nullptr, kRows, kCols, kCols};
                const Rows out = {y.data(), kRows, kCols, kCols};
                EXPECT_TRUE(device.activate(f, {gate.data(), kRows, kCols, kCols}, other, out,
                                            context(threads)));
                EXPECT_TRUE(device.accumulate({gate.data(), kRows, kCols, kCols}, 0.5F, out,
                                              context(threads)));
                return y;
            };
            const auto got = same_for_all_threads([&](unsigned n) { return run(*GetParam(), n); });
            const auto wanted = run(reference_device(), 1);
            for (std::size_t i = 0; i < got.size(); ++i) {
                ASSERT_NEAR(got[i], wanted[i], 1e-5 + 1e-6 * std::fabs(double{wanted[i]})) << i;
            }
        }
    }
}

TEST_P(EveryDevice, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    WorkContext stopped;
    stopped.stop = stop.get_token();
    const Matrix w(64, 64, 1);
    if (GetParam() == &reference_device()) {
        GTEST_SKIP() << "the plain operations are not meant for long work";
    }
    const auto matrix = GetParam()->load(w, 0, 64, stopped);
    ASSERT_FALSE(matrix);
    EXPECT_EQ(matrix.error().code, ErrorCode::kCancelled);
}

INSTANTIATE_TEST_SUITE_P(Devices, EveryDevice,
                         ::testing::Values(&cpu_device(), &reference_device()),
                         [](const auto& device) { return std::string(device.param->name()); });

TEST(CpuKernels, AgreeOnEveryInstructionSet) {
    hwy::SetSupportedTargetsForTest(0);
    const std::int64_t supported = hwy::SupportedTargets();
    const Matrix w(70, 90, 1);
    const auto x = random_values(29 * 90, 2);
    const auto run = [&](const Device& device) {
        std::vector<float> y(29 * 70);
        const auto matrix = device.load(w, 0, 70, {}).value();
        EXPECT_TRUE(
            device.multiply({x.data(), 29, 90, 90}, *matrix, {}, {y.data(), 29, 70, 70}, {}));
        softmax(y.data(), y.size(), 0.5F, 4);
        y.push_back(static_cast<float>(sum_exp(x.data(), 101, 1)));
        y.push_back(static_cast<float>(sum_exp_difference(x.data(), x.data() + 200, 101, 1)));
        return y;
    };
    const auto wanted = run(reference_device());
    int seen = 0;
    for (std::int64_t target = 1; target != 0 && target <= HWY_SCALAR; target <<= 1) {
        if ((supported & target) == 0) {
            continue;
        }
        SCOPED_TRACE(hwy::TargetName(target));
        hwy::SetSupportedTargetsForTest(target);
        expect_near(run(cpu_device()), wanted, 2e-5);
        ++seen;
    }
    hwy::SetSupportedTargetsForTest(0);
    EXPECT_GE(seen, 2) << "only one instruction set: nothing was compared";
}

TEST(CpuKernels, SumsOfExponentialsAreExact) {
    const auto p = random_values(1003, 5, 8);
    const auto q = random_values(1003, 6, 8);
    double sum = 0;
    double difference = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        sum += std::exp(double{p[i]} - 8);
        difference += std::exp(double{p[i]} - 8) * (double{p[i]} - q[i]);
    }
    EXPECT_NEAR(sum_exp(p.data(), p.size(), 8), sum, 1e-6 * sum);
    EXPECT_NEAR(sum_exp_difference(p.data(), q.data(), p.size(), 8), difference,
                1e-6 * std::fabs(difference) + 1e-6 * sum);
}

}  // namespace
}  // namespace bitlathe
