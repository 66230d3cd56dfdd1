// SPDX-License-Identifier: GPL-3.0-or-later
// Pooling, pyramids and their statistics, against plain loops.
#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "core/profile/matrix_pyramid.h"
#include "tests/core/profile/tensors.h"

namespace bitlathe {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInf = std::numeric_limits<float>::infinity();

TestTensor matrix(std::uint64_t rows, const std::vector<float>& values) {
    return encoded_tensor("F32", rows, values);
}

MatrixSource source_of(const TestTensor& tensor) {
    auto source = MatrixSource::make(tensor.view(), MatrixQuantity::kValue, {});
    EXPECT_TRUE(source) << source.error().to_string();
    return *source;
}

TEST(PeakKeys, OrderByMagnitudeAndKeepTheValue) {
    const std::vector<float> rising = {0.0F,  -0.0F,  1e-45F, -1e-45F, 1e-3F, -0.5F,
                                       0.75F, -0.75F, 3e38F,  kInf,    -kInf};
    for (std::size_t i = 0; i < rising.size(); ++i) {
        EXPECT_EQ(std::bit_cast<std::uint32_t>(peak_value(peak_key(rising[i]))),
                  std::bit_cast<std::uint32_t>(rising[i]));
        for (std::size_t k = 0; k < i; ++k) {
            EXPECT_LT(peak_key(rising[k]), peak_key(rising[i])) << rising[k] << ' ' << rising[i];
        }
    }
    EXPECT_EQ(peak_key(0.0F), kLowestPeak);
    EXPECT_GT(peak_key(kNan), peak_key(kInf));
}

/// Peaks by the definition: of the weights of each cell the one of largest magnitude.
std::vector<PeakKey> pooled(const std::vector<float>& values, std::uint64_t cols,
                            const MatrixOrder& order, const MatrixRegion& region, PoolSize pool) {
    const std::uint64_t across = (region.cols + pool.cols - 1) / pool.cols;
    const std::uint64_t down = (region.rows + pool.rows - 1) / pool.rows;
    std::vector<PeakKey> peaks(down * across, kLowestPeak);
    for (std::uint64_t r = 0; r < region.rows; ++r) {
        for (std::uint64_t c = 0; c < region.cols; ++c) {
            PeakKey& peak = peaks[r / pool.rows * across + c / pool.cols];
            peak = std::max(
                peak,
                peak_key(values[order.row(region.row + r) * cols + order.col(region.col + c)]));
        }
    }
    return peaks;
}

MatrixOrder shuffled(std::uint64_t rows, std::uint64_t cols) {
    MatrixOrder order;
    order.rows.resize(rows);
    order.cols.resize(cols);
    std::iota(order.rows.begin(), order.rows.end(), 0U);
    std::iota(order.cols.begin(), order.cols.end(), 0U);
    std::mt19937 random(5);
    std::shuffle(order.rows.begin(), order.rows.end(), random);
    std::shuffle(order.cols.begin(), order.cols.end(), random);
    return order;
}

TEST(PoolMatrix, EqualsPlainLoopsForAnyWindowPoolOrderAndThreads) {
    constexpr std::uint64_t kRows = 37;
    constexpr std::uint64_t kCols = 101;
    const std::vector<float> values = laplace(kRows * kCols, 11);
    const TestTensor tensor = matrix(kRows, values);
    const MatrixSource source = source_of(tensor);
    for (const MatrixOrder& order : {MatrixOrder{}, shuffled(kRows, kCols)}) {
        for (const PoolSize pool : {PoolSize{1, 1}, {2, 4}, {8, 2}, {64, 128}}) {
            for (const MatrixRegion& region :
                 {MatrixRegion{0, 0, kRows, kCols}, {8, 4, 21, 50}, {16, 100, 1, 1}}) {
                const MatrixRegion aligned{region.row / pool.rows * pool.rows,
                                           region.col / pool.cols * pool.cols, region.rows,
                                           region.cols};
                for (const unsigned threads : {1U, 3U}) {
                    WorkContext context;
                    context.threads = threads;
                    const auto grid = pool_matrix(source, order, aligned, pool, context,
                                                  matrix_strips(aligned, pool, 5));
                    ASSERT_TRUE(grid);
                    EXPECT_EQ(grid->peaks, pooled(values, kCols, order, aligned, pool));
                }
            }
        }
    }
}

TEST(PoolMatrix, ReadsLongRowsInPartsAndBlocksInWindows) {
    const std::vector<float> values = gaussian(3 * 200'000, 1, 2);
    const TestTensor tensor = matrix(3, values);
    const MatrixRegion region{0, 3, 3, 199'000};
    const auto grid =
        pool_matrix(source_of(tensor), {}, region, {1, 3}, {}, matrix_strips(region, {1, 3}, 0));
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->peaks, pooled(values, 200'000, {}, region, {1, 3}));

    const TestTensor blocks = encoded_tensor("Q6_K", 4, gaussian(4 * 1024, 1, 3));
    const MatrixSource source = source_of(blocks);
    std::vector<float> decoded(4 * 1024);
    blocks.view().decode_rows(0, 4, decoded.data());
    const MatrixRegion window{1, 300, 3, 500};
    const auto fine = pool_matrix(source, {}, window, {1, 1}, {}, matrix_strips(window, {1, 1}, 0));
    ASSERT_TRUE(fine);
    EXPECT_EQ(fine->peaks, pooled(decoded, 1024, {}, window, {1, 1}));
    EXPECT_EQ(fine->peak_at(2, 400), peak_key(decoded[2 * 1024 + 400]));
}

TEST(PoolMatrix, StopsWhenAsked) {
    const TestTensor tensor = matrix(64, gaussian(64 * 1024, 1, 2));
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    const auto pyramid = MatrixPyramid::build(source_of(tensor), {}, context);
    ASSERT_FALSE(pyramid);
    EXPECT_EQ(pyramid.error().code, ErrorCode::kCancelled);
}

TEST(MatrixPyramid, BoundsItsMemoryForAnyShape) {
    for (const auto& [rows, cols] :
         std::initializer_list<std::pair<std::uint64_t, std::uint64_t>>{{14336, 4096},
                                                                        {262144, 640},
                                                                        {640, 262144},
                                                                        {1, std::uint64_t{1} << 40},
                                                                        {200'000, 200'000}}) {
        const PoolSize pool = pyramid_pool(rows, cols);
        const std::uint64_t cells =
            ((rows + pool.rows - 1) / pool.rows) * ((cols + pool.cols - 1) / pool.cols);
        EXPECT_LE(cells, kPyramidCells);
        EXPECT_GT(cells, kPyramidCells / 4) << rows << " x " << cols;
        EXPECT_TRUE(std::has_single_bit(pool.rows) && std::has_single_bit(pool.cols));
    }
    EXPECT_EQ(pyramid_pool(14336, 4096), (PoolSize{8, 2}));
    EXPECT_EQ(pyramid_pool(1, 640), (PoolSize{1, 1}));
}

TEST(MatrixPyramid, EveryLevelIsThePeakOfWhatItCovers) {
    constexpr std::uint64_t kRows = 1030;
    constexpr std::uint64_t kCols = 517;
    const std::vector<float> values = gaussian(kRows * kCols, 1, 9);
    const TestTensor tensor = matrix(kRows, values);
    const auto pyramid = MatrixPyramid::build(source_of(tensor), {}, {});
    ASSERT_TRUE(pyramid);
    ASSERT_GE(pyramid->levels().size(), 3U);
    for (const MatrixGrid& level : pyramid->levels()) {
        EXPECT_EQ(level.region, (MatrixRegion{0, 0, kRows, kCols}));
        EXPECT_EQ(level.peaks, pooled(values, kCols, {}, level.region, level.pool));
    }
    EXPECT_EQ(pyramid->level_for(0.5, 0.5).pool, (PoolSize{1, 1}));
    const PoolSize coarse = pyramid->levels()[1].pool;
    EXPECT_EQ(
        pyramid->level_for(static_cast<double>(coarse.rows), static_cast<double>(coarse.cols)).pool,
        coarse);
}

TEST(MatrixStatistics, EqualPlainLoopsWithoutWhatIsNoNumber) {
    constexpr std::uint64_t kRows = 300;
    constexpr std::uint64_t kCols = 97;
    std::vector<float> values = laplace(kRows * kCols, 4);
    values[5] = kNan;
    values[1000] = -kInf;
    values[2000] = kInf;
    const TestTensor tensor = matrix(kRows, values);
    const MatrixOrder order = shuffled(kRows, kCols);
    for (const MatrixOrder& used : {MatrixOrder{}, order}) {
        MatrixStatistics statistics;
        ASSERT_TRUE(MatrixPyramid::build(source_of(tensor), used, {}, &statistics));
        EXPECT_EQ(statistics.weights, kRows * kCols);
        EXPECT_EQ(statistics.nonfinite, 3U);
        std::vector<float> finite;
        std::vector<double> rows(kRows), cols(kCols);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!std::isfinite(values[i])) continue;
            finite.push_back(std::fabs(values[i]));
            rows[i / kCols] += static_cast<double>(values[i]) * values[i];
            cols[i % kCols] += static_cast<double>(values[i]) * values[i];
        }
        std::sort(finite.begin(), finite.end());
        EXPECT_EQ(statistics.max_abs, finite.back());
        EXPECT_EQ(statistics.magnitude_below(1), finite.back());
        for (const double share : {0.01, 0.5, 0.99, 0.999}) {
            const float exact =
                finite[static_cast<std::size_t>(std::ceil(share * finite.size())) - 1];
            EXPECT_GE(statistics.magnitude_below(share), exact);
            EXPECT_LE(statistics.magnitude_below(share), exact * (1 + 1.0 / 128));
        }
        for (std::size_t i = 0; i < kRows; ++i)
            EXPECT_NEAR(statistics.row_squares[i], rows[i], 1e-9 * rows[i]);
        for (std::size_t i = 0; i < kCols; ++i)
            EXPECT_NEAR(statistics.col_squares[i], cols[i], 1e-9 * cols[i]);
    }
}

TEST(MatrixStatistics, ZerosAreBelowEveryPercentileThatTheyFill) {
    std::vector<float> values(1000, 0.0F);
    values[10] = 2;
    values[20] = -8;
    MatrixStatistics statistics;
    ASSERT_TRUE(MatrixPyramid::build(source_of(matrix(10, values)), {}, {}, &statistics));
    EXPECT_EQ(statistics.magnitude_below(0.99), 0);
    EXPECT_EQ(statistics.magnitude_below(1), 8);
    EXPECT_NEAR(statistics.nonzero_magnitude_below(0.5), 2, 2.0 / 128);
}

TEST(MatrixStatistics, AreTheSameForAnyNumberOfThreads) {
    const TestTensor tensor = matrix(600, gaussian(600 * 1000, 1, 8));
    const auto with = [&](unsigned threads) {
        WorkContext context;
        context.threads = threads;
        MatrixStatistics statistics;
        EXPECT_TRUE(MatrixPyramid::build(source_of(tensor), {}, context, &statistics));
        return statistics;
    };
    const MatrixStatistics one = with(1);
    const MatrixStatistics four = with(4);
    EXPECT_EQ(one.row_squares, four.row_squares);
    EXPECT_EQ(one.col_squares, four.col_squares);
    EXPECT_EQ(one.bins, four.bins);
}

TEST(OrderByNorm, IsFallingAndKeepsTheOrderOfEquals) {
    const std::vector<double> squares = {1, 5, 1, 9, 5};
    EXPECT_EQ(order_by_norm(squares), (std::vector<std::uint32_t>{3, 1, 4, 0, 2}));
}

TEST(WindowFor, ReachesBeyondWhatIsVisibleAndRefusesTooMuch) {
    const TestTensor tensor = encoded_tensor("BF16", 3000, std::vector<float>(3000 * 2000));
    const auto pyramid = MatrixPyramid::build(source_of(tensor), {}, {});
    ASSERT_TRUE(pyramid);
    ASSERT_EQ(pyramid->levels().front().pool, (PoolSize{2, 1}));
    EXPECT_FALSE(window_for(*pyramid, {0, 0, 3000, 2000}, 3.0, 1.3, false)) << "fine enough";
    const auto window = window_for(*pyramid, {801, 400, 800, 801}, 1.0, 0.5, false);
    ASSERT_TRUE(window);
    EXPECT_EQ(window->pool, (PoolSize{1, 1}));
    EXPECT_EQ(window->region, (MatrixRegion{701, 300, 1000, 1001}));
    EXPECT_TRUE(window_for(*pyramid, {0, 0, 10, 10}, 0.1, 0.1, true));
}

}  // namespace
}  // namespace bitlathe
